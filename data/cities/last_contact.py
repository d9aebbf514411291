"""When each city was last in contact under a filter: its latest held activity or step of support.

The latest is the one that may lie latest; its date is told as it is recorded. What lies beyond the
day of the data has not happened yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.asking import HELD
from data.counting.rules import DELIVERED, OPEN, Question
from data.dates import DateSpan
from data.reference import span

_STEPS = {"delivered": "completed", "in-progress": "started"}
"""Status of support → the step whose date its interval is; of the others the request's."""


@dataclass(frozen=True, slots=True)
class LastContact:
    """The latest dated record of a city: an activity from `start` to `end`, or a support's step."""

    sheet: str
    key: str
    last_day: date
    start: DateSpan
    end: DateSpan | None


def read_last_contacts(question: Question) -> Mapping[str, LastContact]:
    """Read the latest contact of each city that has a dated one, by city."""
    latest: dict[str, tuple[date, str, str]] = {}
    for sheet, rows in (("activities", _activities(question)), ("support", _support(question))):
        for city, last, key in rows:
            if city not in latest or last > latest[city][0]:
                latest[city] = (last, sheet, key)
    dates = {
        sheet: _dates(question, sheet, [key for _, of, key in latest.values() if of == sheet])
        for sheet in ("activities", "support")
    }
    return {
        city: LastContact(sheet, key, last, *dates[sheet][key])
        for city, (last, sheet, key) in latest.items()
    }


def _activities(question: Question) -> Iterator[tuple[str, date, str]]:
    """Find the latest activity of each city by an index, without reading the others."""
    column, city = schema.city_facts.c, schema.cities.c
    latest = (
        pick.selected(pick.ACTIVITY_CITIES, question.filters, column.id, statuses=HELD)
        .where(column.city == city.id, column.last_day.is_not(None))
        .where(column.first_day <= question.as_of)
        .order_by(column.last_day.desc(), column.activity.desc())
        .limit(1)
        .correlate(schema.cities)
        .scalar_subquery()
    )
    found = sa.select(city.id.label("city"), latest.label("record")).subquery("found")
    activity = schema.activities.c
    query = sa.select(found.c.city, activity.last_day, activity.id)
    query = query.join_from(found, schema.activities, activity.id == found.c.record)
    for row in question.connection.execute(query):
        yield row[0], row[1], row[2]


def _support(question: Question) -> Iterator[tuple[str, date, str]]:
    """Find the latest support of each city; a day and an id in one text are compared at once."""
    column, links = schema.support.c, schema.LINKS["support", "cities"]
    both = sa.cast(column.last_day, sa.Text) + " " + column.id
    query = (
        pick.selected(
            pick.SUPPORT,
            question.filters,
            links.c.value,
            sa.func.max(both),
            statuses=(*DELIVERED, *OPEN),
        )
        .join_from(schema.support, links, links.c.record == column.id)
        .where(column.last_day.is_not(None), column.first_day <= question.as_of)
        .group_by(links.c.value)
    )
    for city, text in question.connection.execute(query):
        day, _, key = text.partition(" ")
        yield city, date.fromisoformat(day), key


def _dates(
    question: Question, sheet: str, keys: Sequence[str]
) -> Mapping[str, tuple[DateSpan, DateSpan | None]]:
    """Read the dates of some records as they are recorded."""
    if not keys:
        return {}
    table = schema.metadata.tables[sheet]
    rows = question.connection.execute(sa.select(table).where(table.c.id.in_(keys))).mappings()
    return {row["id"]: _dated(sheet, row) for row in rows}


def _dated(sheet: str, row: sa.RowMapping) -> tuple[DateSpan, DateSpan | None]:
    if sheet == "activities":
        start = span(row, "start")
        assert start is not None
        return start, span(row, "end")
    first = _STEPS.get(row["status"], "requested")
    step = next(
        found for name in (first, "completed", "started", "requested") if (found := span(row, name))
    )
    return step, None

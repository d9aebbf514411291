"""When each city was last in contact: at a held activity, or in a step of support.

What counts as a contact is what `data.attention.contacts` counts: a city that shares its practice
is in contact too, the filter's period plays no role, and what lies beyond the day of the data has
not happened yet. The last contact is the one that may lie latest, told as it is dated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from data import schema
from data.attention.contacts import contact_filters, last_step
from data.counting import selection as pick
from data.counting.asking import HELD
from data.counting.rules import Question
from data.dates import DateSpan
from data.reference import span
from data.values import PROGRAMMES

_STEPS = ("completed", "started", "requested")
_SUPPORT = schema.support.c


@dataclass(frozen=True, slots=True)
class LastContact:
    """The latest dated record of a city: an activity from `start` to `end`, or a support's step."""

    sheet: str
    key: str
    last_day: date
    start: DateSpan
    end: DateSpan | None


class _Found(NamedTuple):
    """A contact of a city; one without a `last_day` has no date."""

    city: str
    last_day: date | None
    sheet: str
    key: str


def read_last_contacts(question: Question) -> Mapping[str, LastContact | None]:
    """Read the last contact of each city that has any, by city; None = no contact has a date."""
    latest: dict[str, _Found] = {}
    for found in (*_activities(question), *_support(question)):
        before = latest.get(found.city)
        if before is None or (found.last_day or date.min) > (before.last_day or date.min):
            latest[found.city] = found
    dates = _dates(question, latest.values())
    return {
        city: LastContact(found.sheet, found.key, found.last_day, *dates[found.sheet, found.key])
        if found.last_day
        else None
        for city, found in latest.items()
    }


def _activities(question: Question) -> Iterator[_Found]:
    """Seek the latest activity of each city and programme: an index gives it without the others."""
    activity = schema.activities.c
    asked = question.filters.programme
    for programme in PROGRAMMES if asked == "all" else (asked,):
        found = _sought(question.under(replace(question.filters, programme=programme)))
        query = sa.select(found.c.city, activity.last_day, activity.id, found.c.undated)
        query = query.outerjoin_from(found, schema.activities, activity.id == found.c.record)
        for city, last_day, key, undated in question.connection.execute(query):
            if key or undated:
                yield _Found(city, last_day, "activities", key or "")


def _sought(question: Question) -> sa.Subquery:
    """Select each city with its latest activity, and whether it has one without a date."""
    column, city = schema.city_facts.c, schema.cities.c
    filters = contact_filters(question)
    held = pick.selected(pick.ACTIVITY_CITIES, filters, column.id, statuses=HELD)
    held = held.where(column.city == city.id)
    latest = (
        held.where(column.last_day.is_not(None), column.first_day <= question.as_of)
        .order_by(column.last_day.desc(), column.activity.desc())
        .limit(1)
        .correlate(schema.cities)
    )
    undated = sa.exists(held.where(column.quarter == 0).correlate(schema.cities))
    columns = latest.scalar_subquery().label("record"), undated.label("undated")
    return sa.select(city.id.label("city"), *columns).subquery("found")


def _support(question: Question) -> Iterator[_Found]:
    """Find the latest support of each city; a day and an id in one text are compared at once."""
    step = last_step(question.as_of)
    latest = sa.func.max(sa.cast(step, sa.Text) + " " + _SUPPORT.id)
    for name in ("cities", "providers"):
        links = schema.LINKS["support", name]
        query = pick.selected(pick.SUPPORT, contact_filters(question), links.c.value, latest)
        query = query.join_from(schema.support, links, links.c.record == _SUPPORT.id)
        query = query.where(sa.or_(step.is_not(None), _SUPPORT.first_day.is_(None)))
        for city, text in question.connection.execute(query.group_by(links.c.value)):
            day, _, key = (text or "").partition(" ")
            yield _Found(city, date.fromisoformat(day) if day else None, "support", key)


Dates = tuple[DateSpan, DateSpan | None]


def _dates(question: Question, contacts: Iterable[_Found]) -> Mapping[tuple[str, str], Dates]:
    """Read the dates of some records as they are recorded, by sheet and id."""
    dated = [found for found in contacts if found.last_day]
    dates: dict[tuple[str, str], Dates] = {}
    for sheet in ("activities", "support"):
        table: Any = schema.metadata.tables[sheet]
        keys = {found.key for found in dated if found.sheet == sheet}
        rows = question.connection.execute(sa.select(table).where(table.c.id.in_(keys)))
        for row in rows.mappings():
            dates[sheet, row["id"]] = _dated(sheet, row, question.as_of)
    return dates


def _dated(sheet: str, row: sa.RowMapping, as_of: date) -> Dates:
    if sheet == "activities":
        start = span(row, "start")
        assert start is not None
        return start, span(row, "end")
    steps = (span(row, name) for name in _STEPS)
    return next(step for step in steps if step and step.first <= as_of), None

"""Which records a journey tells: all of a year with few of them, else the first of each sheet.

Of support those come first that arose from an activity or were delivered at one; of activities
those that a told support names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import sqlalchemy as sa

from data import schema, values
from data.cities.journey_parts import only_hosted
from data.cities.journey_shapes import SHEETS, Stretch
from data.counting import selection as pick
from data.counting.rules import Question
from data.counting.slots import month_number
from data.filters import Filters
from data.overview.lanes import SHOWN_ACTIVITIES, SHOWN_SUPPORT
from data.quality_selection import PARTS
from data.records.listing import Key

ALL_OF_A_YEAR = 12
"""A year, or the undated, with no more records than this is told whole."""
FIRST_OF_A_YEAR: Mapping[str, int] = {"support": 3, "outputs": 1, "voices": 1, "needs": 1}
"""So many records of a sheet are told of a fuller year; activities fill it up to MOST_A_YEAR."""
MOST_A_YEAR = 8

_ARISING = schema.LINKS["support", "arose_from"].c
_DELIVERED_AT = schema.LINKS["support", "activities"].c
_SHARED_AT = schema.LINKS["practices", "activities"].c
_LINKED, _NOT_LINKED = sa.literal(0), sa.literal(1)
Told = dict[str, list[Key]]


class _Found(NamedTuple):
    """One of the first records of a sheet in its year; `records` are all of them there."""

    key: str
    year: int
    records: int
    place: int


def read_told(question: Question, city: str) -> tuple[Told, tuple[Stretch, ...]]:
    """Choose the records to tell of a city, whose filter the question has; count all of them."""
    found = {sheet: _first_of_sheet(question, sheet) for sheet in SHEETS if sheet != "activities"}
    found["activities"] = _first_activities(question, city, _named_by(question, city, found))
    years: dict[int, dict[str, list[_Found]]] = defaultdict(dict)
    for sheet, items in found.items():
        for item in items:
            years[item.year].setdefault(sheet, []).append(item)
    told: Told = {sheet: [] for sheet in SHEETS}
    stretches = []
    for year, sheets in years.items():
        for sheet, most in _shares(sheets).items():
            first = [item.key for item in sorted(sheets[sheet], key=lambda item: item.place)[:most]]
            told[sheet] += first
            stretches.append(Stretch(year or None, sheet, sheets[sheet][0].records, len(first)))
    return told, tuple(stretches)


def count_earlier(question: Question, city: str) -> dict[str, int]:
    """Count what the filter leaves out as it was before the hub, by sheet."""
    if question.filters.programme != "hub":
        return {}
    before = question.under(replace(question.filters, programme="earlier"))
    queries = {
        "activities": _activities_of(before.filters, city),
        "support": _selected(before.filters, "support", schema.support.c.id),
        "outputs": _selected(before.filters, "outputs", schema.outputs.c.id),
    }
    numbers = {
        sheet: question.connection.scalar(sa.select(sa.func.count()).select_from(query.subquery()))
        for sheet, query in queries.items()
    }
    return {sheet: number for sheet, number in numbers.items() if number}


def without_place(filters: Filters) -> Filters:
    """The same filter of any country and city."""
    return replace(filters, countries=(), cities=())


def _shares(sheets: Mapping[str, Sequence[_Found]]) -> dict[str, int]:
    """Say how many records of each sheet are told of one year."""
    if sum(items[0].records for items in sheets.values()) <= ALL_OF_A_YEAR:
        return dict.fromkeys(sheets, ALL_OF_A_YEAR)
    shares = {
        sheet: min(most, len(sheets[sheet]))
        for sheet, most in FIRST_OF_A_YEAR.items()
        if sheet in sheets
    }
    if "activities" in sheets:
        shares["activities"] = MOST_A_YEAR - sum(shares.values())
    return shares


def _selected(filters: Filters, sheet: str, *columns: Any) -> sa.Select[Any]:
    statuses = SHOWN_SUPPORT if sheet == "support" else None
    return pick.selected(PARTS[sheet], filters, *columns, statuses=statuses)


def _first_of_sheet(question: Question, sheet: str) -> list[_Found]:
    columns = schema.metadata.tables[sheet].c
    linked = _is_linked(columns) if sheet == "support" else _LINKED
    query = _selected(
        question.filters,
        sheet,
        columns.id,
        (month_number(columns.first_day) // 12).label("year"),
        linked.label("linked"),
        columns.first_day,
        columns.row,
    )
    return _first_of_years(question.connection, query)


def _is_linked(support: Any) -> sa.ColumnElement[int]:
    """0 for support that arose from an activity, 1 where it was delivered at one, 2 for others."""
    return sa.case(
        (support.id.in_(sa.select(_ARISING.record)), 0),
        (support.id.in_(sa.select(_DELIVERED_AT.record)), 1),
        else_=2,
    )


def _first_activities(question: Question, city: str, named: Collection[str]) -> list[_Found]:
    return _first_of_years(question.connection, _activities_of(question.filters, city, named))


def _activities_of(filters: Filters, city: str, named: Collection[str] = ()) -> sa.Select[Any]:
    """Select the activities that a city took part in, and those that it only hosted."""
    anywhere = without_place(filters)
    took_part, hosted = schema.city_facts.c, schema.activity_facts.c
    # The key begins with the programme: named outright, it leads to the city's own rows.
    part = _narrow(pick.ACTIVITY_CITIES, anywhere, named).where(
        took_part.city == city, took_part.programme.in_(values.PROGRAMMES)
    )
    host = _narrow(pick.ACTIVITIES, anywhere, named).where(hosted.id.in_(only_hosted(city)))
    either = sa.union_all(part, host).subquery("either")
    return sa.select(either)


def _narrow(parts: pick.SheetParts, filters: Filters, named: Collection[str]) -> sa.Select[Any]:
    columns = parts.table.c
    linked = sa.case((columns.id.in_(sorted(named)), _LINKED), else_=_NOT_LINKED)
    return pick.selected(
        parts,
        filters,
        columns.id,
        (columns.slot // (12 * 16)).label("year"),
        linked.label("linked"),
        columns.first_day,
        columns.activity.label("row"),
        statuses=SHOWN_ACTIVITIES,
    )


def _first_of_years(connection: sa.Connection, query: sa.Select[Any]) -> list[_Found]:
    """Read the first records of each year: the linked ones, then the latest."""
    item = query.subquery("item").c
    order = (item.linked, item.first_day.desc(), item.row)
    ranked = sa.select(
        item.id,
        item.year,
        sa.func.count().over(partition_by=item.year).label("records"),
        sa.func.row_number().over(partition_by=item.year, order_by=order).label("place"),
    ).subquery("ranked")
    first = sa.select(ranked).where(ranked.c.place <= ALL_OF_A_YEAR)
    return [_Found(*row) for row in connection.execute(first)]


def _named_by(question: Question, city: str, found: Mapping[str, Iterable[_Found]]) -> set[str]:
    """The activities that told support names, and those at which the city shared a practice."""
    support = [item.key for item in found["support"] if item.place <= FIRST_OF_A_YEAR["support"]]
    named = [
        sa.select(link.value).where(link.record.in_(support)) for link in (_ARISING, _DELIVERED_AT)
    ]
    practices = sa.select(schema.practices.c.id).where(schema.practices.c.city == city)
    shared = sa.select(_SHARED_AT.value).where(_SHARED_AT.record.in_(practices))
    return {key for query in (*named, shared) for key in question.connection.scalars(query)}

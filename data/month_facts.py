"""Derived sums of whole months: what the records of a place, kind and time add up to.

They are made of the very statements that answer a filter of the place, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import people as heads
from data.counting import selection as pick
from data.counting.asking import HELD
from data.counting.followed import FOLLOW_UP_DAYS, FOLLOWED_KINDS
from data.counting.months import MonthEndOf, MonthStartOf
from data.counting.slots import month_number
from data.counting.whole_months import sums_of
from data.dates import days_before
from data.filters import Filters
from data.quality import approved
from data.quality_selection import selects
from data.quality_sums import support_sums
from data.values import COUNTRY_BITS


def fill_months(connection: sa.Connection) -> None:
    """Derive the sums of months anew, of everywhere and of each country."""
    for statement in _statements(connection.scalars(sa.select(schema.dataset.c.as_of)).one()):
        connection.execute(statement)


@lru_cache(maxsize=8)
def _statements(as_of: date) -> tuple[sa.Insert, ...]:
    """Write what fills the tables, once for all loads of data of the same day."""
    places = [Filters(countries=(code,), programme="all") for code in COUNTRY_BITS]
    return tuple(
        _insert(table, months(place, as_of))
        for place in (Filters(programme="all"), *places)
        for table, months in (
            (schema.activity_months, _activity_months),
            (schema.quality_months, _quality_months),
            (schema.support_months, _support_months),
        )
    )


def _insert(table: sa.Table, query: sa.Select[Any]) -> sa.Insert:
    return table.insert().from_select([column.name for column in table.columns], query)


def _activity_months(place: Filters, as_of: date) -> sa.Select[Any]:
    """Add up the approved held activities of a place, and their people there."""
    parts = sa.union_all(_records(place, as_of), _people(place, as_of)).subquery("parts")
    column = parts.c
    grain = (column.programme, column.slot, column.ending)
    described = (sa.func.max(column[name]) for name in ("kind", "first_day", "last_day"))
    return sa.select(
        column.programme,
        _bits_of(place),
        column.slot,
        column.ending,
        *described,
        *sums_of(parts, schema.MONTH_SUMS),
    ).group_by(*grain)


def _records(place: Filters, as_of: date) -> sa.Select[Any]:
    """Count the activities of a place by their months."""
    column = schema.activity_facts.c
    tellable = (column.last_day <= days_before(as_of, FOLLOW_UP_DAYS)) & column.kind.in_(
        FOLLOWED_KINDS
    )
    counts: dict[str, sa.ColumnElement[Any]] = {
        "records": sa.func.count(),
        "naming_city": _number(pick.names_city(pick.ACTIVITIES, place)),
        "tellable": _number(tellable),
        "followed": _number(tellable & column.followed_up),
    }
    first, last = MonthStartOf(column.first_day), _last_day(column.last_day, as_of)
    described = [
        sa.func.max(each).label(name)
        for name, each in (("kind", column.kind), ("first_day", first), ("last_day", last))
    ]
    grain = _grain(column, as_of)
    query = pick.selected(
        pick.ACTIVITIES, place, *grain, *described, *_month_sums(counts), statuses=HELD
    )
    return query.group_by(column.programme, column.slot, sa.text("ending"))


def _people(place: Filters, as_of: date) -> sa.Select[Any]:
    """Add the people of the activities of a place up by their months."""
    each = heads.per_activity(place)
    sums = heads.sums_of_people(each) | {"with_people": sa.func.count()}
    nothing = (sa.cast(sa.null(), type_) for type_ in (sa.Text, sa.Date, sa.Date))
    query = sa.select(*_grain(each.c, as_of), *nothing, *_month_sums(sums))
    return query.group_by(each.c.programme, each.c.slot, sa.text("ending"))


def _grain(column: Any, as_of: date) -> list[sa.ColumnElement[Any]]:
    return [column.programme, column.slot, _ending(column.last_day, as_of).label("ending")]


def _month_sums(sums: Mapping[str, sa.ColumnElement[Any]]) -> list[sa.ColumnElement[Any]]:
    """Give the columns of `schema.MONTH_SUMS`, 0 where there is no such sum."""
    zero = sa.literal_column("0", sa.Integer)
    return [sums.get(name, zero).label(name) for name in schema.MONTH_SUMS]


def _quality_months(place: Filters, as_of: date) -> sa.Select[Any]:
    """Add up what is missing in the activities of a place."""
    column = schema.quality_facts.c
    programme, slot, ending = _grain(column, as_of)
    first, last = MonthStartOf(column.first_day), _last_day(column.last_day, as_of)
    described = (sa.func.max(each) for each in (column.kind, first, last))
    sums = sums_of(schema.quality_facts, schema.QUALITY_SUMS)
    query = pick.selected(
        pick.QUALITY, place, programme, _bits_of(place), slot, ending, *described, *sums
    )
    return query.group_by(programme, slot, sa.text("ending"))


def _support_months(place: Filters, as_of: date) -> sa.Select[Any]:
    """Count the support of a place by its months, and what is missing in it."""
    column = schema.support.c
    names_city = approved("support") & pick.names_city(pick.SUPPORT, place)
    sums = support_sums() | {"naming_city": _number(names_city)}
    first, last = MonthStartOf(column.first_day), _last_day(column.last_day, as_of)
    beginning, ending = month_number(column.first_day), _ending(column.last_day, as_of)
    return (
        sa.select(
            column.programme,
            _bits_of(place),
            column.status,
            beginning.label("beginning"),
            ending.label("ending"),
            sa.func.max(first),
            sa.func.max(last),
            *(sums[name] for name in schema.SUPPORT_SUMS),
        )
        .where(*selects("support", place))
        .group_by(column.programme, column.status, sa.text("beginning"), sa.text("ending"))
    )


def _bits_of(place: Filters) -> sa.ColumnElement[int]:
    return sa.literal(place.country_bits, sa.SmallInteger)


def _last_day(day: sa.ColumnElement[Any], as_of: date) -> sa.ColumnElement[Any]:
    return sa.case((_is_parted(day, as_of) & (day <= as_of), as_of), else_=MonthEndOf(day))


def _ending(day: sa.ColumnElement[Any], as_of: date) -> sa.ColumnElement[int]:
    """The number of the last month, doubled: one more for what ends in it after the day parted."""
    after = sa.case((_is_parted(day, as_of) & (day > as_of), 1), else_=0)
    return month_number(day) * 2 + after


def _is_parted(day: sa.ColumnElement[Any], as_of: date) -> sa.ColumnElement[bool]:
    return MonthStartOf(day) == as_of.replace(day=1)


def _number(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.sum(sa.case((condition, 1), else_=0))

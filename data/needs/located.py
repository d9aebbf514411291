"""Where records are that can answer a need: one row per record, theme and place.

A place is a city's id, a country's code, or empty text for the region: the records of the region
concern no country, or several.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from data import schema, values

Condition = sa.ColumnElement[bool]

NO_END = date(9999, 12, 31)
"""The last day of what has no end on record."""
REGION = ""


@dataclass(frozen=True, slots=True, eq=False)
class Answering:
    """A sheet whose records can answer a need.

    `day` is compared with the days in which the need was raised: the last day of support, the
    first day of an activity. A record without one answers none.
    """

    table: sa.Table
    conditions: tuple[Condition, ...]
    day: sa.ColumnElement[Any]
    cities: sa.Table | None

    @property
    def themes(self) -> sa.Table:
        """The link table of its themes."""
        return schema.LINKS[self.table.name, "themes"]


_SUPPORT, _ACTIVITIES = schema.support.c, schema.activities.c


def _end_of_support() -> sa.ColumnElement[Any]:
    """The last day on record of delivered support; other support goes on."""
    dates = (_SUPPORT.completed_last, _SUPPORT.started_last, _SUPPORT.requested_last)
    no_end = sa.literal(NO_END, sa.Date)
    return sa.case((_SUPPORT.status == "delivered", sa.func.coalesce(*dates, no_end)), else_=no_end)


GIVEN = (_SUPPORT.review == "approved", _SUPPORT.status != "declined")
ANSWERING: Mapping[str, Answering] = {
    "support": Answering(
        schema.support,
        GIVEN,
        _end_of_support(),
        schema.LINKS["support", "cities"],
    ),
    "activities": Answering(
        schema.activities,
        (_ACTIVITIES.review == "approved", _ACTIVITIES.status == "held"),
        _ACTIVITIES.first_day,
        schema.LINKS["activities", "cities"],
    ),
    "practices": Answering(schema.practices, (), sa.literal(NO_END, sa.Date), None),
}
"""Sheet → what of it can answer a need."""

_ONE_COUNTRY = tuple(values.COUNTRY_BITS.values())


def located(sheet: str) -> sa.Subquery:
    """Select theme, place, day and record of everything in a sheet that can answer a need."""
    answering = ANSWERING[sheet]
    arms = (_in_cities(answering), _in_countries(answering), _in_region(answering))
    return sa.union_all(*arms).subquery(f"located_{sheet}")


def is_at(answering: Answering, place: str) -> Condition:
    """Whether a record of the sheet is at a place."""
    columns = answering.table.c
    if place == REGION:
        return columns.country_bits.not_in(_ONE_COUNTRY)
    if place in values.COUNTRY_BITS:
        return columns.country_bits.bitwise_and(values.COUNTRY_BITS[place]) != 0
    if answering.cities is None:
        return columns.city == place
    links = answering.cities.c
    return columns.id.in_(sa.select(links.record).where(links.value == place))


def _arm(answering: Answering, place: sa.ColumnElement[Any]) -> sa.Select[Any]:
    themes, record = answering.themes.c, answering.table.c
    return (
        sa.select(
            themes.value.label("theme"),
            sa.cast(place, sa.Text).label("place"),
            answering.day.label("day"),
            record.id.label("record"),
        )
        .join_from(answering.table, answering.themes, themes.record == record.id)
        .where(*answering.conditions)
    )


def _in_cities(answering: Answering) -> sa.Select[Any]:
    record = answering.table.c
    if answering.cities is None:
        return _arm(answering, record.city).where(record.city.is_not(None))
    links = answering.cities.c
    return _arm(answering, links.value).join(answering.cities, links.record == record.id)


def _in_countries(answering: Answering) -> sa.Select[Any]:
    codes = sa.union_all(
        *(
            sa.select(sa.literal(code).label("code"), sa.literal(bit).label("bit"))
            for code, bit in values.COUNTRY_BITS.items()
        )
    ).subquery("countries")
    concerned = answering.table.c.country_bits.bitwise_and(codes.c.bit) != 0
    return _arm(answering, codes.c.code).join(codes, concerned)


def _in_region(answering: Answering) -> sa.Select[Any]:
    bits = answering.table.c.country_bits
    return _arm(answering, sa.literal(REGION)).where(bits.not_in(_ONE_COUNTRY))

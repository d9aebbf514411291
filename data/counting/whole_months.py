"""Sums of whole months: what most filters count is added up from them, not from the records.

A table of months has one row per programme, place, kind and first and last month of records. A
filter whose period begins and ends with months, and that asks for no city, theme or funder, selects
from it as from the records themselves; others, and several countries, read the records. A test
holds the two equal. The day of the data parts its month, as figures are counted up to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.filters import Filters
from data.values import COUNTRY_BITS

ANYWHERE = 0
"""The place of the sums over records wherever they are, regional ones among them."""
PLACES = tuple(COUNTRY_BITS.values())
"""The places of the sums over the records that concern a country."""
ACTIVITY_MONTHS = pick.SheetParts(schema.activity_months, kinds=True)
SUPPORT_MONTHS = pick.SheetParts(schema.support_months)
QUALITY_MONTHS = pick.SheetParts(schema.quality_months, kinds=True)


def of_whole_months(filters: Filters, as_of: date, also: Iterable[date] = ()) -> bool:
    """Tell whether sums of months can answer: places aside, and up to `also` each of some days."""
    first, last = filters.first_day, filters.last_day
    parts = (filters.cities, filters.themes, filters.funders)
    ends = [*also, *([last] if last else [])]
    return (
        not any(parts)
        and (first is None or first.day == 1)
        and all(day == as_of or _ends_a_month(day) for day in ends)
    )


def of_whole_months_of_support(filters: Filters, as_of: date, also: Iterable[date] = ()) -> bool:
    """Tell the same of support, which is asked for by channel as well."""
    return not filters.channels and of_whole_months(filters, as_of, also)


def place_of(filters: Filters) -> int | None:
    """Name the place whose sums a filter's places ask for; None where there is none."""
    if filters.cities or len(filters.countries) > 1:
        return None
    return filters.country_bits


def selected_months(
    parts: pick.SheetParts, filters: Filters, places: Sequence[int], *columns: Any
) -> sa.Select[Any]:
    """Select rows of months by a filter without its places, and by places of sums."""
    anywhere = replace(filters, countries=(), cities=())
    query = pick.selected(parts, anywhere, *columns)
    return query.where(parts.table.c.place.in_(places))


def sums_of(table: sa.FromClause, names: Iterable[str]) -> list[sa.Label[Any]]:
    """Add sums of months up, by their names; none where there are no rows."""
    return [sa.func.coalesce(_added(name)(table.c[name]), 0).label(name) for name in names]


def places_of(bits: int) -> tuple[int, ...]:
    """List the places of some countries, one each."""
    return tuple(bit for bit in PLACES if bit & bits)


def _added(name: str) -> Any:
    is_greatest = name.endswith(("_largest", "_is_rough", "_head_counts"))
    return sa.func.max if is_greatest else sa.func.sum


def _ends_a_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1

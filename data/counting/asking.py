"""One reader's question on one connection, and the tallies that several rules share.

A tally is a selection grouped to a handful of rows: whatever shows activities of one filter
(cards, trends, timeline, scope) adds up the same tally instead of scanning the records again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import sqlalchemy as sa

from data import schema
from data.attention.thresholds import STANDARD_THRESHOLDS, Thresholds
from data.counting import selection as pick
from data.counting import whole_months as whole
from data.counting.months import MonthOf
from data.counting.slots import kind_in, month_in, month_text, quarter_of
from data.filters import Filters
from data.small_numbers import STANDARD, SmallNumbers

HELD = ("held",)


class HeldTally(NamedTuple):
    """Selected held activities of one kind and month; month null = undated."""

    kind: str
    month: str | None
    records: int
    naming_city: int


class SupportTally(NamedTuple):
    """Selected support of one status and month; month null = undated."""

    status: str
    names_city: bool
    month: str | None
    records: int


class CityTally(NamedTuple):
    """Selected held activities, or support, that name a city; quarters as in `slots`."""

    status: str
    city: str
    quarter: int
    records: int


@dataclass(frozen=True)
class Asking:
    """A filter on an open connection, the day that the data stand for, and what is too small.

    `attention`: from when on something needs a hand.
    """

    connection: sa.Connection
    filters: Filters
    as_of: date
    small_numbers: SmallNumbers = STANDARD
    attention: Thresholds = STANDARD_THRESHOLDS

    @cached_property
    def held(self) -> tuple[HeldTally, ...]:
        """Selected held activities by kind and month."""
        return tuple(
            HeldTally(kind_in(slot), month_in(slot), int(records), int(naming))
            for slot, records, naming in self.connection.execute(self._held())
        )

    def _held(self) -> sa.Select[Any]:
        place = whole.place_of(self.filters)
        if place is not None and whole.of_whole_months(self.filters, self.as_of):
            months = schema.activity_months
            sums = whole.sums_of(months, ("records", "naming_city"))
            chosen = (whole.ACTIVITY_MONTHS, self.filters, (place,))
            query = whole.selected_months(*chosen, months.c.slot, *sums)
            return query.group_by(months.c.programme, months.c.slot)
        slot, names = schema.activity_facts.c.slot, sa.func.sum(self._names(pick.ACTIVITIES))
        query = pick.selected(
            pick.ACTIVITIES, self.filters, slot, sa.func.count(), names, statuses=HELD
        )
        return query.group_by(schema.activity_facts.c.programme, slot)

    @cached_property
    def support(self) -> tuple[SupportTally, ...]:
        """Selected support by status and month."""
        place = whole.place_of(self.filters)
        if place is not None and whole.of_whole_months_of_support(self.filters, self.as_of):
            return tuple(self._support_of_months(place))
        column = schema.support.c
        grain = (column.status, self._names(pick.SUPPORT), MonthOf(column.first_day))
        return tuple(map(SupportTally._make, self._grouped(pick.SUPPORT, grain, None)))

    def _support_of_months(self, place: int) -> Iterator[SupportTally]:
        month = schema.support_months.c
        sums = whole.sums_of(schema.support_months, ("records", "naming_city"))
        query = whole.selected_months(
            whole.SUPPORT_MONTHS, self.filters, (place,), month.status, month.beginning, *sums
        ).group_by(month.status, month.beginning)
        for status, beginning, records, naming in self.connection.execute(query):
            for names_city, number in ((True, int(naming)), (False, int(records - naming))):
                if number:
                    yield SupportTally(status, names_city, month_text(beginning), number)

    @cached_property
    def activity_cities(self) -> tuple[CityTally, ...]:
        """Selected held activities by city that took part, cities outside the choice too."""
        column = schema.city_facts.c
        grain = (column.programme, column.status, column.city, column.quarter)
        query = pick.selected(
            pick.ACTIVITY_CITIES, self.filters, *grain[1:], sa.func.count(), statuses=HELD
        )
        return tuple(map(CityTally._make, self.connection.execute(query.group_by(*grain))))

    @cached_property
    def support_cities(self) -> tuple[CityTally, ...]:
        """Selected support by beneficiary city, cities outside the choice too."""
        column, links = schema.support.c, schema.LINKS["support", "cities"]
        grain = (column.status, links.c.value, quarter_of(column))
        query = pick.selected(pick.SUPPORT, self.filters, *grain, sa.func.count())
        query = query.join_from(schema.support, links, links.c.record == column.id)
        return tuple(map(CityTally._make, self.connection.execute(query.group_by(*grain))))

    @cached_property
    def chosen_cities(self) -> frozenset[str]:
        """Ids of the cities in the chosen places; all cities when none is chosen."""
        return frozenset(self.connection.scalars(pick.chosen_cities(self.filters)))

    def _names(self, parts: pick.SheetParts) -> sa.ColumnElement[int]:
        return sa.case((pick.names_city(parts, self.filters), 1), else_=0)

    def _grouped(
        self,
        parts: pick.SheetParts,
        grain: Sequence[sa.ColumnElement[Any]],
        statuses: Sequence[str] | None,
    ) -> Sequence[Any]:
        named = [column.label(f"part_{place}") for place, column in enumerate(grain)]
        inner = pick.selected(parts, self.filters, *named, statuses=statuses).subquery()
        query = sa.select(*inner.c, sa.func.count()).group_by(*inner.c)
        return self.connection.execute(query).all()

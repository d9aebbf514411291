"""One reader's question on one connection, and the tallies that several rules share.

A tally is a selection grouped to a handful of rows: whatever shows activities of one filter
(cards, trends, timeline, scope) adds up the same tally instead of scanning the records again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.months import MonthOf
from data.figures import Reason
from data.filters import Filters

HELD = ("held",)


class ActivityTally(NamedTuple):
    """Candidates of one kind and month: `early` and `late` are reasons before and after kind."""

    kind: str
    early: str | None
    late: str | None
    names_city: bool
    month: str | None
    records: int

    def reason(self, kinds: Sequence[str]) -> str | None:
        """The one reason under a rule that counts only `kinds` (empty = all)."""
        if self.early is not None:
            return self.early
        return Reason.KIND if kinds and self.kind not in kinds else self.late


class SupportTally(NamedTuple):
    """Candidates of one status and month: `rest` is the reason after status."""

    status: str
    rest: str | None
    names_city: bool
    month: str | None
    records: int

    def reason(self, statuses: Sequence[str]) -> str | None:
        """The one reason under a rule that counts only `statuses`."""
        return self.rest if self.status in statuses else self.status


class CityTally(NamedTuple):
    """Selected records of one kind (activities) or status (support) that name a city."""

    city: str
    part: str
    records: int


@dataclass(frozen=True)
class Asking:
    """A filter on an open connection, with the day that the data stand for."""

    connection: sa.Connection
    filters: Filters
    as_of: date

    @cached_property
    def activity_tally(self) -> tuple[ActivityTally, ...]:
        """Activities by kind, reason and month."""
        columns = schema.activities.c
        early = pick.reason_case(pick.reason_before_kind(pick.ACTIVITIES, self.filters, HELD))
        late = pick.reason_case(pick.reason_from_kind(pick.ACTIVITIES, self.filters))
        names = sa.case((pick.names_city(pick.ACTIVITIES, self.filters), 1), else_=0)
        parts = (
            columns.kind,
            early.label("early"),
            late.label("late"),
            names.label("names_city"),
            MonthOf(columns.first_day).label("month"),
        )
        return tuple(ActivityTally._make(row) for row in self._grouped(pick.ACTIVITIES, parts))

    @cached_property
    def support_tally(self) -> tuple[SupportTally, ...]:
        """Support by status, reason and month."""
        columns = schema.support.c
        steps = [
            *pick.reason_before_kind(pick.SUPPORT, self.filters, None),
            *pick.reason_from_kind(pick.SUPPORT, self.filters),
        ]
        names = sa.case((pick.names_city(pick.SUPPORT, self.filters), 1), else_=0)
        parts = (
            columns.status,
            pick.reason_case(steps).label("rest"),
            names.label("names_city"),
            MonthOf(columns.first_day).label("month"),
        )
        return tuple(SupportTally._make(row) for row in self._grouped(pick.SUPPORT, parts))

    @cached_property
    def activity_cities(self) -> tuple[CityTally, ...]:
        """Selected held activities by city and kind, cities outside the choice too."""
        part = schema.activities.c.kind
        return self._by_city(pick.ACTIVITIES, part, HELD)

    @cached_property
    def support_cities(self) -> tuple[CityTally, ...]:
        """Selected support by beneficiary city and status, cities outside the choice too."""
        return self._by_city(pick.SUPPORT, schema.support.c.status, None)

    @cached_property
    def chosen_cities(self) -> frozenset[str]:
        """Ids of the cities in the chosen places; all cities when none is chosen."""
        return frozenset(self.connection.scalars(pick.chosen_cities(self.filters)))

    def _grouped(
        self, parts: pick.SheetParts, columns: Sequence[sa.ColumnElement[Any]]
    ) -> Sequence[Any]:
        grain = sa.select(*columns).where(*pick.candidates(parts, self.filters)).subquery()
        query = sa.select(*grain.c, sa.func.count()).group_by(*grain.c)
        return self.connection.execute(query).all()

    def _by_city(
        self, parts: pick.SheetParts, part: sa.ColumnElement[Any], statuses: Sequence[str] | None
    ) -> tuple[CityTally, ...]:
        assert parts.cities is not None
        links = parts.cities.c
        query = (
            pick.selected(
                parts, self.filters, links.value, part, sa.func.count(), statuses=statuses
            )
            .join_from(parts.table, parts.cities, links.record == parts.table.c.id)
            .group_by(links.value, part)
        )
        return tuple(CityTally._make(row) for row in self.connection.execute(query))

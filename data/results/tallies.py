"""One reading for many figures: what filters count that differ only in country and last day.

The selection of a filter without its countries is tallied once, by the countries that a record
concerns and by the step of time in which it ends. Every figure of a country, and every running
total up to a step, is a sum of those tallies; a test holds them equal to counting one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.asking import HELD, CityTally, HeldTally, SupportTally
from data.counting.followed import FollowedTally, followed_candidates
from data.counting.rules import Question
from data.counting.splits import Splits, read_splits
from data.results.month_tallies import MonthTallies
from data.results.people_tallies import PeopleTallies
from data.results.steps import step_of


class _Records(NamedTuple):
    """Records of one step, of one kind (or status), by the bits of their countries and cities."""

    step: int
    kind: str
    country_bits: int
    city_bits: int
    records: int


class _There(NamedTuple):
    """Records of some countries of one step and kind, and how many of them name a city there."""

    step: int
    kind: str
    records: int
    naming_city: int


class _Followed(NamedTuple):
    """Workshops and roundtables of one step that are old enough, and those followed up."""

    step: int
    country_bits: int
    records: int
    followed: int


@dataclass(frozen=True)
class Tallies:
    """What the filter of `whole` counts, by country and step.

    `whole` chooses no city, and all countries that are asked about, or none; `steps` are the last
    days up to which is counted, in their order, empty = as the filter's own period has it.
    """

    whole: Question
    steps: tuple[date, ...] = ()

    def held(self, step: int, bits: int) -> tuple[HeldTally, ...]:
        """Held activities up to a step that concern one of the countries; 0 = all."""
        if self._months.has(bits):
            return self._months.held(step, bits)
        rows = self._there("held", self._held, bits)
        return tuple(
            HeldTally(kind, None, records, naming)
            for first, kind, records, naming in rows
            if first <= step
        )

    def support(self, step: int, bits: int) -> tuple[SupportTally, ...]:
        """Support up to a step that concerns one of the countries; 0 = all."""
        if self._months.has_support(bits):
            return self._months.support(step, bits)
        rows = self._there("support", self._support, bits)
        return tuple(
            SupportTally(status, names_city, None, number)
            for first, status, records, naming in rows
            for names_city, number in ((True, naming), (False, records - naming))
            if first <= step
        )

    def _there(self, sheet: str, rows: Sequence[_Records], bits: int) -> list[_There]:
        """Add the records of some countries up by step and kind, and those naming a city there."""
        if (sheet, bits) not in self._known:
            sums: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0])
            for row in rows:
                if not bits or row.country_bits & bits:
                    added = sums[row.step, row.kind]
                    added[0] += row.records
                    named = row.city_bits & bits if bits else row.city_bits
                    added[1] += row.records if named else 0
            self._known[sheet, bits] = [_There(*key, *numbers) for key, numbers in sums.items()]
        return self._known[sheet, bits]

    @cached_property
    def _known(self) -> dict[tuple[str, int], list[_There]]:
        return {}

    def activity_cities(self, step: int) -> tuple[CityTally, ...]:
        """Cities that took part in an activity up to a step, wherever they lie."""
        return tuple(CityTally("held", city, 0, 1) for first, city in self._cities if first <= step)

    def support_cities(self, step: int) -> tuple[CityTally, ...]:
        """Beneficiary cities up to a step, wherever they lie."""
        return tuple(
            CityTally(status, city, 0, 1)
            for first, status, city in self._supported
            if first <= step
        )

    def followed(self, step: int, bits: int) -> FollowedTally:
        """Workshops and roundtables up to a step, and those that support arose from."""
        if self._months.has(bits):
            return self._months.followed(step, bits)
        rows = [
            row
            for row in self._followed
            if row.step <= step and (not bits or row.country_bits & bits)
        ]
        return FollowedTally(sum(row.records for row in rows), sum(row.followed for row in rows))

    def splits(self, step: int) -> Splits:
        """The people up to a step in parts of the neighbouring filters, whatever the country."""
        if step not in self._splits:
            until = self.whole
            if self.steps:
                day = self.steps[step]
                until = until.under(until.filters.with_period(until.filters.first_day, day))
            self._splits[step] = read_splits(until)
        return self._splits[step]

    @cached_property
    def _splits(self) -> dict[int, Splits]:
        return {}

    @cached_property
    def people(self) -> PeopleTallies:
        """People at activities, by the one country for which each row counts."""
        return PeopleTallies(self.whole, self.steps, self._months)

    @cached_property
    def _months(self) -> MonthTallies:
        return MonthTallies(self.whole, self.steps)

    @cached_property
    def _held(self) -> Sequence[_Records]:
        column = schema.activity_facts.c
        grain = (column.kind, column.country_bits, column.city_bits)
        query = self._by_step(pick.ACTIVITIES, grain, sa.func.count(), statuses=HELD)
        return [_Records._make(row) for row in self.whole.connection.execute(query)]

    @cached_property
    def _support(self) -> Sequence[_Records]:
        column = schema.support.c
        grain = (column.status, column.country_bits, column.city_bits)
        query = self._by_step(pick.SUPPORT, grain, sa.func.count())
        return [_Records._make(row) for row in self.whole.connection.execute(query)]

    @cached_property
    def _cities(self) -> Sequence[tuple[int, str]]:
        column = schema.city_facts.c
        first = sa.func.min(step_of(column.last_day, self.steps))
        query = pick.selected(
            pick.ACTIVITY_CITIES, self.whole.filters, first, column.city, statuses=HELD
        )
        query = query.group_by(column.programme, column.status, column.city)
        return [(row[0], row[1]) for row in self.whole.connection.execute(query)]

    @cached_property
    def _supported(self) -> Sequence[tuple[int, str, str]]:
        column, links = schema.support.c, schema.LINKS["support", "cities"]
        first = sa.func.min(step_of(column.last_day, self.steps))
        query = pick.selected(
            pick.SUPPORT, self.whole.filters, first, column.status, links.c.value
        ).join_from(schema.support, links, links.c.record == column.id)
        query = query.group_by(column.status, links.c.value)
        return [(row[0], row[1], row[2]) for row in self.whole.connection.execute(query)]

    @cached_property
    def _followed(self) -> Sequence[_Followed]:
        grain = followed_candidates(self.whole).subquery("followed")
        step = step_of(grain.c.last_day, self.steps).label("step")
        query = sa.select(
            step,
            grain.c.country_bits,
            sa.func.count(),
            sa.func.sum(sa.case((grain.c.followed_up, 1), else_=0)),
        ).group_by(sa.text("step"), grain.c.country_bits)
        return [_Followed._make(row) for row in self.whole.connection.execute(query)]

    def _by_step(
        self,
        parts: pick.SheetParts,
        grain: Sequence[sa.ColumnElement[Any]],
        *sums: sa.ColumnElement[Any],
        statuses: Sequence[str] | None = None,
    ) -> sa.Select[Any]:
        step = step_of(parts.table.c.last_day, self.steps).label("step")
        query = pick.selected(parts, self.whole.filters, step, *grain, *sums, statuses=statuses)
        return query.group_by(sa.text("step"), *grain)

"""The tallies of whole months: everywhere and for each country, by step, in one small reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import sqlalchemy as sa

from data import schema
from data.counting import people as heads
from data.counting import whole_months as whole
from data.counting.asking import HeldTally, SupportTally
from data.counting.followed import FollowedTally
from data.counting.rules import Question
from data.results.steps import step_of


@dataclass(frozen=True)
class MonthTallies:
    """What the sums of months of a filter give, by place, step and kind.

    `question` chooses no city; its countries and everywhere are the places that can be asked of.
    """

    question: Question
    steps: tuple[date, ...] = ()

    @cached_property
    def answers(self) -> bool:
        """Whether sums of months answer this filter up to these steps."""
        return whole.of_whole_months(self.question.filters, self.question.as_of, self.steps)

    def has(self, bits: int) -> bool:
        """Whether there are sums of these countries: of one, or of everywhere."""
        return self.answers and (bits == whole.ANYWHERE or bits in whole.PLACES)

    def held(self, step: int, bits: int) -> tuple[HeldTally, ...]:
        """Held activities up to a step."""
        return tuple(
            HeldTally(row["kind"], None, row["records"], row["naming_city"])
            for row in self._there(step, bits)
        )

    def followed(self, step: int, bits: int) -> FollowedTally:
        """Workshops and roundtables up to a step, and those that support arose from."""
        rows = self._there(step, bits)
        return FollowedTally(_total(rows, "tellable"), _total(rows, "followed"))

    def has_support(self, bits: int) -> bool:
        """The same of support."""
        filters, as_of = self.question.filters, self.question.as_of
        return whole.of_whole_months_of_support(filters, as_of, self.steps) and self.has(bits)

    def support(self, step: int, bits: int) -> tuple[SupportTally, ...]:
        """Support up to a step."""
        return tuple(
            SupportTally(row["status"], names_city, None, number)
            for row in self._support
            if row["place"] == bits and row["step"] <= step
            for names_city, number in (
                (True, int(row["naming_city"])),
                (False, int(row["records"] - row["naming_city"])),
            )
        )

    def people(self, step: int, bits: int, held: int, distinct: tuple[int, int]) -> heads.People:
        """Add up the people up to a step; `distinct` are different persons, and mayors."""
        rows = [row for row in self._there(step, bits) if row["with_people"]]
        people = heads.people_in(rows, held, distinct)
        return replace(
            people,
            everyone=replace(people.everyone, months=()),
            mayors=replace(people.mayors, months=()),
        )

    def _there(self, step: int, bits: int) -> list[sa.RowMapping]:
        return [row for row in self._rows if row["place"] == bits and row["step"] <= step]

    @cached_property
    def _support(self) -> Sequence[sa.RowMapping]:
        table = schema.support_months
        step = step_of(table.c.last_day, self.steps).label("step")
        sums = whole.sums_of(table, ("records", "naming_city"))
        columns = (step, table.c.place, table.c.status, *sums)
        query = whole.selected_months(
            whole.SUPPORT_MONTHS, self.question.filters, self._places, *columns
        ).group_by(sa.text("step"), table.c.place, table.c.status)
        return self.question.connection.execute(query).mappings().all()

    @property
    def _places(self) -> tuple[int, ...]:
        filters = self.question.filters
        countries = whole.places_of(filters.country_bits) if filters.countries else whole.PLACES
        return (whole.ANYWHERE, *countries)

    @cached_property
    def _rows(self) -> Sequence[sa.RowMapping]:
        table, filters = schema.activity_months, self.question.filters
        step = step_of(table.c.last_day, self.steps).label("step")
        query = whole.selected_months(
            whole.ACTIVITY_MONTHS,
            filters,
            self._places,
            step,
            table.c.place,
            table.c.kind,
            sa.func.min(table.c.slot).label("slot"),
            *whole.sums_of(table, schema.MONTH_SUMS),
        ).group_by(sa.text("step"), table.c.place, table.c.kind)
        return self.question.connection.execute(query).mappings().all()


def _total(rows: Sequence[sa.RowMapping], name: str) -> int:
    return sum(int(row[name]) for row in rows)

"""People at activities, tallied by the one country for which each row counts, and by step.

A row of people counts for at most one country: its own, where the activity concerns it, or the
only one of an activity in one city or country. So one statement gives what six would.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import sqlalchemy as sa

from data import schema
from data.counting import people as heads
from data.counting import selection as pick
from data.counting.asking import HELD
from data.counting.rules import Question
from data.results.month_tallies import MonthTallies
from data.results.people_sums import EVERYWHERE, UNKNOWN, country_of, tally
from data.results.steps import step_of
from data.values import COUNTRY_BITS


class _Listed(NamedTuple):
    """Activities of one step that list their people one by one, by the bits of their countries."""

    step: int
    country_bits: int
    activities: int


class _Persons(NamedTuple):
    """Different persons of one country, by the step in which they first came, and as mayors."""

    country: int
    first: int
    first_as_mayor: int | None
    persons: int


class _There(NamedTuple):
    """The tallied rows of one place up to a step, what is unknown of it, and its activities."""

    counted: Sequence[sa.RowMapping]
    unknown: Sequence[sa.RowMapping]
    listed: int
    held: int


@dataclass(frozen=True)
class PeopleTallies:
    """What the rows of people of a filter add up to, by country and step."""

    whole: Question
    steps: tuple[date, ...]
    months: MonthTallies

    def people(self, step: int, country: int, held: int) -> heads.People:
        """Add up the people up to a step for the bit of a country.

        0 = everywhere; the bits of all countries of the filter = these together.

        `held` is the number of the selected held activities there.
        """
        if self.months.has(country):
            return self.months.people(step, country, held, self._distinct(step, country))
        rows = [row for row in self._rows(country) if row["step"] <= step]
        counted = [row for row in rows if row["country"] == country]
        unknown = [row for row in rows if row["country"] == UNKNOWN and row["bits"] & country]
        listed = self._listed_activities(step, country)
        everyone, mayors = self._distinct(step, country)
        there = _There(counted, unknown, listed, held)
        return heads.People(
            everyone=_head_count("all", there, everyone),
            mayors=_head_count("mayor", there, mayors),
            female=_total(counted, "female"),
            gendered=_total(counted, "gendered"),
            ungendered=_total(counted, "ungendered"),
        )

    def _listed_activities(self, step: int, country: int) -> int:
        if country == EVERYWHERE:
            return 0
        return sum(
            row.activities
            for row in self._listed
            if row.step <= step and row.country_bits & country
        )

    def _distinct(self, step: int, country: int) -> tuple[int, int]:
        rows = [row for row in self._persons_of(country) if row.country == country]
        everyone = sum(row.persons for row in rows if row.first <= step)
        as_mayor = [(row.first_as_mayor, row.persons) for row in rows]
        return everyone, sum(
            persons for first, persons in as_mayor if first is not None and first <= step
        )

    def _rows(self, country: int) -> Sequence[sa.RowMapping]:
        if country == EVERYWHERE:
            return self._everywhere
        return self._by_country if country in COUNTRY_BITS.values() else self._together

    def _persons_of(self, country: int) -> Sequence[_Persons]:
        if country == EVERYWHERE:
            return self._persons
        if country in COUNTRY_BITS.values():
            return self._persons_by_country
        return self._persons_together

    @cached_property
    def _everywhere(self) -> Sequence[sa.RowMapping]:
        return self._execute(tally(self._activities(), listed_apart=False))

    @cached_property
    def _by_country(self) -> Sequence[sa.RowMapping]:
        return self._execute(tally(self._activities_by(country_of), listed_apart=True))

    @cached_property
    def _together(self) -> Sequence[sa.RowMapping]:
        """The countries of the filter as one: their people at one activity are one head-count."""
        return self._execute(tally(self._activities_by(self._union), listed_apart=True))

    def _union(self, row: Any) -> sa.ColumnElement[int]:
        bits, country = self.whole.filters.country_bits, country_of(row)
        return sa.case(
            (country == UNKNOWN, UNKNOWN), (country.bitwise_and(bits) != 0, bits), else_=0
        )

    def _execute(self, query: sa.Select[Any]) -> Sequence[sa.RowMapping]:
        return self.whole.connection.execute(query).mappings().all()

    def _activities(self) -> sa.Subquery:
        """One row per activity: everywhere, every row of people counts."""
        column = schema.activity_facts.c
        sums = [column[name] for name in ("listed", *schema.HEAD_COUNT_SUMS)]
        query = pick.selected(
            pick.ACTIVITIES,
            self.whole.filters,
            step_of(column.last_day, self.steps).label("step"),
            sa.literal_column(str(EVERYWHERE)).label("country"),
            sa.literal_column("0").label("country_bits"),
            *sums,
            statuses=HELD,
        )
        return query.where(column.listed.is_not(None)).subquery("each")

    def _activities_by(self, place: Callable[[Any], sa.ColumnElement[int]]) -> sa.Subquery:
        """One row per activity and country for which rows count, one for what is unknown."""
        column = schema.head_count_facts.c
        country = place(column).label("country")
        sums = [
            (sa.func.max if name.endswith("_rough") else sa.func.sum)(column[name]).label(name)
            for name in schema.HEAD_COUNT_SUMS
        ]
        query = pick.selected(
            pick.HEAD_COUNTS,
            self.whole.filters,
            sa.func.max(step_of(column.last_day, self.steps)).label("step"),
            country,
            sa.func.max(column.country_bits).label("country_bits"),
            sa.func.max(column.listed).label("listed"),
            *sums,
            statuses=HELD,
        )
        return query.group_by(column.activity, sa.text("country")).subquery("each")

    @cached_property
    def _listed(self) -> Sequence[_Listed]:
        """Such an activity is usable wherever it counts; nobody of there is a known 0."""
        column = schema.activity_facts.c
        step = step_of(column.last_day, self.steps).label("step")
        query = pick.selected(
            pick.ACTIVITIES,
            self.whole.filters,
            step,
            column.country_bits,
            sa.func.count(),
            statuses=HELD,
        ).where(column.listed == 1)
        grouped = query.group_by(sa.text("step"), column.country_bits)
        return [_Listed._make(row) for row in self.whole.connection.execute(grouped)]

    @cached_property
    def _persons(self) -> Sequence[_Persons]:
        """Persons of everywhere: each one counts once."""
        return self._first_steps(sa.literal_column(str(EVERYWHERE), sa.Integer), None)

    @cached_property
    def _persons_by_country(self) -> Sequence[_Persons]:
        """Persons of each country: one who came for two countries counts in both."""
        column = schema.person_facts.c
        country = column.row_bits.bitwise_and(column.country_bits)
        return self._first_steps(country, country != 0)

    @cached_property
    def _persons_together(self) -> Sequence[_Persons]:
        """Persons of the countries of the filter: one who came for two of them counts once."""
        column, bits = schema.person_facts.c, self.whole.filters.country_bits
        there = column.row_bits.bitwise_and(column.country_bits).bitwise_and(bits) != 0
        return self._first_steps(sa.literal_column(str(bits), sa.Integer), there)

    def _first_steps(
        self, country: sa.ColumnElement[int], where: sa.ColumnElement[bool] | None
    ) -> Sequence[_Persons]:
        column = schema.person_facts.c
        step = step_of(column.last_day, self.steps)
        query = pick.selected(
            pick.PERSONS,
            self.whole.filters,
            country.label("country"),
            sa.func.min(step).label("first"),
            sa.func.min(sa.case((column.mayor, step))).label("first_as_mayor"),
        ).group_by(column.person, sa.text("country"))
        each = (query if where is None else query.where(where)).subquery("persons")
        grain = (each.c.country, each.c.first, each.c.first_as_mayor)
        grouped = sa.select(*grain, sa.func.count()).group_by(*grain)
        return [_Persons._make(row) for row in self.whole.connection.execute(grouped)]


def _total(rows: Sequence[sa.RowMapping], name: str) -> int:
    return sum(int(row[name]) for row in rows)


def _head_count(group: str, there: _There, distinct: int) -> heads.HeadCount:
    counted = there.counted
    return heads.HeadCount(
        activities=there.held,
        usable=_total(counted, f"{group}_usable") + there.listed,
        people=_total(counted, f"{group}_sum"),
        largest=max((int(row[f"{group}_largest"]) for row in counted), default=0),
        distinct=distinct,
        rough=any(row[f"{group}_is_rough"] for row in (*counted, *there.unknown)),
        head_counts=any(row[f"{group}_head_counts"] for row in counted),
        months=(),
    )

"""Countries without an activity in the calendar half-year of the data's day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from data import schema
from data.attention.days import HalfYear, eve_of_launch, half_year_of, without_period
from data.counting import selection as pick
from data.counting.asking import HELD
from data.counting.rules import Question
from data.filters import Filters
from data.reference import Reference
from data.values import COUNTRY_BITS, COUNTRY_CODES

PLANNED = ("planned",)
_FACTS = schema.activity_facts.c


@dataclass(frozen=True, slots=True)
class CountryActivity:
    """One country: held activities within the half-year, those that may be, and those to come.

    `perhaps` and `last`, the last possible day of its last dated activity, are read where none
    is surely within.
    """

    country: str
    held: int
    perhaps: int
    planned: int
    last: date | None


@dataclass(frozen=True, slots=True)
class HalfYearActivity:
    """The half-year, and every country in question."""

    half_year: HalfYear
    countries: tuple[CountryActivity, ...]

    @property
    def without(self) -> tuple[CountryActivity, ...]:
        """The countries that surely had no activity."""
        return tuple(one for one in self.countries if not one.held and not one.perhaps)

    @property
    def unsure(self) -> tuple[CountryActivity, ...]:
        """The countries that may have had one: its date is not known well enough."""
        return tuple(one for one in self.countries if not one.held and one.perhaps)


def read_half_year(question: Question, reference: Reference) -> HalfYearActivity:
    """Read what was held in each country in question, of all that the filter's other parts have."""
    half_year = half_year_of(question.as_of)
    countries = countries_asked(question.filters, reference)
    within = half_year.of(question.filters)
    held = _numbers(_by_countries(question, within, HELD, sa.func.count()))
    missing = [code for code in countries if not held[code]]
    planned = _planned(question) if missing else {}
    before = _before(question, half_year, missing) if missing else {}
    return HalfYearActivity(
        half_year,
        tuple(
            CountryActivity(code, held[code], perhaps, planned.get(code, 0), last)
            for code in countries
            for perhaps, last in (before.get(code, (0, None)),)
        ),
    )


def countries_asked(filters: Filters, reference: Reference) -> tuple[str, ...]:
    """The countries in question: those chosen, or those of the chosen cities, else all six."""
    chosen = set(filters.countries) or set(COUNTRY_CODES)
    if filters.cities:
        chosen &= {reference.cities[city].country for city in filters.cities}
    return tuple(code for code in COUNTRY_CODES if code in chosen)


def yet_to_come(question: Question) -> sa.ColumnElement[bool]:
    """The planned activities that do not lie behind, as a condition on the sheet of activities."""
    return _ahead(schema.activities.c, question.as_of) & (schema.activities.c.status == "planned")


def perhaps_within(question: Question) -> sa.ColumnElement[bool]:
    """The held activities that may lie in the half-year, as a condition on their sheet."""
    column = schema.activities.c
    return (column.status == "held") & _perhaps(column, half_year_of(question.as_of), question)


def _ahead(column: Any, as_of: date) -> sa.ColumnElement[bool]:
    return sa.or_(column.last_day.is_(None), column.last_day >= as_of)


def _perhaps(column: Any, half_year: HalfYear, question: Question) -> sa.ColumnElement[bool]:
    """Whether a date may mean a day of the half-year, and need not."""
    eve = eve_of_launch(question.connection)
    undated = column.first_day.is_(None)
    if eve is not None and eve < half_year.first:
        undated &= column.programme != "earlier"
    overlaps = (column.first_day <= half_year.last) & (column.last_day >= half_year.first)
    inside = (column.first_day >= half_year.first) & (column.last_day <= half_year.last)
    return sa.or_(undated, overlaps & ~inside)


def _planned(question: Question) -> dict[str, int]:
    ahead = _ahead(_FACTS, question.as_of)
    filters = without_period(question.filters)
    return _numbers(_by_countries(question, filters, PLANNED, sa.func.count(), where=(ahead,)))


def _before(
    question: Question, half_year: HalfYear, countries: Sequence[str]
) -> dict[str, tuple[int, date | None]]:
    """Read of each country without a sure activity how many may be, and the last day of all."""
    bits = sum(COUNTRY_BITS[code] for code in countries)
    rows = _by_countries(
        question,
        without_period(question.filters),
        HELD,
        sa.func.sum(sa.case((_perhaps(_FACTS, half_year, question), 1), else_=0)),
        sa.func.max(sa.case((_FACTS.first_day <= question.as_of, _FACTS.last_day))),
        where=(pick.has_bits(_FACTS.country_bits, bits),),
    )
    perhaps = _numbers(rows)
    return {code: (perhaps[code], _latest(rows, code)) for code in countries}


def _by_countries(
    question: Question,
    filters: Filters,
    statuses: Sequence[str],
    *read: sa.ColumnElement[Any],
    where: Sequence[sa.ColumnElement[bool]] = (),
) -> Sequence[Any]:
    """Read some values of each set of countries that activities concern."""
    query = pick.selected(
        pick.ACTIVITIES, filters, _FACTS.country_bits, *read, statuses=statuses
    ).where(*where)
    return question.connection.execute(query.group_by(_FACTS.country_bits)).all()


def _numbers(rows: Sequence[Any]) -> dict[str, int]:
    """Add up the first value by country: a record that concerns two countries is in both."""
    return {
        code: sum(int(row[1]) for row in rows if row[0] & bit) for code, bit in COUNTRY_BITS.items()
    }


def _latest(rows: Sequence[Any], code: str) -> date | None:
    days = [row[2] for row in rows if row[0] & COUNTRY_BITS[code] and row[2] is not None]
    return max(days, default=None)

"""Days that the rules of attention look back to from the day of the data."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from data import schema
from data.dates import days_before
from data.filters import Filters

MONTHS_A_YEAR = 12


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month where it has no such day."""
    number = day.year * MONTHS_A_YEAR + day.month - 1 - months
    year, month = max(number // MONTHS_A_YEAR, 1), number % MONTHS_A_YEAR + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def whole_months(first: date, last: date) -> int:
    """How many whole months lie between two days; 0 where the first is not before the last."""
    months = (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month
    while months > 0 and months_before(last, months) < first:
        months -= 1
    return max(months, 0)


@dataclass(frozen=True, slots=True)
class HalfYear:
    """The calendar half-year in which a day lies."""

    first: date
    last: date

    def of(self, filters: Filters) -> Filters:
        """The filter with this half-year as its period."""
        return filters.with_period(self.first, self.last)


def half_year_of(day: date) -> HalfYear:
    """The half-year of a day: January to June, or July to December."""
    if day.month <= MONTHS_A_YEAR // 2:
        return HalfYear(date(day.year, 1, 1), date(day.year, 6, 30))
    return HalfYear(date(day.year, 7, 1), date(day.year, 12, 31))


def without_period(filters: Filters) -> Filters:
    """The filter over all days."""
    return filters.with_period(None, None)


def eve_of_launch(connection: sa.Connection) -> date | None:
    """The last day that an activity from before the hub may lie on; None = not known."""
    launched = connection.scalar(sa.select(schema.dataset.c.launched_last))
    return None if launched is None else days_before(launched, 1)

"""Dates as precise as they are known (EDTF level 0): a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["year", "month", "day"]

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class DateSpan:
    """All that is known of a date: its earliest day, its latest day and its precision."""

    first: date
    last: date
    precision: Precision

    def __str__(self) -> str:
        """Write the date as the workbook writes it: 2023, 2023-03 or 2023-03-08."""
        length = {"year": 4, "month": 7, "day": 10}[self.precision]
        return self.first.isoformat()[:length]


def parse_date(text: str) -> DateSpan:
    """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError when it is none of them."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date written YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return DateSpan(date(year, 1, 1), date(year, 12, 31), "year")
    if day is None:
        last_day = calendar.monthrange(year, _checked_month(month))[1]
        return DateSpan(date(year, month, 1), date(year, month, last_day), "month")
    return DateSpan(date(year, month, day), date(year, month, day), "day")


def _checked_month(month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return month


def days_before(day: date, days: int) -> date:
    """Return the day so many days before another; the calendar's first where it ends."""
    return date.fromordinal(max(day.toordinal() - days, 1))

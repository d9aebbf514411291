"""The days that synthetic data cover, and dates written in every precision."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from data.dates import Precision, parse_date
from data.workbook.synthetic.chance import Chance

BEGINNING = date(2016, 1, 1)
LAUNCHED = date(2022, 11, 1)
AS_OF = date(2024, 12, 31)
HORIZON = date(2025, 12, 31)

QUIET_MONTHS = (1, 8)

PRECISIONS: dict[Precision | None, int] = {"day": 12, "month": 5, "year": 2, None: 1}
"""Cards of a deck of precisions; None leaves the date empty."""

SPAN_STYLES = {
    "one-day": 32,
    "several-days": 44,
    "across-months": 4,
    "month": 8,
    "months": 3,
    "year": 4,
    "years": 1,
    "month-to-day": 1,
    "none": 3,
}
"""Cards of a deck of ways in which start and end are written."""


@dataclass(frozen=True, slots=True)
class WrittenSpan:
    """Start and end as a workbook writes them, and the days that they stand for."""

    start: str
    end: str
    first: date | None
    last: date | None


def written(day: date, precision: Precision | None) -> str:
    """Write a day as precisely as asked: 2023, 2023-03 or 2023-03-08; empty for None."""
    if precision is None:
        return ""
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]]


def working_day(stream: Chance, first: date, last: date) -> date:
    """Give a day of the period, rarely at a weekend and less often in a quiet month."""
    day = stream.day(first, last)
    if day.month in QUIET_MONTHS and stream.often(0.6):
        day = stream.day(first, last)
    weekday = day.weekday()
    moved = day - timedelta(days=2) if weekday > 4 else day
    return moved if moved >= first else day


def draw_span(stream: Chance, style: str, first: date, last: date) -> WrittenSpan:
    """Draw start and end within the period, written in one of SPAN_STYLES."""
    day = working_day(stream, first, last)
    start, end = _span_text(stream, style, day, last)
    if not start:
        return WrittenSpan("", "", None, None)
    return WrittenSpan(start, end, parse_date(start).first, parse_date(end or start).last)


def _span_text(stream: Chance, style: str, day: date, last: date) -> tuple[str, str]:
    iso = day.isoformat()
    if style == "several-days":
        return iso, min(day + timedelta(days=stream.randint(1, 3)), last).isoformat()
    if style == "across-months":
        return iso, min(_month_end(day) + timedelta(days=2), last).isoformat()
    if style == "months":
        return iso[:7], min(_month_end(day) + timedelta(days=40), last).isoformat()[:7]
    if style == "years":
        return iso[:4], min(day + timedelta(days=300), last).isoformat()[:4]
    if style == "month-to-day":
        return iso[:7], min(_month_end(day) + timedelta(days=12), last).isoformat()
    return {"one-day": iso, "month": iso[:7], "year": iso[:4], "none": ""}[style], ""


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])

"""The scales of a course: round values, and ticks at the beginning of years or months."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from data.results.shapes import Course
from layouts.formats import MONTHS

_MONTHS_OF_SHORT = 15
"""Up to so many months the ticks are months, beyond years."""


def top_of(courses: Sequence[Course]) -> float:
    """The largest value that is drawn: reached, aimed at, or where a line begins; at least 1."""
    values = [1.0]
    for stretch in (stretch for course in courses for stretch in course.stretches):
        values += [point.count.value for point in stretch.points if point.count.value is not None]
        if stretch.target:
            values += [stretch.target.value, stretch.begins_at]
    return max(values)


def value_ticks(top: float, unit: str) -> list[float]:
    """Round values from 0 up to the largest: three to five of them."""
    raw = top / 4
    size = 10 ** math.floor(math.log10(raw)) if raw > 0 else 1
    step = next(factor * size for factor in (1, 2, 2.5, 5, 10) if factor * size >= raw)
    if unit != "percent":
        step = max(1.0, math.ceil(step))
    return [step * place for place in range(int(top / step + 1e-9) + 1)]


def year_ticks(first: date, last: date, most: int) -> tuple[list[date], list[str]]:
    """Ticks at the beginning of years, or of quarters in a short course, with their labels."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= _MONTHS_OF_SHORT:
        step = 3 if most > 3 else 6
        starts = [_month(first, place) for place in range(months + 1)]
        days = [day for day in starts if (day.month - 1) % step == 0 and first <= day <= last]
        return days, [_short(day, index == 0) for index, day in enumerate(days)]
    years = list(range(first.year + (first > date(first.year, 1, 1)), last.year + 1))
    every = max(1, math.ceil(len(years) / most))
    kept = years[::every]
    return [date(year, 1, 1) for year in kept], [str(year) for year in kept]


def _month(first: date, place: int) -> date:
    number = first.year * 12 + first.month - 1 + place
    return date(number // 12, number % 12 + 1, 1)


def _short(day: date, is_first: bool) -> str:
    name = MONTHS[day.month - 1][:3]
    return f"{name} {day.year}" if is_first or day.month == 1 else name

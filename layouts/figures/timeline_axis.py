"""The time axis: where a day stands and which lines and labels the years, months and days get."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from layouts.formats import MONTHS
from layouts.formats import day as day_in_words

Measure = Callable[[str, int], float]
"""How wide a label is: text, weight → pixels."""

Rank = Literal["strong", "faint"]


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days `first` to `last`, whole, between two x positions."""

    first: date
    last: date
    left: float
    right: float

    @property
    def day_px(self) -> float:
        """The width of one day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def start(self, day: date) -> float:
        """Return where the day begins, within the axis."""
        return self._clip(self.left + (day - self.first).days * self.day_px)

    def end(self, day: date) -> float:
        """Return where the day ends, within the axis."""
        return self._clip(self.left + ((day - self.first).days + 1) * self.day_px)

    def shows(self, first: date, last: date) -> bool:
        """Tell whether any of the days lies within the axis."""
        return first <= self.last and last >= self.first

    def _clip(self, x: float) -> float:
        return min(max(x, self.left), self.right)


@dataclass(frozen=True, slots=True)
class Tick:
    """One grid line; a label stands right of it, bold when strong; `line` False = label alone."""

    x: float
    label: str
    rank: Rank
    line: bool = True


def ticks(axis: TimeAxis, scale: float) -> list[Tick]:
    """Return the lines of the axis from left to right, as many as its width bears."""
    if axis.first == axis.last:
        return [Tick(axis.left, day_in_words(axis.first), "strong", line=False)]
    if axis.day_px >= 14 * scale:
        found = [*_months_as_strong(axis), *_days(axis, scale)]
    else:
        found = [*_years(axis, scale), *_months(axis, scale)]
    return sorted(found, key=lambda tick: (tick.x, tick.rank == "faint"))


def _months_as_strong(axis: TimeAxis) -> Iterator[Tick]:
    for day in _month_starts(axis):
        yield Tick(axis.start(day), f"{MONTHS[day.month - 1]} {day.year}", "strong")
    if axis.first.day > 1:
        label = f"{MONTHS[axis.first.month - 1]} {axis.first.year}"
        yield Tick(axis.left, label, "strong", line=False)


def _days(axis: TimeAxis, scale: float) -> Iterator[Tick]:
    step = next(step for step in (1, 2, 5, 10) if step * axis.day_px >= 28 * scale)
    count = (axis.last - axis.first).days + 1
    for day in (axis.first + timedelta(days=number) for number in range(count)):
        if day.day > 1:
            labelled = day.day % step == 0 or step == 1
            yield Tick(axis.start(day), str(day.day) if labelled else "", "faint")


def _years(axis: TimeAxis, scale: float) -> Iterator[Tick]:
    year_px = 365.25 * axis.day_px
    step = next(step for step in (1, 2, 5, 10, 20, 50, 1000) if step * year_px >= 44 * scale)
    years = range(axis.first.year, axis.last.year + 1)
    for year in years:
        begin = date(year, 1, 1)
        if begin < axis.first:
            yield Tick(axis.left, str(year), "strong", line=False)
        elif year % step == 0:
            yield Tick(axis.start(begin), str(year), "strong")
        elif year_px >= 14 * scale:
            yield Tick(axis.start(begin), "", "faint")


def _months(axis: TimeAxis, scale: float) -> Iterator[Tick]:
    month_px = 30.44 * axis.day_px
    lines = 1 if month_px >= 32 * scale else 3
    if month_px * lines < 18 * scale:
        return
    names = 1 if month_px >= 66 * scale else 3
    named = month_px * names >= 72 * scale or names == 1
    for day in _month_starts(axis):
        if day.month == 1 or (day.month - 1) % lines:
            continue
        label = MONTHS[day.month - 1] if named and (day.month - 1) % names == 0 else ""
        yield Tick(axis.start(day), label, "faint")


def _month_starts(axis: TimeAxis) -> Iterator[date]:
    months = range(axis.first.year * 12 + axis.first.month - 1, axis.last.year * 12 + 12)
    for number in months:
        day = date(number // 12, number % 12 + 1, 1)
        if axis.first <= day <= axis.last:
            yield day


def labelled(
    marks: list[Tick], taken: list[tuple[float, float]], limit: float, measure: Measure, gap: float
) -> list[Tick]:
    """Return the ticks whose labels have room; strong ones go before faint ones."""
    used = list(taken)
    kept = []
    for tick in sorted(marks, key=lambda tick: (tick.rank == "faint", not tick.line)):
        begin = tick.x + gap
        end = begin + measure(tick.label, 600 if tick.rank == "strong" else 400)
        free = all(end + gap <= low or begin >= high + gap for low, high in used)
        if tick.label and end <= limit and free:
            used.append((begin, end))
            kept.append(tick)
    return kept


def longest_gap(
    spans: list[tuple[date, date]], until: date, days: int = 270
) -> tuple[date, date] | None:
    """Return the first and last day of the longest time without a span, if over so many days.

    The time from the last span until `until` counts too, the time before the first does not.
    """
    tomorrow = until + timedelta(days=1)
    reached: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        latest = max(last, reached[-1][1]) if reached else last
        reached.append((first, latest))
    if not reached:
        return None
    gaps = [
        (before[1] + timedelta(days=1), min(after[0], tomorrow) - timedelta(days=1))
        for before, after in pairwise([*reached, (tomorrow, tomorrow)])
    ]
    first, last = max(gaps, key=lambda gap: gap[1] - gap[0])
    return (first, last) if (last - first).days + 1 > days else None

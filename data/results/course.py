"""One indicator over time: running totals at the ends of quarters or years, by target period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from data.beside import next_quarter, target_for, target_of, targets_belonging
from data.counting.answering import counts_along
from data.figures import Indicator
from data.filters import Filters
from data.reference import TargetRow
from data.results.beside import Judge
from data.results.shapes import Course, CoursePoint, Stretch

MOST_POINTS = 16
MOST_POINTS_SMALL = 8
_YEARS_UNKNOWN = 3
"""Where neither period nor launch says when it began, the course shows these last years."""


def course_of(judge: Judge, indicator: Indicator, filters: Filters) -> Course:
    """Count an indicator at the ends of quarters, or of years where there are many."""
    return _course(judge, indicator, filters, _periods(judge, indicator, filters), None)


def country_courses(
    judge: Judge, indicator: Indicator, filters: Filters, countries: Sequence[str]
) -> tuple[Course, ...]:
    """Count an indicator in each country over the very periods of the filter as it is."""
    periods = _periods(judge, indicator, filters)
    return tuple(
        _course(
            judge,
            indicator,
            there,
            [_own(judge, indicator, there, period) for period in periods],
            code,
        )
        for code in countries
        for there in (replace(filters, countries=(code,)),)
    )


def _course(
    judge: Judge,
    indicator: Indicator,
    filters: Filters,
    periods: Sequence[_Period],
    country: str | None,
) -> Course:
    most = MOST_POINTS_SMALL if country else MOST_POINTS
    ends = _thinned([_quarter_ends(period.first, period.last) for period in periods], most)
    stretches = [
        _stretch(judge, indicator, filters, period, days)
        for period, days in zip(periods, ends, strict=True)
    ]
    return Course(country, tuple(stretches))


class _Period(NamedTuple):
    """First and last day that are drawn, from when is counted, and the target of these days."""

    first: date
    last: date
    since: date | None
    row: TargetRow | None


def _own(judge: Judge, indicator: Indicator, filters: Filters, period: _Period) -> _Period:
    """The same period with the country's own target of the same days and kind, if it has one."""
    rows = targets_belonging(judge.reference.targets.get(indicator.id, ()), filters)
    same = [row for row in rows if period.row and _days(row) == _days(period.row)]
    return period._replace(row=same[0] if same else None)


def _days(row: TargetRow) -> tuple[str, date, date]:
    return row.kind, row.start, row.end


def _periods(judge: Judge, indicator: Indicator, filters: Filters) -> list[_Period]:
    """The periods of the targets like the one that stands beside, or the time since the launch."""
    reference, today = judge.reference, judge.today
    rows = targets_belonging(reference.targets.get(indicator.id, ()), filters)
    chosen = target_for(rows, filters, reference.dataset.as_of)
    if chosen is None and filters.first_day and filters.first_day > today:
        return []
    if chosen is None:
        return [_Period(_beginning(judge, filters), today, filters.first_day, None)]
    if chosen.kind == "cumulative":
        first = _launched(judge) or chosen.start
        return [_Period(min(first, today), min(today, chosen.end), _launched(judge), chosen)]
    alike = [row for row in rows if _is_alike(row, chosen) and row.start <= today]
    drawn = [row for row in alike if row is chosen or _apart(row, chosen)] or [chosen]
    drawn.sort(key=lambda row: row.start)
    return [_Period(row.start, min(row.end, today), row.start, row) for row in drawn]


def _is_alike(row: TargetRow, chosen: TargetRow) -> bool:
    return (row.kind, row.funder) == (chosen.kind, chosen.funder)


def _apart(row: TargetRow, chosen: TargetRow) -> bool:
    return row.end < chosen.start or chosen.end < row.start


def _launched(judge: Judge) -> date | None:
    launched = judge.reference.dataset.launched
    return launched.first if launched else None


def _beginning(judge: Judge, filters: Filters) -> date:
    first = filters.first_day or _launched(judge)
    if first is None:
        first = date(judge.today.year - _YEARS_UNKNOWN + 1, 1, 1)
    return min(first, judge.today)


def _quarter_ends(first: date, last: date) -> list[date]:
    """The last days of the quarters from a day to another, the last of them that day itself."""
    if last < first:
        return []
    days, day = [], next_quarter(first) - timedelta(days=1)
    while day < last:
        days.append(day)
        day = next_quarter(day + timedelta(days=1)) - timedelta(days=1)
    return [*days, last]


def _thinned(stretches: list[list[date]], most: int) -> list[list[date]]:
    """Keep at most so many points: ends of quarters, of half-years, of years, then the last."""
    for months in (3, 6, 12, 24):
        kept = [
            [day for day in days[:-1] if _ends_with(day, months)] + days[-1:] for days in stretches
        ]
        if sum(map(len, kept)) <= most:
            return kept
    return [days[-1:] for days in stretches][-most:] if len(stretches) <= most else [
        *([] for _ in stretches[most:]), *(days[-1:] for days in stretches[-most:])
    ]  # fmt: skip


def _ends_with(day: date, months: int) -> bool:
    return (day.year * 12 + day.month) % months == 0


def _stretch(
    judge: Judge, indicator: Indicator, filters: Filters, period: _Period, days: Sequence[date]
) -> Stretch:
    over = filters.with_period(period.since, None)
    days = [day for day in days if period.since is None or period.since <= day]
    counts = counts_along(judge.questions.up_to(over, days), indicator)
    points = [CoursePoint(period.since, day, one) for day, one in zip(days, counts, strict=True)]
    target = target_of(period.row, None) if period.row else None
    begins_at = judge.begins_at(indicator, target, filters) if target else 0.0
    return Stretch(period.first, target, begins_at, tuple(points))

"""What stands beside a counted figure: published figures and the target of the filter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from data.figures import Count, Published, Target
from data.filters import Filters
from data.reference import Dataset, TargetRow


def published_for(rows: Sequence[Published], filters: Filters) -> tuple[Published, ...]:
    """List the published figures that belong to a filter, latest first, `missing` ones last."""
    if filters.cities or len(filters.countries) > 1:
        return ()
    country = filters.countries[0] if filters.countries else None
    belonging = [row for row in rows if row.country == country and _inside(row, filters)]
    from_the_bottom = belonging[::-1]
    return tuple(sorted(from_the_bottom, key=_latest_first))


def _inside(row: Published, filters: Filters) -> bool:
    if not filters.has_period:
        return True
    if row.as_of is None:
        return False
    first, last = filters.first_day or date.min, filters.last_day or date.max
    return first <= row.as_of.first and row.as_of.last <= last


def _latest_first(row: Published) -> tuple[bool, bool, int]:
    last = row.as_of.last.toordinal() if row.as_of else 0
    return row.status == "missing", row.as_of is None, -last


def target_for(rows: Sequence[TargetRow], filters: Filters, as_of: date) -> TargetRow | None:
    """Choose the target that stands on the card among those that belong to a filter.

    It is the one that runs on the day looked at (the earlier of the period's end and the data's
    date), else the last one ended, else the next to begin; of several the first to end.
    """
    belonging = targets_belonging(rows, filters)
    today = min(filters.last_day or as_of, as_of)
    running = [row for row in belonging if row.start <= today <= row.end]
    ended = [row for row in belonging if row.end < today]
    if running:
        return min(running, key=lambda row: row.end)
    if ended:
        return max(ended, key=lambda row: row.end)
    return min(belonging, key=lambda row: row.start, default=None)


def targets_belonging(rows: Sequence[TargetRow], filters: Filters) -> list[TargetRow]:
    """List the targets that belong to a filter, in the workbook's order."""
    return [row for row in rows if _belongs(row, filters)]


def _belongs(row: TargetRow, filters: Filters) -> bool:
    if filters.cities or len(filters.countries) > 1:
        return False
    country = filters.countries[0] if filters.countries else None
    funded = row.funder in filters.funders if filters.funders else row.funder is None
    first, last = filters.first_day or date.min, filters.last_day or date.max
    return row.country == country and funded and row.start <= last and row.end >= first


def target_of(row: TargetRow, actual: Count | None) -> Target:
    """Make a target of its row; `actual` is counted over the target's own period."""
    return Target(
        value=row.value,
        kind=row.kind,
        start=row.start,
        end=row.end,
        country=row.country,
        funder=row.funder,
        baseline=row.baseline,
        baseline_date=row.baseline_date,
        actual=actual,
    )


def target_filters(row: TargetRow, filters: Filters, dataset: Dataset) -> Filters | None:
    """Return the filter over which a target's actual is counted; None when no day is left."""
    end = min(row.end, filters.last_day or date.max)
    start: date | None = row.start
    if row.kind == "cumulative":
        start = dataset.launched.first if dataset.launched else None
    if start is not None and start > end:
        return None
    return filters.with_period(start, end)


def quarter_start(day: date) -> date:
    """The first day of the calendar quarter of a day."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def next_quarter(day: date) -> date:
    """The first day of the quarter after the one of a day."""
    return quarter_start(quarter_start(day) + timedelta(days=95))

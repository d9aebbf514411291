"""The long gaps of a journey: between the last day of what is dated and the next first day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from data.cities.journey_entries import interval_of
from data.cities.journey_shapes import Entry

LONG = timedelta(days=270)


def with_gaps(
    entries: Sequence[Entry], as_of: date, until: date, crowded: Collection[int]
) -> tuple[tuple[Entry, ...], int]:
    """Say of each entry how many months before it nothing is dated, and of the end up to `until`.

    A gap that meets one of the `crowded` years, of which not all is told, is none; nor is one in
    the time to come.
    """
    ends = _ends(entries, as_of)
    reached: date | None = None
    found = []
    for entry in entries:
        first, last = interval_of(entry, as_of)[0], ends[entry.key]
        ahead = entry.what == "underway" or (entry.day or as_of) > as_of
        then = min(entry.day or until, until) if ahead else first
        found.append(replace(entry, months=_months(reached, then, crowded)))
        if ahead:
            reached = None if then is None else max(then, reached or then)
        elif last is not None:
            reached = max(last, reached or last)
    return tuple(found), _months(reached, until, crowded)


def _ends(entries: Sequence[Entry], as_of: date) -> dict[str, date | None]:
    """The last day of each entry; a step of support is over by the end of the step after it."""
    ends: dict[str, date | None] = {}
    next_of: dict[object, date] = {}
    for entry in reversed(entries):
        last = interval_of(entry, as_of)[1]
        if entry.record is not None and entry.record.sheet == "support" and last is not None:
            last = min(last, next_of.get(entry.record.key, last))
            next_of[entry.record.key] = last
        ends[entry.key] = last
    return ends


def _months(reached: date | None, then: date | None, crowded: Collection[int]) -> int:
    """Whole months from a day to another, 0 where they are no long gap."""
    if reached is None or then is None or then - reached <= LONG:
        return 0
    if any(reached.year <= year <= then.year for year in crowded):
        return 0
    months = 12 * (then.year - reached.year) + then.month - reached.month
    return months - (then.day < reached.day)

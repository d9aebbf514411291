"""Why a record is left out by its kind, its themes, funders and channels, or its date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.figures import Reason
from data.filters import Filters
from recount_rows import Row, Span, items, span

PARTS_OF_SHEET = {
    "activities": ("themes", "funders"),
    "support": ("themes", "funders", "channels"),
    "outputs": (),
}
REASON_OF_PART = {
    "themes": Reason.THEME,
    "funders": Reason.FUNDER,
    "channels": Reason.CHANNEL,
}
KINDS_RULES = ("cities-engaged", "activities-held")
FOLLOWED_KINDS = {"workshop", "roundtable"}


def period(filters: Filters) -> tuple[date | None, date | None]:
    """Give the first day of `from` and the last day of `to`; None where no bound is given."""
    first, last = span(str(filters.start or "")), span(str(filters.end or ""))
    return first[0] if first else None, last[1] if last else None


def kind_reason(row: Row, indicator: Row, filters: Filters) -> str | None:
    """Ask for the filter's kinds and, where the rule has some, for those of the rule."""
    asked = [set(filters.kinds)]
    if indicator["rule"] in KINDS_RULES:
        asked.append(set(items(indicator["kinds"])))
    if indicator["rule"] == "follow-through":
        asked.append(FOLLOWED_KINDS)
    return Reason.KIND if any(kinds and row["kind"] not in kinds for kinds in asked) else None


def part_reason(row: Row, columns: Sequence[str], filters: Filters) -> str | None:
    """Ask of each list column that one of the record's values is chosen, where any is."""
    chosen = {"themes": filters.themes, "funders": filters.funders, "channels": filters.channels}
    for column in columns:
        if chosen[column] and not set(items(row[column])) & set(chosen[column]):
            return REASON_OF_PART[column]
    return None


def period_reason(when: Span | None, filters: Filters) -> str | None:
    """Ask that the whole interval lies inside the filter's period."""
    first, last = period(filters)
    if first is None and last is None:
        return None
    if when is None:
        return Reason.UNDATED
    if (first and when[1] < first) or (last and when[0] > last):
        return Reason.OUTSIDE
    inside = (not first or when[0] >= first) and (not last or when[1] <= last)
    return None if inside else Reason.IMPRECISE


def interval(sheet: str, row: Row) -> Span | None:
    """Give the interval of days that a record is compared by, None when undated."""
    if sheet == "activities":
        start, end = span(row["start"]), span(row["end"])
        return (start[0], (end or start)[1]) if start else None
    if sheet == "support":
        wanted = {"delivered": "completed", "in-progress": "started"}
        own = span(row[wanted.get(row["status"], "requested")])
        return own or first_filled(row, "completed", "started", "requested")
    return span(row["date"])


def first_filled(row: Row, *columns: str) -> Span | None:
    """Give the first of several dates that is recorded."""
    return next((span(row[column]) for column in columns if row[column]), None)

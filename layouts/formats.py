"""Numbers and dates as people read them."""

from __future__ import annotations

from datetime import date

from data.dates import DateSpan
from data.figures import Count

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
NOT_RECORDED = "not recorded"
NOT_REPORTED = "not reported"
WITHHELD = "withheld"


def number(value: float) -> str:
    """Write a number whole, with a thin space from 10 000 on: 1234, 12 345; 2.5 keeps its half."""
    rounded = round(value, 1)
    text = f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"
    return text.replace(",", "\u202f" if abs(value) >= 10_000 else "")


def percent(value: float) -> str:
    """Write a percentage as people read it, rounded to the whole."""
    return f"{round(value):d} %"


def day(value: date) -> str:
    """Write a day: 8 February 2023."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(value: str) -> str:
    """Write a month given as `2023-02`: February 2023."""
    return f"{MONTHS[int(value[5:7]) - 1]} {value[:4]}"


def date_span(span: DateSpan) -> str:
    """Write a date as precisely as it is known: 2023, March 2023, 8 February 2023."""
    if span.precision == "year":
        return str(span.first.year)
    if span.precision == "month":
        return month(span.first.isoformat())
    return day(span.first)


def interval(start: DateSpan | None, end: DateSpan | None) -> str:
    """Write an interval without saying anything twice: 8–9 February 2023."""
    if start is None:
        return "no date" if end is None else f"until {date_span(end)}"
    if end is None or end == start:
        return date_span(start)
    if start.precision == end.precision == "day":
        return _days(start.first, end.first)
    return f"{date_span(start)} – {date_span(end)}"


def _days(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def count(answer: Count, unit: str) -> str:
    """Write a counted figure: at least 15; not recorded; 42 %; fewer than 5."""
    if answer.withheld_below is not None:
        return WITHHELD if answer.withheld_beside else _few(answer.withheld_below, unit)
    if answer.value is None:
        return NOT_RECORDED
    text = percent(answer.value) if unit == "percent" else number(answer.value)
    return f"at least {text}" if answer.bound == "at-least" else text


def _few(threshold: int, unit: str) -> str:
    few = f"fewer than {threshold}"
    return f"{WITHHELD}: {few}" if unit == "percent" else few


def plural(value: float, one: str, many: str) -> str:
    """Write a number with its noun: 1 activity, 2 activities."""
    return f"{number(value)} {one if value == 1 else many}"


def joined(items: tuple[str, ...] | list[str]) -> str:
    """Join words as a sentence does: a, b and c."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"

"""Numbers, dates and lists as people read them, in the language that is spoken."""

from __future__ import annotations

from datetime import date

from data.dates import DateSpan
from data.figures import Count
from layouts import language
from layouts.language import translated

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
    if not language.is_english():
        return language.number(rounded)
    text = f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"
    return text.replace(",", "\u202f" if abs(value) >= 10_000 else "")


def percent(value: float) -> str:
    """Write a percentage as people read it, rounded to the whole."""
    return f"{number(round(value))} %" if language.is_english() else language.percent(round(value))


def day(value: date) -> str:
    """Write a day: 8 February 2023."""
    if not language.is_english():
        return language.day(value)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(value: str) -> str:
    """Write a month given as `2023-02`: February 2023."""
    if not language.is_english():
        return language.month(date(int(value[:4]), int(value[5:7]), 1))
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
        return no_date() if end is None else until(date_span(end))
    if end is None or end == start:
        return date_span(start)
    if start.precision == end.precision == "day":
        return _days(start.first, end.first)
    return f"{date_span(start)} – {date_span(end)}"


def no_date() -> str:
    """Say that no date is recorded."""
    return translated("no date")


def until(when: str) -> str:
    """Say that something lasts until a date."""
    return translated("until {date}").format(date=when)


def _days(first: date, last: date) -> str:
    if not language.is_english():
        return language.days(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def count(answer: Count, unit: str) -> str:
    """Write a counted figure: at least 15; not recorded; 42 %; fewer than 5."""
    if answer.withheld_below is not None:
        beside = answer.withheld_beside
        return translated("withheld") if beside else _few(answer.withheld_below, unit)
    if answer.value is None:
        return translated("not recorded")
    text = percent(answer.value) if unit == "percent" else number(answer.value)
    return at_least(text) if answer.bound == "at-least" else text


def at_least(text: str) -> str:
    """Say that a number is a lower bound."""
    return translated("at least {n}").format(n=text)


def _few(threshold: int, unit: str) -> str:
    few = translated("fewer than {n}").format(n=number(threshold))
    return translated("withheld: {few}").format(few=few) if unit == "percent" else few


def plural(value: float, one: str, many: str) -> str:
    """Write a number with its noun: 1 activity, 2 activities."""
    return f"{number(value)} {one if value == 1 else many}"


def joined(items: tuple[str, ...] | list[str]) -> str:
    """Join words as a sentence does: a, b and c."""
    if len(items) <= 1:
        return "".join(items)
    if not language.is_english():
        return language.joined(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"

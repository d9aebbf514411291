"""The words of the page Support."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from data.records.parts import NONE
from data.reference import Reference
from data.support.parts import split
from layouts import formats, words

STAGES = {
    "asked": "requested or agreed",
    "open": "open: requested, agreed or in progress",
    "live": "not declined",
}
AGES = {
    "up-to-30": "up to 30 days ago",
    "31-90": "31 to 90 days ago",
    "91-180": "91 to 180 days ago",
    "over-180": "more than 180 days ago",
    "no-date": "no date",
}

_AMOUNTS = {NONE: "amount not recorded", "some": "amount recorded"}


def amount(value: Decimal) -> str:
    """Write an amount exactly: whole, or with the decimals that it has, two at least."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    places = max(0, -exponent)
    text = f"{value:,.{max(places, 2) if places else 0}f}"
    return text.replace(",", "\u202f" if abs(value) >= 10_000 else "")


def months(value: str) -> str:
    """Write the month, or the months, of a part."""
    first, *last = split(value)
    if not last or last == [first]:
        return formats.month(first)
    return f"{formats.month(first)} – {formats.month(last[0])}"


def _city(before: str, key: str, known: Reference) -> str:
    return (
        f"{before} {known.cities[key].name}" if key in known.cities else f"{before} no named city"
    )


def _others(before: str, value: str, known: Reference) -> str:
    return f"{before} {formats.joined([known.cities[key].name for key in split(value)])}"


def _waiting(value: str) -> str:
    when = "without the date of its request" if value == "no-date" else f"asked for {AGES[value]}"
    return f"requested or agreed, {when}"


PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {
    ("support", "status"): lambda value, _: words.STATUSES[value],
    ("support", "stage"): lambda value, _: STAGES[value],
    ("support", "channel"): lambda value, _: words.CHANNELS.get(value, "no channel named"),
    ("support", "country"): lambda _, __: "concerns no country",
    ("support", "city"): lambda value, known: _city("to", value, known),
    ("support", "named-city"): lambda _, __: "names no city there",
    ("support", "other-city"): lambda value, known: _others("to a city beside", value, known),
    ("support", "provider"): lambda value, known: _city("practice shared by", value, known),
    ("support", "providers"): lambda _, __: "names a city that shared its practice",
    ("support", "other-provider"): lambda value, known: _others(
        "practice shared by a city beside", value, known
    ),
    ("support", "month"): lambda value, _: (
        "no date" if value == NONE else f"its date begins in {months(value)}"
    ),
    ("support", "amount"): lambda value, _: _AMOUNTS.get(value, f"amount in {value}"),
    ("support", "waiting"): lambda value, _: _waiting(value),
    ("support", "due"): lambda _, __: "past its due date",
    ("support", "request"): lambda _, __: "only month or year of its request known",
    ("cities", "receives"): lambda _, __: "named in the support",
}

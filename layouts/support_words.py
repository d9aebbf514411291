"""The words of the page Support."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.reference import Reference
from layouts import words

PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {
    ("support", "status"): lambda value, _: words.STATUSES[value],
    ("support", "channel"): lambda value, _: words.CHANNELS.get(value, "no channel named"),
    ("support", "city"): lambda value, known: _city("to", value, known),
    ("support", "provider"): lambda value, known: _city("practice shared by", value, known),
}


def _city(before: str, key: str, known: Reference) -> str:
    return (
        f"{before} {known.cities[key].name}" if key in known.cities else f"{before} no named city"
    )

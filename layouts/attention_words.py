"""The words of the page Attention."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.attention.parts import CLOSED, NAME, PARTS, PERHAPS, PLANNED
from data.reference import Reference

_PARTS = {
    ("cities", "quiet"): "member, last in contact long ago",
    ("cities", "never"): "member, no contact on record",
    ("cities", "open"): "member, perhaps without contact for long: one has no date",
    ("support", "past-due"): "requested or agreed, past its due date",
    ("support", "long-open"): "requested or agreed, waiting for long",
    ("support", "no-request-date"): "requested or agreed, no date of the request",
    ("activities", PLANNED): "planned, yet to come",
    ("activities", PERHAPS): "held, perhaps in this half-year",
    ("targets", "steep"): "needs more than the best quarter so far",
    ("targets", "women-below"): "the share of women is below it",
    ("sources", CLOSED): "no address",
}
_CLOSED = "rests only on sources without an address"


def _in_words(sheet: str) -> Callable[[str, Reference], str]:
    return lambda value, _: _PARTS.get((sheet, value), _CLOSED)


PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {
    (sheet, NAME): _in_words(sheet) for sheet, _ in PARTS
}

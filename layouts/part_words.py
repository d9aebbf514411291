"""The words for the parts into which lists of records can be told apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.records.parts import Part
from data.reference import Reference
from layouts import (
    attention_words,
    cities_words,
    journey_words,
    needs_words,
    support_words,
    voices_words,
)

PartWords = Callable[[str, Reference], str]

PART_WORDS: Mapping[tuple[str, str], PartWords] = {
    **support_words.PART_WORDS,
    **needs_words.PART_WORDS,
    **voices_words.PART_WORDS,
    **cities_words.PART_WORDS,
    **journey_words.PART_WORDS,
    **attention_words.PART_WORDS,
}
"""(sheet, name of the property) → what says one of its values."""


def part_in_words(sheet: str, part: Part, reference: Reference) -> str:
    """Say which records of a sheet a part names."""
    return PART_WORDS[sheet, part.name](part.value, reference)

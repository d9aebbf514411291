"""The words of the pages of cities."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.reference import Reference
from layouts import words

PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {
    ("cities", "membership"): lambda value, _: words.MEMBERSHIPS[value],
    ("activities", "status"): lambda value, _: words.STATUSES[value],
}

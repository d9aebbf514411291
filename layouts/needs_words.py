"""The words of the page Needs and practices."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.reference import Reference
from layouts import record_terms

PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {
    ("needs", "kind"): lambda value, _: record_terms.VALUES["needs", "kind"][value],
    ("needs", "status"): lambda value, _: f"status {record_terms.VALUES['needs', 'status'][value]}",
}

"""The words of the page Voices and influence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.reference import Reference
from layouts import record_terms

PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {
    ("outputs", "kind"): lambda value, _: record_terms.VALUES["outputs", "kind"][value],
}

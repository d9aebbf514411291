"""The words of the page Attention."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.reference import Reference

PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {}

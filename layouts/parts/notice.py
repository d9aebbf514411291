"""What of the address was not understood, or what went wrong, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from data.filters import Ignored
from layouts.parts.icon import icon

LONGEST = 40


def ignored_notice(ignored: Sequence[Ignored]) -> list[Any]:
    """Say what of the address was left out; empty when all was understood."""
    if not ignored:
        return []
    sentences = "; ".join(_short(item) for item in ignored[:3])
    more = f"; and {len(ignored) - 3} more" if len(ignored) > 3 else ""
    return [icon("info"), html.Span(f"Left out of the address: {sentences}{more}.")]


def failure_notice(sentence: str) -> list[Any]:
    """Say what is wrong; the page asks again by itself."""
    return [
        icon("warning"),
        html.Span(f"{sentence} What is shown may be out of date; the page tries again by itself."),
    ]


def _short(item: Ignored) -> str:
    value = item.value if len(item.value) <= LONGEST else f"{item.value[:LONGEST]}…"
    return f"{item.key}={value} ({item.reason})" if value else f"{item.key} ({item.reason})"

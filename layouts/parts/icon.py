"""A small picture beside or instead of a word."""

from __future__ import annotations

from dash import html

from layouts.attributes import attributes


def icon(name: str) -> html.Span:
    """Draw one of the icons of the style sheet; it says nothing to a screen reader."""
    return html.Span(className=f"icon icon-{name}", **attributes({"aria-hidden": "true"}))

"""How a support stands: an icon and a word."""

from __future__ import annotations

from dash import html

from layouts import words
from layouts.attributes import attributes


def support_status(status: str) -> html.Span:
    """Draw the icon of a status with its word."""
    drawn = html.Span(
        className=f"support-icon support-{status}", **attributes({"aria-hidden": "true"})
    )
    return html.Span([drawn, words.STATUSES[status].capitalize()], className="support-status")

"""What stands in an empty timeline: why it is empty, and ways out."""

from __future__ import annotations

from typing import Any

from dash import html

from data.filters import Filters
from data.reference import Reference
from layouts import words
from layouts.attributes import attributes


def empty_timeline(filters: Filters, reference: Reference, profile: str) -> list[Any]:
    """Say what was not found, and offer to widen the filter."""
    ways: list[html.Button] = []
    if filters.has_period:
        ways.append(_way("Show all dates", {"data-mode": "period", "data-from": "", "data-to": ""}))
    if filters.countries:
        ways.append(_way("Show all countries", {"data-mode": "clear", "data-key": "country"}))
    ways.append(_way("Reset all filters", {"data-mode": "reset"}))
    if filters == Filters():
        ways, message = [], "No activity or support has been recorded yet."
    else:
        message = words.nothing_found(filters, reference, profile)
    return [html.P(message, className="message"), html.Div(ways, className="choices")]


def _way(label: str, data: dict[str, str]) -> html.Button:
    return html.Button(label, type="button", className="button", **attributes(data))

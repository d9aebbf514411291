"""The page Voices: what cities said, and who made it possible."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component


def layout() -> list[Component]:
    """Lay out the page."""
    return [html.H1("Voices")]

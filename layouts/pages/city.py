"""The page of one city: its journey with the hub."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component


def layout() -> list[Component]:
    """Lay out the page."""
    return [html.H1("City")]

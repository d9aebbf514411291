"""What the page Cities says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from layouts.pages.cities import layout


def answer(_asked: Asked) -> Content:
    """Say all cities of the record."""
    return Content(layout(), "Cities")

"""What the page Needs says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from layouts.pages.needs import layout


def answer(_asked: Asked) -> Content:
    """Say what cities asked for, and the practices they share."""
    return Content(layout(), "Needs")

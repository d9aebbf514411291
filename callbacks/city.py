"""What the page of one city says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from layouts.pages.city import layout


def answer(_asked: Asked) -> Content:
    """Tell the journey of the city that the path names."""
    return Content(layout(), "City")

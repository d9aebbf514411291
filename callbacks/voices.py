"""What the page Voices says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from layouts.pages.voices import layout


def answer(_asked: Asked) -> Content:
    """Say what cities said, and who made it possible."""
    return Content(layout(), "Voices")

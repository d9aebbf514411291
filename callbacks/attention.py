"""What the page Attention says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from layouts.pages.attention import layout


def answer(_asked: Asked) -> Content:
    """Say what needs a hand."""
    return Content(layout(), "Attention")

"""What the page Support says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from layouts.pages.support import layout


def answer(_asked: Asked) -> Content:
    """Say what support the hub gave, from request to change."""
    return Content(layout(), "Support")

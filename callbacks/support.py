"""What the page Support says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from layouts.pages.support import layout


def answer(asked: Asked) -> Content:
    """Say what support the hub gave, from request to change."""
    view, request = asked.view, asked.request
    shown = asked.repository.support(view.filters)
    parts = layout(shown, view.profile, view.extras.get("profile"), request.main, request.turn)
    return Content(parts, "Support")

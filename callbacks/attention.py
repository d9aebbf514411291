"""What the page Attention says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from layouts.pages.attention import layout


def answer(asked: Asked) -> Content:
    """Say what needs a hand on the day of the data."""
    view = asked.view
    attention = asked.repository.attention(view.filters)
    profile_asked = view.extras.get("profile")
    return Content(layout(attention, view.profile, profile_asked, asked.request.main), "Attention")

"""What the page Needs and practices says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from layouts.pages.needs import TITLE, layout


def answer(asked: Asked) -> Content:
    """Say what cities asked for, what answers it, and the practices they share."""
    view = asked.view
    return Content(layout(asked.repository.needs(view.filters), view.profile, view.extras), TITLE)

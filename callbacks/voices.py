"""What the page Voices says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from layouts.pages.voices import TITLE, layout


def answer(asked: Asked) -> Content:
    """Say what cities said, where they were heard, and who made it possible."""
    view = asked.view
    voices = asked.repository.voices(view.filters)
    return Content(layout(voices, view.profile, view.extras), TITLE)

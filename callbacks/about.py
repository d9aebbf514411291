"""What the page About says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from layouts.pages.about import layout


def answer(asked: Asked) -> Content:
    """Describe the dataset, with figures and counts for the filter of the address."""
    view = asked.view
    about = asked.repository.about(view.filters)
    parts = layout(
        about, view.filters, view.profile, view.extras.get("profile"), asked.request.main
    )
    return Content(parts, "About")

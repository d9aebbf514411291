"""What the page Results says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from data.filters import Ignored
from layouts.pages.results import layout


def answer(asked: Asked) -> Content:
    """Hold every indicator against its target, and draw the one that the address names."""
    view, request = asked.view, asked.request
    named = view.extras.get("indicator")
    results = asked.repository.results(view.filters, named)
    ignored: tuple[Ignored, ...] = ()
    if named and named not in results.reference.indicators:
        ignored = (Ignored("indicator", named, "there is no such indicator"),)
    return Content(layout(results, view.profile, request.main, request.turn), "Results", ignored)

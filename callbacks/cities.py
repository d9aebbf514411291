"""What the page Cities says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from data.filters import Ignored
from data.records.sorting import Sort
from layouts.cities_links import CitiesLinks
from layouts.cities_words import BY_COUNTRY, SORTS
from layouts.pages.cities import drawn_map, layout


def answer(asked: Asked) -> Content:
    """List all cities of the filter, in the order that the address asks for."""
    view, request = asked.view, asked.request
    shown = asked.repository.cities(view.filters)
    sort, ignored = _sort(view.extras.get("sort", ""))
    figure = drawn_map(shown, view.profile, request.main, asked.setting.boundaries_url)
    figure.update_layout(meta={"turn": request.turn})
    links = CitiesLinks(view.filters, view.extras.get("profile"))
    parts = layout(shown, sort, links, view.profile, figure)
    return Content(parts, "Cities", ignored, has_map=bool(shown.rows))


def _sort(text: str) -> tuple[Sort, tuple[Ignored, ...]]:
    sort = Sort(text.removeprefix("-"), descending=text.startswith("-"))
    if not text or sort.name in SORTS:
        return (sort if text else Sort(BY_COUNTRY)), ()
    return Sort(BY_COUNTRY), (Ignored("sort", text, "cities are not sorted by it"),)

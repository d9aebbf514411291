"""What the page of one city says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from data.errors import UnknownRecord
from layouts.journey_links import JourneyLinks
from layouts.pages.city import TITLE, layout, no_city


def answer(asked: Asked) -> Content:
    """Tell the journey of the city that the path names, or say that there is none."""
    view, city = asked.view, asked.names["city"]
    try:
        shown = asked.repository.journey(view.filters, city)
    except UnknownRecord:
        return Content(no_city(JourneyLinks(city, view.filters, view.extras)), TITLE)
    return Content(layout(shown, view.filters, view.profile, view.extras), shown.city.name)

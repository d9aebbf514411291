"""The page Cities: all cities of the record as a list, with a small map beside it."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
from dash import html
from dash.development.base_component import Component

from data.cities.listed import CitiesListed
from data.records.sorting import Sort
from layouts import cities_words
from layouts.attributes import attributes
from layouts.canvas import Canvas
from layouts.cities_links import CitiesLinks
from layouts.cities_tables import cities_table
from layouts.figures.city_map import city_map
from layouts.parts.cities_list import cities_list
from layouts.parts.graph import drawn_graph
from layouts.parts.page_head import page_head
from layouts.sentences.cities import head_said
from layouts.sentences.overview import map_said

_MAP_SHARE, _WIDEST_MAP_EM = 0.3, 25
_BESIDE_EM = 56
"""From this width of the page on, the map stands beside the list."""


def layout(
    shown: CitiesListed,
    sort: Sort,
    links: CitiesLinks,
    profile: str,
    figure: go.Figure,
) -> list[Component]:
    """Lay out the page; `figure` is its map, drawn by `drawn_map`."""
    head = page_head("Cities", head_said(shown, links), *_orders(sort))
    if not shown.rows:
        return [head]
    return [
        head,
        html.Div(
            [
                html.Div(
                    [
                        cities_list(shown, sort, links, profile),
                        html.P(cities_words.NOTES, className="quiet cities-notes"),
                    ],
                    className="cities-rows",
                ),
                html.Div(_map(shown, links, profile, figure), className="cities-map"),
            ],
            className="cities",
        ),
    ]


def _orders(sort: Sort) -> list[Any]:
    """Offer the order by country, where another is shown."""
    if sort.name == cities_words.BY_COUNTRY:
        return []
    return [
        html.Button(
            "By country",
            type="button",
            className="link",
            **attributes({"data-mode": "set", "data-key": "sort", "data-value": ""}),
        )
    ]


def _map(shown: CitiesListed, links: CitiesLinks, profile: str, figure: go.Figure) -> html.Figure:
    caption = map_said(shown.marks, shown.filters.countries, profile).text
    return drawn_graph(figure, cities_table(shown, links, profile), caption)


def drawn_map(shown: CitiesListed, profile: str, main: Canvas, boundaries_url: str) -> go.Figure:
    """Draw the map that stands beside the list; `main` is the box that the page fills."""
    share = _MAP_SHARE if main.width >= _BESIDE_EM * main.em else 1
    width = min(main.width * share, _WIDEST_MAP_EM * main.em)
    canvas = Canvas(round(width), 0, main.em)
    return city_map(shown.marks, shown.filters.countries, canvas, boundaries_url, profile=profile)

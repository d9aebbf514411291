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

MAP_EM, WIDE_EM = 25, 62


def layout(
    shown: CitiesListed,
    sort: Sort,
    links: CitiesLinks,
    profile: str,
    figure: go.Figure,
) -> list[Component]:
    """Lay out the page; `figure` is its map, drawn by `drawn_map`."""
    head = page_head("Cities", head_said(shown, links, profile), *_orders(sort))
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
                html.Div(_map(shown, links, profile, figure),
                         className="cities-map"),
            ],
            className="cities",
        ),
    ]  # fmt: skip


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
    wide = main.width > (WIDE_EM - 4) * main.em
    width = round(MAP_EM * main.em) if wide else main.width
    return city_map(
        shown.marks,
        shown.filters.countries,
        Canvas(min(width, main.width), 0, main.em),
        boundaries_url,
        profile=profile,
    )

"""The map of the region's cities: who is a member, who took part how often, who helped whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.geography import COUNTRIES, country_name, neighbour_codes, place_country_name
from layouts.boxes import Box, boxes_along
from layouts.canvas import Canvas
from layouts.figures.map_labels import CountryName, MapLabels, MapText, place_map_labels
from layouts.figures.map_legend import MapLegend, map_legend
from layouts.figures.map_links import link_segments, link_traces, selection_ring, tie_to_popover
from layouts.figures.map_projection import MapProjection, fit_region
from layouts.figures.map_symbols import (
    Symbol,
    city_dot,
    city_symbols,
    most_activities,
    symbol_scale,
    with_open_city,
)
from layouts.figures.map_traces import (
    dot_trace,
    land_trace,
    safe_text,
    segment_trace,
    text_trace,
)
from layouts.theme import INK, MUTED, REGULAR, SEA, base_layout
from layouts.words import MEMBERSHIPS

POPOVER_SIZE = (13 * 16, 13 * 16)
"""Width and height, at a 16 px root, of the corner kept free for the popover of an open city."""

_PHONE_SHAPE = 1.185


def city_map(
    city_marks: pd.DataFrame,
    countries: Collection[str],
    canvas: Canvas,
    boundaries_url: str,
    *,
    profile: str = "plain",
    selected: str | None = None,
    links: Sequence[tuple[str, str]] = (),
) -> go.Figure:
    """Draw the cities (CITY_MARKS) on the region, the chosen countries standing out by tone.

    `selected` is the city whose popover is open; `links` are pairs of provider and beneficiary.
    A click brings `["city", id]` as customdata, or the country's code as location.
    """
    canvas = _with_height(canvas)
    projection = _view(canvas)
    symbols = city_symbols(city_marks, projection)
    opened = next((symbol for symbol in symbols if symbol.id == selected), None)
    if opened:
        symbols = with_open_city(symbols, opened.id, {city for pair in links for city in pair})
        opened = symbols[0]
    legend = None if opened or not symbols else map_legend(canvas, most_activities(city_marks))
    reserved = [legend.box] if legend else [_popover_box(canvas)] if opened else []
    arrows = link_segments(links if opened else (), symbols)
    labels = place_map_labels(
        symbols,
        _country_names(countries, profile, projection),
        projection,
        reserved,
        [box for arrow in arrows for box in boxes_along(*arrow, canvas.px(3))],
    )
    return go.Figure(
        [
            land_trace(neighbour_codes(), _codes(), countries, boundaries_url, canvas),
            _ground(labels.countries, legend, projection),
            *_lines(labels, opened, projection),
            *link_traces(arrows, projection),
            _cities(symbols, opened, profile, projection),
            text_trace(labels.cities, projection),
        ],
        _layout(projection),
    )


def city_map_rows(city_marks: pd.DataFrame, profile: str = "plain") -> list[tuple[str, ...]]:
    """Return the map as rows of a table, header first: the chosen cities, most active first."""
    header = ("City", "Country", "Membership", "Activities", "Support")
    chosen = city_marks[city_marks["chosen"]].sort_values(
        ["activities", "name"], ascending=[False, True]
    )
    rows = [
        (
            mark["name"],
            place_country_name(mark["country"], profile),
            MEMBERSHIPS[mark["membership"]],
            str(mark["activities"]),
            str(mark["support"]),
        )
        for mark in chosen.to_dict("records")
    ]
    return [header, *rows]


def _with_height(canvas: Canvas) -> Canvas:
    return canvas if canvas.height else replace(canvas, height=round(canvas.width * _PHONE_SHAPE))


def _view(canvas: Canvas) -> MapProjection:
    side = min(canvas.px(20), canvas.width * 0.04)
    return fit_region(canvas, side, canvas.px(14), side, canvas.px(14))


def _popover_box(canvas: Canvas) -> Box:
    width, height = (canvas.px(length) for length in POPOVER_SIZE)
    return Box(0, canvas.height - height, width, canvas.height)


def _codes() -> list[str]:
    return [country.code for country in COUNTRIES]


def _country_names(
    countries: Collection[str], profile: str, projection: MapProjection
) -> list[CountryName]:
    return [
        CountryName(
            country.code,
            country_name(country.code, profile),
            *projection.to_pixels(*country.label_point),
            chosen=country.code in countries,
        )
        for country in COUNTRIES
    ]


def _ground(
    names: list[MapText], legend: MapLegend | None, projection: MapProjection
) -> dict[str, Any]:
    """Draw what lies under the cities: the key, and the names of the countries."""
    dots, words = (legend.dots, legend.texts) if legend else ([], [])
    texts = [*words, *names] or [MapText(" ", 0, 0, "middle center", MUTED, REGULAR)]
    return text_trace(texts, projection, dots)


def _lines(
    labels: MapLabels, opened: Symbol | None, projection: MapProjection
) -> list[dict[str, Any]]:
    """Draw the leaders of labels, and the tie of the open city to its popover."""
    scale = symbol_scale(projection.canvas)
    traces = []
    if labels.leaders:
        traces.append(segment_trace(labels.leaders, projection, MUTED, scale))
    tie = opened and tie_to_popover(opened, _popover_box(projection.canvas))
    if tie:
        traces.append(segment_trace([tie], projection, INK, 2 * scale))
    return traces


def _cities(
    symbols: Sequence[Symbol], opened: Symbol | None, profile: str, projection: MapProjection
) -> dict[str, Any]:
    """Draw every city as one trace, the most important last; the ring lies under its city."""
    drawn = [symbol for symbol in reversed(symbols) if symbol is not opened]
    dots = [city_dot(symbol) for symbol in drawn]
    if opened:
        drawn = [opened, *drawn, opened]
        dots = [selection_ring(opened), *dots, city_dot(opened)]
    return dot_trace(dots, projection) | {
        "customdata": [["city", symbol.id] for symbol in drawn],
        "hovertext": [_hover_words(symbol, profile) for symbol in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _hover_words(symbol: Symbol, profile: str) -> str:
    """Say what the circle stands for, in plotly's markup."""
    name = safe_text(symbol.name)
    country = safe_text(place_country_name(symbol.country, profile))
    support = _count(symbol.support, "support record", "support records")
    activities = _count(symbol.activities, "activity", "activities")
    return (
        f"<b>{name}</b>, {country}<br>{MEMBERSHIPS[symbol.membership].capitalize()}"
        f"<br>{activities} · {support}"
    )


def _layout(projection: MapProjection) -> dict[str, Any]:
    return base_layout(projection.canvas) | {
        "geo": {
            **projection.geo_layout(),
            "domain": {"x": [0, 1], "y": [0, 1]},
            "fitbounds": False,
            "visible": False,
            "bgcolor": SEA,
        },
    }


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"

"""The parts of the map as plotly traces, each as few numbers as it can do with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape
from typing import Any

from layouts.boxes import Point
from layouts.canvas import Canvas
from layouts.figures.map_labels import MapText
from layouts.figures.map_projection import MapProjection
from layouts.figures.map_symbols import Dot, symbol_scale
from layouts.theme import (
    BORDER,
    BORDER_LINE,
    BORDER_NEIGHBOUR,
    INK,
    LABEL_SIZE,
    LAND,
    LAND_CHOSEN,
    LAND_NEIGHBOUR,
)

Segment = tuple[Point, Point]

_THIRD, _TWO_THIRDS = 1 / 3, 2 / 3
_TONES = (
    (0, LAND_NEIGHBOUR),
    (_THIRD, LAND_NEIGHBOUR),
    (_THIRD, LAND),
    (_TWO_THIRDS, LAND),
    (_TWO_THIRDS, LAND_CHOSEN),
    (1, LAND_CHOSEN),
)
_OUTLINES = (BORDER_NEIGHBOUR, BORDER, INK)


def land_trace(
    neighbours: Sequence[str],
    region: Sequence[str],
    chosen: Collection[str],
    boundaries_url: str,
    canvas: Canvas,
) -> dict[str, Any]:
    """Draw neighbours, then the region, then the chosen countries with their outline on top."""
    ordered = sorted(region, key=lambda code: code in chosen)
    tones = [0] * len(neighbours) + [1 + (code in chosen) for code in ordered]
    outline = [_OUTLINES[tone] for tone in tones]
    return {
        "type": "choropleth",
        "geojson": boundaries_url,
        "featureidkey": "id",
        "locations": [*neighbours, *ordered],
        "z": tones,
        "zmin": -0.5,
        "zmax": 2.5,
        "colorscale": _TONES,
        "showscale": False,
        "hoverinfo": "none",
        "marker": {"line": {"color": outline, "width": BORDER_LINE * symbol_scale(canvas)}},
    }


def text_trace(
    texts: Sequence[MapText], projection: MapProjection, dots: Sequence[Dot] = ()
) -> dict[str, Any]:
    """Draw texts, and under them dots of no meaning for the pointer."""
    bare = len(dots)
    trace = {
        "type": "scattergeo",
        "mode": "markers+text" if dots else "text",
        **_places([*dots, *texts], projection),
        "text": [""] * bare + [safe_text(text.text) for text in texts],
        "textposition": ["middle center"] * bare + [text.position for text in texts],
        "textfont": {
            "size": projection.canvas.px(LABEL_SIZE),
            "color": _column([INK] * bare + [text.colour for text in texts]),
            "weight": _column([400] * bare + [text.weight for text in texts]),
        },
        "hoverinfo": "skip",
    }
    if dots:
        nothing = [Dot(0, 0, 0, INK, INK, 0)] * len(texts)
        trace["marker"] = _markers([*dots, *nothing])
    return trace


def dot_trace(dots: Sequence[Dot], projection: MapProjection) -> dict[str, Any]:
    """Draw circles, in the order given."""
    return {
        "type": "scattergeo",
        "mode": "markers",
        **_places(dots, projection),
        "marker": _markers(dots),
    }


def segment_trace(
    segments: Sequence[Segment], projection: MapProjection, colour: str, width: float
) -> dict[str, Any]:
    """Draw straight lines as one trace with gaps between them."""
    longitudes: list[float | None] = []
    latitudes: list[float | None] = []
    for start, end in segments:
        places = [projection.to_degrees(*start), projection.to_degrees(*end)]
        longitudes += [places[0][0], places[1][0], None]
        latitudes += [places[0][1], places[1][1], None]
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": longitudes,
        "lat": latitudes,
        "line": {"color": colour, "width": round(width, 2)},
        "hoverinfo": "skip",
    }


def safe_text(text: str) -> str:
    """Return a text in which plotly reads no markup but the line breaks set by the map."""
    return "<br>".join(escape(line, quote=False) for line in text.split("<br>"))


def _places(things: Sequence[Dot | MapText], projection: MapProjection) -> dict[str, Any]:
    places = [projection.to_degrees(thing.x, thing.y) for thing in things]
    return {"lon": [longitude for longitude, _ in places], "lat": [lat for _, lat in places]}


def _markers(dots: Sequence[Dot]) -> dict[str, Any]:
    return {
        "size": [round(dot.size, 1) for dot in dots],
        "color": _column([dot.fill for dot in dots]),
        "opacity": 1,
        "line": {
            "color": _column([dot.line for dot in dots]),
            "width": _column([round(dot.width, 1) for dot in dots]),
        },
    }


def _column(values: Sequence[Any]) -> Any:
    """Return one value when all are the same, so that less is sent."""
    return values[0] if len(set(values)) == 1 else list(values)

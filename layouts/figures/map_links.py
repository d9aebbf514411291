"""An open city on the map: its ring, the tie to its popover, arrows from those who helped it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from layouts.boxes import Box
from layouts.figures.map_projection import MapProjection
from layouts.figures.map_symbols import Dot, Symbol, symbol_scale
from layouts.figures.map_traces import Segment, segment_trace
from layouts.theme import INK, TURQUOISE, WHITE

_RING_LINE = 2.0
_LINK_LINE = 1.75
_CASING_LINE = 5.0
_HEAD = 8.0
_LONGEST_TIE = 150


def link_segments(links: Sequence[tuple[str, str]], symbols: Sequence[Symbol]) -> list[Segment]:
    """Return the lines from provider to beneficiary, leaving out pairs that the map lacks."""
    at = {symbol.id: symbol for symbol in symbols}
    return [_between(at[a], at[b]) for a, b in links if a in at and b in at and a != b]


def link_traces(segments: Sequence[Segment], projection: MapProjection) -> list[dict[str, Any]]:
    """Return the arrows: a white casing, then the lines with their heads."""
    if not segments:
        return []
    scale = symbol_scale(projection.canvas)
    lines = segment_trace(segments, projection, TURQUOISE, _LINK_LINE * scale)
    casing = segment_trace(segments, projection, WHITE, _CASING_LINE * scale)
    return [casing, lines | _heads(segments, scale)]


def selection_ring(symbol: Symbol) -> Dot:
    """Return the ring around the open city."""
    return Dot(symbol.x, symbol.y, 2 * symbol.reach, WHITE, INK, _RING_LINE * symbol.scale)


def tie_to_popover(symbol: Symbol, popover: Box) -> Segment | None:
    """Return the upright line from the ring down to the popover, when the city stands above it.

    It ends well within the popover, which covers it whatever its height.
    """
    rim, scale = symbol.reach, symbol.scale
    x = min(max(symbol.x, popover.left + 4 * scale), popover.right - 4 * scale)
    if abs(x - symbol.x) >= rim or popover.top - symbol.y > _LONGEST_TIE * scale:
        return None
    start = symbol.y + math.sqrt(rim**2 - (x - symbol.x) ** 2)
    end = (popover.top + popover.bottom) / 2
    return ((x, start), (x, end)) if start < popover.top else None


def _between(provider: Symbol, beneficiary: Symbol) -> Segment:
    """Return the line from rim to rim; the arrow's point touches the beneficiary."""
    distance = max(provider.distance_to(beneficiary), 0.01)
    east = (beneficiary.x - provider.x) / distance
    south = (beneficiary.y - provider.y) / distance
    start = min(provider.reach, distance / 2)
    end = max(distance - beneficiary.reach - beneficiary.scale, start)
    return (
        (provider.x + east * start, provider.y + south * start),
        (provider.x + east * end, provider.y + south * end),
    )


def _heads(segments: Sequence[Segment], scale: float) -> dict[str, Any]:
    """Return marker settings that put an arrow head on the end of each line."""
    sizes: list[float] = []
    angles: list[float] = []
    for (x0, y0), (x1, y1) in segments:
        long_enough = math.hypot(x1 - x0, y1 - y0) > _HEAD * scale
        sizes += [0, round(_HEAD * scale, 1) if long_enough else 0, 0]
        angles += [0, round(math.degrees(math.atan2(x1 - x0, y0 - y1)), 1), 0]
    return {
        "mode": "lines+markers",
        "marker": {
            "symbol": "arrow",
            "size": sizes,
            "angle": angles,
            "color": TURQUOISE,
            "opacity": 1,
            "line": {"width": 0},
        },
    }

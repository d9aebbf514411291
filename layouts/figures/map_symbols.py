"""The cities as circles on the map: how large, how strong, and where when they would touch.

The area of a circle is the number of activities; a city with none is a small dot of fixed size.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import pandas as pd

from layouts.canvas import Canvas
from layouts.figures.map_projection import MapProjection
from layouts.theme import NAVY, NAVY_OFF, RING_LINE, WHITE

NONE_RADIUS = 3.1
RADIUS_OF_ONE = 4.6
RING_GAP = 4.5
LARGEST_RADIUS = 12.0
_OFF_SHRINK = 0.85
_PHONE_WIDTH = 400
_ROUNDS = 12
_TOUCH = 0.01


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle to draw at a pixel position: its diameter, inside, outline."""

    x: float
    y: float
    size: float
    fill: str
    line: str
    width: float


@dataclass(frozen=True, slots=True)
class Symbol:
    """One city's circle, in pixels; `strong` in full colour, else set back."""

    id: str
    name: str
    country: str
    membership: str
    activities: int
    support: int
    chosen: bool
    strong: bool
    x: float
    y: float
    radius: float
    scale: float
    ring: float = 0.0

    @property
    def reach(self) -> float:
        """Return how far the drawing of the city reaches, its ring included."""
        return self.radius + self.ring

    @property
    def member(self) -> bool:
        """Tell whether the city is a member: filled, bold."""
        return self.membership == "member"

    @property
    def colour(self) -> str:
        """Return the colour of the circle, or of the ring of a city that is no member."""
        return NAVY if self.strong else NAVY_OFF

    @property
    def rank(self) -> tuple[bool, bool, int, str]:
        """Sort key: the most important first."""
        return (not self.chosen, not self.member, -self.activities, self.name)

    def distance_to(self, other: Symbol) -> float:
        """Return the pixels between the two middles."""
        return math.hypot(self.x - other.x, self.y - other.y)


def symbol_scale(canvas: Canvas) -> float:
    """Return the factor for marks and their lines: the page's root, a little less on a phone."""
    return canvas.em / 16 * (0.92 if canvas.width < _PHONE_WIDTH * canvas.em / 16 else 1)


def radius_of(activities: int, most: int) -> float:
    """Return the radius for a number of activities, before scaling, when `most` is the highest.

    Above about seven activities all circles shrink together so that the largest keeps to
    `LARGEST_RADIUS`; a city with an activity is never smaller than one with none.
    """
    if activities == 0:
        return NONE_RADIUS
    of_one = min(RADIUS_OF_ONE, LARGEST_RADIUS / math.sqrt(max(most, 1)))
    return max(of_one * math.sqrt(activities), NONE_RADIUS + 0.5)


def city_symbols(city_marks: pd.DataFrame, projection: MapProjection) -> list[Symbol]:
    """Return the circles, the most important first, moved apart where they would touch."""
    most = most_activities(city_marks)
    symbols = [_symbol(mark, projection, most) for mark in city_marks.to_dict("records")]
    return _moved_apart(sorted(symbols, key=lambda symbol: symbol.rank), projection.canvas)


def with_open_city(
    symbols: Sequence[Symbol], selected: str, linked: Collection[str]
) -> list[Symbol]:
    """Return the same circles with a ring around the open city and all but its partners set back.

    Nothing moves; the open city and its partners come first.
    """
    lit = {selected, *linked}
    marked = [
        replace(
            symbol,
            strong=symbol.id in lit,
            ring=RING_GAP * symbol.scale if symbol.id == selected else 0.0,
        )
        for symbol in symbols
    ]
    return sorted(marked, key=lambda symbol: (symbol.id != selected, not symbol.strong))


def most_activities(city_marks: pd.DataFrame) -> int:
    """Return the highest number of activities of a city; 0 when there is no city."""
    return int(city_marks["activities"].max()) if len(city_marks) else 0


def _symbol(mark: Mapping[Hashable, Any], projection: MapProjection, most: int) -> Symbol:
    chosen, activities = bool(mark["chosen"]), int(mark["activities"])
    x, y = projection.to_pixels(mark["longitude"], mark["latitude"])
    shrink = symbol_scale(projection.canvas) * (1 if chosen else _OFF_SHRINK)
    return Symbol(
        id=str(mark["id"]),
        name=str(mark["name"]),
        country=str(mark["country"]),
        membership=str(mark["membership"]),
        activities=activities,
        support=int(mark["support"]),
        chosen=chosen,
        strong=chosen,
        scale=symbol_scale(projection.canvas),
        x=x,
        y=y,
        radius=radius_of(activities, most) * shrink,
    )


def _moved_apart(symbols: list[Symbol], canvas: Canvas) -> list[Symbol]:
    """Push each circle off the more important ones before it until none touch."""
    settled: list[Symbol] = []
    for symbol in symbols:
        settled.append(_clear_of(symbol, settled, canvas.px(0.75)))
    return settled


def _clear_of(symbol: Symbol, settled: list[Symbol], gap: float) -> Symbol:
    """Push a circle off those it touches; where it is hemmed in, take the nearest free spot."""
    tried = symbol
    for _ in range(_ROUNDS):
        overlap, other = _worst_overlap(tried, settled, gap)
        if overlap < _TOUCH:
            return tried
        tried = _pushed(tried, other, overlap)
    return next(
        spot for spot in _spots_around(symbol) if _worst_overlap(spot, settled, gap)[0] < _TOUCH
    )


def _worst_overlap(symbol: Symbol, settled: list[Symbol], gap: float) -> tuple[float, Symbol]:
    x, reach = symbol.x, symbol.radius + gap
    overlaps = (
        (reach + other.radius - symbol.distance_to(other), other)
        for other in settled
        if abs(other.x - x) < reach + other.radius
    )
    return max(overlaps, key=lambda pair: pair[0], default=(0.0, symbol))


def _spots_around(symbol: Symbol) -> Iterator[Symbol]:
    """Yield the same circle on ever wider rounds about its place, without end."""
    for turn in count():
        angle, away = turn * 0.7, turn * 0.15
        yield replace(
            symbol, x=symbol.x + away * math.cos(angle), y=symbol.y + away * math.sin(angle)
        )


def _pushed(symbol: Symbol, other: Symbol, by: float) -> Symbol:
    distance = symbol.distance_to(other)
    if distance < 0.01:
        return replace(symbol, y=symbol.y + by)
    return replace(
        symbol,
        x=symbol.x + (symbol.x - other.x) / distance * by,
        y=symbol.y + (symbol.y - other.y) / distance * by,
    )


def city_dot(symbol: Symbol) -> Dot:
    """Return the circle to draw: members filled with a white edge, others as rings."""
    ring = RING_LINE * symbol.scale
    if symbol.member:
        return Dot(symbol.x, symbol.y, 2 * symbol.radius, symbol.colour, WHITE, symbol.scale)
    return Dot(symbol.x, symbol.y, 2 * symbol.radius - ring, WHITE, symbol.colour, ring)

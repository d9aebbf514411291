"""The names on the map: cities by importance, country names all or none, nothing overlapping."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from layouts.figures.map_projection import MapProjection
from layouts.figures.map_symbols import Symbol
from layouts.label_placement import Box, Disc, Field, Place, Wish, place_labels
from layouts.text_width import text_width
from layouts.theme import INK, LABEL_OFF, LABEL_SIZE, MUTED, REGULAR, SEMIBOLD

_BASELINE_DROP = 0.09
_LINE = 1.1
_PLOTLY_LINE = 1.3
_TRACKING = 0.02
_REACH = 34
_BEFORE_COUNTRIES = 20
_STEPS = (0, -8, 8, -16, 16, -24, 24, -32, 32)
_POSITIONS = {"left": "middle right", "center": "middle center", "right": "middle left"}


@dataclass(frozen=True, slots=True)
class MapText:
    """One text of the map at a pixel position, as plotly places it."""

    text: str
    x: float
    y: float
    position: str
    colour: str
    weight: int


@dataclass(frozen=True, slots=True)
class MapLabels:
    """All names that found a place, and the leader lines of those that stand further off."""

    cities: list[MapText]
    countries: list[MapText]
    leaders: list[tuple[tuple[float, float], tuple[float, float]]]


def place_map_labels(
    symbols: Sequence[Symbol],
    country_names: Mapping[str, tuple[str, float, float]],
    chosen: Collection[str],
    projection: MapProjection,
    reserved: Sequence[Box],
) -> MapLabels:
    """Place the names of cities and countries around the symbols and clear of reserved boxes.

    `country_names`: code → name, longitude and latitude of its label. The first twenty
    cities that are chosen and members or active go before the countries, the rest after them.
    """
    canvas = projection.canvas
    edge = canvas.px(2)
    discs = [Disc(s.x, s.y, s.reach + canvas.px(1.5)) for s in symbols]
    frame = Box(edge, edge, canvas.width - edge, canvas.height - edge)
    ground = Field(frame, list(reserved), discs)
    first = [s for s in symbols if s.chosen and (s.member or s.activities)][:_BEFORE_COUNTRIES]
    places = place_labels(_wishes(first, projection), ground)
    countries = _place_countries(country_names, chosen, projection, ground)
    rest = [symbol for symbol in symbols if symbol not in first]
    places |= place_labels(_wishes(rest, projection), ground)
    return MapLabels(
        cities=[_city_text(s, places[s.id], projection) for s in symbols if s.id in places],
        countries=countries,
        leaders=[place.leader for place in places.values() if place.leader],
    )


def _wishes(symbols: Sequence[Symbol], projection: MapProjection) -> list[Wish]:
    px = projection.canvas.px
    return [
        Wish(
            key=symbol.id,
            mark=Disc(symbol.x, symbol.y, symbol.reach),
            width=text_width(symbol.name, px(LABEL_SIZE), _weight(symbol)) + px(1),
            height=px(LABEL_SIZE) * _LINE,
            gap=px(3),
            reach=px(_REACH) if symbol.chosen else 0,
        )
        for symbol in symbols
    ]


def _weight(symbol: Symbol) -> int:
    return SEMIBOLD if symbol.member else REGULAR


def _city_text(symbol: Symbol, place: Place, projection: MapProjection) -> MapText:
    box = place.box
    x = {"left": box.left, "center": (box.left + box.right) / 2, "right": box.right}[place.align]
    drop = projection.canvas.px(LABEL_SIZE) * _BASELINE_DROP
    return MapText(
        text=symbol.name,
        x=x,
        y=(box.top + box.bottom) / 2 + drop,
        position=_POSITIONS[place.align],
        colour=INK if symbol.chosen else LABEL_OFF,
        weight=_weight(symbol),
    )


def _place_countries(
    names: Mapping[str, tuple[str, float, float]],
    chosen: Collection[str],
    projection: MapProjection,
    ground: Field,
) -> list[MapText]:
    """Return all country names, or none when one of them finds no room."""
    before = len(ground.boxes)
    texts = []
    for code, (name, longitude, latitude) in names.items():
        at = projection.to_pixels(longitude, latitude)
        text = _country_text(name, at, code in chosen, projection, ground)
        if text is None:
            del ground.boxes[before:]
            return []
        texts.append(text)
    return texts


def _country_text(
    name: str, at: tuple[float, float], chosen: bool, projection: MapProjection, ground: Field
) -> MapText | None:
    px = projection.canvas.px
    weight, colour = (SEMIBOLD, INK) if chosen else (REGULAR, MUTED)
    for text in _broken(name):
        lines = text.split("<br>")
        width = max(text_width(line, px(LABEL_SIZE), weight, _TRACKING) for line in lines)
        height = px(LABEL_SIZE) * (_LINE + _PLOTLY_LINE * (len(lines) - 1))
        box = ground.first_free(
            Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            for x, y in _around(at, px(1))
        )
        if box is not None:
            middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
            drop = px(LABEL_SIZE) * _BASELINE_DROP
            return MapText(text, middle[0], middle[1] + drop, "middle center", colour, weight)
    return None


def _broken(name: str) -> list[str]:
    """Return the name in one line, and in two when it has several words."""
    head, _, tail = name.rpartition(" ")
    return [name, f"{head}<br>{tail}"] if head else [name]


def _around(at: tuple[float, float], unit: float) -> list[tuple[float, float]]:
    steps = sorted(product(_STEPS, _STEPS), key=lambda step: step[0] ** 2 + 2 * step[1] ** 2)
    return [(at[0] + x * unit, at[1] + y * unit) for x, y in steps if abs(y) <= 24]

"""The names on the map: cities by importance, country names all or none, nothing overlapping."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from data.geography import country_of
from layouts.boxes import Box, Disc
from layouts.figures.map_projection import MapProjection
from layouts.figures.map_symbols import Symbol
from layouts.label_placement import Field, Place, Wish, place_labels
from layouts.text_width import text_width
from layouts.theme import INK, LABEL_OFF, LABEL_SIZE, MUTED, REGULAR, SEMIBOLD

_BASELINE_DROP = 0.09
_LINE = 1.1
_PLOTLY_LINE = 1.3
_TRACKING = 0.02
_INLAND = 0.85
_REACH = 34
_BEFORE_COUNTRIES = 20
_MOST_NAMES = 100
_ON_A_LINE, _ON_A_TITLE = 3.5, 0.5
_STEPS = sorted(
    product(range(-40, 41, 4), range(-32, 33, 4)),
    key=lambda step: step[0] ** 2 + 2 * step[1] ** 2,
)
"""How far a country's name may move to find room, nearest first."""

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
class Shape:
    """A text in one or two lines and the room it takes."""

    text: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class CountryName:
    """The name of a country and the pixel position where it stands best."""

    code: str
    name: str
    x: float
    y: float
    chosen: bool

    @property
    def colour(self) -> str:
        """Return the ink of a chosen country, else a quieter one."""
        return INK if self.chosen else MUTED

    @property
    def weight(self) -> int:
        """Return the weight of the letters."""
        return SEMIBOLD if self.chosen else REGULAR

    def shapes(self, px: Callable[[float], float]) -> list[Shape]:
        """Return the name in one line, and in two when it has several words."""
        head, _, tail = self.name.rpartition(" ")
        texts = [self.name, f"{head}<br>{tail}"] if head else [self.name]
        return [self._shape(text, px(LABEL_SIZE)) for text in texts]

    def _shape(self, text: str, size: float) -> Shape:
        lines = text.split("<br>")
        width = max(text_width(line, size, self.weight, _TRACKING) for line in lines)
        return Shape(text, width, size * (_LINE + _PLOTLY_LINE * (len(lines) - 1)))


@dataclass(frozen=True, slots=True)
class MapLabels:
    """All names that found a place, and the leader lines of those that stand further off."""

    cities: list[MapText]
    countries: list[MapText]
    leaders: list[tuple[tuple[float, float], tuple[float, float]]]


def place_map_labels(
    symbols: Sequence[Symbol],
    names: Sequence[CountryName],
    projection: MapProjection,
    reserved: Sequence[Box],
    lines: Sequence[Box] = (),
) -> MapLabels:
    """Place the names of cities and countries around the symbols and clear of reserved boxes.

    The first twenty cities that are chosen and members or active go before the countries, the
    rest after them; where that leaves no room for the countries, they go first if no important
    city loses its name by it. Of very many cities the least important go without a name. `lines`
    is ground that names had better leave free.
    """
    ground = _ground(symbols, names, projection, reserved, lines)
    first = [s for s in symbols if s.chosen and (s.member or s.activities)][:_BEFORE_COUNTRIES]
    before = {symbol.id for symbol in first}
    rest = [symbol for symbol in symbols[:_MOST_NAMES] if symbol.id not in before]
    places, countries, ground = _important(first, names, projection, ground, lines)
    places |= place_labels(_wishes(rest, projection), ground)
    return MapLabels(
        cities=[_city_text(s, places[s.id], projection) for s in symbols if s.id in places],
        countries=countries,
        leaders=[place.leader for place in places.values() if place.leader],
    )


def _ground(
    symbols: Sequence[Symbol],
    names: Sequence[CountryName],
    projection: MapProjection,
    reserved: Sequence[Box],
    lines: Sequence[Box],
) -> Field:
    px, canvas = projection.canvas.px, projection.canvas
    frame = Box(px(2), px(2), canvas.width - px(2), canvas.height - px(2))
    discs = [Disc(s.x, s.y, s.reach + px(1.5)) for s in symbols]
    titles = [_boxed(name.shapes(px)[-1], (name.x, name.y)) for name in names]
    wanted = [(line, _ON_A_LINE) for line in lines] + [(title, _ON_A_TITLE) for title in titles]
    return Field(frame, list(reserved), discs, wanted)


def _important(
    first: Sequence[Symbol],
    names: Sequence[CountryName],
    projection: MapProjection,
    ground: Field,
    lines: Sequence[Box],
) -> tuple[dict[str, Place], list[MapText], Field]:
    """Place important cities and then countries, or the other way round where that gains."""
    wishes, other = _wishes(first, projection), ground.copy()
    places = place_labels(wishes, ground)
    countries = _place_countries(names, projection, ground, lines)
    if countries:
        return places, countries, ground
    countries = _place_countries(names, projection, other, lines)
    after = place_labels(wishes, other)
    if countries and len(after) >= len(places):
        return after, countries, other
    return places, [], ground


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
    names: Sequence[CountryName], projection: MapProjection, ground: Field, lines: Sequence[Box]
) -> list[MapText]:
    """Return all country names, or none when one of them finds no room.

    A name that only lines leave without room is left out alone.
    """
    before = len(ground.boxes)
    texts = [_country_text(name, projection, ground, lines) for name in names]
    found = [text for text in texts if text is not None]
    if len(found) == len(names) or lines:
        return found
    del ground.boxes[before:]
    return []


def _country_text(
    name: CountryName, projection: MapProjection, ground: Field, lines: Sequence[Box]
) -> MapText | None:
    """Return the name where it is free and crosses no line; None when there is no room."""
    px = projection.canvas.px
    for shape in name.shapes(px):
        candidates = [_boxed(shape, (name.x + x * px(1), name.y + y * px(1))) for x, y in _STEPS]
        around = ground.part(_around(candidates))
        around.boxes.extend(lines)
        box = next((c for c in candidates if _is_room(name.code, c, projection, around)), None)
        if box is not None:
            ground.boxes.append(box)
            x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
            y += px(LABEL_SIZE) * _BASELINE_DROP
            return MapText(shape.text, x, y, "middle center", name.colour, name.weight)
    return None


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _is_room(code: str, box: Box, projection: MapProjection, around: Field) -> bool:
    return around.is_open(box) and _lies_in(code, box, projection)


def _lies_in(code: str, box: Box, projection: MapProjection) -> bool:
    """Tell whether the better part of a name's line lies in its own country."""
    y, middle = (box.top + box.bottom) / 2, (box.left + box.right) / 2
    reach = (box.right - box.left) * _INLAND / 2
    places = [projection.to_degrees(x, y) for x in (middle - reach, middle, middle + reach)]
    return all(country_of(latitude, longitude) == code for longitude, latitude in places)


def _boxed(shape: Shape, middle: tuple[float, float]) -> Box:
    across, along = shape.width / 2, shape.height / 2
    x, y = middle
    return Box(x - across, y - along, x + across, y + along)

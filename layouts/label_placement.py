"""Place labels beside points so that none overlaps another: plain geometry in pixels, y down.

Greedy by the order given: each label takes the first of its places that is free. Where none is,
one label in the way may step aside to another free place of its own; then, if the caller allows
it, the label goes further off with a leader line; else it is dropped.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right"]
Point = tuple[float, float]

_SIDES: tuple[tuple[float, float], ...] = (
    (1, 0),
    (-1, 0),
    (0, -1),
    (0, 1),
    (0.72, -0.72),
    (0.72, 0.72),
    (-0.72, -0.72),
    (-0.72, 0.72),
)
_LEADER_DIRECTIONS = tuple(
    (math.cos(math.radians(angle)), math.sin(math.radians(angle)))
    for angle in (60, 120, -60, -120, 30, 150, -30, -150, 90, -90)
)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Tell whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Tell whether this one lies wholly inside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def nearest(self, point: Point) -> Point:
        """Return the point of the rectangle that is nearest to a point."""
        return (
            min(max(point[0], self.left), self.right),
            min(max(point[1], self.top), self.bottom),
        )


@dataclass(frozen=True, slots=True)
class Disc:
    """A round mark that labels keep clear of."""

    x: float
    y: float
    radius: float

    def touches(self, box: Box) -> bool:
        """Tell whether the rectangle reaches into the disc."""
        x, y = box.nearest((self.x, self.y))
        return math.hypot(x - self.x, y - self.y) < self.radius


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands: its rectangle, its alignment, the two ends of its leader if any."""

    box: Box
    align: Align
    leader: tuple[Point, Point] | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """A label of a size that wants to stand beside a mark, within `reach` pixels by a leader."""

    key: str
    mark: Disc
    width: float
    height: float
    gap: float = 3.0
    reach: float = 0.0

    def places(self) -> list[Place]:
        """Return the eight places around the mark, best first."""
        return [self._beside(side, self.mark.radius + self.gap) for side in _SIDES]

    def far_places(self) -> Iterable[Place]:
        """Yield the places that need a leader, nearest first."""
        distance = self.mark.radius + self.gap + 5
        while distance <= self.mark.radius + self.reach:
            for side in _LEADER_DIRECTIONS:
                yield self._with_leader(side, self._beside(side, distance))
            distance += 4

    def _beside(self, side: Point, distance: float) -> Place:
        x, y = self.mark.x + side[0] * distance, self.mark.y + side[1] * distance
        left = x if side[0] > 0.01 else x - self.width if side[0] < -0.01 else x - self.width / 2
        lift = 0.5 if abs(side[1]) < 0.01 else 0.5 - 0.5 * math.copysign(1, side[1])
        top = y - self.height * lift
        align: Align = "left" if side[0] > 0.01 else "right" if side[0] < -0.01 else "center"
        return Place(Box(left, top, left + self.width, top + self.height), align)

    def _with_leader(self, side: Point, place: Place) -> Place:
        rim = self.mark.radius + 0.5
        start = (self.mark.x + side[0] * rim, self.mark.y + side[1] * rim)
        return Place(place.box, place.align, (start, place.box.nearest(start)))


@dataclass(slots=True)
class Field:
    """What is taken already: a frame to stay in, rectangles, and discs with a margin."""

    frame: Box
    boxes: list[Box] = field(default_factory=list)
    discs: list[Disc] = field(default_factory=list)

    def is_open(self, box: Box) -> bool:
        """Tell whether a rectangle lies in the frame and clear of every fixed thing."""
        return (
            box.within(self.frame)
            and not any(box.overlaps(taken) for taken in self.boxes)
            and not any(disc.touches(box) for disc in self.discs)
        )

    def first_free(self, candidates: Iterable[Box]) -> Box | None:
        """Return the first candidate that is free and take it; None when none is."""
        for box in candidates:
            if self.is_open(box):
                self.boxes.append(box)
                return box
        return None


def place_labels(wishes: Sequence[Wish], ground: Field) -> dict[str, Place]:
    """Return the place of every label that found one, by key; earlier wishes go first.

    The boxes of the labels and of their leaders are added to the ground.
    """
    placing = _Placing(ground)
    for wish in wishes:
        placing.seat(wish)
    ground.boxes.extend(box for place in placing.seated.values() for box in _covered(place))
    return placing.seated


@dataclass(slots=True)
class _Placing:
    ground: Field
    seated: dict[str, Place] = field(default_factory=dict)
    choices: dict[str, list[Place]] = field(default_factory=dict)

    def seat(self, wish: Wish) -> None:
        near = [place for place in wish.places() if self.ground.is_open(place.box)]
        self.choices[wish.key] = near
        place = self._first(near) or self._after_a_step_aside(near) or self._far(wish)
        if place is not None:
            self.seated[wish.key] = place

    def _first(self, places: Iterable[Place]) -> Place | None:
        return next((place for place in places if not self._in_the_way(place)), None)

    def _in_the_way(self, place: Place) -> list[str]:
        mine = _covered(place)
        return [
            key
            for key, other in self.seated.items()
            if any(box.overlaps(taken) for taken in _covered(other) for box in mine)
        ]

    def _after_a_step_aside(self, places: Sequence[Place]) -> Place | None:
        for place in places:
            blockers = self._in_the_way(place)
            if len(blockers) == 1 and self._moved(blockers[0], place):
                return place
        return None

    def _moved(self, key: str, newcomer: Place) -> bool:
        old = self.seated.pop(key)
        for place in self.choices[key]:
            if not place.box.overlaps(newcomer.box) and not self._in_the_way(place):
                self.seated[key] = place
                return True
        self.seated[key] = old
        return False

    def _far(self, wish: Wish) -> Place | None:
        return self._first(
            place
            for place in wish.far_places()
            if self.ground.is_open(place.box) and self._leader_is_clear(place, wish.mark)
        )

    def _leader_is_clear(self, place: Place, mark: Disc) -> bool:
        return not any(
            disc.touches(box)
            for disc in self.ground.discs
            if (disc.x, disc.y) != (mark.x, mark.y)
            for box in _leader_boxes(place)
        )


def _covered(place: Place) -> list[Box]:
    return [place.box, *_leader_boxes(place)]


def _leader_boxes(place: Place) -> list[Box]:
    """Return small rectangles strung along the leader line."""
    if place.leader is None:
        return []
    (x0, y0), (x1, y1) = place.leader
    steps = max(1, round(math.hypot(x1 - x0, y1 - y0) / 3))
    along = [(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps) for i in range(steps + 1)]
    return [Box(x - 1, y - 1, x + 1, y + 1) for x, y in along]

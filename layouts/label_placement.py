"""Place labels beside points so that none overlaps another: plain geometry in pixels, y down.

Labels go in the order given. Each has eight places around its mark, some better than others; it
takes the one that costs least, also counting what it costs those it pushes aside to a free place
of their own. Where all are closed, it goes further off with a leader line if the caller allows
it, else it is dropped. In the end each label looks once more for a better place.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from layouts.boxes import Box, Disc, Point, boxes_along

Align = Literal["left", "center", "right"]

_SIDES: tuple[tuple[Point, float], ...] = (
    ((1, 0), 0.0),
    ((-1, 0), 0.6),
    ((0, -1), 2.0),
    ((0, 1), 2.2),
    ((0.72, -0.72), 2.6),
    ((0.72, 0.72), 2.8),
    ((-0.72, -0.72), 3.0),
    ((-0.72, 0.72), 3.2),
)
"""The sides of a mark, and what it costs to stand there."""

_CROWDED = 2.5
_CROWD_MARGIN = 4.0
_FAR = 7.0
_DROPPED = 30.0
_LAST_LOOKS = 2
_LEADER_DIRECTIONS = tuple(
    (math.cos(math.radians(angle)), math.sin(math.radians(angle)))
    for angle in (60, 120, -60, -120, 30, 150, -30, -150, 90, -90)
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands: its rectangle, its alignment, the two ends of its leader if any."""

    box: Box
    align: Align
    leader: tuple[Point, Point] | None = None
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Wish:
    """A label of a size that wants to stand beside a mark, within `reach` pixels by a leader."""

    key: str
    mark: Disc
    width: float
    height: float
    gap: float = 3.0
    reach: float = 0.0

    def near_places(self) -> list[Place]:
        """Return the eight places around the mark, best first."""
        return [self._beside(side, self.mark.radius + self.gap, cost) for side, cost in _SIDES]

    def far_places(self) -> Iterable[Place]:
        """Yield the places that need a leader, nearest first."""
        further = 5.0
        while self.gap + further <= self.reach:
            for side in _LEADER_DIRECTIONS:
                place = self._beside(
                    side, self.mark.radius + self.gap + further, _FAR + further / 5
                )
                yield self._with_leader(side, place)
            further += 4

    def surroundings(self) -> Box:
        """Return the rectangle that holds all places."""
        reach = self.mark.radius + self.gap + self.reach
        across, along = reach + self.width, reach + self.height
        x, y = self.mark.x, self.mark.y
        return Box(x - across, y - along, x + across, y + along)

    def _beside(self, side: Point, distance: float, cost: float) -> Place:
        x, y = self.mark.x + side[0] * distance, self.mark.y + side[1] * distance
        left = x if side[0] > 0.01 else x - self.width if side[0] < -0.01 else x - self.width / 2
        lift = 0.5 if abs(side[1]) < 0.01 else 0.5 - 0.5 * math.copysign(1, side[1])
        top = y - self.height * lift
        align: Align = "left" if side[0] > 0.01 else "right" if side[0] < -0.01 else "center"
        return Place(Box(left, top, left + self.width, top + self.height), align, cost=cost)

    def _with_leader(self, side: Point, place: Place) -> Place:
        rim = self.mark.radius + 0.5
        start = (self.mark.x + side[0] * rim, self.mark.y + side[1] * rim)
        return replace(place, leader=(start, place.box.nearest(start)))


@dataclass(slots=True)
class Field:
    """What is taken already: a frame to stay in, rectangles, and discs with a margin.

    `wanted`: rectangles better left free, such as where a line goes, and what it costs to
    stand on them.
    """

    frame: Box
    boxes: list[Box] = field(default_factory=list)
    discs: list[Disc] = field(default_factory=list)
    wanted: list[tuple[Box, float]] = field(default_factory=list)

    def is_open(self, box: Box) -> bool:
        """Tell whether a rectangle lies in the frame and clear of every fixed thing."""
        return (
            box.within(self.frame)
            and not any(box.overlaps(taken) for taken in self.boxes)
            and not any(disc.touches(box) for disc in self.discs)
        )

    def part(self, box: Box) -> Field:
        """Return what lies in or close to a rectangle, to look things up there faster."""
        return Field(
            self.frame,
            [taken for taken in self.boxes if taken.overlaps(box)],
            [disc for disc in self.discs if disc.touches(box, _CROWD_MARGIN)],
            [wanted for wanted in self.wanted if wanted[0].overlaps(box)],
        )

    def copy(self) -> Field:
        """Return a second one to try things on."""
        return Field(self.frame, [*self.boxes], self.discs, self.wanted)

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
    seating = _Seating(ground)
    for wish in wishes:
        seating.seat(wish)
    for _ in range(_LAST_LOOKS):
        for wish in wishes:
            seating.improve(wish.key)
    for place in seating.seated.values():
        ground.boxes.extend(_covered(place))
    return seating.seated


@dataclass(slots=True)
class _Seating:
    ground: Field
    seated: dict[str, Place] = field(default_factory=dict)
    choices: dict[str, list[Place]] = field(default_factory=dict)

    def seat(self, wish: Wish) -> None:
        around = self.ground.part(wish.surroundings())
        self.choices[wish.key] = [
            _weighed(place, wish, around)
            for place in wish.near_places()
            if around.is_open(place.box)
        ]
        self.improve(wish.key)
        if wish.key not in self.seated:
            far = next(
                (place for place in wish.far_places() if self._far_is_free(place, wish, around)),
                None,
            )
            if far is not None:
                self.seated[wish.key] = far

    def improve(self, key: str) -> None:
        """Move a label to the place that costs least in all, if that is better than now."""
        now = self.seated[key].cost if key in self.seated else _DROPPED
        offers = [
            offer
            for place in self.choices[key]
            if place.cost < now
            for offer in self._offers(key, place)
        ]
        cost, moves = min(offers, key=lambda offer: offer[0], default=(now, {}))
        if cost < now - 0.01:
            self.seated |= moves

    def _offers(self, key: str, place: Place) -> list[tuple[float, dict[str, Place]]]:
        """Return the place with its cost and the moves of those in its way, or nothing."""
        moves, cost = {key: place}, place.cost
        for blocker in self._in_the_way(place, {key}):
            other = self._way_out(blocker, moves)
            if other is None:
                return []
            moves[blocker] = other
            cost += other.cost - self.seated[blocker].cost
        return [(cost, moves)]

    def _way_out(self, blocker: str, moves: dict[str, Place]) -> Place | None:
        moving = {blocker, *moves}
        for place in sorted(self.choices[blocker], key=lambda place: place.cost):
            clear = not any(_collide(place, moved) for moved in moves.values())
            if clear and not self._in_the_way(place, moving):
                return place
        return None

    def _in_the_way(self, place: Place, but: Collection[str] = ()) -> list[str]:
        return [
            key for key, other in self.seated.items() if key not in but and _collide(place, other)
        ]

    def _far_is_free(self, place: Place, wish: Wish, around: Field) -> bool:
        return (
            around.is_open(place.box)
            and _leader_is_clear(place, wish.mark, around)
            and not self._in_the_way(place)
        )


def _weighed(place: Place, wish: Wish, around: Field) -> Place:
    """Add to the cost where other marks stand so close that the label could be theirs.

    The same for standing on what is wanted for something else.
    """
    margin = wish.gap + _CROWD_MARGIN - 3
    crowd = sum(
        disc.touches(place.box, margin) for disc in around.discs if not _same(disc, wish.mark)
    )
    spoilt = max((cost for box, cost in around.wanted if place.box.overlaps(box)), default=0.0)
    return replace(place, cost=place.cost + _CROWDED * crowd + spoilt)


def _leader_is_clear(place: Place, mark: Disc, around: Field) -> bool:
    discs = [disc for disc in around.discs if not _same(disc, mark)]
    boxes = _leader_boxes(place)
    return not any(disc.touches(box) for disc in discs for box in boxes) and not any(
        box.overlaps(taken) for taken in around.boxes for box in boxes
    )


def _same(disc: Disc, mark: Disc) -> bool:
    return (disc.x, disc.y) == (mark.x, mark.y)


def _collide(place: Place, other: Place) -> bool:
    if place.leader is None and other.leader is None:
        return place.box.overlaps(other.box)
    theirs = _covered(other)
    return any(box.overlaps(taken) for box in _covered(place) for taken in theirs)


def _covered(place: Place) -> list[Box]:
    return [place.box, *_leader_boxes(place)]


def _leader_boxes(place: Place) -> list[Box]:
    return [] if place.leader is None else boxes_along(*place.leader, 1)

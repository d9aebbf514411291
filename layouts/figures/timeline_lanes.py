"""Rows and label places of one lane: every plan worth its height, and which to take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from layouts.figures.timeline_labels import (
    LABEL_GAP,
    MARK_GAP,
    Item,
    Room,
    Side,
    Spot,
    labels_beside,
    stack_labels,
)

ROW = 17.5
ABOVE = 11.0
PADDING = 7.0
OVERLAP = 4.0
"""A mark on another costs as much as the labels of three or four."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to set a lane; `height` in pixels at a root of 16, `worth` of the labels placed."""

    spots: tuple[Spot, ...]
    rows: int
    above: bool = False
    below: bool = False

    @property
    def height(self) -> float:
        """Return the least height that the plan needs."""
        return PADDING + self.rows * (ROW + ABOVE * (self.above + self.below))

    @property
    def worth(self) -> float:
        """Return the weight of the labels placed, less that of marks on others or moved."""
        labels = sum(spot.item.weight for spot in self.spots if spot.side)
        moved = sum(spot.item.moved for spot in self.spots)
        return labels - OVERLAP * self.overlaps - moved

    @property
    def overlaps(self) -> int:
        """Return how many marks lie on another."""
        ends: dict[int, float] = {}
        count = 0
        for spot in sorted(self.spots, key=lambda spot: spot.item.x0):
            count += spot.item.x0 < ends.get(spot.row, spot.item.x0)
            ends[spot.row] = max(ends.get(spot.row, 0.0), spot.item.reach)
        return count


Rows = list[list[Item]]


def plans(items: Sequence[Item], room: Room) -> list[Plan]:
    """Return the plans in which more height buys more labels, the lowest first."""
    found: list[Plan] = []
    for limit, roomy in product(range(1, room.rows + 1), (False, True)):
        rows = _pack(items, room, limit, roomy=roomy)
        found += [_side_plan(rows, room)]
        if len(rows) <= 2:
            found += [_stacked_plan(rows, room, levels) for levels in _levels(rows)]
    best: list[Plan] = []
    for plan in sorted(found, key=lambda plan: (plan.height, -plan.worth)):
        if not best or plan.worth > best[-1].worth + 1e-6:
            best.append(plan)
    return best


def _levels(rows: Rows) -> tuple[tuple[Side, ...], ...]:
    return (("above", "below"), ("below", "above")) if len(rows) == 1 else (("below",),)


def fit(choices: list[list[Plan]], least: list[float], height: float) -> list[Plan]:
    """Take the best plan of each lane, then lower ones until all fit the height, if they can."""
    taken = [len(offered) - 1 for offered in choices]

    def need(lane: int, place: int) -> float:
        return max(least[lane], choices[lane][place].height)

    while sum(need(lane, place) for lane, place in enumerate(taken)) > height:
        steps = [(_loss(choices[lane], place), lane) for lane, place in enumerate(taken) if place]
        if not steps:
            break
        taken[min(steps)[1]] -= 1
    return [offered[place] for offered, place in zip(choices, taken, strict=True)]


def _loss(choices: list[Plan], place: int) -> float:
    """Return the worth of labels lost for each pixel won by the next lower plan."""
    higher, lower = choices[place], choices[place - 1]
    return (higher.worth - lower.worth) / (higher.height - lower.height)


def _pack(items: Sequence[Item], room: Room, limit: int, *, roomy: bool) -> Rows:
    rows: Rows = [[]]
    for item in sorted(items, key=lambda item: (item.reach > item.x1, item.x0, item.x1)):
        free = [row for row in rows if _fits(item, row, room, 0.0)]
        if roomy:
            free = [row for row in free if _fits(item, row, room, 1.0)] or (
                free if len(rows) == limit else []
            )
        if free:
            free[0].append(item)
        elif len(rows) < limit:
            rows.append([item])
        else:
            _squeeze(item, rows, room)
    for row in rows:
        row.sort(key=lambda item: item.x0)
    return rows


def _fits(item: Item, row: list[Item], room: Room, share: float) -> bool:
    gap = MARK_GAP * room.scale

    def end(other: Item) -> float:
        return other.reach + share * (other.width + LABEL_GAP * room.scale)

    return all(item.x0 >= end(other) + gap or end(item) + gap <= other.x0 for other in row)


def _squeeze(item: Item, rows: Rows, room: Room) -> None:
    """Move an item without a free row behind the last of a row, and its label, if that is near."""
    row = min(rows, key=lambda row: max(other.x1 for other in row))
    last = max(row, key=lambda other: other.x1)
    label = last.width + (LABEL_GAP + MARK_GAP) * room.scale if last.reach == last.x1 else 0.0
    shifts = (last.x1 + gap - item.x0 for gap in (label, room.scale))
    small = item.x1 - item.x0 <= 20 * room.scale
    shift = next((shift for shift in shifts if small and 0 < shift <= room.nudge), 0.0)
    moved = replace(item, x0=item.x0 + shift, x1=item.x1 + shift, moved=shift > 0)
    row.append(replace(moved, reach=max(moved.x1, item.reach)))


def _side_plan(rows: Rows, room: Room) -> Plan:
    spots = [spot for number, row in enumerate(rows) for spot in labels_beside(row, number, room)]
    return Plan(tuple(spots), len(rows))


def _stacked_plan(rows: Rows, room: Room, levels: tuple[Side, ...]) -> Plan:
    spots: list[Spot] = []
    for number, row in enumerate(rows):
        stacked = list(stack_labels(row, number, room, levels))
        placed = {id(spot.item) for spot in stacked}
        spots += stacked
        rest = labels_beside(row, number, room, without=placed)
        spots += [spot for spot in rest if id(spot.item) not in placed]
    sides = {spot.side for spot in spots}
    stands = sides & {"above", "below"}
    both = len(rows) == 1 and bool(stands)
    return Plan(tuple(spots), len(rows), "above" in stands or both, "below" in stands or both)

"""Places for the labels of one row of marks: right, left, above, below or on the dashed line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from layouts.figures.timeline_marks import Mark

Side = Literal["right", "left", "above", "below", "on"]

MARK_GAP = 4.0
LABEL_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Item:
    """A mark on the axis; `reach` is where its dashed line ends (x1 where it has none).

    `moved`: it stands a little beside its date, to be seen apart from another.
    """

    mark: Mark
    x0: float
    x1: float
    reach: float
    width: float
    weight: float
    moved: bool = False

    @property
    def middle(self) -> float:
        """Return the middle of the mark."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Room:
    """Where labels may stand: between `left` and `right`, not across `wall` (the as-of line).

    `nudge`: how far a mark may be moved to stand beside another; `rows`: how many there may be.
    """

    left: float
    right: float
    wall: float | None
    scale: float
    nudge: float
    rows: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an item stands: its row, the side of its label (None: dropped), the label's extent."""

    item: Item
    row: int
    side: Side | None
    low: float = 0.0
    high: float = 0.0


def stack_labels(
    row: list[Item], number: int, room: Room, levels: tuple[Side, ...]
) -> Iterator[Spot]:
    """Place labels above and below in turn, centred on their marks where there is room."""
    ends = dict.fromkeys(levels, room.left - LABEL_GAP * room.scale)
    order = list(levels)
    for item in row:
        low = _clear(item.middle - item.width / 2, item, room)
        free = [side for side in order if low >= ends[side] + LABEL_GAP * room.scale]
        if free and item.reach == item.x1 and item.width:
            ends[free[0]] = low + item.width
            order.remove(free[0])
            order.append(free[0])
            yield Spot(item, number, free[0], low, low + item.width)


def _clear(low: float, item: Item, room: Room) -> float:
    """Move a label into the axis and to its mark's side of the as-of line."""
    edge = room.right
    if room.wall is not None and item.middle <= room.wall:
        edge = room.wall - 2 * room.scale
    low = min(low, edge - item.width)
    if room.wall is not None and item.middle > room.wall:
        low = max(low, room.wall + 2 * room.scale)
    return max(low, room.left)


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    sides: tuple[Side | None, ...]
    taken: float


def labels_beside(
    row: list[Item], number: int, room: Room, without: set[int] | None = None
) -> Iterator[Spot]:
    """Choose right or left for each label of a row so that the most weight has a place."""
    skipped = without or set()
    states = [_State(0.0, (), room.left)]
    for place, item in enumerate(row):
        silent = id(item) in skipped
        limit = _limit(row, place, room)
        options = [state for old in states for state in _options(old, item, room, limit, silent)]
        states = _best(options, item.reach)
    best = max(states, key=lambda state: state.score)
    for item, side in zip(row, best.sides, strict=True):
        yield _spot(item, number, side, room)


def _limit(row: list[Item], place: int, room: Room) -> float:
    """Return how far a label right of an item may go: to the next mark, the wall or the end."""
    ends = [room.right]
    ends += [row[place + 1].x0 - MARK_GAP * room.scale] if place + 1 < len(row) else []
    if room.wall is not None and row[place].x1 <= room.wall + room.scale:
        ends.append(room.wall - 2 * room.scale)
    return min(ends)


def _options(old: _State, item: Item, room: Room, limit: float, silent: bool) -> Iterator[_State]:
    gap = LABEL_GAP * room.scale
    yield _State(old.score, (*old.sides, None), item.reach)
    if silent or not item.width:
        return
    if item.x1 + item.width + 5 * gap < min(item.reach, limit + 2 * gap):
        yield _State(old.score + item.weight, (*old.sides, "on"), item.reach)
        return
    if item.reach + gap + item.width <= limit:
        taken = item.reach + gap + item.width
        yield _State(old.score + item.weight + 0.01, (*old.sides, "right"), taken)
    wall = room.wall if room.wall is not None and room.wall < item.x0 else room.left
    if item.x0 - gap - item.width >= max(old.taken + MARK_GAP * room.scale, wall):
        yield _State(old.score + item.weight, (*old.sides, "left"), item.reach)


def _best(states: list[_State], bare: float) -> list[_State]:
    """Keep the best state with a label behind the item and the best without."""
    split = [
        [state for state in states if state.taken > bare],
        [state for state in states if state.taken <= bare],
    ]
    return [max(group, key=lambda state: state.score) for group in split if group]


def _spot(item: Item, number: int, side: Side | None, room: Room) -> Spot:
    gap = LABEL_GAP * room.scale
    if side == "right":
        low = item.reach + gap
    elif side == "left":
        low = item.x0 - gap - item.width
    else:
        low = (item.x1 + item.reach - item.width) / 2
    return Spot(item, number, side, low, low + item.width)

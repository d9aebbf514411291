"""Where the cities of one country stand in the strip of last contacts: dots first, then names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.attention.contacts import MemberContact
from layouts.text_width import text_width

MOST_ROWS = 3
DOT, GAP = 12.0, 4.0
NAME_SIZE = 12.0
_MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """One city: its share of the lane's width, its row, and whether and on which side it is named.

    Cities of the same month stand below, and then beside, one another.
    """

    contact: MemberContact
    share: float
    row: int
    named: bool = False
    before: bool = False


def places(contacts: Sequence[MemberContact], longest: int, width: float) -> list[Place]:
    """Place the cities with a dated contact on a lane so many CSS pixels wide; longest named first.

    Widths are those at a root of 16 px. The lane gets as few rows as leave room for every name.
    """
    dated = [one for one in contacts if one.months is not None]
    dated.sort(key=lambda one: (-(one.months or 0), one.city.name))
    best: list[Place] = []
    for rows in range(1, MOST_ROWS + 1):
        placed: list[Place] = []
        for number, one in enumerate(dated):
            placed.append(_free(placed, one, (one.months or 0) / longest, width, number % rows))
        named = _named(placed, width)
        if _names(named) > _names(best) or not best:
            best = named
        if _names(best) == len(dated):
            break
    return best


def _names(placed: Sequence[Place]) -> int:
    return sum(place.named for place in placed)


def _free(
    placed: Sequence[Place], one: MemberContact, share: float, width: float, first: int
) -> Place:
    """The first row, from one on, that has room at a share of the width, else a little beside."""
    for step in range(len(placed) + 1):
        moved = share - step * DOT / width if share > _MIDDLE else share + step * DOT / width
        for number in range(MOST_ROWS):
            row = (first + number) % MOST_ROWS
            if all(other.row != row or _apart(other.share, moved, width) for other in placed):
                return Place(one, moved, row)
    return Place(one, share, first)


def _apart(one: float, other: float, width: float) -> bool:
    return abs(one - other) * width >= DOT


def _named(placed: Sequence[Place], width: float) -> list[Place]:
    taken = [_dot(place, width) for place in placed]
    found = []
    for place in placed:
        after, before = _spans(place, width)
        others = [span for span in taken if span != _dot(place, width)]
        for span, is_before in ((after, False), (before, True)):
            fits = span[1] >= 0 and span[2] <= width
            if fits and not any(_meet(span, other) for other in others):
                taken.append(span)
                found.append(replace(place, named=True, before=is_before))
                break
        else:
            found.append(place)
    return found


Span = tuple[int, float, float]
"""A row, and from where to where something lies in it."""


def _dot(place: Place, width: float) -> Span:
    centre = place.share * width
    return place.row, centre - DOT / 2, centre + DOT / 2


def _spans(place: Place, width: float) -> tuple[Span, Span]:
    """Where the name lies behind its dot, and before it."""
    row, left, right = _dot(place, width)
    name = text_width(place.contact.city.name, NAME_SIZE) + GAP
    return (row, right, right + name + GAP), (row, left - name - GAP, left)


def _meet(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]

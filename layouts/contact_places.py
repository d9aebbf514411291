"""Where the cities of one country stand in the strip of last contacts: dots first, then names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.attention.contacts import MemberContact
from layouts.text_width import text_width

MOST_ROWS, ROWS_OF_RECENT = 3, 2
DOT, LINK, GAP = 12.0, 24.0, 4.0
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

    @property
    def leads(self) -> bool:
        """Whether it is a link, which needs room to be hit: a city that was not seen lately."""
        return self.contact.silence != "recent"

    @property
    def room(self) -> float:
        """The width that it needs in CSS pixels."""
        return LINK if self.leads else DOT


def places(contacts: Sequence[MemberContact], longest: int, width: float) -> list[Place]:
    """Place the cities with a dated contact on a lane so many CSS pixels wide; longest named first.

    Widths are those at a root of 16 px. The lane gets as few rows as leave room for the names of
    all that were not seen lately.
    """
    dated = [one for one in contacts if one.months is not None]
    dated.sort(key=lambda one: (one.silence == "recent", -(one.months or 0), one.city.name))
    placed: list[Place] = []
    for rows in range(1, MOST_ROWS + 1):
        placed = _named(_in_rows(dated, rows, longest, width), width)
        if all(_stands_well(place, longest) for place in placed if place.leads):
            break
    return placed


def _stands_well(place: Place, longest: int) -> bool:
    return place.named and place.share == (place.contact.months or 0) / longest


def _in_rows(dated: Sequence[MemberContact], rows: int, longest: int, width: float) -> list[Place]:
    placed: list[Place] = []
    for number, one in enumerate(dated):
        wanted = Place(one, (one.months or 0) / longest, number % rows)
        most = rows if wanted.leads else max(rows, ROWS_OF_RECENT)
        placed.append(_free(placed, wanted, most, width))
    return placed


def _free(placed: Sequence[Place], wanted: Place, rows: int, width: float) -> Place:
    """The first row, from the wanted one on, that has room there, else a little beside."""
    side = -1 if wanted.share > _MIDDLE else 1
    for step in range(len(placed) + 1):
        share = wanted.share + side * step * wanted.room / width
        for number in range(rows):
            found = replace(wanted, share=share, row=(wanted.row + number) % rows)
            if 0 <= share <= 1 and all(_apart(found, other, width) for other in placed):
                return found
    return wanted


def _apart(one: Place, other: Place, width: float) -> bool:
    needed = (one.room + other.room) / 2
    return one.row != other.row or abs(one.share - other.share) * width >= needed


def _named(placed: Sequence[Place], width: float) -> list[Place]:
    taken = {number: _dot(place, width) for number, place in enumerate(placed)}
    names: list[Span] = []
    found = []
    for number, place in enumerate(placed):
        others = [*names, *(span for other, span in taken.items() if other != number)]
        sides = zip(_spans(place, width), (False, True), strict=True)
        fitting = ((span, before) for span, before in sides if _fits(span, others, width))
        span, before = next(fitting, (None, False))
        if span is not None:
            names.append(span)
        found.append(replace(place, named=span is not None, before=before))
    return found


Span = tuple[int, float, float]
"""A row, and from where to where something lies in it."""


def _dot(place: Place, width: float) -> Span:
    centre = place.share * width
    return place.row, centre - place.room / 2, centre + place.room / 2


def _spans(place: Place, width: float) -> tuple[Span, Span]:
    """Where the name lies behind its dot, and before it."""
    centre = place.share * width
    name = DOT / 2 + GAP + text_width(place.contact.city.name, NAME_SIZE) + GAP
    return (place.row, centre, centre + name), (place.row, centre - name, centre)


def _fits(span: Span, others: Sequence[Span], width: float) -> bool:
    row, left, right = span
    inside = left >= 0 and right <= width
    return inside and all(row != other[0] or right <= other[1] or left >= other[2]
                          for other in others)  # fmt: skip

"""The stages of a support, and how long ago one that waits was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from data import schema
from data.counting.rules import OPEN
from data.dates import days_before
from data.overview.lanes import SHOWN_SUPPORT

ASKED = ("requested", "agreed")
"""Open and not begun: what waits."""

STAGES: Mapping[str, tuple[str, ...]] = {"asked": ASKED, "open": OPEN, "live": SHOWN_SUPPORT}
"""Stages of several statuses; `live` is all but what was declined."""

NO_DATE = "no-date"
Condition = sa.ColumnElement[bool]
_SUPPORT = schema.support.c


@dataclass(frozen=True, slots=True)
class AgeClass:
    """Days since the last day on which a request may have been made; `most` None = no end."""

    name: str
    least: int
    most: int | None

    def condition(self, as_of: date) -> Condition:
        """Whether a request falls into the class; one dated ahead is 0 days old."""
        last = _SUPPORT.requested_last
        bounds = [] if self.most is None else [last >= days_before(as_of, self.most)]
        if self.least:
            bounds.append(last <= days_before(as_of, self.least))
        return sa.and_(*bounds)


AGE_CLASSES = (
    AgeClass("up-to-30", 0, 30),
    AgeClass("31-90", 31, 90),
    AgeClass("91-180", 91, 180),
    AgeClass("over-180", 181, None),
)


def waits(as_of: date, name: str) -> Condition:
    """Whether a support waits and its request is of an age, or has no date."""
    asked = _SUPPORT.status.in_(ASKED)
    if name == NO_DATE:
        return sa.and_(asked, _SUPPORT.requested_last.is_(None))
    (found,) = (item for item in AGE_CLASSES if item.name == name)
    return sa.and_(asked, found.condition(as_of))


def is_past_due(as_of: date) -> Condition:
    """Whether the whole of a due date is past."""
    return sa.and_(_SUPPORT.due_last.is_not(None), _SUPPORT.due_last < as_of)


def is_vague() -> Condition:
    """Whether only the month or the year of a request is known."""
    return sa.and_(_SUPPORT.requested_precision.is_not(None), _SUPPORT.requested_precision != "day")

"""How an indicator stands against its target: a pure rule, said in words on the page.

The rule, for a target that is to be reached from below (`direction = up`):

- **no target**: none belongs to the filter. **not due**: its period has not begun.
- **met**: a count or a stock has reached the value, for neither falls again; a percent or a number
  that may fall is met only when the period has ended with it.
- **on track**: before the end a count or a stock is at the pace or above; the pace is a straight
  line from the beginning of the period (0 for an incremental target, the baseline for a cumulative
  one or a stock) to the value at its end, rounded down to whole records. A percent is on track
  while it is at its value.
- **behind**: surely below that. At the end: surely not reached.
- **cannot say**: the actual is not recorded or withheld; or it is a lower bound that is below what
  is needed, for what is not known is never behind; or the filter shows only a part of what the
  target is about, and that part alone does not reach it.

For `direction = down` it is mirrored: the line is an allowance, rounded up; a count is met only at
the end; a lower bound above what is allowed is surely behind, one below it cannot say.
The change since the last period plays no role.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from data.figures import Count, Indicator, Target
from data.filters import Filters

DAYS_A_MONTH = 365.25 / 12
_NEARLY = 1e-9

Nature = Literal["count", "stock", "level"]
"""A count grows within a period, a stock grows with time, a level may rise and fall."""


class Status(StrEnum):
    """How an indicator stands against its target."""

    MET = "met"
    ON_TRACK = "on track"
    BEHIND = "behind"
    CANNOT_SAY = "cannot say"
    NOT_DUE = "not due"
    NO_TARGET = "no target"


class Doubt(StrEnum):
    """Why it cannot be said how an indicator stands."""

    NOT_RECORDED = "not recorded"
    WITHHELD = "withheld"
    LOWER_BOUND = "lower bound"
    PART = "part of the target"


@dataclass(frozen=True, slots=True)
class RunRate:
    """What is needed to the target's end, and what was reached so far, each per month.

    `is_bound`: the actual is a lower bound, so needed is at most this and so far at least this.
    """

    needed: float
    so_far: float | None
    until: date
    is_bound: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with what it rests on: the pace of the day looked at, and what is needed."""

    status: Status
    doubt: Doubt | None = None
    pace: float | None = None
    run_rate: RunRate | None = None


def nature_of(indicator: Indicator) -> Nature:
    """Tell whether a figure accumulates, is a stock that never falls, or may rise and fall."""
    if indicator.rule == "member-cities":
        return "stock" if indicator.direction == "up" else "level"
    if indicator.unit == "percent" or indicator.rule in ("support-open", "published"):
        return "level"
    return "count"


_NARROWING = {
    "member-cities": (),
    "outputs": (),
    "support-delivered": ("themes", "channels"),
    "support-open": ("themes", "channels"),
    "cities-supported": ("themes", "channels"),
}
"""Parts of a filter that leave out records of a rule; of the others, kinds and themes do."""


def shows_part(indicator: Indicator, filters: Filters) -> bool:
    """Tell whether a filter shows only a part of the records that a target is about."""
    if indicator.rule in ("member-cities", "published"):
        return False
    parts = _NARROWING.get(indicator.rule, ("kinds", "themes"))
    return filters.programme != "hub" or any(getattr(filters, part) for part in parts)


def standing_of(
    indicator: Indicator, target: Target | None, today: date, *, begins_at: float, part: bool
) -> Standing:
    """Judge a target on the day looked at.

    `begins_at` is the level at which its period begins, `part` whether only a part is counted.
    """
    if target is None:
        return Standing(Status.NO_TARGET)
    if today < target.start:
        return Standing(Status.NOT_DUE)
    pace = pace_of(indicator, target, today, begins_at)
    actual = target.actual
    if actual is None or actual.value is None or actual.withheld:
        withheld = actual is not None and actual.withheld
        doubt = Doubt.WITHHELD if withheld else Doubt.NOT_RECORDED
        return Standing(Status.CANNOT_SAY, doubt, pace)
    status, unsure = _judged(indicator, target, actual, today, pace, part=part)
    return Standing(status, unsure, pace)


def pace_of(indicator: Indicator, target: Target, today: date, begins_at: float) -> float | None:
    """Where a straight line to the target's end is on a day; None for a level, which has none."""
    if nature_of(indicator) == "level":
        return None
    days = (target.end - target.start).days + 1
    gone = min(max((today - target.start).days + 1, 0), days)
    return begins_at + (target.value - begins_at) * gone / days


def _judged(
    indicator: Indicator,
    target: Target,
    actual: Count,
    today: date,
    pace: float | None,
    *,
    part: bool,
) -> tuple[Status, Doubt | None]:
    assert actual.value is not None
    ended, up = today >= target.end, indicator.direction == "up"
    grows = pace is not None
    needed = target.value if ended or pace is None else _whole(pace, up=up)
    bound: Doubt | None = Doubt.LOWER_BOUND if actual.bound == "at-least" else None
    unsure: Doubt | None = Doubt.PART if part else bound
    # What a part of the records or a lower bound reaches, all of them reach; a percent does not.
    reaching = None if grows else Doubt.PART if part else None
    if not up:
        if actual.value > needed + _NEARLY:
            return _sure(Status.BEHIND, reaching)
        return _sure(Status.MET if ended else Status.ON_TRACK, unsure)
    if actual.value >= target.value - _NEARLY and (ended or grows):
        return _sure(Status.MET, reaching)
    if actual.value >= needed - _NEARLY:
        return _sure(Status.ON_TRACK, reaching)
    return _sure(Status.BEHIND, unsure)


def _sure(status: Status, unsure: Doubt | None) -> tuple[Status, Doubt | None]:
    return (Status.CANNOT_SAY, unsure) if unsure else (status, None)


def _whole(pace: float, *, up: bool) -> float:
    """Whole records: none is asked for before it is due."""
    return math.floor(pace + _NEARLY) if up else math.ceil(pace - _NEARLY)


def run_rate_of(
    indicator: Indicator, standing: Standing, target: Target | None, today: date, since: date | None
) -> RunRate | None:
    """Work out what is needed per month until the target's end; None where nothing is left to do.

    `since` is the day from which the actual is counted, None when it is not known.
    """
    if target is None or target.actual is None or target.actual.value is None:
        return None
    actual, open_ = target.actual, (Status.ON_TRACK, Status.BEHIND, Status.CANNOT_SAY)
    is_up_count = nature_of(indicator) == "count" and indicator.direction == "up"
    if standing.status not in open_ or standing.doubt in (Doubt.PART, Doubt.WITHHELD):
        return None
    if not is_up_count or today >= target.end or actual.value is None:
        return None
    left = (target.end - today).days / DAYS_A_MONTH
    gone = ((today - since).days + 1) / DAYS_A_MONTH if since and since <= today else None
    return RunRate(
        needed=(target.value - actual.value) / left,
        so_far=actual.value / gone if gone else None,
        until=target.end,
        is_bound=actual.bound == "at-least",
    )

"""What a counting rule answers: a value, its bound and the records it counted and left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from data.dates import DateSpan

Bound = Literal["exact", "at-least"]


class Reason(StrEnum):
    """Why a candidate record was not counted, beside the statuses, which name themselves."""

    REGIONAL = "regional"
    PLACE = "other country or city"
    KIND = "other kind"
    THEME = "other theme"
    FUNDER = "other funder"
    CHANNEL = "other channel"
    IMPRECISE = "date too imprecise or running across the period's edge"
    OUTSIDE = "outside the period"
    UNDATED = "no date"
    NO_HEAD_COUNT = "no head-count"
    NO_CITY = "names no city"
    TOO_RECENT = "too recent"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator as the workbook defines it."""

    id: str
    title: str
    definition: str
    level: str
    unit: str
    rule: str
    kinds: tuple[str, ...]
    direction: str
    frequency: str | None
    verification: str | None
    order: int
    headline: bool


@dataclass(frozen=True, slots=True)
class Count:
    """The answer of one counting rule; `bound` is None exactly when `value` is.

    `numerator`, `denominator` and `unrecorded` (gender not recorded) are for percents only.
    `counted` and `left_out` are numbers of records of the rule's main sheet. A value withheld
    `withheld_beside` others would give one of them away, and need not be small itself.
    """

    value: float | None
    bound: Bound | None
    counted: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    numerator: int | None = None
    denominator: int | None = None
    unrecorded: int | None = None
    withheld_below: int | None = None
    withheld_beside: bool = False

    @property
    def withheld(self) -> bool:
        """Whether the value is kept back, for fewer people than `withheld_below` here or beside."""
        return self.withheld_below is not None


@dataclass(frozen=True, slots=True)
class Published:
    """One figure as published; value None with status `missing` reads "not reported"."""

    id: str
    value: float | None
    status: str
    as_of: DateSpan | None
    as_published: str | None
    country: str | None
    note: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """One target with its actual; `actual` is counted over the target's own period."""

    value: float
    kind: str
    start: date
    end: date
    country: str | None
    funder: str | None
    baseline: float | None
    baseline_date: DateSpan | None
    actual: Count | None


@dataclass(frozen=True, slots=True)
class Around:
    """The countries that counted activities concern, and how many of them have no head-count.

    `some_regional`: one of them at least concerns no single country.
    """

    countries: tuple[str, ...]
    some_regional: bool
    without_head_count: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator for one filter: counted, published and target side by side.

    `around` is read where there is room to say it, and of activities held alone.
    """

    indicator: Indicator
    count: Count
    published: tuple[Published, ...]
    target: Target | None
    around: Around | None = None


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """One candidate record: counted when `reason` is None."""

    sheet: str
    id: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One slot of a trend; value None = something was held, but nothing is recorded."""

    start: date
    value: float | None


@dataclass(frozen=True, slots=True)
class Trend:
    """How a figure came about: a stock by year, sums by quarter, or one slot per activity.

    `recorded` of `total` activities have a head-count (people figures only, else 0 and 0).
    """

    indicator: str
    grain: Literal["year", "quarter", "activity"]
    points: tuple[TrendPoint, ...]
    recorded: int = 0
    total: int = 0

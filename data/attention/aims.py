"""Targets that need a hand, judged as the page of results does, whatever the filter's period.

A target is steep when its indicator needs more in a quarter, from now to its end, than it rose in
its best quarter so far. The share of women is below its target when its status is "behind".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import sqlalchemy as sa

from data import schema
from data.attention.days import without_period
from data.beside import quarter_start, target_filters, target_for, target_of
from data.counting.answering import counts_along
from data.counting.rules import Question
from data.figures import Indicator, Target
from data.filters import Filters
from data.reference import Reference, TargetRow, read_reference
from data.results.beside import Judge, counted_since
from data.results.shared import Questions
from data.results.status import Standing, Status, nature_of

Concern = Literal["steep", "women-below"]
CONCERNS: tuple[Concern, ...] = ("steep", "women-below")
MONTHS_A_QUARTER = 3
MOST_QUARTERS = 16
"""So many last quarters are compared, as the course of results draws at most."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """What an indicator rose by within a quarter; the last one may not be over."""

    first: date
    last: date
    rise: float


@dataclass(frozen=True, slots=True)
class Aim:
    """One target with its status; `needed` a quarter, and the best quarter so far.

    `over` is the filter that the actual is counted under.
    """

    indicator: Indicator
    target: Target
    standing: Standing
    over: Filters | None
    needed: float | None = None
    best: Quarter | None = None

    @property
    def is_steep(self) -> bool:
        """Whether more is needed in each quarter left than the best quarter brought."""
        if self.needed is None or self.best is None:
            return False
        return self.needed > self.best.rise

    @property
    def is_unsure(self) -> bool:
        """Whether it cannot be said how the target stands."""
        return self.standing.status is Status.CANNOT_SAY


@dataclass(frozen=True, slots=True)
class Aims:
    """The targets of a filter: those of counts that are to grow, and those of the women's share."""

    growing: tuple[Aim, ...]
    women: tuple[Aim, ...]

    @property
    def steep(self) -> tuple[Aim, ...]:
        """The targets that need more than the best quarter so far."""
        return tuple(aim for aim in self.growing if aim.is_steep)

    @property
    def women_below(self) -> tuple[Aim, ...]:
        """The targets that the women's share is surely below."""
        return tuple(aim for aim in self.women if aim.standing.status is Status.BEHIND)

    @property
    def unsure(self) -> tuple[Aim, ...]:
        """The targets of either sort of which it cannot be said how they stand."""
        return tuple(aim for aim in (*self.growing, *self.women) if aim.is_unsure)


def read_aims(question: Question, reference: Reference) -> Aims:
    """Judge the targets of a filter on the day of the data."""
    judge = Judge(Questions(question, reference), reference, question.as_of)
    filters = without_period(question.filters)
    return Aims(
        growing=tuple(_aims(judge, filters, _is_growing)),
        women=tuple(_aims(judge, filters, lambda indicator: indicator.rule == "women-share")),
    )


def is_of_concern(question: Question, concern: str) -> sa.ColumnElement[bool]:
    """The targets of one concern as a condition on their sheet."""
    aims = read_aims(question, read_reference(question.connection))
    found = aims.steep if concern == "steep" else aims.women_below
    return sa.or_(sa.false(), *(_is(aim) for aim in found))


def _is(aim: Aim) -> sa.ColumnElement[bool]:
    """One row of the sheet: indicator, country, days, kind and funder name it."""
    column, target = schema.targets.c, aim.target
    return sa.and_(
        column.indicator == aim.indicator.id,
        column.start == target.start,
        column.end == target.end,
        column.kind == target.kind,
        _same(column.country, target.country),
        _same(column.funder, target.funder),
    )


def _same(column: sa.Column[str], value: str | None) -> sa.ColumnElement[bool]:
    return column.is_(None) if value is None else column == value


def _is_growing(indicator: Indicator) -> bool:
    return nature_of(indicator) == "count" and indicator.direction == "up"


def _aims(judge: Judge, filters: Filters, wanted: Callable[[Indicator], bool]) -> Iterator[Aim]:
    for indicator in judge.reference.indicators.values():
        rows = judge.reference.targets.get(indicator.id, ())
        row = target_for(rows, filters, judge.today)
        if row is not None and wanted(indicator):
            yield _aim(judge, indicator, row, filters)


def _aim(judge: Judge, indicator: Indicator, row: TargetRow, filters: Filters) -> Aim:
    over = target_filters(row, filters, judge.reference.dataset)
    if judge.today < row.start:
        target = target_of(row, None)
        return Aim(indicator, target, judge.standing(indicator, target, filters), over)
    target = judge.reached(row, indicator, filters)
    standing = judge.standing(indicator, target, filters)
    rate = standing.run_rate
    if rate is None or rate.is_bound:
        return Aim(indicator, target, standing, over)
    best = _best_quarter(judge, indicator, target, filters)
    return Aim(indicator, target, standing, over, rate.needed * MONTHS_A_QUARTER, best)


def _best_quarter(
    judge: Judge, indicator: Indicator, target: Target, filters: Filters
) -> Quarter | None:
    """The quarter in which the running total rose most; None where none is known to have ended."""
    since = counted_since(target, judge.reference)
    ends = _quarter_ends(since, judge.today)
    counts = counts_along(judge.questions.up_to(filters.with_period(since, None), ends), indicator)
    totals = [count.value if count.bound == "exact" else None for count in counts]
    if since is not None and len(ends) < MOST_QUARTERS:
        ends, totals = [since - timedelta(days=1), *ends], [0.0, *totals]
    rises = [
        Quarter(before + timedelta(days=1), last, after - earlier)
        for before, last, earlier, after in zip(ends, ends[1:], totals, totals[1:], strict=False)
        if earlier is not None and after is not None
    ]
    return max(rises, key=lambda quarter: quarter.rise, default=None)


def _quarter_ends(since: date | None, today: date) -> list[date]:
    """The last days of the quarters up to today, the last of them today itself."""
    ends = [today]
    while len(ends) < MOST_QUARTERS:
        day = quarter_start(ends[-1]) - timedelta(days=1)
        if since is not None and day < since:
            break
        ends.append(day)
    return ends[::-1]

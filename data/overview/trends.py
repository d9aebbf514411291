"""How each headline figure came about: the slots of the small line on its card."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import sqlalchemy as sa

from data import schema
from data.beside import next_quarter, quarter_start
from data.counting import people as heads
from data.counting import slots
from data.counting.asking import HELD, CityTally
from data.counting.rules import DELIVERED, OPEN, RULES, SUPPORTED, Question
from data.figures import Indicator, Trend, TrendPoint
from data.small_numbers import Split

MOST_ACTIVITIES = 20
"""Up to this number a people figure has one slot an activity, above it one a quarter."""

_SUPPORT_STATUSES = {"support-delivered": DELIVERED, "support-open": OPEN}
_PEOPLE = {"attendances": False, "people-engaged": False, "mayors-engaged": True}


def read_trend(question: Question, indicator: Indicator) -> Trend | None:
    """Read the trend of an indicator; None for rules that have none (percents, published)."""
    if indicator.rule == "member-cities":
        return _members_by_year(question, indicator)
    if indicator.rule in _PEOPLE:
        return _people(question, indicator, mayors=_PEOPLE[indicator.rule])
    counts = _counts_by_quarter(question, indicator)
    if counts is None:
        return None
    return Trend(indicator.id, "quarter", _filled(question, counts))


def _members_by_year(question: Question, indicator: Indicator) -> Trend:
    grain = RULES["member-cities"].evidence(question, indicator).subquery()
    query = (
        sa.select(schema.cities.c.joined_first)
        .join(grain, grain.c.id == schema.cities.c.id)
        .where(grain.c.reason.is_(None))
    )
    joined = [day.year if day else None for day in question.connection.scalars(query)]
    known = [year for year in joined if year is not None]
    last = min(question.filters.last_day or question.as_of, question.as_of).year
    years = range(min([*known, last]), last + 1)
    points = [
        TrendPoint(date(year, 12, 31), float(sum(1 for item in joined if (item or 0) <= year)))
        for year in years
    ]
    return Trend(indicator.id, "year", tuple(points))


def _people(question: Question, indicator: Indicator, *, mayors: bool) -> Trend | None:
    """Read people activity by activity or by quarter; None where slots of mayors are too small."""
    held = sum(item.records for item in question.held)
    grain: Literal["activity", "quarter"] = "activity" if held <= MOST_ACTIVITIES else "quarter"
    points = _slots(question, grain, mayors=mayors)
    if mayors and not _may_stand_beside(question, points, _slots(question, grain, mayors=False)):
        return None
    group = question.people.mayors if mayors else question.people.everyone
    return Trend(indicator.id, grain, points, group.usable, held)


def _slots(question: Question, grain: str, *, mayors: bool) -> tuple[TrendPoint, ...]:
    if grain == "quarter":
        people = question.people
        return _people_by_quarter(question, people.mayors if mayors else people.everyone)
    slots = heads.by_activity(question, mayors=mayors, most=MOST_ACTIVITIES)
    return tuple(
        TrendPoint(day or date.max, None if people is None else float(people))
        for day, people in slots
    )


def _may_stand_beside(
    question: Question, mayors: Sequence[TrendPoint], everyone: Sequence[TrendPoint]
) -> bool:
    """Whether slots of mayors leave no slot of everybody a small rest."""
    rule = question.small_numbers
    splits = [
        Split(int(few.value), int(all_.value - few.value))
        for few, all_ in zip(mayors, everyone, strict=True)
        if few.value is not None and all_.value is not None
    ]
    return rule.off or (rule.office_holders_exempt and all(map(rule.office_holders.passes, splits)))


def _people_by_quarter(question: Question, group: heads.HeadCount) -> tuple[TrendPoint, ...]:
    """Give each quarter its attendances; none where activities have no head-count at all."""
    activities = _by_quarter((item.month, item.records) for item in question.held)
    usable = _by_quarter((item.month, item.usable) for item in group.months)
    people = _by_quarter((item.month, item.people) for item in group.months)
    return tuple(
        TrendPoint(
            quarter,
            None
            if activities.get(quarter) and not usable.get(quarter)
            else float(people.get(quarter, 0)),
        )
        for quarter in _quarters(activities)
    )


def _counts_by_quarter(question: Question, indicator: Indicator) -> dict[date, int] | None:
    if indicator.rule == "activities-held":
        kinds = indicator.kinds
        held = [item for item in question.held if not kinds or item.kind in kinds]
        return _by_quarter((item.month, item.records) for item in held)
    if indicator.rule in _SUPPORT_STATUSES:
        statuses = _SUPPORT_STATUSES[indicator.rule]
        support = [item for item in question.support if item.status in statuses]
        return _by_quarter((item.month, item.records) for item in support)
    if indicator.rule == "cities-engaged" and not indicator.kinds:
        return _cities_by_quarter(question, question.activity_cities, HELD)
    if indicator.rule == "cities-supported":
        return _cities_by_quarter(question, question.support_cities, SUPPORTED)
    return None


def _by_quarter(months: Iterable[tuple[str | None, int]]) -> dict[date, int]:
    quarters: Counter[date] = Counter()
    for month, records in months:
        if month:
            quarters[quarter_start(date.fromisoformat(f"{month}-01"))] += records
    return quarters


def _cities_by_quarter(
    question: Question, tallies: Iterable[CityTally], statuses: tuple[str, ...]
) -> dict[date, int]:
    """Count the different chosen cities of each quarter."""
    named: dict[int, set[str]] = defaultdict(set)
    for tally in tallies:
        if tally.quarter and tally.status in statuses and tally.city in question.chosen_cities:
            named[tally.quarter].add(tally.city)
    return {
        start: len(cities)
        for quarter, cities in named.items()
        if (start := slots.quarter_start(quarter)) is not None
    }


def _filled(question: Question, counts: dict[date, int]) -> tuple[TrendPoint, ...]:
    """Give every quarter from the first to the last a slot; a quarter without records is 0."""
    return tuple(
        TrendPoint(quarter, float(counts.get(quarter, 0)))
        for quarter in _quarters([*counts, *_ends(question, counts)])
    )


def _ends(question: Question, counts: dict[date, int]) -> list[date]:
    filters, as_of = question.filters, question.as_of
    if not counts and not filters.has_period:
        return []
    last = min(filters.last_day or as_of, as_of)
    first = filters.first_day or min([*counts, last])
    return [quarter_start(first), quarter_start(max(first, last))]


def _quarters(days: Iterable[date]) -> list[date]:
    known = sorted(days)
    quarters: list[date] = []
    day = known[0] if known else None
    while day is not None and day <= known[-1]:
        quarters.append(day)
        day = next_quarter(day)
    return quarters

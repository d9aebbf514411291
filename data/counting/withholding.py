"""Whether a count may be shown beside those that neighbouring filters give.

Over kinds and places this is exact: whatever their figures are added and subtracted to, no sum is
too small. A theme, a funder or a period is held against what it leaves out, one at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeVar

import sqlalchemy as sa

from data.counting.rules import Question
from data.counting.splits import (
    Part,
    Splits,
    is_chosen,
    kind_is_chosen,
    place_is_chosen,
    without_parts,
)
from data.figures import Count
from data.filters import Filters
from data.small_numbers import Guard, Place, SmallNumbers, Split, total

MOST_AUDITED = 2_000
"""Held activities up to which the count of office holders is held against its neighbours.

Beyond, its own selection is judged alone: a card on every page must not read every head-count.
"""

_Parts = Mapping[Part, Split]
_Key = TypeVar("_Key")


class Withheld(Enum):
    """Why a count is withheld: it is small itself, or would give away what is."""

    SMALL = auto()
    BESIDE = auto()


def judge_women(question: Question, _: Count) -> Withheld | None:
    """Say why the share of women is withheld; None = it may be shown."""
    guard = question.small_numbers.genders
    if not guard.passes(_women(question)):
        return Withheld.SMALL
    stands = _stands_beside(question, guard, lambda splits: splits.genders)
    return None if stands else Withheld.BESIDE


def judge_office_holders(question: Question, count: Count) -> Withheld | None:
    """Say why the count of office holders is withheld; None = it may be shown."""
    rule, held = question.small_numbers, question.people.everyone.activities
    guard = rule.office_holders
    if not rule.office_holders_exempt and (count.value or 0) < rule.threshold:
        return Withheld.SMALL
    stands = all(guard.passes(split) for split in _office_holder_splits(question, count)) and (
        held > MOST_AUDITED or _stands_beside(question, guard, lambda splits: splits.office_holders)
    )
    return None if stands else Withheld.BESIDE


def office_holders_shown(each: sa.Subquery, rule: SmallNumbers) -> sa.ColumnElement[int]:
    """Give the office holders of each activity of `heads.per_activity`, null where withheld."""
    column = each.c
    others = column.all_people - column.mayor_people
    few = others.between(1, rule.threshold - 1) & (column.mayor_people > 0)
    if not rule.office_holders_exempt:
        few = (column.mayor_people < rule.threshold) | (others < rule.threshold)
    shown = sa.case((few, sa.null()), else_=column.mayor_people).label("office_holders")
    return sa.select(column.activity, shown).subquery("shown").c.office_holders


def _office_holder_splits(question: Question, count: Count) -> tuple[Split, Split]:
    """Set mayors against everybody else, as attendances and as the people that are shown."""
    everyone, shown = question.people.everyone, int(count.value or 0)
    people = max(everyone.distinct, everyone.largest)
    return _office_holders(question), Split(shown, max(people - shown, 0))


def _women(question: Question) -> Split:
    people = question.people
    return Split(people.female, people.gendered - people.female)


def _office_holders(question: Question) -> Split:
    mayors = question.people.mayors.people
    return Split(mayors, question.people.everyone.people - mayors)


def _stands_beside(question: Question, guard: Guard, of: Callable[[Splits], _Parts]) -> bool:
    """Judge a count's own parts among their neighbours, and what wider filters have beside them."""
    filters, parts = question.filters, of(question.splits)
    return all(
        _among_places(guard, own, filters) and _among_kinds(guard, own, filters)
        for own in _by_programme(parts)
    ) and all(
        _leaves_enough(guard, parts, of(question.under(wider).splits), filters)
        for wider in without_parts(filters)
    )


def _among_places(guard: Guard, parts: _Parts, filters: Filters) -> bool:
    places: dict[Place, Split] = _added(
        (part.place, split) for part, split in parts.items() if kind_is_chosen(part.kind, filters)
    )
    chosen = {place for place in places if place_is_chosen(place, filters)}
    return guard.may_show_places(chosen, places)


def _among_kinds(guard: Guard, parts: _Parts, filters: Filters) -> bool:
    kinds: dict[str, Split] = _added(
        (part.kind, split) for part, split in parts.items() if place_is_chosen(part.place, filters)
    )
    return guard.may_show({kind for kind in kinds if kind_is_chosen(kind, filters)}, kinds)


def _leaves_enough(guard: Guard, parts: _Parts, wider: _Parts, filters: Filters) -> bool:
    """Judge what a wider filter counts beside these parts, of each programme."""
    left = {part: split - parts.get(part, Split()) for part, split in wider.items()}
    return all(
        guard.passes(total(split for part, split in of_one.items() if is_chosen(part, filters)))
        for of_one in _by_programme(left)
    )


def _by_programme(parts: _Parts) -> list[_Parts]:
    """Part the programmes: both together are shown as the sum of two that may be shown."""
    return [
        {part: split for part, split in parts.items() if part.programme == programme}
        for programme in sorted({part.programme for part in parts})
    ]


def _added(pairs: Iterable[tuple[_Key, Split]]) -> dict[_Key, Split]:
    sums: dict[_Key, Split] = {}
    for key, split in pairs:
        sums[key] = sums.get(key, Split()) + split
    return sums


@dataclass(frozen=True, slots=True)
class PartingRule:
    """A counting rule that parts people: its split, its guard, and why a count is withheld."""

    split: Callable[[Question], Split]
    guard: Callable[[SmallNumbers], Guard]
    judge: Callable[[Question, Count], Withheld | None]


PARTING_RULES = {
    "women-share": PartingRule(_women, lambda rule: rule.genders, judge_women),
    "mayors-engaged": PartingRule(
        _office_holders, lambda rule: rule.office_holders, judge_office_holders
    ),
}
"""The rules that part people by gender or group; the others count people whole."""

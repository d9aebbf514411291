"""The order of a journey: causes before effects, then by the days that are recorded.

A date may be a year or missing, so the days alone do not tell what came first. What is placed
before or after something by a chain takes its day from there: it stands right after its causes,
or where it has none right before its effects. What has neither a date nor such a place is left
over, in the order of its own chain.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

Pair = tuple[str, str]
"""What comes before, and what comes after it."""
_Sort = tuple[date, date, int, int]


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing to be put in order; `rank` and its place in the list decide between equal days."""

    key: str
    first: date | None
    last: date | None
    rank: int = 0


@dataclass(slots=True)
class _Chains:
    """What comes right before, and right after, each happening."""

    before: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    after: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> _Chains:
        chains = cls()
        for cause, effect in pairs:
            chains.before[effect].add(cause)
            chains.after[cause].add(effect)
        return chains


def in_order(
    happenings: Sequence[Happening],
    causes: Iterable[Pair],
    likely: Iterable[Pair] = (),
    beside: Mapping[str, str] | None = None,
) -> list[tuple[str, date | None]]:
    """Order happenings; give each with the day by which it stands, None for what is left over.

    `causes` always hold. `likely` pairs hold unless they contradict these; `beside` names what a
    happening stands right after where nothing keeps it from there.
    """
    known = {item.key for item in happenings}
    strict = [pair for pair in causes if known.issuperset(pair)]
    loose = [pair for pair in likely if known.issuperset(pair)]
    days = _days(happenings, [*strict, *loose])
    sorts = _sorts(happenings, days, beside or {}, [*strict, *loose])
    placed = [item.key for item in happenings if days[item.key] is not None]
    left = [item.key for item in happenings if days[item.key] is None]
    strictly, loosely = _Chains.of(strict), _Chains.of(loose)
    ordered = _sorted(placed, sorts, strictly, loosely)
    return [(key, days[key]) for key in [*ordered, *_sorted(left, sorts, strictly, loosely)]]


def _days(happenings: Sequence[Happening], pairs: Sequence[Pair]) -> dict[str, date | None]:
    """The earliest day of each, no earlier than that of its causes; the undated take one over."""
    days = {item.key: item.first for item in happenings}
    changed = True
    while changed:
        changed = _pushed_on(days, pairs) or _drawn_back(days, pairs)
    return days


def _pushed_on(days: dict[str, date | None], pairs: Sequence[Pair]) -> bool:
    changed, moving = False, True
    while moving:
        moving = False
        for cause, effect in pairs:
            day, own = days[cause], days[effect]
            if day is not None and (own is None or own < day):
                days[effect] = day
                changed = moving = True
    return changed


def _drawn_back(days: dict[str, date | None], pairs: Sequence[Pair]) -> bool:
    """Give a cause without any day the earliest of its effects."""
    found: dict[str, date] = {}
    for cause, effect in pairs:
        day = days[effect]
        if days[cause] is None and day is not None:
            found[cause] = min(day, found.get(cause, day))
    days.update(found)
    return bool(found)


def _sorts(
    happenings: Sequence[Happening],
    days: Mapping[str, date | None],
    beside: Mapping[str, str],
    pairs: Sequence[Pair],
) -> dict[str, tuple[_Sort, int, _Sort]]:
    """What each is sorted by: its day, or what it stands beside; left over, its whole chain."""
    own: dict[str, _Sort] = {}
    for place, item in enumerate(happenings):
        day = days[item.key] or date.max
        own[item.key] = (day, max(item.last or day, day), item.rank, place)
    heads = {key: sort for key, sort in own.items() if days[key] is None}
    while _is_lowered(heads, pairs):
        pass
    return {
        key: (own[beside[key]], 1, sort)
        if beside.get(key) in own
        else (heads.get(key, sort), 0, sort)
        for key, sort in own.items()
    }


def _is_lowered(heads: dict[str, _Sort], pairs: Sequence[Pair]) -> bool:
    """Give both ends of each pair the lower head; tell whether one changed."""
    changed = False
    for cause, effect in pairs:
        if cause in heads and effect in heads and heads[cause] != heads[effect]:
            heads[cause] = heads[effect] = min(heads[cause], heads[effect])
            changed = True
    return changed


def _sorted(
    keys: Sequence[str],
    sorts: Mapping[str, tuple[_Sort, int, _Sort]],
    strict: _Chains,
    loose: _Chains,
) -> list[str]:
    """Take again and again the first of what waits for nothing."""
    among, taken = set(keys), list[str]()
    waits = {key: len(strict.before[key] & among) for key in keys}
    hopes = {key: len(loose.before[key] & among) for key in keys}
    ready = [(sorts[key], key) for key in keys if not waits[key] and not hopes[key]]
    heapq.heapify(ready)
    done: set[str] = set()
    while len(taken) < len(keys):
        key = heapq.heappop(ready)[1] if ready else _next_best(keys, done, waits, sorts)
        if key in done:
            continue
        done.add(key)
        taken.append(key)
        for chains, counts in ((strict, waits), (loose, hopes)):
            for follower in chains.after[key] & among:
                counts[follower] -= 1
                if not waits[follower] and not hopes[follower] and follower not in done:
                    heapq.heappush(ready, (sorts[follower], follower))
    return taken


def _next_best(
    keys: Sequence[str],
    done: set[str],
    waits: Mapping[str, int],
    sorts: Mapping[str, tuple[_Sort, int, _Sort]],
) -> str:
    """Where likely pairs contradict each other: the first whose causes are all told."""
    return min((key for key in keys if key not in done and not waits[key]), key=sorts.__getitem__)

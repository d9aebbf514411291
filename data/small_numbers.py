"""The rule for small numbers, once: which parts of a split of people may be shown.

A split by gender or group tells about single people when one of its sides is small. Such a side
and what would give it away, its complement first, are withheld below a threshold. Here is what
may be shown; who asks reads the parts of a split (`data.counting.withholding`) or the rows of an
activity (`data.small_head_counts`) and leaves it to this module to say what is small.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

OFFICE_HOLDERS = "mayors-local-leaders"
"""The group whose members act in public."""
UNSPECIFIED = "unspecified"
"""A group or gender that is not recorded."""


class _Ordered(Hashable, Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


Key = TypeVar("Key", bound=_Ordered)
Place = tuple[int, str]
"""A country as its bit (0 = of none) and one of its cities (empty = of none)."""


@dataclass(frozen=True, slots=True)
class Split:
    """People in two parts: one side (women, office holders) and the other."""

    side: int = 0
    other: int = 0

    def __add__(self, more: Split) -> Split:
        return Split(self.side + more.side, self.other + more.other)

    def __sub__(self, fewer: Split) -> Split:
        return Split(self.side - fewer.side, self.other - fewer.other)


@dataclass(frozen=True, slots=True)
class Guard:
    """What makes a split too small; with `side_is_public` only its other side is protected."""

    threshold: int
    side_is_public: bool = False

    def concerns(self, split: Split) -> bool:
        """Whether there is anything to protect: people, and beside a public side some of it.

        Where no public side is, the split tells no more than the number of people.
        """
        return split.side > 0 if self.side_is_public else split.side + split.other > 0

    def passes(self, split: Split) -> bool:
        """Whether a split may stand alone; an empty one may."""
        if not self.concerns(split):
            return True
        if self.side_is_public:
            return split.other == 0 or split.other >= self.threshold
        return min(split.side, split.other) >= self.threshold

    def inseparable(self, parts: Mapping[Key, Split]) -> frozenset[Key]:
        """Name the parts that may only be shown together, as one of them alone is too small.

        All that fail, joined by the smallest that pass until their sum passes. Sets of parts that
        hold all of these or none can be added and subtracted as one likes: every sum that comes
        out passes.
        """
        concerned = {key: split for key, split in parts.items() if self.concerns(split)}
        together = [key for key, split in concerned.items() if not self.passes(split)]
        passing = [key for key in concerned if key not in together]
        passing.sort(key=lambda key: (concerned[key].side + concerned[key].other, key))
        while together and passing and not self.passes(total(concerned[key] for key in together)):
            together.append(passing.pop(0))
        return frozenset(together)

    def may_show(self, chosen: Set[Key], parts: Mapping[Key, Split]) -> bool:
        """Whether a choice of the parts may be shown beside every other choice that may."""
        return self._passes_together(chosen, parts) and holds_all_or_none(
            chosen, self.inseparable(parts)
        )

    def may_show_places(self, chosen: Set[Place], parts: Mapping[Place, Split]) -> bool:
        """Whether a choice of countries, cities or both may be shown beside every other one.

        Cities are parts of their country: where a country stands alone, those of its cities that
        are too small go together with others of it; else all of it goes with its neighbours.
        """
        countries: dict[int, Split] = {}
        for (country, _), split in parts.items():
            countries[country] = countries.get(country, Split()) + split
        joined = self.inseparable(countries)
        groups = [{place for place in parts if place[0] in joined and self.concerns(parts[place])}]
        for country in countries.keys() - joined:
            cities = {place: split for place, split in parts.items() if place[0] == country}
            groups.append(set(self.inseparable(cities)))
        return self._passes_together(chosen, parts) and all(
            holds_all_or_none(chosen, group) for group in groups
        )

    def _passes_together(self, chosen: Set[Key], parts: Mapping[Key, Split]) -> bool:
        return self.passes(total(split for key, split in parts.items() if key in chosen))


@dataclass(frozen=True, slots=True)
class SmallNumbers:
    """The settings of the rule; threshold 0 withholds nothing.

    With `office_holders_exempt` counts of office holders are shown however small, unless they
    would give away a small number of others.
    """

    threshold: int = 5
    office_holders_exempt: bool = True

    @property
    def genders(self) -> Guard:
        """Guard of women against men and others."""
        return Guard(self.threshold)

    @property
    def office_holders(self) -> Guard:
        """Guard of office holders against everybody else."""
        return Guard(self.threshold, side_is_public=self.office_holders_exempt)

    @property
    def off(self) -> bool:
        """Whether nothing is withheld."""
        return self.threshold == 0

    def is_small(self, group: str, gender: str, count: int) -> bool:
        """Whether a head-count of one group and gender is too small to be shown.

        Exempt is how many office holders there are, not how many of them are women. People of
        whom neither is recorded are in no split.
        """
        exempt = (UNSPECIFIED, OFFICE_HOLDERS) if self.office_holders_exempt else (UNSPECIFIED,)
        return count < self.threshold and not (gender == UNSPECIFIED and group in exempt)


STANDARD = SmallNumbers()
"""What holds where nothing is set."""


def total(splits: Iterable[Split]) -> Split:
    """Add up splits of different people."""
    added = Split()
    for split in splits:
        added += split
    return added


def holds_all_or_none(chosen: Set[Key], together: Set[Key]) -> bool:
    """Whether a choice does not part what may only be shown together."""
    return together.isdisjoint(chosen) or together <= chosen

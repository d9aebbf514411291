"""The rule for small numbers once more, from its sentences: which shares of women may be shown.

A share is a split in two: women, and men and others. It is too small when people are in it and one
side is below the threshold. Parts of a whole that are too small are shown only together, joined by
the smallest others (of equal ones the first) until they are no longer too small together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from data.filters import Filters
from data.values import ACTIVITY_KINDS, COUNTRY_CODES, PROGRAMMES
from recount import Recount

Sides = tuple[int, int]
REST = ""
"""The part of people of no country, or of no city."""


def added(some: Iterable[Sides]) -> Sides:
    """Add up splits."""
    known = list(some)
    return sum(women for women, _ in known), sum(others for _, others in known)


def too_small(sides: Sides, threshold: int) -> bool:
    """Tell whether a split has people and a side below the threshold."""
    return sum(sides) > 0 and min(sides) < threshold


def shown_together(parts: Mapping[str, Sides], threshold: int) -> set[str]:
    """Name the parts that may only be shown together."""
    known = {name: sides for name, sides in parts.items() if sum(sides)}
    together = {name for name, sides in known.items() if too_small(sides, threshold)}
    while together and too_small(added(known[name] for name in together), threshold):
        others = [name for name in known if name not in together]
        if not others:
            break
        together.add(min(others, key=lambda name: sum(known[name])))
    return together


class Withholding:
    """Judges the share of women under filters by the naive counts of a workbook."""

    def __init__(self, recount: Recount, threshold: int, indicator: str = "women-share") -> None:
        self.recount = recount
        self.threshold = threshold
        self.indicator = indicator
        self.known: dict[Filters, Sides] = {}

    def sides(self, filters: Filters) -> Sides:
        """Count women, and men and others."""
        if filters not in self.known:
            count = self.recount.figure(filters, self.indicator)
            women, recorded = count.numerator or 0, count.denominator or 0
            self.known[filters] = women, recorded - women
        return self.known[filters]

    def may_show(self, filters: Filters) -> bool:
        """Tell whether the share of a filter may be shown."""
        if too_small(self.sides(filters), self.threshold):
            return False
        programmes = PROGRAMMES if filters.programme == "all" else (filters.programme,)
        return all(self._of_one(replace(filters, programme=one)) for one in programmes)

    def _of_one(self, filters: Filters) -> bool:
        return not (
            too_small(self.sides(filters), self.threshold)
            or self._parts_places(filters)
            or self._parts_kinds(filters)
            or self._leaves_too_few(filters)
        )

    def _parts_places(self, filters: Filters) -> bool:
        """Tell whether the chosen countries and cities part what goes together."""
        countries = self._countries(replace(filters, countries=(), cities=()))
        together = shown_together(countries, self.threshold)
        groups = [[(code, city) for code in together for city in self._cities(filters, code)]]
        for code in countries.keys() - together:
            cities = self._cities(filters, code)
            joined = shown_together(cities, self.threshold)
            groups.append([(code, city) for city in joined])
        return any(self._parts(group, filters) for group in groups)

    def _parts(self, group: list[tuple[str, str]], filters: Filters) -> bool:
        chosen = [
            (not filters.countries or code in filters.countries)
            and (not filters.cities or city in filters.cities)
            for code, city in group
        ]
        return any(chosen) and not all(chosen)

    def _countries(self, everywhere: Filters) -> dict[str, Sides]:
        whole = self.sides(everywhere)
        parts = {code: self.sides(replace(everywhere, countries=(code,))) for code in COUNTRY_CODES}
        women, others = added(parts.values())
        return {REST: (whole[0] - women, whole[1] - others), **parts}

    def _cities(self, filters: Filters, code: str) -> dict[str, Sides]:
        """Part the people of a country, or of none, by the city they count for; none is left out.

        Cities are told apart only where the filter chooses some.
        """
        everywhere = replace(filters, countries=(), cities=())
        if not filters.cities:
            return {REST: self._countries(everywhere)[code]}
        names = sorted(self.recount.country_of_city)
        parts = {}
        for name in names:
            of_city = self._countries(replace(everywhere, cities=(name,)))
            parts[name] = of_city[code]
        women, others = added(parts.values())
        whole = self._countries(everywhere)[code]
        parts = {REST: (whole[0] - women, whole[1] - others), **parts}
        return {name: sides for name, sides in parts.items() if sum(sides)}

    def _parts_kinds(self, filters: Filters) -> bool:
        kinds = {
            kind: self.sides(replace(filters, kinds=(kind,))) for kind in sorted(ACTIVITY_KINDS)
        }
        together = shown_together(kinds, self.threshold)
        chosen = [kind in (filters.kinds or ACTIVITY_KINDS) for kind in together]
        return any(chosen) and not all(chosen)

    def _leaves_too_few(self, filters: Filters) -> bool:
        """Tell whether people whom a theme, funder or period leaves out are too few."""
        women, others = self.sides(filters)
        wider = []
        if filters.themes:
            wider.append(replace(filters, themes=()))
        if filters.funders:
            wider.append(replace(filters, funders=()))
        if filters.start or filters.end:
            wider.append(replace(filters, start=None, end=None))
        return any(
            too_small((whole[0] - women, whole[1] - others), self.threshold)
            for whole in map(self.sides, wider)
        )

"""Questions that share their reading: the same filter for each country, or up to each step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from data.counting import people as heads
from data.counting.asking import CityTally, HeldTally, SupportTally
from data.counting.followed import FollowedTally
from data.counting.rules import Question
from data.counting.splits import Splits
from data.filters import Filters
from data.reference import Reference
from data.results.tallies import Tallies


@dataclass(frozen=True)
class SharedQuestion(Question):
    """A question whose tallies come from a reading that others share; what is not, it reads."""

    questions: Questions | None = None
    tallies: Tallies | None = None
    step: int = 0
    among: frozenset[str] = frozenset()

    @cached_property
    def held(self) -> tuple[HeldTally, ...]:
        """Selected held activities by kind, without their months."""
        return self._shared.held(self.step, self.filters.country_bits)

    @cached_property
    def support(self) -> tuple[SupportTally, ...]:
        """Selected support by status, without its months."""
        return self._shared.support(self.step, self.filters.country_bits)

    @cached_property
    def activity_cities(self) -> tuple[CityTally, ...]:
        """Cities that took part, without quarters."""
        return self._shared.activity_cities(self.step)

    @cached_property
    def support_cities(self) -> tuple[CityTally, ...]:
        """Beneficiary cities, without quarters."""
        return self._shared.support_cities(self.step)

    @cached_property
    def followed(self) -> FollowedTally:
        """Workshops and roundtables that are old enough, and those that support arose from."""
        return self._shared.followed(self.step, self.filters.country_bits)

    @cached_property
    def chosen_cities(self) -> frozenset[str]:
        """Ids of the cities in the chosen countries."""
        return self.among

    @cached_property
    def people(self) -> heads.People:
        """People of one country, of the page's countries together, or of everywhere."""
        held = sum(tally.records for tally in self.held)
        return self._shared.people.people(self.step, self.filters.country_bits, held)

    @cached_property
    def splits(self) -> Splits:
        """The selected people in parts of the neighbouring filters, which places do not change."""
        return self._shared.splits(self.step)

    def under(self, filters: Filters) -> Question:
        """Return the same question under another filter, read with its like."""
        assert self.questions is not None
        return self.questions.under(filters)

    @property
    def _shared(self) -> Tallies:
        assert self.tallies is not None
        return self.tallies


class Questions:
    """The questions of one page: what has the same filter but for its country is read once."""

    def __init__(self, whole: Question, reference: Reference) -> None:
        self._first = whole
        self._reference = reference
        self._tallies: dict[Filters, Tallies] = {}
        self._stepped: dict[Filters, list[Tallies]] = {}
        self._questions: dict[Filters, Question] = {}

    def under(self, filters: Filters) -> Question:
        """Ask under a filter."""
        if filters not in self._questions:
            self._questions[filters] = self._asked(filters)
        return self._questions[filters]

    def up_to(self, filters: Filters, days: Sequence[date]) -> list[Question]:
        """Ask under a filter up to each of some days, in their order; all are counted at once."""
        ends = [filters.with_period(filters.first_day, day) for day in days]
        if filters.cities or not days:
            return [self.under(each) for each in ends]
        tallies = self._stepping(self._whole(replace(filters, end=None)), tuple(days))
        places = [tallies.steps.index(day) for day in days]
        return [
            self._shared(each, tallies, place) for each, place in zip(ends, places, strict=True)
        ]

    def _stepping(self, whole: Filters, days: tuple[date, ...]) -> Tallies:
        """Find a reading that steps over all of these days, or begin one."""
        known = self._stepped.setdefault(whole, [])
        for tallies in known:
            if set(days) <= set(tallies.steps):
                return tallies
        until = whole.with_period(whole.first_day, days[-1])
        known.append(Tallies(self._first.under(until), days))
        return known[-1]

    def _asked(self, filters: Filters) -> Question:
        if filters.cities:
            return self._first.under(filters)
        for tallies in self._stepped.get(self._whole(replace(filters, end=None)), ()):
            if filters.last_day in tallies.steps:
                return self._shared(filters, tallies, tallies.steps.index(filters.last_day))
        return self._shared(filters, self._of(filters), 0)

    def _whole(self, filters: Filters) -> Filters:
        """The filter with all countries of the page: no question of a page is about others."""
        return replace(filters, countries=self._first.filters.countries)

    def _of(self, filters: Filters) -> Tallies:
        whole = self._whole(filters)
        if whole not in self._tallies:
            self._tallies[whole] = Tallies(self._first.under(whole))
        return self._tallies[whole]

    def _shared(self, filters: Filters, tallies: Tallies, step: int) -> SharedQuestion:
        first = self._first
        among = frozenset(
            city.id
            for city in self._reference.cities.values()
            if not filters.countries or city.country in filters.countries
        )
        return SharedQuestion(
            first.connection,
            filters,
            first.as_of,
            first.small_numbers,
            questions=self,
            tallies=tallies,
            step=step,
            among=among,
        )

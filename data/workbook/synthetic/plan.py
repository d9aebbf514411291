"""What one synthetic workbook is made of: its size, its seed, its cities and its sources."""

from __future__ import annotations

from dataclasses import dataclass

from data.workbook.synthetic.chance import Chance, chance
from data.workbook.synthetic.cities import Cities, choose_cities

FEWEST_CITIES, MOST_CITIES = 8, 60
FEWEST_SOURCES, MOST_SOURCES = 3, 200


@dataclass(frozen=True, slots=True)
class Plan:
    """Size, seed, cities and source ids of one workbook."""

    activity_count: int
    seed: int
    cities: Cities
    sources: tuple[str, ...]

    def chance(self, purpose: str) -> Chance:
        """Give the stream of chance for one purpose."""
        return chance(self.seed, purpose)

    def share(self, divisor: int, at_most: int | None = None) -> int:
        """Give one record for so many activities, rounded up, and at most so many."""
        count = -(-self.activity_count // divisor)
        return count if at_most is None else min(count, at_most)


def make_plan(activity_count: int, seed: int, city_count: int | None = None) -> Plan:
    """Choose the cities and the number of sources that suit so many activities."""
    if city_count is None:
        city_count = min(MOST_CITIES, max(FEWEST_CITIES, activity_count))
    source_count = min(MOST_SOURCES, max(FEWEST_SOURCES, activity_count // 10))
    names = tuple(f"source-{place + 1:03d}" for place in range(source_count))
    return Plan(activity_count, seed, choose_cities(city_count, seed), names)

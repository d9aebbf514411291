"""Who of one activity counts under a filter: its participants or else its head-counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from data.filters import Filters
from recount_rows import Row, items

MAYORS = "mayors-local-leaders"


class Heads:
    """The people rows of one activity under a filter.

    `counted` are the rows that count; `unrecorded` those that do not because their country or city
    is not recorded. Rows of people from elsewhere are in neither.
    """

    def __init__(
        self,
        activity: Row,
        filters: Filters,
        *,
        participants: Sequence[Row],
        attendance: Sequence[Row],
        concerned: set[str],
        country_of_city: Mapping[str, str],
    ) -> None:
        self.activity = activity
        self.filters = filters
        self.concerned = concerned
        self.country_of_city = country_of_city
        self.by_name = bool(participants)
        standing = self._participant_standing if self.by_name else self._head_count_standing
        rows = participants or [row for row in attendance if row["scope"] == "region"]
        self.counted = [row for row in rows if standing(row) == "counted"]
        self.unrecorded = [row for row in rows if standing(row) == "unrecorded"]

    @property
    def cities(self) -> set[str]:
        """The chosen cities that the activity concerns."""
        return set(self.filters.cities) & set(items(self.activity["cities"]))

    def _is_elsewhere(self, country: str) -> bool:
        """Tell whether a known country rules the row out."""
        if self.filters.countries and country not in self.concerned & set(self.filters.countries):
            return True
        homes = {self.country_of_city[city] for city in self.cities}
        return bool(self.filters.cities) and country not in homes

    def _participant_standing(self, row: Row) -> str:
        country = row["country"] or self.country_of_city.get(row["city"], "")
        chosen = self.concerned & set(self.filters.countries)
        if self.filters.countries and country and country not in chosen:
            return "elsewhere"
        if self.filters.cities and row["city"]:
            return "counted" if row["city"] in self.cities else "elsewhere"
        if country and self._is_elsewhere(country):
            return "elsewhere"
        if self.filters.cities or (self.filters.countries and not country):
            return "unrecorded"
        return "counted"

    def _head_count_standing(self, row: Row) -> str:
        country = row["country"]
        if country and self._is_elsewhere(country):
            return "elsewhere"
        if not self.filters.has_place:
            return "counted"
        if not country and not self._is_of_one_country():
            return "unrecorded"
        has_one_city = len(items(self.activity["cities"])) == 1
        if self.filters.cities and not (self.cities and has_one_city):
            return "unrecorded"
        return "counted"

    def _is_of_one_country(self) -> bool:
        """Tell whether a row without country can only be of the one country, a chosen one."""
        if self.activity["reach"] not in ("city", "country") or len(self.concerned) != 1:
            return False
        return not self.filters.countries or self.concerned <= set(self.filters.countries)

    def usable(self, rule: str) -> bool:
        """Tell whether a rule finds a figure here, be it 0."""
        if self.by_name and not self.counted:
            return True
        groups = {row["group"] for row in self.counted}
        if rule == "mayors-engaged" and MAYORS not in groups:
            return bool(groups) and "unspecified" not in groups
        return bool(groups)

    def has_unrecorded(self, group: str | None = None) -> bool:
        """Tell whether rows (of one group) were not counted for want of a country or city."""
        return any(group in (None, row["group"]) for row in self.unrecorded)

    @property
    def is_vague(self) -> bool:
        """Whether a counted row is a lower bound or an estimate."""
        return any(row["basis"] in ("at-least", "estimate") for row in self.counted)

    def is_crowd(self, group: str | None = None) -> bool:
        """Tell whether people (of one group) are counted here without being told apart."""
        return not self.by_name and any(group in (None, row["group"]) for row in self.counted)

    def total(self, group: str | None = None) -> int:
        """Add up the counted rows (of one group)."""
        return sum(self._size(row) for row in self.counted if group in (None, row["group"]))

    def persons(self, group: str | None = None) -> set[str]:
        """Name the persons of the counted rows (of one group)."""
        rows = self.counted if self.by_name else []
        return {row["person"] for row in rows if group in (None, row["group"])}

    def by_gender(self) -> Counter[str]:
        """Add up the counted rows by gender."""
        sizes = Counter[str]()
        for row in self.counted:
            sizes[row["gender"]] += self._size(row)
        return sizes

    def _size(self, row: Row) -> int:
        return 1 if self.by_name else int(row["count"])

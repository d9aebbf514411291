"""What stands beside each city once more, naively: plain rows of the CSV files, one loop each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from data.filters import Filters
from recount_attention import STEPS, AttentionRecount
from recount_reasons import interval
from recount_rows import items, span

OPEN = ("requested", "agreed", "in-progress")
Contact = tuple[date | None, str]
"""The last day that a contact may lie on, None without a date; and its dates as written."""


class CitiesRecount(AttentionRecount):
    """One workbook folder, asked anew for every filter."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, months=0, days=0)

    def cities(self, filters: Filters) -> list[str]:
        """Name the cities in the places of a filter, in the workbook's order."""
        return [
            row["id"]
            for row in self.sheets["cities"]
            if (not filters.countries or row["country"] in filters.countries)
            and (not filters.cities or row["id"] in filters.cities)
        ]

    def numbers(self, filters: Filters) -> Counter[tuple[str, str]]:
        """Count what is beside each city, by city and column of the list."""
        return Counter(
            (city, column) for column, cities in self._named(filters) for city in cities if city
        )

    def _named(self, filters: Filters) -> Iterator[tuple[str, list[str]]]:
        for row in self.sheets["activities"]:
            if row["status"] == "held" and self._counts("activities", row, filters):
                yield "held", items(row["cities"])
        for row in self.sheets["support"]:
            column = "open" if row["status"] in OPEN else row["status"]
            if self._counts("support", row, filters):
                yield column, items(row["cities"])
        for sheet in ("needs", "practices"):
            for row in self.sheets[sheet]:
                if self._is_selected(sheet, row, filters):
                    yield sheet, [row["city"]]

    def contacts(self, filters: Filters) -> dict[str, list[Contact]]:
        """List the contacts of each city that has any, whatever the period and the places."""
        anywhen = replace(filters, start=None, end=None, countries=(), cities=())
        found: dict[str, list[Contact]] = {}
        for cities, contact in (*self._held(anywhen), *self._steps(anywhen)):
            for city in cities:
                found.setdefault(city, []).append(contact)
        return found

    def _held(self, filters: Filters) -> Iterator[tuple[list[str], Contact]]:
        for row in self.sheets["activities"]:
            if row["status"] == "held" and self._counts("activities", row, filters):
                when = interval("activities", row)
                if when is None or when[0] <= self.as_of:
                    day = when[1] if when else None
                    yield items(row["cities"]), (day, f"{row['start']}/{row['end']}")

    def _steps(self, filters: Filters) -> Iterator[tuple[list[str], Contact]]:
        for row in self.sheets["support"]:
            if not self._counts("support", row, filters):
                continue
            cities = items(row["cities"]) + items(row["providers"])
            dated = [(when, row[step]) for step in STEPS if (when := span(row[step]))]
            begun = [(when[1], f"{text}/") for when, text in dated if when[0] <= self.as_of]
            if begun or not dated:
                yield cities, begun[0] if begun else (None, "")

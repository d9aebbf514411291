"""What the page Support says, once more and naively: from the rows of the workbook alone."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

from data.filters import Filters
from recount import Recount
from recount_reasons import PARTS_OF_SHEET, interval, part_reason, period_reason
from recount_rows import Row, items, span

LIVE = ("requested", "agreed", "in-progress", "delivered")
WAITING = ("requested", "agreed")


class SupportRecount:
    """The support that a filter selects, counted row by row."""

    def __init__(self, recount: Recount, filters: Filters) -> None:
        self.recount, self.filters = recount, filters
        self.as_of = date.fromisoformat(recount.dataset["as_of"])
        self.rows = [row for row in recount.candidates("support", filters) if self._is_in(row)]
        self.live = [row for row in self.rows if row["status"] in LIVE]

    def _is_in(self, row: Row) -> bool:
        countries, filters = self.recount.countries(row), self.filters
        if filters.countries and not countries & set(filters.countries):
            return False
        if filters.cities and not set(items(row["cities"])) & set(filters.cities):
            return False
        if part_reason(row, PARTS_OF_SHEET["support"], filters):
            return False
        return period_reason(interval("support", row), filters) is None

    def cities(self, row: Row) -> list[str]:
        """List the beneficiaries of a row that belong to the chosen places."""
        home, filters = self.recount.country_of_city, self.filters
        return [
            city
            for city in items(row["cities"])
            if not filters.cities or city in filters.cities
            if not filters.countries or home[city] in filters.countries
        ]

    def board(self) -> dict[tuple[str, str], list[str]]:
        """Name the records of each channel and status, the latest first, the undated last."""
        cells: dict[tuple[str, str], list[str]] = {}
        for row in sorted(self.rows, key=_latest_first):
            for channel in items(row["channels"]):
                cells.setdefault((channel, row["status"]), []).append(row["id"])
        return cells

    def statuses(self) -> Counter[str]:
        return Counter(row["status"] for row in self.rows)

    def country(self, code: str | None) -> Counter[str]:
        """Count what concerns a country by status; None: what concerns none."""
        return Counter(
            row["status"]
            for row in self.live
            if (code in self.recount.countries(row) if code else not self.recount.countries(row))
        )

    def without_city_of(self, code: str) -> Counter[str]:
        """Count what concerns a country and names none of its cities."""
        home = self.recount.country_of_city
        return Counter(
            row["status"]
            for row in self.live
            if code in self.recount.countries(row)
            if all(home[city] != code for city in items(row["cities"]))
        )

    def city(self, city: str) -> Counter[str]:
        return Counter(row["status"] for row in self.live if city in items(row["cities"]))

    def pairs(self) -> dict[tuple[str, str], set[str]]:
        """Name the records of each provider and beneficiary."""
        found: dict[tuple[str, str], set[str]] = {}
        for row in self.rows:
            for provider in items(row["providers"]):
                for city in self.cities(row):
                    found.setdefault((provider, city), set()).add(row["id"])
        return found

    def money(self) -> dict[tuple[str | None, str], tuple[int, Decimal]]:
        """Add amounts up by currency and status, exactly."""
        sums: dict[tuple[str | None, str], tuple[int, Decimal]] = {}
        for row in self.live:
            place = (row["currency"] if row["amount"] else None, row["status"])
            number, amount = sums.get(place, (0, Decimal(0)))
            sums[place] = number + 1, amount + Decimal(row["amount"] or 0)
        return sums

    def ages(self) -> dict[str, tuple[int, int, int]]:
        """Count what waits by age: records, past due, dated roughly."""
        found = dict.fromkeys(("up-to-30", "31-90", "91-180", "over-180", "no-date"), (0, 0, 0))
        for row in self.rows:
            if row["status"] in WAITING:
                due = span(row["due"])
                late = due is not None and due[1] < self.as_of
                vague = 0 < len(row["requested"]) < len("2024-01-31")
                number, past, rough = found[self._age(row)]
                found[self._age(row)] = number + 1, past + late, rough + vague
        return found

    def _age(self, row: Row) -> str:
        asked = span(row["requested"])
        if asked is None:
            return "no-date"
        days = (self.as_of - asked[1]).days
        limits = (("up-to-30", 30), ("31-90", 90), ("91-180", 180))
        return next((name for name, most in limits if days <= most), "over-180")

    def months(self) -> Counter[tuple[str, str | None]]:
        """Count by status and the month in which the own date of a record begins."""
        return Counter(
            (row["status"], f"{when[0]:%Y-%m}" if (when := interval("support", row)) else None)
            for row in self.live
        )


def _latest_first(row: Row) -> tuple[bool, int]:
    when = interval("support", row)
    return when is None, -when[0].toordinal() if when else 0

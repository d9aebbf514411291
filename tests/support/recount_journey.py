"""The journey of a city once more, naively: from the rows of the workbook alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from data.filters import Filters
from recount import Recount
from recount_reasons import PARTS_OF_SHEET, interval, part_reason, period_reason
from recount_rows import Row, items, read_sheet, span
from recount_support import SupportRecount

_DATES = {"needs": "raised", "voices": "said", "outputs": "date"}


class JourneyRecount:
    """What a filter selects of one city, whatever places it names."""

    def __init__(self, recount: Recount, filters: Filters, city: str) -> None:
        self.recount, self.city = recount, city
        self.filters = replace(filters, countries=(), cities=(city,))
        self.anywhere = replace(filters, countries=(), cities=())

    def rows(self, sheet: str) -> list[Row]:
        """List the records of a sheet that the journey counts."""
        if sheet == "activities":
            return self._activities()
        if sheet == "support":
            return SupportRecount(self.recount, self.filters).live
        return [row for row in read_sheet(self.recount.folder, sheet) if self._is_in(sheet, row)]

    def years(self, sheet: str) -> Counter[int | None]:
        """Count the records of a sheet by the year in which they begin."""
        return Counter(self._year(sheet, row) for row in self.rows(sheet))

    def _activities(self) -> list[Row]:
        return [
            row
            for row in self.recount.candidates("activities", self.filters)
            if self.city in items(row["cities"]) or self.city == row["host_city"]
            if row["status"] in ("held", "planned")
            if not self.filters.kinds or row["kind"] in self.filters.kinds
            if not part_reason(row, PARTS_OF_SHEET["activities"], self.filters)
            if not period_reason(interval("activities", row), self.filters)
        ]

    def _is_in(self, sheet: str, row: Row) -> bool:
        if self.city != row["city"] and self.city not in items(row["cities"]):
            return False
        if sheet == "outputs" and self.filters.programme not in ("all", row["programme"]):
            return False
        themes = self.filters.themes
        if sheet == "needs" and themes and row["theme"] not in themes:
            return False
        if sheet == "practices":
            return not themes or bool(set(themes) & set(items(row["themes"])))
        return period_reason(span(row[_DATES[sheet]]), self.filters) is None

    def _year(self, sheet: str, row: Row) -> int | None:
        whole = interval(sheet, row) if sheet in ("activities", "support") else span(
            row[_DATES[sheet]])  # fmt: skip
        return whole[0].year if whole else None

    def learned(self) -> Counter[str]:
        """Count the support of the city by the cities that lent it their practice."""
        return Counter(
            city
            for row in self.rows("support")
            for city in items(row["providers"])
            if city != self.city
        )

    def taught(self) -> tuple[Counter[str], int]:
        """Count the support that the city lent its practice to, by city; and that to no city."""
        lent = [
            row
            for row in SupportRecount(self.recount, self.anywhere).live
            if self.city in items(row["providers"])
        ]
        cities = Counter(city for row in lent for city in items(row["cities"]) if city != self.city)
        return cities, sum(not row["cities"] for row in lent)

    def offers(self) -> dict[tuple[str, str], int]:
        """Count the practices of other cities on the themes of the city's needs."""
        themes = {row["theme"] for row in self.rows("needs")} - {""}
        wanted = self.anywhere.themes
        found: Counter[tuple[str, str]] = Counter()
        for row in read_sheet(self.recount.folder, "practices"):
            own = set(items(row["themes"]))
            if row["city"] in ("", self.city) or (wanted and not own & set(wanted)):
                continue
            found.update((row["city"], theme) for theme in own & themes)
        return dict(found)

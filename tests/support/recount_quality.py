"""The questions of data quality once more, naively: plain rows of the CSV files, one loop each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from data.filters import Filters
from recount_reasons import interval, part_reason, period_reason
from recount_rows import Row, items, read_sheet, span

PARTS = {
    "activities": ("themes", "funders"),
    "support": ("themes", "funders", "channels"),
    "practices": ("themes",),
}
DATES = {
    "activities": ("start", "end"),
    "support": ("requested", "started", "completed"),
    "needs": ("raised",),
    "voices": ("said",),
    "outputs": ("date",),
    "published_figures": ("as_of",),
}
DAY = len("2023-03-08")

Number = tuple[int, int]
"""How many records want something, of how many that are asked."""


class QualityRecount:
    """One workbook folder, asked anew for every question."""

    def __init__(self, folder: Path) -> None:
        names = (*DATES, "attendance", "participants", "cities", "practices", "sources")
        self.sheets = {name: read_sheet(folder, name) for name in names}
        self.country_of_city = {row["id"]: row["country"] for row in self.sheets["cities"]}
        self.activities = {row["id"]: row for row in self.sheets["activities"]}
        regional = [row for row in self.sheets["attendance"] if row["scope"] == "region"]
        self.with_people = {row["activity"] for row in (*self.sheets["participants"], *regional)}

    def number(self, sheet: str, name: str, filters: Filters) -> Number:
        """Count one question over the records that a filter selects."""
        rows = [row for row in self.sheets[sheet] if self._is_selected(sheet, row, filters)]
        if name == "drafts":
            return sum(row["review"] == "draft" for row in rows), len(rows)
        approved = [row for row in rows if self._review(sheet, row) != "draft"]
        return self._asked(sheet, name, approved)

    def _review(self, sheet: str, row: Row) -> str:
        return (
            self.activities[row["activity"]]["review"] if sheet == "attendance" else row["review"]
        )

    def _asked(self, sheet: str, name: str, rows: list[Row]) -> Number:
        if name == "no-head-count":
            rows = [row for row in rows if row["status"] == "held"]
            return sum(row["id"] not in self.with_people for row in rows), len(rows)
        if name == "joined-unknown":
            rows = [row for row in rows if row["membership"] == "member"]
            return sum(not row["joined"] for row in rows), len(rows)
        if name == "imprecise":
            rows = [row for row in rows if any(row[date] for date in DATES[sheet])]
        wants: dict[str, Callable[[Row], bool]] = {
            "undated": lambda row: not any(row[date] for date in DATES[sheet]),
            "imprecise": lambda row: any(0 < len(row[date]) < DAY for date in DATES[sheet]),
            "no-source": lambda row: not items(row["sources"]),
            "rough": lambda row: row["basis"] != "exact",
            "gender-unspecified": lambda row: row["gender"] == "unspecified",
            "not-reported": lambda row: row["status"] == "missing",
        }
        return sum(wants[name](row) for row in rows), len(rows)

    def _is_selected(self, sheet: str, row: Row, filters: Filters) -> bool:
        if sheet == "attendance":
            return self._is_selected("activities", self.activities[row["activity"]], filters)
        if sheet == "published_figures":
            there = not filters.countries or row["country"] in filters.countries
            as_of = period_reason(span(row["as_of"]), filters)
            return there and not filters.cities and as_of is None
        if row["programme"] and filters.programme not in ("all", row["programme"]):
            return False
        if sheet == "activities" and filters.kinds and row["kind"] not in filters.kinds:
            return False
        if sheet == "needs" and filters.themes and row["theme"] not in filters.themes:
            return False
        return (
            self._is_there(sheet, row, filters)
            and part_reason(row, PARTS.get(sheet, ()), filters) is None
            and (sheet in ("cities", "practices") or _is_inside(sheet, row, filters))
        )

    def _is_there(self, sheet: str, row: Row, filters: Filters) -> bool:
        cities = {*items(row["cities"]), row["city"], row["id"] if sheet == "cities" else ""}
        known = {*cities, row["host_city"]} & set(self.country_of_city)
        countries = {*items(row["countries"]), row["country"]} - {""}
        countries |= {self.country_of_city[city] for city in known}
        if filters.countries and not countries & set(filters.countries):
            return False
        return not filters.cities or bool(cities & set(filters.cities))


def _is_inside(sheet: str, row: Row, filters: Filters) -> bool:
    if sheet in ("needs", "voices"):
        return period_reason(span(row[DATES[sheet][0]]), filters) is None
    return period_reason(interval(sheet, row), filters) is None

"""The page Voices once more, naively: plain rows of the CSV files, one loop per question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from data.filters import Filters
from recount import Recount
from recount_reasons import PARTS_OF_SHEET, interval, kind_reason, part_reason, period_reason
from recount_rows import Row, items, read_sheet, span

STAGE_KINDS = {
    "summit", "roundtable", "consultation", "launch", "side-event", "partner-event",
}  # fmt: skip


class VoicesRecount:
    """One workbook folder, asked what the page Voices shows."""

    def __init__(self, recount: Recount) -> None:
        self.recount = recount
        self.voices = read_sheet(recount.folder, "voices")
        self.organisations = [row["id"] for row in read_sheet(recount.folder, "organisations")]

    def activities(self, filters: Filters, status: str = "held") -> list[Row]:
        """List the selected activities of a status."""
        rows = self._selected("activities", filters)
        return [row for row in rows if row["status"] == status]

    def support(self, filters: Filters) -> list[Row]:
        """List the selected support that was not declined."""
        return [row for row in self._selected("support", filters) if row["status"] != "declined"]

    def records(self, sheet: str, filters: Filters) -> list[Row]:
        """List the activities held, or the support."""
        return self.activities(filters) if sheet == "activities" else self.support(filters)

    def outputs(self, filters: Filters) -> Counter[str]:
        """Count the selected outputs by kind."""
        return Counter(row["kind"] for row in self._selected("outputs", filters))

    def quotes(self, filters: Filters) -> list[Row]:
        """List the selected quotes that may be shown."""
        return [row for row in self.voices if self._may_show(row, filters)]

    def stages(self, filters: Filters, name: str, status: str) -> list[Row]:
        """List the selected activities at which cities are heard."""
        return [row for row in self.activities(filters, status) if stage(row) == name]

    def split(self, sheet: str, filters: Filters) -> tuple[int, int, int]:
        """Count records with one funder, several and none, whoever is chosen."""
        rows = self.records(sheet, replace(filters, funders=()))
        numbers = [min(len(items(row["funders"])), 2) for row in rows]
        return numbers.count(1), numbers.count(2), numbers.count(0)

    def lens(self, sheet: str, filters: Filters) -> dict[str, set[str]]:
        """Name the records of each group of the chosen funders."""
        groups: dict[str, set[str]] = {"alone": set(), "shared": set(), "others": set()}
        for row in self.records(sheet, replace(filters, funders=())):
            groups[group(items(row["funders"]), filters.funders)].add(row["id"])
        return groups

    def part(self, key: str, filters: Filters) -> tuple[int, ...]:
        """Count what an organisation took part in, in the order of the page's columns."""
        funded = [row for row in self.activities(filters) if key in items(row["funders"])]
        partnered = [row for row in self.activities(filters) if key in items(row["partners"])]
        support = [row for row in self.support(filters) if key in items(row["funders"])]
        targets = [
            row
            for row in self.recount.sheets["targets"]
            if row["funder"] == key
            if not filters.countries or row["country"] in filters.countries
        ]
        shared = [sum(";" in row["funders"] for row in rows) for rows in (funded, support)]
        return (len(funded), shared[0], len(partnered), len(support), shared[1], len(targets))

    def _selected(self, sheet: str, filters: Filters) -> list[Row]:
        return [row for row in self.recount.candidates(sheet, filters)
                if not self._reason(sheet, row, filters)]  # fmt: skip

    def _reason(self, sheet: str, row: Row, filters: Filters) -> str | None:
        return (
            self.recount._place_reason(row, filters)
            or (kind_reason(row, Row(), filters) if sheet == "activities" else None)
            or part_reason(row, PARTS_OF_SHEET[sheet], filters)
            or period_reason(interval(sheet, row), filters)
        )

    def _may_show(self, row: Row, filters: Filters) -> bool:
        if row["consent"] not in ("published", "granted"):
            return False
        if filters.cities and row["city"] not in filters.cities:
            return False
        if filters.countries and not self.recount.countries(row) & set(filters.countries):
            return False
        return not period_reason(span(row["said"]), filters)


def stage(row: Row) -> str | None:
    """Say which stage an activity is."""
    if row["reach"] == "global":
        return "international"
    return "national" if row["reach"] == "country" and row["kind"] in STAGE_KINDS else None


def group(funders: Collection[str], chosen: Collection[str]) -> str:
    """Say in which group of the chosen funders a record is."""
    theirs = [key for key in funders if key in chosen]
    if not theirs:
        return "others"
    return "alone" if len(theirs) == len(funders) else "shared"

"""What a filter selects of needs and practices, and what answers each need, counted naively."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.filters import Filters
from recount_reasons import period_reason
from recount_rows import Row, items, read_sheet, span

_SINGLE = {"AL", "BA", "XK", "ME", "MK", "RS"}


@dataclass(frozen=True)
class Answered:
    """How a need is answered, and by which records."""

    answer: str
    arose: frozenset[str]
    support: frozenset[str]
    activities: frozenset[str]
    practices: frozenset[str]


class NeedsRecount:
    """One workbook folder; every question walks through its rows."""

    def __init__(self, folder: Path) -> None:
        names = ("needs", "practices", "support", "activities", "cities", "themes")
        self.rows = {name: read_sheet(folder, name) for name in names}
        self.activities = {row["id"]: row for row in self.rows["activities"]}
        self.country_of = {row["id"]: row["country"] for row in self.rows["cities"]}
        self.stated = {row["id"]: row["priority"] for row in self.rows["themes"]}

    def needs(self, filters: Filters) -> list[Row]:
        """List the needs that a filter selects."""
        return [
            row
            for row in self.rows["needs"]
            if self._is_in_place(row, filters)
            and (not filters.themes or row["theme"] in filters.themes)
            and period_reason(span(row["raised"]), filters) is None
        ]

    def practices(self, filters: Filters) -> list[Row]:
        """List the practices that a filter selects; they have no date."""
        return [
            row
            for row in self.rows["practices"]
            if self._is_in_place(row, filters)
            and (not filters.themes or set(items(row["themes"])) & set(filters.themes))
        ]

    def answered(self, need: Row) -> Answered:
        """Say what answers a need."""
        arose = frozenset(
            row["id"]
            for row in self._support()
            if need["activity"]
            and need["activity"] in items(row["arose_from"])
            and need["theme"] in items(row["themes"])
        )
        first, last = self._raised(need)
        support = frozenset(
            row["id"]
            for row in self._support()
            if self._shares(need, row) and not (first and (_end(row) or date.max) < first)
        )
        activities = frozenset(
            row["id"]
            for row in self.activities.values()
            if row["review"] == "approved" and row["status"] == "held"
            if self._shares(need, row) and last and _begin(row) and _begin(row) > last
        )
        practices = frozenset(
            row["id"] for row in self.rows["practices"] if self._shares(need, row)
        )
        found = Answered("", arose, support - arose, activities, practices)
        return Answered(_answer(need, found), *list(vars(found).values())[1:])

    def shared(self, practice: Row) -> list[str]:
        """List the approved activities that a practice was shared at."""
        named = items(practice["activities"])
        return [key for key in named if self.activities[key]["review"] == "approved"]

    def _support(self) -> list[Row]:
        rows = self.rows["support"]
        return [row for row in rows if row["review"] == "approved" and row["status"] != "declined"]

    def _raised(self, need: Row) -> tuple[date | None, date | None]:
        """The first and last day in which a need was raised: by its date and its activity."""
        own = span(need["raised"])
        activity: Mapping[str, str] = self.activities.get(need["activity"], Row())
        start, end = span(activity["start"]), span(activity["end"])
        held = (start[0], (end or start)[1]) if start else None
        first = own[0] if own else held and held[0]
        lasts = [when[1] for when in (own, held) if when]
        return first or None, max(lasts, default=None)

    def _shares(self, need: Row, row: Row) -> bool:
        if not need["theme"] or need["theme"] not in items(row["themes"]):
            return False
        if need["city"]:
            return need["city"] in (*items(row["cities"]), row["city"])
        countries = self._countries(row)
        if need["country"]:
            return need["country"] in countries
        return len(countries) != 1

    def _countries(self, row: Row) -> set[str]:
        cities = (*items(row["cities"]), row["city"], row["host_city"])
        named = {self.country_of[city] for city in cities if city}
        return (named | set(items(row["countries"])) | {row["country"]}) & _SINGLE

    def _is_in_place(self, row: Row, filters: Filters) -> bool:
        if filters.countries and not self._countries(row) & set(filters.countries):
            return False
        return not filters.cities or row["city"] in filters.cities


def _answer(need: Row, found: Answered) -> str:
    if need["status"] in ("addressed", "being-addressed") or found.arose:
        return "recorded"
    if not need["theme"]:
        return "no-theme"
    return "possible" if found.support or found.activities or found.practices else "none"


def _begin(row: Row) -> date | None:
    start = span(row["start"])
    return start[0] if start else None


def _end(row: Row) -> date | None:
    """The last day on record of delivered support; other support has none."""
    if row["status"] != "delivered":
        return None
    dates = (span(row[name]) for name in ("completed", "started", "requested"))
    return next((when[1] for when in dates if when), None)

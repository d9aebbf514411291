"""The rules of attention once more, naively: plain rows of the CSV files, one loop each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from data.filters import Filters
from recount_quality import QualityRecount
from recount_reasons import interval
from recount_rows import Row, Span, items, read_sheet, span

STEPS = ("completed", "started", "requested")
RESTING = ("activities", "support", "cities", "needs", "practices", "voices", "outputs",
           "published_figures")  # fmt: skip


class AttentionRecount(QualityRecount):
    """One workbook folder, asked anew for every rule."""

    def __init__(self, folder: Path, *, months: int, days: int) -> None:
        super().__init__(folder)
        dataset = read_sheet(folder, "dataset")[0]
        self.as_of = date.fromisoformat(dataset["as_of"])
        self.launched = span(dataset["launched"])
        self.months, self.days = months, days

    def silences(self, filters: Filters) -> dict[str, str]:
        """Say of every member how silent it is."""
        return {
            row["id"]: self._silence(row["id"], filters)
            for row in self.sheets["cities"]
            if row["membership"] == "member"
            and (not filters.countries or row["country"] in filters.countries)
            and (not filters.cities or row["id"] in filters.cities)
        }

    def _silence(self, city: str, filters: Filters) -> str:
        lasts = list(self._lasts(city, replace(filters, countries=(), cities=())))
        if any(day is not None and not self._is_long_ago(day) for day in lasts):
            return "recent"
        if None in lasts:
            return "open"
        return "quiet" if lasts else "never"

    def _lasts(self, city: str, filters: Filters) -> Iterator[date | None]:
        """Give the last day that each contact may lie on; None = any day up to now."""
        anywhen = replace(filters, start=None, end=None)
        for row in self.sheets["activities"]:
            counts = self._counts("activities", row, anywhen) and row["status"] == "held"
            if counts and city in items(row["cities"]):
                yield from self._day_of(row)
        for row in self.sheets["support"]:
            if self._counts("support", row, anywhen):
                for column in ("cities", "providers"):
                    steps = [span(row[step]) for step in STEPS]
                    begun = [step for step in steps if step and step[0] <= self.as_of]
                    if city in items(row[column]) and begun:
                        yield begun[0][1]

    def _day_of(self, row: Row) -> Iterator[date | None]:
        when = interval("activities", row)
        if when is None and row["programme"] == "earlier" and self.launched:
            yield self.launched[1] - timedelta(days=1)
        elif when is None:
            yield None
        elif when[0] <= self.as_of:
            yield when[1]

    def _is_long_ago(self, day: date) -> bool:
        """Whether so many months have gone by, as the calendar counts them."""
        gone = (self.as_of.year - day.year) * 12 + self.as_of.month - day.month
        return gone > self.months or (gone == self.months and day.day <= self.as_of.day)

    def _counts(self, sheet: str, row: Row, filters: Filters) -> bool:
        return row["review"] == "approved" and self._is_selected(sheet, row, filters)

    def waits(self, filters: Filters) -> dict[str, str]:
        """Say of every open request that is past due, waits for long or has no date which it is."""
        opened = ("requested", "agreed")
        return {
            row["id"]: wait
            for row in self.sheets["support"]
            if row["status"] in opened and self._counts("support", row, filters)
            for wait in self._wait(row)
        }

    def _wait(self, row: Row) -> Iterator[str]:
        due, requested = span(row["due"]), span(row["requested"])
        if due and due[1] < self.as_of:
            yield "past-due"
        elif requested is None:
            yield "no-request-date"
        elif (self.as_of - requested[1]).days > self.days:
            yield "long-open"

    def half_year(self, filters: Filters, code: str) -> tuple[set[str], set[str], set[str]]:
        """Name a country's activities: held within the half-year, perhaps, and yet to come."""
        anywhen = replace(filters, start=None, end=None)
        there = [
            row
            for row in self.sheets["activities"]
            if self._counts("activities", row, anywhen) and code in self._countries(row)
        ]
        held = [row for row in there if row["status"] == "held"]
        within = {row["id"] for row in held if self._is_within(row)}
        perhaps = {row["id"] for row in held if self._is_perhaps(row)} - within
        planned = {
            row["id"]
            for row in there
            if row["status"] == "planned" and self._is_ahead(interval("activities", row))
        }
        return within, perhaps, planned

    def _half_year(self) -> Span:
        if self.as_of.month < 7:
            return date(self.as_of.year, 1, 1), date(self.as_of.year, 6, 30)
        return date(self.as_of.year, 7, 1), date(self.as_of.year, 12, 31)

    def _is_within(self, row: Row) -> bool:
        when, (first, last) = interval("activities", row), self._half_year()
        return when is not None and first <= when[0] and when[1] <= last

    def _is_perhaps(self, row: Row) -> bool:
        when, (first, last) = interval("activities", row), self._half_year()
        if when is None:
            was_before = row["programme"] == "earlier" and self.launched
            return not (was_before and self.launched and self.launched[1] <= first)
        return when[0] <= last and when[1] >= first

    def _is_ahead(self, when: Span | None) -> bool:
        return when is None or when[1] >= self.as_of

    def _countries(self, row: Row) -> set[str]:
        cities = {*items(row["cities"]), row["host_city"]} - {""}
        return set(items(row["countries"])) | {self.country_of_city[city] for city in cities}

    def closed(self) -> set[str]:
        """Name the sources without an address."""
        return {row["id"] for row in self.sheets["sources"] if not row["url"]}

    def resting(self, sheet: str, filters: Filters) -> set[str]:
        """Name the records of a sheet that rest on sources without an address alone."""
        return {
            row["id"]
            for row in self.sheets[sheet]
            if row["review"] != "draft"
            and items(row["sources"])
            and set(items(row["sources"])) <= self.closed()
            and self._is_selected(sheet, row, filters)
        }

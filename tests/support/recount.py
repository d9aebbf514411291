"""The counting rules once more, naively: plain rows of the CSV files, one loop per question.

Tests hold every other count against this one, so it shares no code with the loading of workbooks
nor with the counting in the database. Slow on purpose: nothing is prepared, nothing is clever.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from data.figures import Count, Reason
from data.filters import Filters
from recount_people import MAYORS, Heads
from recount_reasons import (
    PARTS_OF_SHEET,
    first_filled,
    interval,
    kind_reason,
    part_reason,
    period,
    period_reason,
)
from recount_rows import Row, items, read_sheet, span

Judged = tuple[Row, str | None]
"""A candidate record and why it was not counted, None when it was."""

SHEET_OF_RULE = {
    "member-cities": "cities",
    "cities-engaged": "activities",
    "activities-held": "activities",
    "attendances": "activities",
    "people-engaged": "activities",
    "mayors-engaged": "activities",
    "women-share": "activities",
    "support-delivered": "support",
    "support-open": "support",
    "cities-supported": "support",
    "follow-through": "activities",
    "outputs": "outputs",
}
STATUSES_OF_RULE = {
    "support-delivered": {"delivered"},
    "support-open": {"requested", "agreed", "in-progress"},
    "cities-supported": {"in-progress", "delivered"},
    "outputs": {""},
}
HEADS_RULES = ("attendances", "people-engaged", "mayors-engaged", "women-share")
CITY_RULES = ("cities-engaged", "cities-supported")
DAYS_TO_FOLLOW = timedelta(days=183)


class Recount:
    """One workbook folder, counted anew for every question."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        names = (*SHEET_OF_RULE.values(), "indicators", "published_figures", "targets")
        self.sheets = {name: read_sheet(folder, name) for name in dict.fromkeys(names)}
        self.dataset = read_sheet(folder, "dataset")[0]
        self.indicators = {row["id"]: row for row in self.sheets["indicators"]}
        self.country_of_city = {row["id"]: row["country"] for row in self.sheets["cities"]}
        self.participants = by_activity(read_sheet(folder, "participants"))
        self.attendance = by_activity(read_sheet(folder, "attendance"))

    def figures(self, filters: Filters) -> dict[str, Count]:
        """Count every indicator of the workbook."""
        return {id_: self.figure(filters, id_) for id_ in self.indicators}

    def figure(self, filters: Filters, indicator_id: str) -> Count:
        """Count one indicator."""
        judged = self.judged(filters, indicator_id)
        return self.figure_of(filters, indicator_id, judged)

    def evidence(self, filters: Filters, indicator_id: str) -> list[tuple[str, str, str | None]]:
        """List all candidates of an indicator as sheet, id and reason, in the workbook's order."""
        sheet = SHEET_OF_RULE.get(self.indicators[indicator_id]["rule"], "")
        return [(sheet, row["id"], reason) for row, reason in self.judged(filters, indicator_id)]

    def figure_of(self, filters: Filters, indicator_id: str, judged: Sequence[Judged]) -> Count:
        """Count one indicator from records that were judged already, by whomever."""
        counted = [row for row, reason in judged if reason is None]
        left_out = Counter(str(reason) for _, reason in judged if reason is not None)
        rule = self.indicators[indicator_id]["rule"]
        if rule == "published":
            return Count(None, None)
        if rule in HEADS_RULES:
            without = [row for row, reason in judged if reason == Reason.NO_HEAD_COUNT]
            count = self._people(rule, filters, counted, without)
        elif rule == "follow-through":
            followed = sum(self._is_followed(row) for row in counted)
            count = percent(followed, len(counted))
        elif rule in CITY_RULES:
            named = {city for row in counted for city in self._named_cities(row, filters)}
            count = Count(len(named), "exact")
        else:
            count = Count(len(counted), "exact")
        return replace(count, counted=len(counted), left_out=dict(left_out))

    def judged(self, filters: Filters, indicator_id: str) -> list[Judged]:
        """Give every candidate its first reason in the order of the contract."""
        indicator = self.indicators[indicator_id]
        rule = indicator["rule"]
        if rule == "published":
            return []
        judge = self._city_reason if rule == "member-cities" else self._reason
        candidates = self.candidates(SHEET_OF_RULE[rule], filters)
        return [(row, judge(row, indicator, filters)) for row in candidates]

    def candidates(self, sheet: str, filters: Filters) -> list[Row]:
        """List the approved records of the programme; where a sheet has neither, all records."""
        rows = [row for row in self.sheets[sheet] if row["review"] != "draft"]
        if filters.programme == "all" or sheet == "cities":
            return rows
        return [row for row in rows if row["programme"] == filters.programme]

    def _city_reason(self, city: Row, indicator: Row, filters: Filters) -> str | None:
        if city["membership"] != "member":
            return city["membership"]
        if filters.countries and city["country"] not in filters.countries:
            return Reason.PLACE
        if filters.cities and city["id"] not in filters.cities:
            return Reason.PLACE
        joined, end = span(city["joined"]), period(filters)[1]
        return Reason.OUTSIDE if joined and end and joined[0] > end else None

    def _reason(self, row: Row, indicator: Row, filters: Filters) -> str | None:
        rule = indicator["rule"]
        sheet = SHEET_OF_RULE[rule]
        if row["status"] not in STATUSES_OF_RULE.get(rule, {"held"}):
            return row["status"]
        return (
            self._place_reason(row, filters)
            or (kind_reason(row, indicator, filters) if sheet == "activities" else None)
            or part_reason(row, PARTS_OF_SHEET[sheet], filters)
            or period_reason(interval(sheet, row), filters)
            or self._own_reason(row, rule, filters)
        )

    def _place_reason(self, row: Row, filters: Filters) -> str | None:
        if not filters.countries and not filters.cities:
            return None
        countries = self.countries(row)
        if not countries:
            return Reason.REGIONAL
        if filters.countries and not countries & set(filters.countries):
            return Reason.PLACE
        if filters.cities and not set(items(row["cities"])) & set(filters.cities):
            return Reason.PLACE
        return None

    def countries(self, row: Row) -> set[str]:
        """Name the countries that an activity, a support or an output concerns."""
        cities = {*items(row["cities"]), row["city"], row["host_city"]} - {""}
        own = {*items(row["countries"]), row["country"]} - {""}
        return own | {self.country_of_city[city] for city in cities}

    def _own_reason(self, row: Row, rule: str, filters: Filters) -> str | None:
        if rule in CITY_RULES and not self._named_cities(row, filters):
            return Reason.NO_CITY
        if rule in HEADS_RULES and not self._heads(row, filters).usable(rule):
            return Reason.NO_HEAD_COUNT
        if rule == "follow-through":
            when = interval("activities", row)
            if when is None:
                return Reason.UNDATED
            as_of = date.fromisoformat(self.dataset["as_of"])
            return Reason.TOO_RECENT if as_of - when[1] < DAYS_TO_FOLLOW else None
        return None

    def _named_cities(self, row: Row, filters: Filters) -> list[str]:
        return [
            city
            for city in items(row["cities"])
            if not filters.cities or city in filters.cities
            if not filters.countries or self.country_of_city[city] in filters.countries
        ]

    def _heads(self, activity: Row, filters: Filters) -> Heads:
        return Heads(
            activity,
            filters,
            participants=self.participants.get(activity["id"], []),
            attendance=self.attendance.get(activity["id"], []),
            concerned=self.countries(activity),
            country_of_city=self.country_of_city,
        )

    def _people(
        self, rule: str, filters: Filters, counted: Iterable[Row], without: Sequence[Row]
    ) -> Count:
        usable = [self._heads(row, filters) for row in counted]
        if rule == "women-share":
            return women_share(usable)
        if not usable:
            return Count(None, None) if without else Count(0, "exact")
        group = MAYORS if rule == "mayors-engaged" else None
        heads = [*usable, *(self._heads(row, filters) for row in without)]
        low = bool(without) or any(item.has_unrecorded(group) for item in heads)
        if rule == "attendances":
            low = low or any(item.is_vague for item in usable)
            return Count(sum(item.total() for item in usable), "at-least" if low else "exact")
        persons = {person for item in usable for person in item.persons(group)}
        crowds = [item.total(group) for item in usable if item.is_crowd(group)]
        value = max([len(persons), *crowds])
        return Count(value, "at-least" if low or crowds else "exact")

    def _is_followed(self, activity: Row) -> bool:
        when = interval("activities", activity)
        assert when is not None
        for support in self.sheets["support"]:
            if support["review"] == "draft" or support["status"] == "declined":
                continue
            first = first_filled(support, "requested", "started", "completed")
            if first is None or activity["id"] not in items(support["arose_from"]):
                continue
            if first[1] >= when[0] and first[0] <= when[1] + DAYS_TO_FOLLOW:
                return True
        return False

    def published(self, filters: Filters, indicator_id: str) -> list[str]:
        """List the ids of the published figures that belong to a filter, the latest first."""
        if filters.cities or len(filters.countries) > 1:
            return []
        country = filters.countries[0] if filters.countries else ""
        rows = [
            (number, row)
            for number, row in enumerate(self.sheets["published_figures"])
            if (row["indicator"], row["country"]) == (indicator_id, country)
            if period_reason(span(row["as_of"]), filters) is None
        ]
        return [row["id"] for _, row in sorted(rows, key=latest_first)]

    def targets(self, filters: Filters, indicator_id: str) -> list[Row]:
        """List the targets that belong to a filter, in the workbook's order."""
        if filters.cities or len(filters.countries) > 1:
            return []
        country = filters.countries[0] if filters.countries else ""
        first, last = period(filters)
        return [
            row
            for row in self.sheets["targets"]
            if (row["indicator"], row["country"]) == (indicator_id, country)
            if row["funder"] in (filters.funders or ("",))
            if last is None or date.fromisoformat(row["start"]) <= last
            if first is None or date.fromisoformat(row["end"]) >= first
        ]

    def target_actual(self, filters: Filters, target: Row) -> Count | None:
        """Count the indicator of a target over the target's own period, cut off at `to`.

        None when the launch lies after the period's end: a `from` after `to` is no period.
        """
        launched = span(self.dataset["launched"])
        beginning = launched[0] if launched else None
        start = date.fromisoformat(target["start"])
        first = start if target["kind"] == "incremental" else beginning
        last = min(date.fromisoformat(target["end"]), period(filters)[1] or date.max)
        if first is not None and first > last:
            return None
        return self.figure(filters.with_period(first, last), target["indicator"])


def by_activity(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Lay rows beneath the activity they belong to."""
    beneath: dict[str, list[Row]] = {}
    for row in rows:
        beneath.setdefault(row["activity"], []).append(row)
    return beneath


def percent(numerator: int, denominator: int) -> Count:
    """Give a share, null when there is nothing to divide by."""
    value = 100 * numerator / denominator if denominator else None
    bound = None if value is None else "exact"
    return Count(value, bound, numerator=numerator, denominator=denominator)


def women_share(usable: Sequence[Heads]) -> Count:
    """Give the share of women among the counted rows whose gender is recorded."""
    sizes = Counter[str]()
    for heads in usable:
        sizes.update(heads.by_gender())
    recorded = sizes["female"] + sizes["male"] + sizes["other"]
    return replace(percent(sizes["female"], recorded), unrecorded=sizes["unspecified"])


def latest_first(numbered: tuple[int, Row]) -> tuple[bool, bool, int, int]:
    """Order published figures: with a value, dated, latest last day, lowest row."""
    number, row = numbered
    as_of = span(row["as_of"])
    last = as_of[1].toordinal() if as_of else 0
    return row["status"] == "missing", as_of is None, -last, -number

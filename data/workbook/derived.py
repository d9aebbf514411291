"""The derived columns: what a filter asks of a record, worked out once from its cells.

The rules are those of the data contract: "Country of a record", "City of a record", "Period" and
the rule follow-through.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from data.dates import DateSpan
from data.schema import MOST_BITS
from data.values import COUNTRY_BITS
from data.workbook.content import Content, SheetContent

Columns = dict[str, Sequence[object]]
Interval = tuple[date, date] | None

FOLLOW_UP = timedelta(days=183)
"""How long after an activity's last day a support may begin that arose from it."""

_PLACED: dict[str, str | None] = {
    "cities": None,
    "attendance": None,
    "practices": None,
    "needs": "raised",
    "voices": "said",
    "outputs": "date",
}
"""Sheets that concern countries → the date that a period is compared with."""

_PERIOD_ORDER = {
    "delivered": ("completed", "started", "requested"),
    "in-progress": ("started", "completed", "requested"),
}
_OTHER_PERIOD_ORDER = ("requested", "completed", "started")


class Derivation:
    """Works out the derived columns of every sheet of one checked workbook."""

    def __init__(self, content: Content) -> None:
        self._content = content
        cities = content["cities"]
        self._theme_bits = _row_bits(content["themes"])
        self._funder_bits = _row_bits(content["organisations"])
        self._city_bits = dict(zip(cities.texts("id"), _bits(cities.texts("country")), strict=True))

    def columns(self, name: str) -> Columns:
        """Return the derived columns of a sheet; none for a sheet that has none."""
        sheet = self._content[name]
        if name == "activities":
            return self._activities(sheet)
        if name == "support":
            return self._support(sheet)
        if name == "participants":
            return {"country_bits": self._own_or_citys(sheet)}
        if name in ("themes", "organisations"):
            return {"bit": list(_row_bits(sheet).values())}
        return self._placed(sheet) if name in _PLACED else {}

    def _placed(self, sheet: SheetContent) -> Columns:
        columns: Columns = {"country_bits": self._country_bits(sheet)}
        date_column = _PLACED[sheet.sheet.name]
        if date_column is None:
            return columns
        spans = sheet.spans(date_column)
        return columns | _interval_columns(spans, spans)

    def _activities(self, sheet: SheetContent) -> Columns:
        starts, ends = sheet.spans("start"), sheet.spans("end")
        interval = _interval_columns(starts, [e or s for s, e in zip(starts, ends, strict=True)])
        named = set(self._content["participants"].texts("activity"))
        followed = self._followed_up(sheet.texts("id"), interval)
        return {
            "country_bits": self._country_bits(sheet),
            **interval,
            "city_bits": self._listed_cities(sheet),
            "only_city": [
                cities[0] if len(cities) == 1 else None for cities in sheet.lists("cities")
            ],
            "has_participants": [key in named for key in sheet.texts("id")],
            "followed_up": [key in followed for key in sheet.texts("id")],
            "theme_bits": [_any_of(self._theme_bits, names) for names in sheet.lists("themes")],
            "funder_bits": [_any_of(self._funder_bits, names) for names in sheet.lists("funders")],
        }

    def _support(self, sheet: SheetContent) -> Columns:
        spans = list(map(_period_of, sheet.texts("status"), *_support_dates(sheet)))
        opened = _opened(sheet)
        return {
            "country_bits": self._country_bits(sheet),
            **_interval_columns(spans, spans),
            "city_bits": self._listed_cities(sheet),
            "opened_first": [span and span.first for span in opened],
            "opened_last": [span and span.last for span in opened],
        }

    def _country_bits(self, sheet: SheetContent) -> list[int]:
        """Join the countries of a record's cities with those that it names itself."""
        found = [0] * len(sheet)
        for name in ("cities", "city", "host_city", "countries", "country"):
            column = sheet.sheet.by_name.get(name)
            if column is None:
                continue
            bits = self._city_bits if column.refers_to == "cities" else COUNTRY_BITS
            if column.many:
                more = [_any_of(bits, values) for values in sheet.lists(name)]
            else:
                more = [bits.get(value, 0) if value else 0 for value in sheet.texts(name)]
            found = [a | b for a, b in zip(found, more, strict=True)]
        return found

    def _listed_cities(self, sheet: SheetContent) -> list[int]:
        return [_any_of(self._city_bits, cities) for cities in sheet.lists("cities")]

    def _own_or_citys(self, sheet: SheetContent) -> list[int]:
        """Take a participant's country, and where it is not recorded that of the city."""
        pairs = zip(sheet.texts("country"), sheet.texts("city"), strict=True)
        return [
            COUNTRY_BITS[country] if country else self._city_bits.get(city, 0)
            for country, city in pairs
        ]

    def _followed_up(self, keys: Sequence[str | None], interval: Columns) -> set[str]:
        """Find the activities from which approved support arose in time."""
        days = zip(interval["first_day"], interval["last_day"], strict=True)
        held = dict(zip(keys, days, strict=True))
        support = self._content["support"]
        rows = zip(
            support.texts("review"),
            support.texts("status"),
            support.lists("arose_from"),
            _opened(support),
            strict=True,
        )
        return {
            activity
            for review, status, causes, opened in rows
            if review == "approved" and status != "declined" and opened
            for activity in causes
            if _in_time(opened, *held[activity])
        }


def _in_time(opened: DateSpan, first: object, last: object) -> bool:
    if not (isinstance(first, date) and isinstance(last, date)):
        return False
    return opened.last >= first and opened.first - last <= FOLLOW_UP


def _support_dates(sheet: SheetContent) -> tuple[list[DateSpan | None], ...]:
    return sheet.spans("requested"), sheet.spans("started"), sheet.spans("completed")


def _opened(sheet: SheetContent) -> list[DateSpan | None]:
    """Take the first filled of requested, started and completed of each support."""
    dates = zip(*_support_dates(sheet), strict=True)
    return [requested or started or completed for requested, started, completed in dates]


def _period_of(
    status: str | None,
    requested: DateSpan | None,
    started: DateSpan | None,
    completed: DateSpan | None,
) -> DateSpan | None:
    """Choose the date of a support that a period is compared with."""
    dates = {"requested": requested, "started": started, "completed": completed}
    order = _PERIOD_ORDER.get(status or "", _OTHER_PERIOD_ORDER)
    return next((dates[name] for name in order if dates[name]), None)


def _interval_columns(
    starts: Sequence[DateSpan | None], ends: Sequence[DateSpan | None]
) -> Columns:
    return {
        "first_day": [span and span.first for span in starts],
        "last_day": [span and span.last for span in ends],
    }


def _bits(countries: Iterable[str | None]) -> list[int]:
    return [COUNTRY_BITS[country] if country else 0 for country in countries]


def _row_bits(sheet: SheetContent) -> dict[str | None, int]:
    """Give each of the first records of a sheet a bit of its own; later ones have none."""
    return {
        key: 1 << place if place < MOST_BITS else 0 for place, key in enumerate(sheet.texts("id"))
    }


def _any_of(bits: dict[str | None, int] | dict[str, int], values: Sequence[str]) -> int:
    found = 0
    for value in values:
        found |= bits[value]
    return found

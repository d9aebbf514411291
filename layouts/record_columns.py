"""Which columns the list of a sheet shows, and by what a click on each sorts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.records.shown import TITLE_COLUMNS
from layouts.record_terms import COLUMNS

CellForm = Literal["value", "title", "interval", "support-date"]


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of a list: the workbook's columns that it joins, and the sort of its header."""

    name: str
    columns: tuple[str, ...]
    sort: str = ""
    form: CellForm = "value"
    number: bool = False


def _value(*columns: str, name: str = "", sort: str = "", number: bool = False) -> ListColumn:
    return ListColumn(name or COLUMNS[columns[0]], columns, sort, number=number)


def _title(sheet: str, sort: str = "") -> ListColumn:
    column = TITLE_COLUMNS[sheet]
    return ListColumn(COLUMNS[column], (column,), sort, "title")


def _date(*columns: str, name: str = "Date") -> ListColumn:
    return ListColumn(name, columns, "date", "interval")


_WHERE = ("city", "country")

LIST_COLUMNS: dict[str, tuple[ListColumn, ...]] = {
    "sources": (
        _title("sources", "title"),
        _value("publisher", sort="publisher"),
        _date("published", name="Published"),
    ),
    "organisations": (_title("organisations", "name"), _value("short_name"), _value("note")),
    "themes": (_title("themes", "label"), _value("priority")),
    "cities": (
        _title("cities", "name"),
        _value("country", sort="country"),
        _value("membership", sort="membership"),
        _date("joined", name="Joined"),
    ),
    "activities": (
        _date("start", "end"),
        _title("activities", "title"),
        _value("kind", sort="kind"),
        _value("place", "place_country"),
        _value("cities"),
        _value("funders"),
        _value("status", sort="status"),
    ),
    "attendance": (
        _title("attendance"),
        _value("group"),
        _value("gender"),
        _value("country", sort="country"),
        _value("count", number=True),
        _value("basis"),
        _value("scope"),
    ),
    "support": (
        ListColumn("Date", ("completed", "started", "requested"), "date", "support-date"),
        _title("support", "title"),
        _value("beneficiary", sort="beneficiary"),
        _value("channels"),
        _value("cities"),
        _value("funders"),
        _value("status", sort="status"),
    ),
    "needs": (
        _date("raised", name="Raised"),
        _title("needs"),
        _value("kind", sort="kind"),
        _value("theme"),
        _value(*_WHERE, name="Place"),
        _value("status", sort="status"),
    ),
    "practices": (_title("practices", "title"), _value("city"), _value("themes")),
    "voices": (
        _date("said", name="Said"),
        _title("voices"),
        _value("speaker", sort="speaker"),
        _value("role"),
        _value(*_WHERE, name="Place"),
    ),
    "outputs": (
        _date("date"),
        _title("outputs", "title"),
        _value("kind", sort="kind"),
        _value("cities", "country", name="Place", sort="country"),
    ),
    "indicators": (
        _title("indicators", "title"),
        _value("level", sort="level"),
        _value("unit"),
        _value("direction"),
        _value("headline"),
    ),
    "targets": (
        _title("targets"),
        _value("country", sort="country"),
        _date("start", "end", name="Period"),
        _value("kind"),
        _value("value", number=True),
        _value("funder"),
    ),
    "published_figures": (
        _title("published_figures"),
        _value("country", sort="country"),
        _date("as_of", name="As of"),
        _value("value", number=True),
        _value("status", sort="status"),
    ),
}

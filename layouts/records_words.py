"""The words of the records pages: sheets, columns, values, and what a list shows."""

from __future__ import annotations

from data.filters import Filters
from data.records.asked import RecordsAsked
from data.records.record import Record
from data.records.sorting import Sort
from data.reference import Reference
from layouts import about_words, evidence_words, formats, words
from layouts.part_words import part_in_words
from layouts.record_terms import COLUMNS, RELATED, VALUES

SHEETS = about_words.SHEETS
SHEET_ORDER = (
    "activities",
    "support",
    "cities",
    "needs",
    "practices",
    "voices",
    "outputs",
    "attendance",
    "indicators",
    "targets",
    "published_figures",
    "themes",
    "organisations",
    "sources",
)
"""The sheets in the order in which people look for them."""
NOUNS = about_words.NOUNS | {
    "sources": ("source", "sources"),
    "organisations": ("funder or partner", "funders and partners"),
    "themes": ("theme", "themes"),
}

_UNFILTERED = ("sources", "organisations", "themes", "indicators")
_BY_COUNTRY = ("targets",)

NO_RECORD = "There is no record of that name, or it is not one that may be shown."
REGION = "the region"


def value_in_words(sheet: str, column: str, value: str) -> str:
    """Write a value of one of the workbook's lists."""
    known = VALUES.get((sheet, column)) or VALUES.get(("", column), {})
    return known.get(value, value)


def related_title(sheet: str, column: str) -> str:
    """Say what records are to the one that they name."""
    return RELATED.get((sheet, column), SHEETS[sheet])


def sort_in_words(sort: Sort | None) -> str:
    """Say how a list is sorted."""
    if sort is None:
        return "in the order of the workbook"
    if sort.name == "date":
        return "newest first" if sort.descending else "oldest first"
    named = COLUMNS[sort.name].lower()
    return f"by {named}, from the end" if sort.descending else f"by {named}"


def narrowing(asked: RecordsAsked, reference: Reference) -> str:
    """Say to what a list is narrowed beside the filter; empty when to nothing."""
    parts = [part_in_words(asked.sheet, part, reference) for part in asked.parts]
    return " · ".join(named for named in (_narrowed_by(asked), *parts) if named)


def _narrowed_by(asked: RecordsAsked) -> str:
    if asked.figure is not None:
        title = asked.figure.indicator.title
        if asked.reason is None:
            return f"Counted in “{title}”"
        return f"Left out of “{title}”: {evidence_words.reason(asked.reason)}"
    if asked.quality is not None:
        return about_words.QUALITIES[asked.sheet, asked.quality]
    return ""


def filter_words(asked: RecordsAsked, reference: Reference, profile: str) -> str:
    """Write what selects the records of a list: filter, figure or question of quality."""
    named = narrowing(asked, reference)
    if asked.figure is not None:
        line = about_words.filter_line(asked.figure.filters, reference, profile)
        return f"{named} · {line}"
    line = _filter_line(asked, reference, profile)
    return f"{named} · {line}" if named else line


def _filter_line(asked: RecordsAsked, reference: Reference, profile: str) -> str:
    """Of sheets that concern no place the filter selects nothing; of some, countries alone."""
    if asked.sheet in _UNFILTERED:
        return "all records, whatever the filter"
    if asked.sheet in _BY_COUNTRY:
        places = words.places(Filters(countries=asked.filters.countries), reference, profile)
        return places or "of all countries and the region"
    if asked.quality == "drafts":
        return about_words.filter_line(asked.filters, reference, profile)
    return words.filter_line(asked.filters, reference, profile)


def beside_scope(asked: RecordsAsked, reference: Reference, profile: str) -> str:
    """Say what selects the records of a list where it is not the filter of the page alone."""
    if asked.figure is not None or asked.sheet in _UNFILTERED or asked.sheet in _BY_COUNTRY:
        return filter_words(asked, reference, profile)
    return narrowing(asked, reference)


def shown_of(first: int, last: int, total: int) -> str:
    """Say which records of how many a page shows: 51–100 of 1234."""
    whole = formats.number(total)
    if not total:
        return whole
    return f"{formats.number(first)}–{formats.number(last)} of {whole}"


def nothing_listed(asked: RecordsAsked) -> str:
    """Say that a list is empty."""
    _, many = NOUNS[asked.sheet]
    if asked.figure is not None or asked.quality is not None or asked.parts:
        return f"None of the {many} is among them."
    return f"There are no {many} here: none is loaded, or the filter selects none."


def record_title(record: Record, names: str) -> str:
    """Name a record that has no title of its own by the record that it belongs to."""
    match record.sheet:
        case "attendance":
            return f"Head-count: {names}"
        case "targets":
            return f"Target: {names}"
        case _:
            return f"{names}, as published"

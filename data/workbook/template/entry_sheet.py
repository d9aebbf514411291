"""One sheet to fill in: header, widths, text that stays text, drop-downs and messages."""

from __future__ import annotations

from typing import Any

from data.workbook.sheets import Column, Sheet
from data.workbook.template.book import Formats
from data.workbook.template.expecting import expected
from data.workbook.template.guide import country_code_cells
from data.workbook.template.meanings import meaning

LAST_ROW = 1_048_575
"""The last row of an XLSX sheet, counted from 0."""

NUMBERS = ("integer", "number")
"""Types of columns whose cells are numbers; all others are text."""

_WIDTHS = {
    "id": 24,
    "text": 32,
    "date": 13,
    "day": 13,
    "country": 11,
    "any-country": 15,
    "integer": 12,
    "number": 13,
    "choice": 20,
}
_WIDE = {"title", "name", "statement", "definition", "text", "summary", "outcome", "note"}
_LONGEST_TITLE = 32
_LARGEST_INTEGER, _LARGEST_NUMBER = 10**15, 10**18


def add_entry_sheet(book: Any, formats: Formats, sheet: Sheet) -> Any:
    """Add a sheet with its header and nothing below it, and return it."""
    table = book.add_worksheet(sheet.name)
    for place, column in enumerate(sheet.columns):
        cells = formats.number if column.type in NUMBERS else formats.text
        table.set_column(place, place, _width(column), cells)
    for place, column in enumerate(sheet.columns):
        header = formats.required if column.required else formats.optional
        table.write_string(0, place, column.name, header)
        table.data_validation(0, place, 0, place, _header_message(sheet, column))
        table.data_validation(1, place, LAST_ROW, place, _entry_rule(sheet, column))
    # A year or an id is text that looks like a number, and is right so.
    table.ignore_errors({"number_stored_as_text": f"A1:XFD{LAST_ROW + 1}"})
    table.freeze_panes(1, 1)
    table.set_landscape()
    table.fit_to_pages(1, 0)
    table.repeat_rows(0)
    return table


def _width(column: Column) -> int:
    least = 48 if column.name in _WIDE else _WIDTHS[column.type]
    if column.name == "person":
        least = 16
    return max(least, len(column.name) + 4)


def _header_message(sheet: Sheet, column: Column) -> dict[str, Any]:
    need = "Required. " if column.required else ""
    words = f"{need}{meaning(sheet.name, column.name)}"
    return {"validate": "any", **_message(column, words, expected(sheet.name, column))}


def _message(column: Column, *sentences: str) -> dict[str, str]:
    """Write as many whole sentences as an input message takes."""
    text = ""
    for sentence in sentences:
        longer = f"{text}\n{sentence}" if text else sentence
        text = longer if len(longer) <= 255 else text
    return {"input_title": column.name[:_LONGEST_TITLE], "input_message": text}


def _entry_rule(sheet: Sheet, column: Column) -> dict[str, Any]:
    """Say what a spreadsheet offers and refuses in the cells of a column."""
    wanted = expected(sheet.name, column)
    if column.many:
        return {"validate": "any", **_message(column, wanted)}
    source = _source(column)
    if source is not None:
        # An id may be entered before the row that it names.
        refuses = {"show_error": column.refers_to is None}
        return {"validate": "list", "source": source, **refuses, **_error(column, wanted)}
    if column.type in NUMBERS:
        return _number_rule(column) | _error(column, wanted) | _message(column, wanted)
    if column.type == "text" and column.name not in ("person", "currency"):
        return {"validate": "any", "show_input": False}
    return {"validate": "any", **_message(column, wanted)}


def _source(column: Column) -> list[str] | str | None:
    """Name what a drop-down offers: a value list, the world's countries, or filled-in ids."""
    if column.choices:
        return list(column.choices)
    if column.type == "any-country":
        return f"={country_code_cells()}"
    if column.refers_to:
        ids = f"{column.refers_to}!$A"
        return f"=OFFSET({ids}$2,0,0,MAX(1,COUNTA({ids}$2:$A${LAST_ROW + 1})),1)"
    return None


def _number_rule(column: Column) -> dict[str, Any]:
    whole = column.type == "integer"
    most = _LARGEST_INTEGER if whole else _LARGEST_NUMBER
    kind = "integer" if whole else "decimal"
    return {"validate": kind, "criteria": "between", "minimum": -most, "maximum": most}


def _error(column: Column, wanted: str) -> dict[str, str]:
    return {"error_title": column.name[:_LONGEST_TITLE], "error_message": wanted[:255]}

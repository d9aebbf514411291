"""The workbook as one XLSX file: the template, filled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from data.errors import HubError
from data.workbook.exporting.csv_archive import Advance
from data.workbook.exporting.stored import CellTexts, StoredSheet, StoredWorkbook
from data.workbook.sheets import Sheet
from data.workbook.template.book import Formats, open_book
from data.workbook.template.entry_sheet import LAST_ROW, NUMBERS, add_entry_sheet
from data.workbook.template.guide import add_guide
from data.workbook.xlsx_text import LONGEST_CELL, is_too_long

_SURE_DIGITS = 15
"""So many digits of a number does a spreadsheet keep."""


class TooLargeForXlsx(HubError):
    """The database holds more rows or longer texts than an XLSX file can."""

    status = 400


def write_xlsx(stored: StoredWorkbook, out: Path, advance: Advance) -> None:
    """Write every sheet below its header, text as text and numbers as numbers.

    TooLargeForXlsx when rows or texts are beyond what the format can hold.
    """
    _require_few_rows(stored)
    with open_book(out) as (book, formats):
        add_guide(book, formats)
        for sheet in stored.sheets:
            _write_sheet(book, formats, sheet, advance)


def _require_few_rows(stored: StoredWorkbook) -> None:
    for sheet in stored.sheets:
        if sheet.count > LAST_ROW:
            raise TooLargeForXlsx(
                f"The sheet {sheet.sheet.name} has {sheet.count} rows; an XLSX file holds at most"
                f" {LAST_ROW}. Use records.zip."
            )


def _write_sheet(book: Any, formats: Formats, stored: StoredSheet, advance: Advance) -> None:
    table = add_entry_sheet(book, formats, stored.sheet)
    number = 1
    for page in stored.pages():
        for texts in page:
            _write_row(table, number, stored.sheet, texts)
            number += 1
        advance(stored.sheet.name, len(page))


def _write_row(table: Any, number: int, sheet: Sheet, texts: CellTexts) -> None:
    for place, (column, text) in enumerate(zip(sheet.columns, texts, strict=True)):
        if not text:
            continue
        if column.type in NUMBERS and sum(map(str.isdigit, text)) <= _SURE_DIGITS:
            table.write_number(number, place, float(text))
            continue
        if is_too_long(text):
            raise TooLargeForXlsx(
                f"The {column.name} in row {number + 1} of {sheet.name} is too long: a cell of an"
                f" XLSX file holds at most {LONGEST_CELL} characters. Use records.zip."
            )
        table.write_string(number, place, text)

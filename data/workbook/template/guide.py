"""The sheet that explains the workbook: rules of data entry, sheets, columns and value lists."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from data.geography.country_codes import country_names
from data.workbook.sheets import SHEETS, Sheet
from data.workbook.template import meanings
from data.workbook.template.book import Formats
from data.workbook.template.expecting import expected
from data.workbook.xlsx_file import GUIDE_SHEET

RULES = (
    (
        "Fill in one row per record. Leave the sheets' and columns' names as they are; sheets"
        " and optional columns that you do not need may go."
    ),
    (
        "A star behind a column's name means that every row needs a value there. The star is"
        " only shown: it is no part of the name."
    ),
    (
        "An empty cell means that the value is not recorded. It never counts as 0; write 0 only"
        " where it is a real zero."
    ),
    (
        "An id is made of small letters, digits and hyphens, and stands once in its sheet."
        " Other sheets name the row by it."
    ),
    (
        "Several values in one cell are separated by a semicolon, as in AL;XK. Each value"
        " stands once; their order is kept."
    ),
    (
        "A date is as precise as you know it: 2023, 2023-03 or 2023-03-08. Leave it empty when"
        " it is unknown. Cells for dates are text."
    ),
    (
        "Countries are AL, BA, XK, ME, MK and RS. Only where an activity took place may be any"
        " country of the world, from the list below."
    ),
    "Numbers have no separator of thousands. In a CSV file they have a point, no comma.",
    (
        "Spaces around a value are ignored. Text may hold anything, line breaks included."
        " Formulas are refused: paste values."
    ),
    (
        "People are keys such as p-00017. Names, e-mail addresses and telephone numbers must"
        " not stand in the sheet participants."
    ),
    (
        "A start is not after its end, and there is no end without a start. Support is"
        " requested, then started, then completed."
    ),
    (
        "Rows under review as draft are counted nowhere. A row that names another row's id"
        " needs that row in its sheet."
    ),
    (
        "Then check it: hub-dashboard check FILE names every fault by sheet, row and column;"
        " hub-dashboard load FILE takes it over."
    ),
)

_WIDTHS = (19, 19, 10, 62, 78)
_LINE_HEIGHT = 15
_COUNTRY_HEAD = ("code", "country")


def add_guide(book: Any, formats: Formats) -> None:
    """Add the guide as the next sheet of a workbook."""
    page = _Page(book.add_worksheet(GUIDE_SHEET), formats)
    page.line("Reporting workbook", formats.title)
    page.line("What to enter, and how. This sheet is not loaded.")
    page.line("")
    page.line("Rules", formats.heading)
    for number, rule in enumerate(RULES, start=1):
        page.line(f"{number}.  {rule}")
    page.table("Sheets", ("sheet", "", "", "what it holds", "what stands once"), _sheet_rows())
    page.table(
        "Columns", ("sheet", "column", "required", "meaning", "what to enter"), _column_rows()
    )
    page.table("Countries of the world", _COUNTRY_HEAD, tuple(country_names().items()))


def country_code_cells() -> str:
    """Name the cells of the guide that hold the codes of all countries."""
    columns = sum(len(sheet.columns) for sheet in SHEETS)
    before = _LINES_ABOVE + (len(SHEETS) + _LINES_OF_A_TABLE) + (columns + _LINES_OF_A_TABLE)
    first = before + _LINES_OF_A_TABLE + 1
    return f"{GUIDE_SHEET}!$A${first}:$A${first + len(country_names()) - 1}"


_LINES_ABOVE = 4 + len(RULES)
_LINES_OF_A_TABLE = 3


class _Page:
    """The guide as it is written from the top down."""

    def __init__(self, sheet: Any, formats: Formats) -> None:
        self._sheet = sheet
        self._formats = formats
        self._row = 0
        for place, width in enumerate(_WIDTHS):
            sheet.set_column(place, place, width)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def line(self, text: str, look: Any = None) -> None:
        """Write a line that runs on to the right."""
        if text:
            self._sheet.set_row(self._row, _LINE_HEIGHT * (2 if look is self._formats.title else 1))
            self._sheet.write_string(self._row, 0, text, look or self._formats.number)
        self._row += 1

    def table(self, title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write a table below an empty line, its title and its head."""
        self.line("")
        self.line(title, self._formats.heading)
        self._cells(head, [self._formats.table_head] * len(head))
        looks = [self._formats.strong] + [self._formats.wrapped] * len(head)
        for row in rows:
            self._cells(row, looks)

    def _cells(self, texts: Sequence[str], looks: Sequence[Any]) -> None:
        self._sheet.set_row(self._row, _LINE_HEIGHT * _lines(texts))
        for place, (text, look) in enumerate(zip(texts, looks, strict=False)):
            if text:
                self._sheet.write_string(self._row, place, text, look)
            else:
                self._sheet.write_blank(self._row, place, None, look)
        self._row += 1


def _lines(texts: Sequence[str]) -> int:
    """How many lines the longest text of a row takes; not every spreadsheet finds out itself."""
    pairs = zip(texts, _WIDTHS, strict=False)
    return max(math.ceil(len(text) / (1.1 * width)) for text, width in pairs if text)


def _sheet_rows() -> tuple[Sequence[str], ...]:
    return tuple(
        (sheet.name, "", "", meanings.SHEETS[sheet.name], _unique(sheet)) for sheet in SHEETS
    )


def _unique(sheet: Sheet) -> str:
    if sheet.single:
        return "the row itself: there must be one, and only one"
    *others, last = sheet.unique
    return f"{', '.join(others)} and {last} together" if others else last


def _column_rows() -> tuple[Sequence[str], ...]:
    return tuple(
        (
            sheet.name,
            column.name,
            "yes" if column.required else "",
            meanings.meaning(sheet.name, column.name),
            expected(sheet.name, column),
        )
        for sheet in SHEETS
        for column in sheet.columns
    )

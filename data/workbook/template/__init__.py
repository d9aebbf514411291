"""The empty workbook that staff fill in: sheets with headers and drop-downs, and a guide."""

from __future__ import annotations

from pathlib import Path

from data.workbook.sheets import SHEETS
from data.workbook.template.book import open_book
from data.workbook.template.entry_sheet import add_entry_sheet
from data.workbook.template.guide import add_guide


def write_template(out: Path) -> None:
    """Write the empty workbook as an XLSX file; the first sheet explains the others."""
    with open_book(out) as (book, formats):
        add_guide(book, formats)
        for sheet in SHEETS:
            add_entry_sheet(book, formats, sheet)

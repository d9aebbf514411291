"""An XLSX workbook being written: row by row in little memory, with the formats of its cells."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from data.workbook.xlsx_text import ExactSheet

# The colours of the dashboard's pages.
_INK, _MUTED, _SURFACE, _HAIRLINE, _BASELINE = (
    "#1B2733",
    "#515E6B",
    "#F5F7FA",
    "#D5DCE4",
    "#8995A1",
)

_SAME_TIME = datetime(1980, 1, 1, tzinfo=UTC)
"""When every file says that it was made, as its parts do."""


@dataclass(frozen=True, slots=True)
class Formats:
    """How the cells of a workbook look.

    `required` shows a star behind a column's name; the cell itself holds the name alone.
    """

    required: Any
    optional: Any
    text: Any
    number: Any
    title: Any
    heading: Any
    table_head: Any
    plain: Any
    wrapped: Any
    strong: Any


@contextmanager
def open_book(out: Path) -> Iterator[tuple[Any, Formats]]:
    """Open an XLSX file for writing; the same cells give the same bytes.

    OSError when it cannot be written.
    """
    with tempfile.TemporaryDirectory() as parts:
        options = {
            "constant_memory": True,
            "tmpdir": parts,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        book = xlsxwriter.Workbook(out, options)
        book.worksheet_class = ExactSheet
        book.set_properties({"title": "Reporting workbook", "created": _SAME_TIME})
        try:
            with book:
                yield book, _formats(book)
        except FileCreateError as error:
            reason = error.args[0]
            raise (reason if isinstance(reason, OSError) else OSError(str(error))) from error


def _formats(book: Any) -> Formats:
    def look(**properties: object) -> Any:
        ground = {"font_name": "Calibri", "font_size": 11, "font_color": _INK, "valign": "top"}
        return book.add_format(ground | properties)

    header = {"num_format": "@", "bg_color": _SURFACE, "bottom": 1, "bottom_color": _BASELINE}
    line = {"bottom": 1, "bottom_color": _HAIRLINE}
    return Formats(
        required=look(**header | {"bold": True, "num_format": '@" *"'}),
        optional=look(**header | {"font_color": _MUTED}),
        text=look(num_format="@"),
        number=look(),
        title=look(bold=True, font_size=16),
        heading=look(bold=True, font_size=13),
        table_head=look(**{**line, "bold": True, "bottom_color": _BASELINE}),
        plain=look(**line),
        wrapped=look(**line, text_wrap=True),
        strong=look(**line, bold=True),
    )

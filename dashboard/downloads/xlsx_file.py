"""A download as an Excel workbook: a sheet about it, then its rows, ready to filter."""

from __future__ import annotations

import os
import re
from contextlib import ExitStack
from datetime import UTC, date, datetime
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any

from flask import Response
from werkzeug.wsgi import FileWrapper
from xlsxwriter import Workbook

from dashboard.downloads.cells import finite, inert
from dashboard.downloads.download import Cell, Column, Download, attach, facts, reading
from data.errors import HubError
from layouts import formats

MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
"""Excel's limits: rows of a sheet, UTF-16 units of a cell."""

_MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FIRST_DAY = date(1900, 3, 1)
"""Excel knows no earlier day, but for two months that it counts wrongly."""
_WIDTHS = {"text": 28, "number": 12, "date": 12}
_ABOUT = "about"
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")


class TooManyRows(HubError):
    """A workbook cannot hold what was asked for."""

    status = 413


def xlsx_response(download: Download, made_at: datetime) -> Response:
    """Answer with a workbook from a file without a name, which goes with its last reader.

    Raise TooManyRows when Excel could not open it.
    """
    with ExitStack() as until_sent:
        file = until_sent.enter_context(TemporaryFile())
        _write(file, download, made_at)
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        response = Response(FileWrapper(file), mimetype=_MIMETYPE, direct_passthrough=True)
        response.content_length = size
        response.call_on_close(until_sent.pop_all().close)
    return attach(response, download, "xlsx")


def _write(file: IO[bytes], download: Download, made_at: datetime) -> None:
    """Write both sheets side by side: how many cells were cut is known only at the end."""
    with (
        TemporaryDirectory() as folder,
        Workbook(file, _OPTIONS | {"tmpdir": folder}) as workbook,
    ):
        workbook.set_properties(
            {
                "title": download.title,
                "created": made_at.astimezone(UTC).replace(tzinfo=None),
            }
        )
        about = workbook.add_worksheet(_ABOUT)
        cut = _Rows(workbook, download).write()
        listed = facts(download, made_at)
        if cut:
            listed.append(("Cut cells", f"{cut}, marked …; the CSV file holds them whole"))
        _write_about(workbook, about, listed)


def _write_about(workbook: Workbook, sheet: Any, listed: list[tuple[str, str]]) -> None:
    label = workbook.add_format({"bold": True, "valign": "top"})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 100)
    for place, (name, text) in enumerate(listed):
        sheet.write_string(place, 0, name, label)
        sheet.write_string(place, 1, _shortened(inert(text)), wrapped)


class _Rows:
    """The sheet of the rows, while it is written from top to bottom."""

    def __init__(self, workbook: Workbook, download: Download) -> None:
        self.download = download
        self.sheet = workbook.add_worksheet(_sheet_name(download.name))
        self.bold = workbook.add_format({"bold": True, "bottom": 1})
        self.small = workbook.add_format({"italic": True, "font_color": "#595959"})
        self.day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self.cut = 0

    def write(self) -> int:
        """Write header and rows; give the number of cells that were cut."""
        headers = self.download.headers
        for place, names in enumerate(headers):
            for column, name in enumerate(names):
                self._text(place, column, name, self.small if place else self.bold)
        last = self._rows(len(headers))
        self._dress(len(headers), last)
        return self.cut

    def _rows(self, first: int) -> int:
        place = first - 1
        with reading(self.download) as rows:
            for place, row in enumerate(rows, start=first):
                if place >= MOST_ROWS:
                    raise TooManyRows(
                        f"Excel holds {formats.number(MOST_ROWS - first)} of these rows, "
                        "and there are more: download the CSV file instead."
                    )
                for column, value in enumerate(row):
                    self._cell(place, column, value)
        return place

    def _cell(self, place: int, column: int, value: Cell) -> None:
        if value is None:
            return
        if isinstance(value, str):
            self._text(place, column, value)
        elif not isinstance(value, date):
            if finite(value):
                self.sheet.write_number(place, column, value)
        elif value < _FIRST_DAY:
            self._text(place, column, value.isoformat())
        else:
            self.sheet.write_datetime(place, column, value, self.day)

    def _text(self, place: int, column: int, text: str, form: Any = None) -> None:
        if not text:
            return
        safe = inert(text)
        short = _shortened(safe)
        self.cut += short is not safe
        self.sheet.write_string(place, column, short, form)

    def _dress(self, first: int, last: int) -> None:
        # The filter sits on the lowest row of the header, so that sorting leaves HXL tags in place.
        self.sheet.freeze_panes(first, 0)
        self.sheet.autofilter(first - 1, 0, last, len(self.download.columns) - 1)
        for place, column in enumerate(self.download.columns):
            self.sheet.set_column(place, place, _width(column))


def _width(column: Column) -> int:
    return max(_WIDTHS[column.kind], min(len(column.name) + 4, 40))


def _sheet_name(name: str) -> str:
    """Turn a name into one that Excel takes for a sheet."""
    taken = _NOT_IN_A_NAME.sub("-", name)[:31]
    return "rows" if taken.lower() in ("", _ABOUT, "history") else taken


def _shortened(text: str) -> str:
    """Cut text that is too long for a cell, between two characters."""
    if len(text) <= LONGEST_CELL // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", errors="ignore") + "…"

"""The sheets of a workbook that is one XLSX file, as rows of plain cells."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from data.errors import WorkbookUnreadable
from data.workbook.faults import Fault, Problem, did_you_mean, quoted, quoted_plain
from data.workbook.raw import UNUSABLE, RawRows, RawSheet
from data.workbook.sheets import SHEETS_BY_NAME

GUIDE_SHEET = "guide"
"""The sheet that explains the workbook; it holds no records and is not read."""

MOST_BYTES = 4 << 30
MOST_BYTES_BESIDE_SHEETS = 512 << 20
"""Limits of what an XLSX file may unpack to: in all, and in the parts that are held in memory."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,  # xml.etree's ParseError is one
    NotImplementedError,
    RuntimeError,  # zipfile: the file is encrypted
)
_ESCAPE = re.compile("_x(00[01][0-9A-Fa-f]|005[Ff]|[Ff]{3}[EeFf])_")
"""How the format writes signs that XML cannot hold, and the underscore of text that looks so.

openpyxl drops the latter from texts that cells share; there, such text is not told from a sign.
"""
_FORMULA = Problem("the cell holds a formula", "its result as a plain value (paste as values)")


@contextmanager
def open_xlsx(path: Path) -> Iterator[tuple[list[RawSheet], list[Fault]]]:
    """Open every sheet of a file, not yet reading rows; list the sheets that are unknown."""
    with ExitStack() as opened:
        with _damage_told(path):
            _refuse_bombs(path)
            file = opened.enter_context(path.open("rb"))
            book = openpyxl.load_workbook(file, read_only=True)
            opened.callback(book.close)
        yield _sheets(path, book)


def _sheets(path: Path, book: Any) -> tuple[list[RawSheet], list[Fault]]:
    names = [sheet.title for sheet in book.worksheets]
    sheets = [
        RawSheet(name, path.name, lambda: iter(()), elastic=True)
        for name in names
        if name in SHEETS_BY_NAME
    ]
    opened = [_with_rows(path, book[sheet.name], sheet) for sheet in sheets]
    unknown = [name for name in names if name not in SHEETS_BY_NAME and name != GUIDE_SHEET]
    return opened, [_unknown(path, name) for name in unknown]


def _unknown(path: Path, name: str) -> Fault:
    guess = did_you_mean(name, SHEETS_BY_NAME)
    wrong = f"there is no such sheet as {quoted(name)}"
    return Fault(path.name, None, None, wrong, f"a sheet of the workbook{guess}")


def _with_rows(path: Path, table: Any, sheet: RawSheet) -> RawSheet:
    problems: list[tuple[int, int, Problem]] = []

    def rows() -> Iterator[Sequence[str]]:
        # The size that a file states may be wrong, or made up to exhaust the reader.
        table.reset_dimensions()
        with _damage_told(path):
            for number, cells in enumerate(table.iter_rows(), start=1):
                yield [_text(cell, number, place, problems) for place, cell in enumerate(cells)]

    filled: RawRows = rows
    return RawSheet(sheet.name, sheet.file, filled, elastic=True, problems=problems)


def _text(cell: Any, row: int, place: int, problems: list[tuple[int, int, Problem]]) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str) and cell.data_type == "s":
        return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)
    if cell.data_type == "f":
        problems.append((row, place, _FORMULA))
        return UNUSABLE
    if cell.data_type == "e":
        wrong = f"the cell holds the error {quoted(str(value))}"
        problems.append((row, place, Problem(wrong, "a value or an empty cell")))
        return UNUSABLE
    return _written(value, cell.number_format)


def _written(value: object, number_format: str) -> str:
    """Write a cell that is no text as the workbook writes its kind."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return _shown_date(value, number_format)
    if isinstance(value, float):
        # Spreadsheets keep 17 digits and show 15: 0.1 + 0.2 is 0.3.
        return format(Decimal(f"{value:.15g}"), "f")
    return str(value)


def _shown_date(day: date, number_format: str) -> str:
    """Write a date as precisely as its cell shows it: "Mar-23" is a month, not its first day."""
    shown = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", number_format.casefold())
    if "y" not in shown or "d" in shown or day.day != 1:
        return day.isoformat()
    if "m" in shown:
        return day.isoformat()[:7]
    return day.isoformat()[:4] if day.month == 1 else day.isoformat()


def _refuse_bombs(path: Path) -> None:
    """Refuse a file that would unpack to more than a machine should be asked for."""
    with zipfile.ZipFile(path) as archive:
        sizes = {part.filename: part.file_size for part in archive.infolist()}
    beside = (size for name, size in sizes.items() if not name.startswith("xl/worksheets/"))
    if sum(sizes.values()) > MOST_BYTES or sum(beside) > MOST_BYTES_BESIDE_SHEETS:
        raise WorkbookUnreadable(
            f"{quoted_plain(str(path))} cannot be read: it unpacks to more than is allowed."
            " Save the workbook as a folder of CSV files."
        )


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    """Turn what a damaged file does to its reader into one sentence."""
    try:
        with warnings.catch_warnings():
            # openpyxl warns of features that it does not read; they hold no records.
            warnings.simplefilter("ignore")
            yield
    except OSError as error:
        reason = error.strerror or "it is damaged"
        raise WorkbookUnreadable(f"{quoted_plain(str(path))} cannot be read: {reason}.") from error
    except _DAMAGE as error:
        raise WorkbookUnreadable(
            f"{quoted_plain(str(path))} cannot be read: it is no XLSX file, or it is damaged or"
            " protected by a password."
        ) from error

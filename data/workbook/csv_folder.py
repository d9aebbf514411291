"""The sheets of a workbook that is a folder of CSV files, as rows of plain cells."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from data.errors import WorkbookUnreadable
from data.workbook.faults import Fault, did_you_mean, quoted_plain
from data.workbook.raw import RawRows, RawSheet
from data.workbook.sheets import SHEETS_BY_NAME

LONGEST_CELL = 1_000_000
"""The most characters that one cell of a CSV file may have."""


def read_folder(folder: Path) -> tuple[list[RawSheet], list[Fault]]:
    """Open every sheet of a folder, not yet reading rows; list the files that are no sheet."""
    try:
        files = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~")))
    except OSError as error:
        raise _unreadable(folder, error) from error
    tables = [path for path in files if path.suffix.casefold() == ".csv"]
    if not tables:
        raise WorkbookUnreadable(
            f"{quoted_plain(str(folder))} is no workbook: the folder holds no CSV file."
        )
    sheets = [
        RawSheet(path.stem, path.name, _rows(path))
        for path in tables
        if path.name.removesuffix(".csv") in SHEETS_BY_NAME
    ]
    strays = [path for path in files if path not in tables and path.stem in SHEETS_BY_NAME]
    unknown = [path for path in tables if path.name.removesuffix(".csv") not in SHEETS_BY_NAME]
    return sheets, [_unknown(path) for path in unknown] + [_stray(path) for path in strays]


def _unknown(path: Path) -> Fault:
    names = [f"{name}.csv" for name in SHEETS_BY_NAME]
    guess = did_you_mean(path.name, names)
    return Fault(path.name, None, None, "there is no such sheet", f"a sheet of the workbook{guess}")


def _stray(path: Path) -> Fault:
    wanted = f"the sheet as a CSV file named {path.stem}.csv"
    return Fault(path.name, None, None, "only CSV files are read from a folder", wanted)


def _rows(path: Path) -> RawRows:
    """Read the rows of one file; what keeps it from being read is its only fault."""

    def rows() -> Iterator[list[str]]:
        before = csv.field_size_limit(LONGEST_CELL)
        try:
            with path.open(encoding="utf-8-sig", newline="") as lines:
                yield from csv.reader(lines, strict=True)
        except OSError as error:
            raise _unreadable(path, error) from error
        finally:
            csv.field_size_limit(before)

    return rows


def _unreadable(path: Path, error: OSError) -> WorkbookUnreadable:
    return WorkbookUnreadable(
        f"{quoted_plain(str(path))} cannot be read: {error.strerror or error}."
    )

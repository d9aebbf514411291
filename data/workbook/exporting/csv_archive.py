"""The workbook as CSV files packed into one ZIP file: UTF-8, commas, a header row."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from data.workbook.exporting.stored import StoredSheet, StoredWorkbook

Advance = Callable[[str, int], None]
"""Told the sheet, and how many more of its rows are written."""

_SAME_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def write_zip(stored: StoredWorkbook, out: Path, advance: Advance) -> None:
    """Write every sheet as a CSV file of its name; the same contents give the same bytes.

    Text stands as it is, also where a spreadsheet would take it for a formula: an apostrophe
    before it would be loaded as part of the text.
    """
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for sheet in stored.sheets:
            _write_sheet(archive, sheet, advance)


def _write_sheet(archive: zipfile.ZipFile, stored: StoredSheet, advance: Advance) -> None:
    name = stored.sheet.name
    entry = zipfile.ZipInfo(f"{name}.csv", _SAME_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = 3, _READABLE  # else they differ by machine
    with (
        archive.open(entry, "w", force_zip64=True) as packed,
        io.TextIOWrapper(packed, "utf-8", newline="") as lines,
    ):
        writer = csv.writer(lines)
        writer.writerow(column.name for column in stored.sheet.columns)
        for page in stored.pages():
            writer.writerows(page)
            advance(name, len(page))

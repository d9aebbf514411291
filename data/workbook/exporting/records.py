"""Export of all records: the database's contents as a workbook in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from data.workbook.exporting.csv_archive import Advance, write_zip
from data.workbook.exporting.stored import StoredWorkbook, open_stored
from data.workbook.exporting.xlsx_book import write_xlsx
from data.workbook.reading import Progress

WorkbookWriter = Callable[[StoredWorkbook, Path, Advance], None]

WRITERS: dict[str, WorkbookWriter] = {"records.xlsx": write_xlsx, "records.zip": write_zip}
"""Format → what writes the whole workbook in it."""


def export_records(
    engine: sa.Engine, form: str, out: Path, progress: Progress | None = None
) -> int:
    """Write all sheets, drafts and participants included, and return the number of rows.

    Loading what was written gives the same contents. DatabaseUnavailable, TooLargeForXlsx or
    OSError leave a file behind that is not whole.
    """
    with open_stored(engine) as stored:
        total = stored.count
        written = 0

        def advance(sheet: str, more: int) -> None:
            nonlocal written
            written += more
            if progress:
                progress(f"writing {sheet}", written, total)

        WRITERS[form](stored, out, advance)
    return written

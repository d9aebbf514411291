"""Exports of a database, checked as the workbooks that they are."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from data.database import head_revision
from data.reference import read_version
from data.workbook.checking import check
from data.workbook.exporting.records import WRITERS, export_records
from data.workbook.loading import load
from data.workbook.version import content_version
from small_workbooks import Sheets, write_workbook

FORMS = tuple(WRITERS)


@contextmanager
def exported(engine: sa.Engine, form: str) -> Iterator[Path]:
    """Export to a file and give what can be checked: the XLSX file, or the folder unpacked."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / form
        export_records(engine, form, out)
        if out.suffix == ".zip":
            with zipfile.ZipFile(out) as archive:
                archive.extractall(Path(place) / "folder")
            out = Path(place) / "folder"
        yield out


def assert_round_trip(engine: sa.Engine, form: str) -> None:
    """Check an export and compare its content with what the database says it holds."""
    with engine.connect() as connection:
        version = read_version(connection)
    with exported(engine, form) as workbook:
        content, faults = check(workbook)
    assert content is not None, list(map(str, faults))
    assert content_version(content, head_revision()) == version


def fill(engine: sa.Engine, sheets: Sheets) -> None:
    """Replace a database's contents by a few rows."""
    with tempfile.TemporaryDirectory() as folder:
        load(engine, write_workbook(Path(folder), sheets))

"""Loading: a checked workbook replaces the database's contents in one transaction, or nothing."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import psycopg
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from data.database import head_revision, migrate_connection
from data.errors import DatabaseUnavailable
from data.facts import fill_facts
from data.reference import read_version
from data.schema import FACTS
from data.workbook.checking import check
from data.workbook.comparing import Fingerprints, SheetChange, changes, fingerprints
from data.workbook.content import Content
from data.workbook.faults import WorkbookFaulty
from data.workbook.reading import Progress
from data.workbook.sheets import SHEETS
from data.workbook.storing import TableRows, stored_tables
from data.workbook.version import content_version
from data.workbook.writing import empty_tables, gather_statistics, write_rows

_LOAD_LOCK = 5_204_316_207
"""The number under which loads of one PostgreSQL database wait for each other."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did; `replaced` is False when the database held this very content before."""

    version: str
    replaced: bool
    sheets: tuple[SheetChange, ...]


def load(engine: sa.Engine, path: Path, progress: Progress | None = None) -> LoadReport:
    """Check a workbook and make it the database's contents; the tables are brought up to date.

    WorkbookUnreadable, WorkbookFaulty or DatabaseUnavailable leave the database as it was.
    """
    content, faults = check(path, progress)
    if content is None:
        raise WorkbookFaulty(faults)
    version = content_version(content, head_revision())
    try:
        with engine.begin() as connection:
            _wait_for_other_loads(connection)
            migrate_connection(connection)
            report = _replace(connection, content, version, progress)
    except (DBAPIError, sqlite3.Error, psycopg.Error) as error:
        raise DatabaseUnavailable(
            f"The load was not finished, and nothing was changed: {_said(error)}"
        ) from error
    _leave_plain_file(engine)
    return report


def _wait_for_other_loads(connection: sa.Connection) -> None:
    """Let loads of a PostgreSQL database come one after the other, as SQLite does by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOAD_LOCK)))


def _replace(
    connection: sa.Connection, content: Content, version: str, progress: Progress | None
) -> LoadReport:
    loaded = read_version(connection)
    if loaded == version:
        return LoadReport(version, False, _unchanged(content))
    before: Fingerprints = {sheet.name: {} for sheet in SHEETS}
    if loaded is not None:
        before = fingerprints(connection)
        empty_tables(connection)
    tables = list(stored_tables(content, version))
    _write(connection, tables, progress)
    gather_statistics(connection, [rows.table for rows in tables])
    if progress:
        progress("deriving facts", 1, 1)
    fill_facts(connection)
    gather_statistics(connection, FACTS)
    return LoadReport(version, True, changes(before, fingerprints(connection)))


def _unchanged(content: Content) -> tuple[SheetChange, ...]:
    return tuple(SheetChange(name, len(rows), len(rows)) for name, rows in content.sheets.items())


def _write(connection: sa.Connection, tables: list[TableRows], progress: Progress | None) -> None:
    total = sum(len(rows) for rows in tables)
    written = 0

    def advance(more: int) -> None:
        nonlocal written
        written += more
        if progress:
            progress("writing", written, total)

    for rows in tables:
        write_rows(connection, rows, advance)


def _leave_plain_file(engine: sa.Engine) -> None:
    """Give up SQLite's write-ahead log where nobody reads just now.

    A file without one can be read from a folder in which nothing may be written. Where somebody
    reads, the log stays, and the next load tries again.
    """
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 100")
        cursor.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
    finally:
        connection.close()


def _said(error: Exception) -> str:
    """Take the first line of what the database said; SQLAlchemy wraps it, rows in bulk do not."""
    said = str(error.orig if isinstance(error, DBAPIError) else error).strip()
    return said.splitlines()[0] if said else "it gave no reason"

"""The stored workbook: every sheet of the database as rows of cell texts, a page at a time.

All pages come from one read transaction. A page is one short statement and one for each of its
lists, as a reader's statement is given up when it takes too long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from data import schema
from data.database import require_current
from data.errors import DatabaseEmpty, DatabaseUnavailable
from data.reference import read_version
from data.workbook.exporting.cell_text import cell_text, date_text, list_text
from data.workbook.sheets import SHEETS, Column, Sheet

ROWS_AT_ONCE = 4_000

CellTexts = list[str]
"""One row of a sheet: the text of each column of the contract, in its order."""


@dataclass(frozen=True, slots=True)
class StoredSheet:
    """One sheet as the database holds it; `count` is its number of rows."""

    sheet: Sheet
    count: int
    connection: sa.Connection

    def pages(self) -> Iterator[list[CellTexts]]:
        """Read the rows in the workbook's order, some thousands at a time."""
        if self.sheet.single:
            yield _page(self.connection, self.sheet, sa.true())
            return
        row = schema.metadata.tables[self.sheet.name].c.row
        for start in range(0, self.count, ROWS_AT_ONCE):
            window = sa.and_(row > start, row <= start + ROWS_AT_ONCE)
            yield _page(self.connection, self.sheet, window)


@dataclass(frozen=True, slots=True)
class StoredWorkbook:
    """All sheets in the order of the contract."""

    sheets: tuple[StoredSheet, ...]

    @property
    def count(self) -> int:
        """The number of rows in all sheets."""
        return sum(sheet.count for sheet in self.sheets)


@contextmanager
def open_stored(engine: sa.Engine) -> Iterator[StoredWorkbook]:
    """Open the database's contents at one moment; DatabaseUnavailable when it does not answer."""
    try:
        with engine.connect() as connection, connection.begin():
            require_current(connection)
            if read_version(connection) is None:
                raise DatabaseEmpty("The reporting database is empty: no workbook has been loaded.")
            sheets = [StoredSheet(one, _count(connection, one), connection) for one in SHEETS]
            yield StoredWorkbook(tuple(sheets))
    except (DBAPIError, PoolTimeout) as error:
        raise DatabaseUnavailable("The reporting database does not answer.") from error


def _count(connection: sa.Connection, sheet: Sheet) -> int:
    table = schema.metadata.tables[sheet.name]
    return connection.scalars(sa.select(sa.func.count()).select_from(table)).one()


def _page(
    connection: sa.Connection, sheet: Sheet, window: sa.ColumnElement[bool]
) -> list[CellTexts]:
    table = schema.metadata.tables[sheet.name]
    row = table.columns.get("row", table.c[0])
    key = table.columns.get("id", row)
    cells = [cell for column in sheet.columns for cell in _stored_cells(table, column)]
    query = sa.select(key.label("key"), *cells).where(window).order_by(row)
    records = connection.execute(query).all()
    lists = _lists(connection, sheet, [record[0] for record in records])
    return [_row(sheet, record, lists) for record in records]


def _stored_cells(table: sa.Table, column: Column) -> list[sa.Column[Any]]:
    """Name the columns of the table that hold one column of the sheet; none for a list."""
    if column.many:
        return []
    if column.type == "date":
        return [table.c[f"{column.name}_{part}"] for part in ("first", "last", "precision")]
    return [table.c[column.name]]


_Lists = dict[str, dict[object, list[object]]]
"""Name of a list column → key of a record → its values in order."""


def _lists(connection: sa.Connection, sheet: Sheet, keys: Sequence[object]) -> _Lists:
    found: _Lists = {}
    for column in sheet.columns:
        if column.many:
            found[column.name] = defaultdict(list)
            links = schema.LINKS[sheet.name, column.name]
            query = sa.select(links.c.record, links.c.value).where(links.c.record.in_(keys))
            ordered = query.order_by(links.c.record, links.c.place)
            for record, value in connection.execute(ordered).all():
                found[column.name][record].append(value)
    return found


def _row(sheet: Sheet, record: Sequence[Any], lists: _Lists) -> CellTexts:
    key, *stored = record
    cells = iter(stored)
    return [
        list_text(lists[column.name].get(key, ()))
        if column.many
        else date_text(next(cells), next(cells), next(cells))
        if column.type == "date"
        else cell_text(next(cells))
        for column in sheet.columns
    ]

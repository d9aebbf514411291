"""Putting rows into the tables, as fast as each kind of database takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

import sqlalchemy as sa

from data import schema
from data.workbook.storing import TableRows

ROWS_AT_ONCE = 5_000

Advance = Callable[[int], None]
"""Told how many more rows are written."""


def empty_tables(connection: sa.Connection) -> None:
    """Delete every row; readers go on with the old ones until the transaction ends."""
    for table in reversed(schema.metadata.sorted_tables):
        connection.execute(table.delete())


def write_rows(connection: sa.Connection, rows: TableRows, advance: Advance) -> None:
    """Put the rows of one table in."""
    writer = _copy if connection.dialect.name == "postgresql" else _insert
    writer(connection, rows, advance)


def gather_statistics(connection: sa.Connection, tables: Iterable[sa.Table]) -> None:
    """Let the database count what some tables hold, so that it plans its questions well."""
    quote = connection.dialect.identifier_preparer.quote
    for table in tables:
        connection.exec_driver_sql(f"ANALYZE {quote(table.name)}")


def _insert(connection: sa.Connection, rows: TableRows, advance: Advance) -> None:
    statement = str(rows.table.insert().compile(dialect=connection.dialect))
    cursor = connection.connection.cursor()
    try:
        for chunk in _chunks(_plain_rows(rows)):
            cursor.executemany(statement, chunk)
            advance(len(chunk))
    finally:
        cursor.close()


def _plain_rows(rows: TableRows) -> Iterator[tuple[Any, ...]]:
    """Write dates as text and decimals as numbers, as SQLAlchemy reads them from SQLite."""
    columns = [
        [_plain(value) for value in rows.columns[column.name]]
        if isinstance(column.type, (sa.Date, sa.Numeric))
        else rows.columns[column.name]
        for column in rows.table.columns
    ]
    return zip(*columns, strict=True)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def _chunks(rows: Iterator[tuple[Any, ...]]) -> Iterator[Sequence[tuple[Any, ...]]]:
    while chunk := list(islice(rows, ROWS_AT_ONCE)):
        yield chunk


def _copy(connection: sa.Connection, rows: TableRows, advance: Advance) -> None:
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join(quote(column.name) for column in rows.table.columns)
    statement = f"COPY {quote(rows.table.name)} ({names}) FROM STDIN"
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for chunk in _chunks(iter(rows)):
            for row in chunk:
                copy.write_row(row)
            advance(len(chunk))

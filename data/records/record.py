"""One record as the workbook's columns, and the names of the records that it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from data import schema
from data.dates import DateSpan
from data.records.listing import Key
from data.records.shown import TITLE_COLUMNS, key_column
from data.reference import Reference, span
from data.workbook.sheets import SHEETS_BY_NAME, Column

Value = str | int | float | Decimal | bool | date | DateSpan | tuple[str, ...] | None
Names = Mapping[str, Mapping[str, str]]
"""Sheet → id → the name that people read."""

_NAMED_BY_REFERENCE = ("cities", "organisations", "themes", "indicators")


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `key` is its id, or its row where it has none.

    `values` are by the workbook's column names; those of `withheld` columns are None.
    """

    sheet: str
    key: Key
    values: Mapping[str, Value]
    withheld: frozenset[str] = frozenset()

    @property
    def draft(self) -> bool:
        """Whether nobody has approved the record yet."""
        return self.values.get("review") == "draft"


def read_records_by_key(
    connection: sa.Connection, sheet: str, keys: Sequence[Key]
) -> tuple[Record, ...]:
    """Read records by their keys, in the order of the keys; unknown keys are left out."""
    table, named = schema.metadata.tables[sheet], key_column(sheet)
    query = sa.select(table).where(table.c[named].in_(keys))
    rows = {row[named]: row for row in connection.execute(query).mappings()}
    columns = SHEETS_BY_NAME[sheet].columns
    lists = {column.name: _lists(connection, sheet, column.name, keys)
             for column in columns if column.many}  # fmt: skip
    return tuple(
        Record(sheet, key, {column.name: _value(column, rows[key], lists, key)
                            for column in columns})
        for key in keys
        if key in rows
    )  # fmt: skip


def _value(
    column: Column, row: sa.RowMapping, lists: Mapping[str, Mapping[Key, list[str]]], key: Key
) -> Value:
    if column.many:
        return tuple(lists[column.name].get(key, ()))
    value: Value = span(row, column.name) if column.type == "date" else row[column.name]
    return value


def _lists(
    connection: sa.Connection, sheet: str, column: str, keys: Sequence[Key]
) -> dict[Key, list[str]]:
    links = schema.LINKS[sheet, column].c
    query = sa.select(links.record, links.value).where(links.record.in_(keys))
    found: dict[Key, list[str]] = {}
    for record, value in connection.execute(query.order_by(links.record, links.place)):
        found.setdefault(record, []).append(value)
    return found


def names_of(connection: sa.Connection, reference: Reference, records: Iterable[Record]) -> Names:
    """Read the names of all records that some records refer to."""
    wanted: dict[str, set[str]] = {}
    for record in records:
        for column in SHEETS_BY_NAME[record.sheet].columns:
            if column.refers_to:
                wanted.setdefault(column.refers_to, set()).update(_ids(record.values[column.name]))
    return {
        sheet: _known(reference, sheet, ids)
        if sheet in _NAMED_BY_REFERENCE
        else _titles(connection, sheet, ids)
        for sheet, ids in wanted.items()
    }


def _ids(value: Value) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (str(value),) if value else ()


def _known(reference: Reference, sheet: str, ids: set[str]) -> dict[str, str]:
    known: Mapping[str, Any] = {
        "cities": reference.cities,
        "organisations": reference.organisations,
        "themes": {theme.id: theme for theme in reference.themes},
        "indicators": reference.indicators,
    }[sheet]
    return {id_: getattr(known[id_], "name", None) or known[id_].title for id_ in ids}


def _titles(connection: sa.Connection, sheet: str, ids: set[str]) -> dict[str, str]:
    if not ids:
        return {}
    columns = schema.metadata.tables[sheet].c
    query = sa.select(columns.id, columns[TITLE_COLUMNS[sheet]]).where(columns.id.in_(ids))
    return {row[0]: row[1] for row in connection.execute(query)}

"""What a load changed: each record's fingerprint before against after."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import sqlalchemy as sa

from data import schema
from data.workbook.sheets import SHEETS, Sheet

Fingerprints = dict[str, dict[Hashable, int]]
"""Sheet → key of a record (its id, or what is unique together) → hash of all that it says."""


@dataclass(frozen=True, slots=True)
class SheetChange:
    """One sheet before and after a load: numbers of rows, and of records that differ.

    `added`, `removed` and `changed` name records by their id; those of sheets without ids by
    the values that are unique together, joined by a slash.
    """

    sheet: str
    before: int
    after: int
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def fingerprints(connection: sa.Connection) -> Fingerprints:
    """Read every record of the database, its lists included, as a hash."""
    found = {sheet.name: _sheet_fingerprints(connection, sheet) for sheet in SHEETS}
    return {
        name: dict(zip(keys.values(), hashes.values(), strict=True))
        for name, (keys, hashes) in found.items()
    }


def changes(before: Fingerprints, after: Fingerprints) -> tuple[SheetChange, ...]:
    """Compare two states of the database, sheet by sheet."""
    return tuple(_change(sheet.name, before[sheet.name], after[sheet.name]) for sheet in SHEETS)


def _change(name: str, before: dict[Hashable, int], after: dict[Hashable, int]) -> SheetChange:
    return SheetChange(
        name,
        len(before),
        len(after),
        tuple(_named(key) for key in after if key not in before),
        tuple(_named(key) for key in before if key not in after),
        tuple(_named(key) for key, mark in after.items() if before.get(key, mark) != mark),
    )


def _named(key: Hashable) -> str:
    return "/".join(str(part or "-") for part in key) if isinstance(key, tuple) else str(key)


def _sheet_fingerprints(
    connection: sa.Connection, sheet: Sheet
) -> tuple[dict[Hashable, Hashable], dict[Hashable, int]]:
    """Read one sheet: how link tables name its records → key, and → hash."""
    table = schema.metadata.tables[sheet.name]
    own = [column for column in table.columns if column.name not in schema.DERIVED_COLUMNS]
    name = (
        table.columns["id" if "id" in table.columns else "row"]
        if "row" in table.columns
        else own[0]
    )
    keys: dict[Hashable, Hashable] = {}
    hashes: dict[Hashable, int] = {}
    unique = [table.columns[part] for part in sheet.unique if part in table.columns]
    places = [own.index(column) for column in unique]
    for record, *cells in connection.execute(sa.select(name, *own)):
        keys[record] = (
            cells[places[0]] if len(places) == 1 else tuple(cells[place] for place in places)
        )
        hashes[record] = hash(tuple(cells))
    for (owner, _), links in schema.LINKS.items():
        if owner == sheet.name:
            _add_links(connection, links, hashes)
    return keys, hashes


def _add_links(connection: sa.Connection, links: sa.Table, hashes: dict[Hashable, int]) -> None:
    query = sa.select(links.c.record, links.c.value).order_by(links.c.record, links.c.place)
    for record, value in connection.execute(query):
        hashes[record] = hash((hashes[record], links.name, value))

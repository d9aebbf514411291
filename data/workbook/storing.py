"""From a checked workbook to the rows of the database's tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from data import schema
from data.workbook.content import Content, SheetContent
from data.workbook.derived import Columns, Derivation
from data.workbook.sheets import SHEETS


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of one table, column by column, each column in the workbook's order."""

    table: sa.Table
    columns: Columns

    def __len__(self) -> int:
        return len(next(iter(self.columns.values())))

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        return zip(*self.columns.values(), strict=True)


def stored_tables(content: Content, version: str) -> Iterator[TableRows]:
    """Give the rows of every table, in an order in which each refers only to tables before it."""
    derivation = Derivation(content)
    for sheet in SHEETS:
        yield _sheet_rows(content[sheet.name], derivation, version)
    for name, column in schema.LINKS:
        yield _link_rows(content[name], column)


def _sheet_rows(sheet: SheetContent, derivation: Derivation, version: str) -> TableRows:
    table = schema.metadata.tables[sheet.sheet.name]
    written = {**_written_columns(sheet), **derivation.columns(sheet.sheet.name)}
    written["row"] = range(1, len(sheet) + 1)
    if sheet.sheet.single:
        written |= {"only": [1] * len(sheet), "version": [version] * len(sheet)}
    return TableRows(table, {column.name: written[column.name] for column in table.columns})


def _written_columns(sheet: SheetContent) -> Columns:
    """Write the cells as the tables hold them: a date as three columns, yes and no as truth."""
    written: Columns = {}
    for column in sheet.sheet.columns:
        name = column.name
        if column.many:
            continue
        if column.type == "date":
            spans = sheet.spans(name)
            written[f"{name}_first"] = [span and span.first for span in spans]
            written[f"{name}_last"] = [span and span.last for span in spans]
            written[f"{name}_precision"] = [span and span.precision for span in spans]
        elif column.choices == ("yes", "no"):
            written[name] = [value == "yes" for value in sheet.columns[name]]
        else:
            written[name] = sheet.columns[name]
    return written


def _link_rows(sheet: SheetContent, column: str) -> TableRows:
    keys: Sequence[object] = (
        sheet.columns["id"] if "id" in sheet.columns else range(1, len(sheet) + 1)
    )
    entries = [
        (key, value, place)
        for key, values in zip(keys, sheet.lists(column), strict=True)
        if values
        for place, value in enumerate(values)
    ]
    records, values, places = zip(*entries, strict=True) if entries else ((), (), ())
    table = schema.LINKS[sheet.sheet.name, column]
    return TableRows(table, {"record": records, "value": values, "place": places})

"""What rests on each source: how many approved records of each sheet name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema
from data.dates import DateSpan
from data.quality import approved
from data.reference import span

SOURCED_SHEETS = tuple(sheet for sheet, column in schema.LINKS if column == "sources")
"""The sheets whose records name sources."""


@dataclass(frozen=True, slots=True)
class SourceUse:
    """One source as the workbook has it; `records` are the numbers that rest on it, by sheet."""

    id: str
    title: str
    publisher: str | None
    url: str | None
    published: DateSpan | None
    note: str | None
    records: Mapping[str, int]


def read_source_uses(connection: sa.Connection) -> tuple[SourceUse, ...]:
    """Read every source in the workbook's order."""
    resting: dict[str, dict[str, int]] = defaultdict(dict)
    uses = schema.source_uses.c
    for source, sheet, number in connection.execute(
        sa.select(uses.source, uses.sheet, uses.records)
    ):
        resting[source][sheet] = number
    table = schema.sources
    rows = connection.execute(sa.select(table).order_by(table.c.row)).mappings()
    return tuple(_use(row, resting.get(row["id"], {})) for row in rows)


def resting_on_sources(sheet: str) -> sa.Select[Any]:
    """Count the approved records of a sheet that name each source: source, sheet, number."""
    table, links = schema.metadata.tables[sheet], schema.LINKS[sheet, "sources"]
    key = table.c.id if "id" in table.c else table.c.row
    return (
        sa.select(links.c.value, sa.literal(sheet), sa.func.count())
        .join_from(links, table, key == links.c.record)
        .where(approved(sheet))
        .group_by(links.c.value)
    )


def _use(row: sa.RowMapping, records: Mapping[str, int]) -> SourceUse:
    plain = {name: row[name] for name in ("id", "title", "publisher", "url", "note")}
    return SourceUse(**plain, published=span(row, "published"), records=records)

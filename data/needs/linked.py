"""Records that others lead to, read by their ids: titles and dates of a handful."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa

from data import schema
from data.needs.shapes import Linked
from data.reference import span

LinkedRecords = Mapping[str, Mapping[str, Linked]]
"""Sheet → id → record."""


def read_linked(
    connection: sa.Connection, sheet: str, ids: Collection[str | None]
) -> dict[str, Linked]:
    """Read approved activities or support, or practices, by their ids; drafts are left out."""
    table = schema.metadata.tables[sheet]
    query = sa.select(table).where(table.c.id.in_(sorted(key for key in ids if key)))
    if "review" in table.c:
        query = query.where(table.c.review == "approved")
    return {row["id"]: linked(sheet, row) for row in connection.execute(query).mappings()}


def linked(sheet: str, row: sa.RowMapping) -> Linked:
    """Make one from a row of its sheet."""
    made: dict[str, Any] = {"id": row["id"], "title": row["title"]}
    if sheet == "activities":
        made |= {"status": row["kind"], "start": span(row, "start"), "end": span(row, "end")}
    elif sheet == "support":
        dates = (span(row, name) for name in ("completed", "started", "requested"))
        made |= {"status": row["status"], "start": next(filter(None, dates), None)}
    return Linked(**made)

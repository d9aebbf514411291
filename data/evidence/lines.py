"""Records as single lines: what, when, and for people how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema
from data.dates import DateSpan
from data.reference import span


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One record; `kind` is a value of its sheet's own list, `people` a head-count.

    `mixed`: the head-count does not tell the people asked for from the others.
    """

    sheet: str
    id: str
    title: str
    kind: str
    status: str | None
    start: DateSpan | None
    end: DateSpan | None
    people: int | None = None
    mixed: bool = False


_TITLES = {"cities": "name"}
_KINDS = {"activities": "kind", "cities": "country", "support": "status", "outputs": "kind"}
_LATEST = {"activities": "first_day", "support": "first_day", "outputs": "first_day"}


def read_lines(
    connection: sa.Connection,
    sheet: str,
    ids: sa.Select[Any] | Sequence[str],
    most: int,
    people: sa.ColumnElement[int] | None = None,
    *,
    mixed: bool = False,
) -> tuple[RecordLine, ...]:
    """Read the latest records of a sheet, undated ones last.

    `people` is a column of a subquery with a row an activity; `mixed` records that have it come
    first.
    """
    table = schema.metadata.tables[sheet]
    query, order = sa.select(table).where(table.c.id.in_(ids)), latest_first(table, sheet)
    if people is not None:
        each = people.table
        query = query.add_columns(people.label("heads")).join_from(
            table, each, each.c.activity == table.c.row, isouter=True
        )
        order = [people.is_(None), *order] if mixed else order
    rows = connection.execute(query.order_by(*order).limit(most)).mappings()
    return tuple(_line(sheet, row, mixed=mixed) for row in rows)


def latest_first(table: sa.Table, sheet: str) -> list[sa.ColumnElement[Any]]:
    """Order the records of a sheet: the latest first, undated ones last."""
    if sheet not in _LATEST:
        return [table.c.row]
    day = table.c[_LATEST[sheet]]
    return [day.is_(None), day.desc(), table.c.row]


def _line(sheet: str, row: sa.RowMapping, *, mixed: bool) -> RecordLine:
    start, end = _dates(sheet, row)
    return RecordLine(
        sheet=sheet,
        id=row["id"],
        title=row[_TITLES.get(sheet, "title")],
        kind=row[_KINDS[sheet]],
        status=row.get("status") or row.get("membership"),
        start=start,
        end=end,
        people=row.get("heads"),
        mixed=mixed and row.get("heads") is not None,
    )


def _dates(sheet: str, row: sa.RowMapping) -> tuple[DateSpan | None, DateSpan | None]:
    match sheet:
        case "activities":
            return span(row, "start"), span(row, "end")
        case "support":
            started = span(row, "started") or span(row, "requested")
            return started or span(row, "completed"), span(row, "completed")
        case "cities":
            return span(row, "joined"), None
        case _:
            return span(row, "date"), None

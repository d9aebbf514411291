"""Records as single lines: what, when, and for people how many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema
from data.dates import DateSpan
from data.reference import span


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One record; `kind` is a value of its sheet's own list, `people` its usable head-count."""

    sheet: str
    id: str
    title: str
    kind: str
    status: str | None
    start: DateSpan | None
    end: DateSpan | None
    people: int | None = None


_TITLES = {"cities": "name"}
_KINDS = {"activities": "kind", "cities": "country", "support": "status", "outputs": "kind"}
_LATEST = {"activities": "first_day", "support": "first_day", "outputs": "first_day"}


def read_lines(
    connection: sa.Connection,
    sheet: str,
    ids: sa.Select[Any],
    most: int,
    people: sa.Subquery | None = None,
    *,
    mayors: bool = False,
) -> tuple[RecordLine, ...]:
    """Read the latest records of a sheet, undated ones last; `people` has a row an activity."""
    table = schema.metadata.tables[sheet]
    query = sa.select(table).where(table.c.id.in_(ids)).order_by(*_order(table, sheet)).limit(most)
    if people is not None:
        heads = people.c.mayor_people if mayors else people.c.all_people
        query = query.add_columns(heads.label("heads")).join_from(
            table, people, people.c.activity == table.c.row, isouter=True
        )
    return tuple(_line(sheet, row) for row in connection.execute(query).mappings())


def _order(table: sa.Table, sheet: str) -> list[sa.ColumnElement[Any]]:
    if sheet not in _LATEST:
        return [table.c.row]
    day = table.c[_LATEST[sheet]]
    return [day.is_(None), day.desc(), table.c.row]


def _line(sheet: str, row: sa.RowMapping) -> RecordLine:
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

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

    `mixed`: the head-count does not tell the people asked for from the others. `funders` are ids.
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
    funders: tuple[str, ...] = ()


_TITLES = {"cities": "name"}
_KINDS = {"activities": "kind", "cities": "country", "support": "status", "outputs": "kind"}
_LATEST = {"activities": "first_day", "support": "first_day", "outputs": "first_day"}


def read_lines(
    connection: sa.Connection,
    sheet: str,
    ids: Sequence[str],
    people: sa.ColumnElement[int] | None = None,
    *,
    mixed: bool = False,
) -> tuple[RecordLine, ...]:
    """Read some records of a sheet, the latest first, undated ones last.

    `people` is a column of a subquery with a row an activity.
    """
    table = schema.metadata.tables[sheet]
    query = sa.select(table).where(table.c.id.in_(ids)).order_by(*_latest_first(table, sheet))
    rows = connection.execute(query).mappings().all()
    heads = _heads(connection, people, [row["row"] for row in rows])
    funders = _funders(connection, sheet, ids)
    return tuple(
        _line(sheet, row, heads.get(row["row"]), funders.get(row["id"], ()), mixed=mixed)
        for row in rows
    )


def _funders(
    connection: sa.Connection, sheet: str, ids: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    table = schema.LINKS.get((sheet, "funders"))
    if table is None or not ids:
        return {}
    links, found = table.c, dict[str, tuple[str, ...]]()
    query = sa.select(links.record, links.value).where(links.record.in_(ids))
    for record, value in connection.execute(query.order_by(links.record, links.place)):
        found[record] = (*found.get(record, ()), value)
    return found


def _heads(
    connection: sa.Connection, people: sa.ColumnElement[int] | None, activities: Sequence[int]
) -> dict[int, int]:
    if people is None or not activities:
        return {}
    activity = people.table.c.activity
    query = sa.select(activity, people).where(activity.in_(activities), people.is_not(None))
    return {row[0]: row[1] for row in connection.execute(query)}


def _latest_first(table: sa.Table, sheet: str) -> list[sa.ColumnElement[Any]]:
    if sheet not in _LATEST:
        return [table.c.row]
    day = table.c[_LATEST[sheet]]
    return [day.is_(None), day.desc(), table.c.row]


def _line(
    sheet: str,
    row: sa.RowMapping,
    people: int | None,
    funders: tuple[str, ...],
    *,
    mixed: bool,
) -> RecordLine:
    start, end = _dates(sheet, row)
    return RecordLine(
        sheet=sheet,
        id=row["id"],
        title=row[_TITLES.get(sheet, "title")],
        kind=row[_KINDS[sheet]],
        status=row.get("status") or row.get("membership"),
        start=start,
        end=end,
        people=people,
        mixed=mixed and people is not None,
        funders=funders,
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

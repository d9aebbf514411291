"""The sources behind the records that a figure counted, and how old the oldest is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting.rules import Question
from data.details import Source, read_source
from data.evidence.asked import AskedFigure
from data.evidence.records import candidates_of, record_ids, sheet_of

FEW = 500
"""Up to so many counted records all are read for their sources."""


@dataclass(frozen=True, slots=True)
class SourceAge:
    """The sources behind the counted records: their number, and the oldest of them."""

    sources: int
    oldest: Source | None


def read_source_age(
    question: Question, asked: AskedFigure, counted: int, *, of_head_counts: bool
) -> SourceAge:
    """Read the sources of the counted records, and for people those of their head-counts.

    `counted` is the number of these records: where they are many, each source finds one at once.
    """
    named = _named_by_many if counted > FEW else _named_by_few
    table = schema.sources
    behind = sa.select(table, sa.func.count().over().label("number")).where(
        named(question, asked, of_head_counts=of_head_counts)
    )
    latest = (table.c.published_first.is_(None), table.c.published_first, table.c.row)
    oldest = question.connection.execute(behind.order_by(*latest).limit(1)).mappings()
    row = oldest.one_or_none()
    return SourceAge(
        sources=row["number"] if row else 0,
        oldest=read_source(row) if row and row["published_first"] else None,
    )


def _named_by_few(
    question: Question, asked: AskedFigure, *, of_head_counts: bool
) -> sa.ColumnElement[bool]:
    """Whether a source is among those that the counted records name, all read."""
    counted = record_ids(question, asked).cte().prefix_with("MATERIALIZED")
    links = schema.LINKS[sheet_of(asked), "sources"].c
    named: Any = sa.select(links.value).join_from(
        counted, schema.LINKS[sheet_of(asked), "sources"], links.record == counted.c.id
    )
    if of_head_counts:
        named = named.union(_of_head_counts(counted))
    return schema.sources.c.id.in_(sa.select(named.cte().c.value))


def _named_by_many(
    question: Question, asked: AskedFigure, *, of_head_counts: bool
) -> sa.ColumnElement[bool]:
    """Whether one of the counted records names a source: the first that is found is enough."""
    counted = candidates_of(question, asked).c
    links = schema.LINKS[sheet_of(asked), "sources"].c
    own = _names(links.value, links.record == counted.id, counted.reason.is_(None))
    if not of_head_counts:
        return own
    again = candidates_of(question, asked).c
    row, rows = schema.attendance.c, schema.LINKS["attendance", "sources"].c
    return own | _names(
        rows.value,
        rows.record == row.row,
        row.scope == "region",
        again.id == row.activity,
        again.reason.is_(None),
    )


def _names(source: sa.Column[str], *conditions: sa.ColumnElement[bool]) -> sa.Exists:
    return sa.exists().where(source == schema.sources.c.id, *conditions).correlate(schema.sources)


def _of_head_counts(counted: sa.CTE) -> sa.Select[tuple[str]]:
    row, links = schema.attendance.c, schema.LINKS["attendance", "sources"].c
    return (
        sa.select(links.value)
        .join_from(counted, schema.attendance, row.activity == counted.c.id)
        .join(schema.LINKS["attendance", "sources"], links.record == row.row)
        .where(row.scope == "region")
    )

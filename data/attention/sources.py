"""Sources that nobody can open, and the records that rest on such sources alone."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from data import schema
from data.counting.rules import Question
from data.dates import DateSpan
from data.quality import approved
from data.quality_selection import selects
from data.reference import span

RESTING_SHEETS = (
    "activities",
    "support",
    "cities",
    "needs",
    "practices",
    "voices",
    "outputs",
    "published_figures",
)
"""The sheets that a filter selects of and whose records name sources."""


@dataclass(frozen=True, slots=True)
class ClosedSource:
    """A source without an address."""

    id: str
    title: str
    publisher: str | None
    published: DateSpan | None


@dataclass(frozen=True, slots=True)
class Sources:
    """Sources without an address, of all that are loaded; the first by name, all by number.

    `resting` are the records of a filter by sheet that name sources, none of which has an address.
    """

    all: int
    closed: int
    first: tuple[ClosedSource, ...]
    resting: tuple[tuple[str, int], ...]


def is_closed() -> sa.ColumnElement[bool]:
    """Whether a source has no address, as a condition on the sheet of sources."""
    return sa.func.coalesce(schema.sources.c.url, "") == ""


def rests_on_closed(sheet: str) -> sa.ColumnElement[bool]:
    """Whether a record names sources, none of which can be opened: a condition on its sheet."""
    links, key = schema.LINKS[sheet, "sources"].c, schema.metadata.tables[sheet].c.id
    closed = sa.select(schema.sources.c.id).where(is_closed())
    other = schema.LINKS[sheet, "sources"].alias("other").c
    open_beside = sa.exists().where(other.record == links.record, other.value.not_in(closed))
    resting = sa.select(links.record).where(links.value.in_(closed), ~open_beside)
    return approved(sheet) & key.in_(resting)


def read_sources(question: Question, most: int) -> Sources:
    """Read the sources without an address, and count what rests on them alone."""
    closed = sa.func.coalesce(sa.func.sum(sa.case((is_closed(), 1), else_=0)), 0)
    query = sa.select(sa.func.count(), closed).select_from(schema.sources)
    number, none_open = question.connection.execute(query).one()
    return Sources(
        all=number,
        closed=int(none_open),
        first=_first(question, most) if none_open else (),
        resting=_resting(question) if none_open else (),
    )


def _first(question: Question, most: int) -> tuple[ClosedSource, ...]:
    column = schema.sources.c
    query = sa.select(schema.sources).where(is_closed()).order_by(column.row).limit(most)
    return tuple(
        ClosedSource(row["id"], row["title"], row["publisher"], span(row, "published"))
        for row in question.connection.execute(query).mappings()
    )


def _resting(question: Question) -> tuple[tuple[str, int], ...]:
    numbers = [
        sa.select(sa.func.count())
        .select_from(schema.metadata.tables[sheet])
        .where(*selects(sheet, question.filters), rests_on_closed(sheet))
        .scalar_subquery()
        .label(sheet)
        for sheet in RESTING_SHEETS
    ]
    found = question.connection.execute(sa.select(*numbers)).one()
    return tuple(pair for pair in zip(RESTING_SHEETS, found, strict=True) if pair[1])

"""What the evidence panel says: a figure, the records behind it, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import people as heads
from data.counting.rules import Question, left_out
from data.details import Source
from data.evidence.asked import AskedFigure
from data.evidence.lines import RecordLine, read_lines
from data.evidence.records import record_ids, sheet_of
from data.figures import Figure, Reason
from data.reference import span

MOST_COUNTED = 25
MOST_LEFT_OUT = 12
_PEOPLE_RULES = ("attendances", "people-engaged", "mayors-engaged", "women-share")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The records left out for one reason: how many, and the first of them."""

    reason: str
    number: int
    records: tuple[RecordLine, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Attendances and the different people behind them, where people are listed one by one."""

    attendances: int
    people: int


@dataclass(frozen=True, slots=True)
class SourceAge:
    """The sources behind the counted records: their number, the oldest, and records without."""

    sources: int
    undated: int
    oldest: Source | None
    records_without: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure explained; `counted` are the first records of `figure.count.counted`.

    `published_sources` gives each published figure's sources, by the figure's id.
    """

    asked: AskedFigure
    figure: Figure
    sheet: str
    counted: tuple[RecordLine, ...]
    left_out: tuple[LeftOut, ...]
    overlap: Overlap | None
    sources: SourceAge
    published_sources: dict[str, tuple[Source, ...]]


def explain(question: Question, asked: AskedFigure, figure: Figure) -> Explanation:
    """Explain a figure that was counted for the same question."""
    sheet = sheet_of(asked)
    reasons = left_out(question, asked.indicator)
    return Explanation(
        asked=asked,
        figure=figure,
        sheet=sheet,
        counted=_lines(question, asked, None, MOST_COUNTED),
        left_out=tuple(
            LeftOut(reason, number, _lines(question, asked, reason, MOST_LEFT_OUT))
            for reason, number in sorted(reasons.items(), key=lambda item: -item[1])
        ),
        overlap=_overlap(question, asked),
        sources=_source_age(question, asked, sheet),
        published_sources=_published_sources(question, figure),
    )


def _lines(
    question: Question, asked: AskedFigure, reason: str | None, most: int
) -> tuple[RecordLine, ...]:
    if asked.indicator.rule == "published":
        return ()
    people = _heads(question, asked, reason)
    mixed = reason is not None
    ids = record_ids(question, asked, reason)
    return read_lines(question.connection, sheet_of(asked), ids, most, people, mixed=mixed)


def _heads(
    question: Question, asked: AskedFigure, reason: str | None
) -> sa.ColumnElement[int] | None:
    """The people of each activity; where mayors are not told apart, all that were counted."""
    rule = asked.indicator.rule
    if rule not in _PEOPLE_RULES:
        return None
    if reason is None:
        each = heads.per_activity(question.filters).c
        return each.mayor_people if rule == "mayors-engaged" else each.all_people
    if rule == "mayors-engaged" and reason == Reason.NO_HEAD_COUNT:
        return heads.per_activity(question.filters).c.all_people
    return None


def _overlap(question: Question, asked: AskedFigure) -> Overlap | None:
    """Say how often people came, where every counted activity lists its people one by one."""
    if asked.indicator.rule not in ("attendances", "people-engaged"):
        return None
    everyone = question.people.everyone
    if everyone.head_counts or not everyone.distinct:
        return None
    return Overlap(everyone.people, everyone.distinct)


def _source_age(question: Question, asked: AskedFigure, sheet: str) -> SourceAge:
    """Read the sources of the counted records, and of their head-counts for people."""
    ids = record_ids(question, asked).subquery("counted")
    links = schema.LINKS[sheet, "sources"].c
    named: Any = sa.select(links.value).where(links.record.in_(sa.select(ids.c.id)))
    if asked.indicator.rule in _PEOPLE_RULES:
        named = named.union(_of_head_counts(ids))
    table, used = schema.sources, named.subquery("used")
    behind = sa.select(table).where(table.c.id.in_(sa.select(used.c.value))).subquery("behind")
    numbers = sa.select(sa.func.count(), sa.func.count(behind.c.published_first))
    sources, dated = question.connection.execute(numbers).one()
    oldest = sa.select(behind).where(behind.c.published_first.is_not(None))
    row = question.connection.execute(
        oldest.order_by(behind.c.published_first, behind.c.id).limit(1)
    ).mappings()
    first = row.one_or_none()
    without = sa.select(sa.func.count()).where(
        ids.c.id.not_in(sa.select(links.record).where(links.record.is_not(None)))
    )
    return SourceAge(
        sources=sources,
        undated=sources - dated,
        oldest=_source(first) if first else None,
        records_without=question.connection.scalar(without) or 0,
    )


def _of_head_counts(ids: sa.Subquery) -> sa.Select[tuple[str]]:
    row, links = schema.attendance.c, schema.LINKS["attendance", "sources"].c
    return sa.select(links.value).where(
        links.record.in_(
            sa.select(row.row).where(row.activity.in_(sa.select(ids.c.id)), row.scope == "region")
        )
    )


def _published_sources(question: Question, figure: Figure) -> dict[str, tuple[Source, ...]]:
    keys = {key for item in figure.published for key in item.sources}
    if not keys:
        return {}
    query = sa.select(schema.sources).where(schema.sources.c.id.in_(keys))
    known = {row["id"]: _source(row) for row in question.connection.execute(query).mappings()}
    return {item.id: _in_order(known, item.sources) for item in figure.published}


def _in_order(known: dict[str, Source], keys: Sequence[str]) -> tuple[Source, ...]:
    return tuple(known[key] for key in keys)


def _source(row: sa.RowMapping) -> Source:
    return Source(row["id"], row["title"], row["publisher"], row["url"], span(row, "published"))

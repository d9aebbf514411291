"""What the evidence panel says: a figure, the records behind it, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa

from data.counting import people as heads
from data.counting.rules import Question
from data.counting.withholding import office_holders_shown
from data.details import Source, read_sources
from data.evidence.asked import AskedFigure
from data.evidence.lines import RecordLine, read_lines
from data.evidence.records import evidence_of, sheet_of
from data.evidence.source_age import SourceAge, read_source_age
from data.figures import Count, Figure, Reason

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
    groups = _groups(question, asked)
    counted = groups.pop(None, _Group(0, []))
    return Explanation(
        asked=asked,
        figure=replace(figure, count=_with_left_out(figure.count, groups)),
        sheet=sheet_of(asked),
        counted=_lines(question, asked, None, counted.first),
        left_out=tuple(
            LeftOut(str(reason), group.number, _lines(question, asked, reason, group.first))
            for reason, group in sorted(groups.items(), key=lambda item: -item[1].number)
        ),
        overlap=_overlap(question, asked),
        sources=read_source_age(question, asked, of_head_counts=_is_about_people(asked)),
        published_sources=_published_sources(question, figure),
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """Records with one reason: how many, and the ids of the last in the workbook."""

    number: int
    first: list[str]


def _groups(question: Question, asked: AskedFigure) -> dict[str | None, _Group]:
    """Read the candidates by reason, None = counted, in one statement."""
    evidence = evidence_of(question, asked)
    place = sa.func.row_number().over(
        partition_by=evidence.c.reason, order_by=evidence.c.row.desc()
    )
    number = sa.func.count().over(partition_by=evidence.c.reason)
    ranked = sa.select(
        evidence.c.id, evidence.c.reason, place.label("place"), number.label("number")
    ).subquery("ranked")
    most = sa.case((ranked.c.reason.is_(None), MOST_COUNTED), else_=MOST_LEFT_OUT)
    query = sa.select(ranked.c.reason, ranked.c.number, ranked.c.id).where(ranked.c.place <= most)
    groups: dict[str | None, _Group] = {}
    for reason, records, key in question.connection.execute(query):
        groups.setdefault(reason, _Group(records, [])).first.append(key)
    return groups


def _with_left_out(count: Count, groups: dict[str | None, _Group]) -> Count:
    left_out = {str(reason): group.number for reason, group in groups.items()}
    return replace(count, left_out=left_out)


def _is_about_people(asked: AskedFigure) -> bool:
    return asked.indicator.rule in _PEOPLE_RULES


def _lines(
    question: Question, asked: AskedFigure, reason: str | None, keys: Sequence[str]
) -> tuple[RecordLine, ...]:
    people, mixed = _heads(question, asked, reason), reason is not None
    if mixed and people is not None:
        keys = _with_people_first(question, asked, reason, people, keys)
    return read_lines(question.connection, sheet_of(asked), keys, people, mixed=mixed)


def _with_people_first(
    question: Question,
    asked: AskedFigure,
    reason: str | None,
    people: sa.ColumnElement[int],
    keys: Sequence[str],
) -> Sequence[str]:
    """Choose the records with a head-count first, wherever they stand in time."""
    evidence = evidence_of(question, asked)
    counted = sa.select(people.table.c.activity).where(people.is_not(None))
    query = (
        sa.select(evidence.c.id)
        .where(evidence.c.reason == reason, evidence.c.row.in_(counted))
        .order_by(evidence.c.row.desc())
        .limit(MOST_LEFT_OUT)
    )
    first = question.connection.scalars(query).all()
    return list(dict.fromkeys([*first, *keys]))[:MOST_LEFT_OUT]


def _heads(
    question: Question, asked: AskedFigure, reason: str | None
) -> sa.ColumnElement[int] | None:
    """The people of each activity; where mayors are not told apart, all that were counted."""
    rule = asked.indicator.rule
    if rule not in _PEOPLE_RULES:
        return None
    if reason is None:
        each = heads.per_activity(question.filters)
        if rule == "mayors-engaged":
            return office_holders_shown(each, question.small_numbers)
        return each.c.all_people
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


def _published_sources(question: Question, figure: Figure) -> dict[str, tuple[Source, ...]]:
    known = read_sources(
        question.connection, {key for item in figure.published for key in item.sources}
    )
    return {item.id: tuple(known[key] for key in item.sources) for item in figure.published}

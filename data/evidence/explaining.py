"""What the evidence panel says: a figure, the records behind it, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa

from data import schema
from data.counting import people as heads
from data.counting.rules import Question
from data.counting.withholding import office_holders_shown
from data.details import Source, read_sources
from data.evidence.asked import AskedFigure
from data.evidence.groups import LATEST, MOST_LEFT_OUT, Group, Groups, read_groups
from data.evidence.lines import RecordLine, read_lines
from data.evidence.records import candidates_of, sheet_of
from data.evidence.source_age import SourceAge, read_source_age
from data.figures import Count, Figure, Reason

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
    groups = read_groups(question, asked)
    counted = groups.pop(None, Group(0))
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
        sources=read_source_age(
            question, asked, counted.number, of_head_counts=_is_about_people(asked)
        ),
        published_sources=_published_sources(question, figure),
    )


def _with_left_out(count: Count, groups: Groups) -> Count:
    left_out = {str(reason): group.number for reason, group in groups.items()}
    return replace(count, left_out=left_out)


def _is_about_people(asked: AskedFigure) -> bool:
    return asked.indicator.rule in _PEOPLE_RULES


def _lines(
    question: Question, asked: AskedFigure, reason: str | None, keys: Sequence[str]
) -> tuple[RecordLine, ...]:
    if _is_mixed(asked, reason):
        keys = _with_people_first(question, asked, keys)
    people = _heads(question, asked, reason, keys)
    mixed = reason is not None
    return read_lines(question.connection, sheet_of(asked), keys, people, mixed=mixed)


def _is_mixed(asked: AskedFigure, reason: str | None) -> bool:
    """Whether records have head-counts that do not tell mayors from others."""
    return asked.indicator.rule == "mayors-engaged" and reason == Reason.NO_HEAD_COUNT


def _with_people_first(
    question: Question, asked: AskedFigure, keys: Sequence[str]
) -> Sequence[str]:
    """Choose the records with a head-count first, wherever they stand in time."""
    candidates, facts = candidates_of(question, asked), schema.activity_facts
    query = (
        sa.select(candidates.c.id)
        .join(facts, facts.c.id == candidates.c.id)
        .where(candidates.c.reason == str(Reason.NO_HEAD_COUNT), facts.c.listed.is_not(None))
        .order_by(candidates.c.row.desc())
        .limit(MOST_LEFT_OUT)
    )
    last = question.connection.scalar(sa.select(sa.func.max(facts.c.activity))) or 0
    first = question.connection.scalars(query.where(candidates.c.row > last - LATEST)).all()
    if len(first) < MOST_LEFT_OUT:
        first = question.connection.scalars(query).all()
    return list(dict.fromkeys([*first, *keys]))[:MOST_LEFT_OUT]


def _heads(
    question: Question, asked: AskedFigure, reason: str | None, keys: Sequence[str]
) -> sa.ColumnElement[int] | None:
    """The people of each activity; where mayors are not told apart, all that were counted."""
    rule = asked.indicator.rule
    if rule not in _PEOPLE_RULES or not (reason is None or _is_mixed(asked, reason)):
        return None
    each = heads.per_activity(question.filters, keys)
    if reason is None and rule == "mayors-engaged":
        return office_holders_shown(each, question.small_numbers)
    return each.c.all_people


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

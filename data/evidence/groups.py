"""The candidates of a figure by reason: how many, and the last of them in the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from data.counting.rules import Question
from data.evidence.asked import AskedFigure
from data.evidence.records import candidates_of, evidence_of

MOST_COUNTED = 25
MOST_LEFT_OUT = 12
LATEST = 3_000
"""So many rows of a sheet are looked through first: most reasons have enough records there."""


@dataclass(slots=True)
class Group:
    """Records with one reason, None = counted: how many, and the ids of the last."""

    number: int
    first: list[str] = field(default_factory=list)


Groups = dict[str | None, Group]


def read_groups(question: Question, asked: AskedFigure) -> Groups:
    """Count the candidates by reason, and read the last of each."""
    candidates = candidates_of(question, asked)
    reason, row = candidates.c.reason, candidates.c.row
    counts = sa.select(reason, sa.func.count(), sa.func.max(row)).group_by(reason)
    counted = question.connection.execute(counts).all()
    groups: Groups = {name: Group(int(number)) for name, number, _ in counted}
    last = max((int(each[2]) for each in counted), default=0)
    if last > LATEST:
        _read_latest(question, candidates, groups, last - LATEST)
    _read_the_rest(question, asked, groups)
    return groups


def _read_latest(question: Question, candidates: sa.Subquery, groups: Groups, after: int) -> None:
    """Read the last of each reason among the last rows of the sheet."""
    query = (
        sa.select(candidates.c.reason, candidates.c.id)
        .where(candidates.c.row > after)
        .order_by(candidates.c.row.desc())
    )
    for reason, key in question.connection.execute(query):
        group = groups[reason]
        if len(group.first) < _most(reason):
            group.first.append(key)


def _read_the_rest(question: Question, asked: AskedFigure, groups: Groups) -> None:
    """Read the last of those reasons of which too few were among the last rows."""
    wanting = [
        reason
        for reason, group in groups.items()
        if len(group.first) < min(group.number, _most(reason))
    ]
    for reason in wanting:
        groups[reason].first.clear()
    if wanting:
        for reason, key in question.connection.execute(_ranked(question, asked, wanting)):
            groups[reason].first.append(key)


def _ranked(
    question: Question, asked: AskedFigure, wanting: Sequence[str | None]
) -> sa.Select[Any]:
    evidence = evidence_of(question, asked)
    reason = evidence.c.reason
    chosen = [reason == name if name is not None else reason.is_(None) for name in wanting]
    place = sa.func.row_number().over(partition_by=reason, order_by=evidence.c.row.desc())
    ranked = (
        sa.select(evidence.c.id, reason, place.label("place"))
        .where(sa.or_(*chosen))
        .subquery("ranked")
    )
    most = sa.case((ranked.c.reason.is_(None), MOST_COUNTED), else_=MOST_LEFT_OUT)
    return (
        sa.select(ranked.c.reason, ranked.c.id)
        .where(ranked.c.place <= most)
        .order_by(ranked.c.place)
    )


def _most(reason: str | None) -> int:
    return MOST_COUNTED if reason is None else MOST_LEFT_OUT

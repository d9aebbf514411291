"""How long support waits that was asked for and has not begun."""

from __future__ import annotations

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.support.shapes import Age
from data.support.stages import AGE_CLASSES, ASKED, NO_DATE, is_past_due, is_vague

_SUPPORT = schema.support.c


def read_ages(question: Question) -> tuple[Age, ...]:
    """Count what waits by the days since its request, every class, then what has no date."""
    known = [(item.condition(question.as_of), item.name) for item in AGE_CLASSES]
    undated = (_SUPPORT.requested_last.is_(None), NO_DATE)
    name = sa.case(undated, *known, else_=NO_DATE).label("age")
    query = pick.selected(
        pick.SUPPORT,
        question.filters,
        name,
        sa.func.count(),
        _sum(is_past_due(question.as_of)),
        _sum(is_vague()),
        statuses=ASKED,
    ).group_by(name)
    found = {row[0]: Age(row[0], *map(int, row[1:])) for row in question.connection.execute(query)}
    names = (*(item.name for item in AGE_CLASSES), NO_DATE)
    return tuple(found.get(name, Age(name, 0, 0, 0)) for name in names)


def _sum(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.sum(sa.case((condition, 1), else_=0))

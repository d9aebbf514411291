"""Support records one by one: few of them, each with its dates as precise as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.reference import span
from data.support.shapes import SupportCourse, SupportLine
from data.support.stages import ASKED

MOST_COURSES = 25
"""So many support records are shown one by one; more of them by their numbers."""

MOST_LINES = 5
_SUPPORT = schema.support.c
_DATES = ("requested", "started", "completed", "due")
_PLAIN = ("id", "title", "status", "beneficiary")
_COLUMNS = (
    *(_SUPPORT[name] for name in _PLAIN),
    *(_SUPPORT[f"{name}_{end}"] for name in _DATES for end in ("first", "last", "precision")),
)


def latest_first() -> tuple[sa.ColumnElement[Any], ...]:
    """The order of a list of support: by its own date, the latest first, the undated last."""
    return _SUPPORT.first_day.is_(None), _SUPPORT.first_day.desc(), _SUPPORT.row


def read_courses(question: Question) -> tuple[SupportCourse, ...]:
    """Read every selected support, the latest first; to be asked of few only."""
    query = pick.selected(pick.SUPPORT, question.filters, *_COLUMNS).order_by(*latest_first())
    return _courses(question, query)


def read_longest_waiting(question: Question) -> tuple[SupportCourse, ...]:
    """Read those of the selected support that were asked for longest ago and have not begun."""
    query = pick.selected(pick.SUPPORT, question.filters, *_COLUMNS, statuses=ASKED)
    query = query.where(_SUPPORT.requested_last.is_not(None))
    return _courses(
        question, query.order_by(_SUPPORT.requested_last, _SUPPORT.row).limit(MOST_LINES)
    )


def read_undated(question: Question, statuses: Sequence[str]) -> tuple[SupportLine, ...]:
    """Read the first of the selected support without any date, in the workbook's order."""
    query = pick.selected(
        pick.SUPPORT, question.filters, _SUPPORT.id, _SUPPORT.title, statuses=statuses
    ).where(_SUPPORT.first_day.is_(None))
    found = question.connection.execute(query.order_by(_SUPPORT.row).limit(MOST_LINES))
    return tuple(SupportLine(*row) for row in found)


def _courses(question: Question, query: sa.Select[Any]) -> tuple[SupportCourse, ...]:
    return tuple(_course(row) for row in question.connection.execute(query).mappings())


def _course(row: sa.RowMapping) -> SupportCourse:
    dates: dict[str, Any] = {name: span(row, name) for name in _DATES}
    return SupportCourse(**{name: row[name] for name in _PLAIN}, **dates)

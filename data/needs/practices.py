"""Reads the practices that cities share: the first of them, and how many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.needs.linked import linked
from data.needs.shapes import Linked, Practice
from data.quality_selection import PARTS

PRACTICES = 12
"""So many practices are read; the others are in their list."""
ACTIVITIES = 3
"""So many activities of a practice are read."""

_NEEDS, _PRACTICES = schema.needs.c, schema.practices.c
_THEMES, _SHARED_AT = schema.LINKS["practices", "themes"].c, schema.LINKS["practices", "activities"]


def read_practice_numbers(question: Question) -> tuple[int, int]:
    """Count the selected practices, and those among them that were never shared."""
    unshared = sa.case((~is_shared(), 1), else_=0)
    query = _selected(question, sa.func.count(), sa.func.coalesce(sa.func.sum(unshared), 0))
    number, without = question.connection.execute(query).one()
    return number, int(without)


def is_shared() -> sa.ColumnElement[bool]:
    """Whether a practice was shared at an approved activity."""
    activity = schema.activities.c
    shared = sa.select(_SHARED_AT.c.record).join(
        schema.activities, activity.id == _SHARED_AT.c.value
    )
    return _PRACTICES.id.in_(shared.where(activity.review == "approved"))


def read_practices(question: Question) -> tuple[Practice, ...]:
    """Read the first practices: those that share a theme with most unanswered needs come first."""
    connection = question.connection
    rows = connection.execute(_first(question)).mappings().all()
    ids = [row["id"] for row in rows]
    themes, shared = _themes(connection, ids), _shared(connection, ids)
    return tuple(
        Practice(
            *(row["id"], row["title"], row["city"]),
            themes=tuple(themes[row["id"]]),
            summary=row["summary"],
            activities=tuple(activity for _, activity in shared[row["id"]]),
            shared=max((number for number, _ in shared[row["id"]]), default=0),
            unanswered=int(row["unanswered"]),
        )
        for row in rows
    )


def _selected(question: Question, *columns: Any) -> sa.Select[Any]:
    return pick.selected(PARTS["practices"], question.filters, *columns)


def _first(question: Question) -> sa.Select[Any]:
    unanswered = _unanswered_by_practice(question)
    number = sa.func.coalesce(unanswered.c.number, 0).label("unanswered")
    return (
        _selected(question, schema.practices, number)
        .outerjoin_from(schema.practices, unanswered, unanswered.c.practice == _PRACTICES.id)
        .order_by(number.desc(), _PRACTICES.row)
        .limit(PRACTICES)
    )


def _unanswered_by_practice(question: Question) -> sa.Subquery:
    """Count the selected needs without an answer that share a theme; a need has one theme."""
    answers = schema.need_answers.c
    of_theme = (
        pick.selected(
            PARTS["needs"], question.filters, _NEEDS.theme, sa.func.count().label("number")
        )
        .join_from(schema.needs, schema.need_answers, answers.need == _NEEDS.id)
        .where(answers.answer == "none")
        .group_by(_NEEDS.theme)
        .subquery("unanswered_of_theme")
    )
    return (
        sa.select(_THEMES.record.label("practice"), sa.func.sum(of_theme.c.number).label("number"))
        .join(of_theme, of_theme.c.theme == _THEMES.value)
        .group_by(_THEMES.record)
        .subquery("unanswered")
    )


def _themes(connection: sa.Connection, ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    query = sa.select(_THEMES.record, _THEMES.value).where(_THEMES.record.in_(ids))
    for practice, theme in connection.execute(query.order_by(_THEMES.record, _THEMES.place)):
        found[practice].append(theme)
    return found


def _shared(connection: sa.Connection, ids: Sequence[str]) -> dict[str, list[tuple[int, Linked]]]:
    """Read the first approved activities of each practice, with how many there are."""
    link, activity = _SHARED_AT.c, schema.activities.c
    ranked = (
        sa.select(
            link.record,
            link.value,
            sa.func.count().over(partition_by=link.record).label("number"),
            sa.func.row_number().over(partition_by=link.record, order_by=link.place).label("rank"),
        )
        .join(schema.activities, activity.id == link.value)
        .where(link.record.in_(ids), activity.review == "approved")
        .subquery("ranked")
    )
    query = sa.select(schema.activities, ranked).join(ranked, ranked.c.value == activity.id)
    found: dict[str, list[tuple[int, Linked]]] = defaultdict(list)
    chosen = query.where(ranked.c.rank <= ACTIVITIES).order_by(ranked.c.record, ranked.c.rank)
    for row in connection.execute(chosen).mappings():
        found[row["record"]].append((row["number"], linked("activities", row)))
    return found

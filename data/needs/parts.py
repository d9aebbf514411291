"""The properties by which needs and practices are told apart, and the records that answer one."""

from __future__ import annotations

import re
from collections.abc import Callable

import sqlalchemy as sa

from data import schema, values
from data.counting.rules import Question
from data.needs.answers import Raised, arose_from, may_answer, raised_of
from data.needs.practices import is_shared
from data.records.parts import NONE, Condition, PartRule, PartRules, by_link, by_value
from data.reference import Reference

_NEEDS, _THEMES, _ANSWERS = schema.needs.c, schema.themes.c, schema.need_answers.c
_PRACTICE_THEMES = schema.LINKS["practices", "themes"].c
_SHARED_AT = schema.LINKS["practices", "activities"].c
_ID = re.compile(r"[a-z0-9-]+", re.ASCII)
SHARED, UNSHARED = "yes", "no"


def _theme_or_none(value: str, reference: Reference) -> bool:
    return value == NONE or value in reference.vocabulary.themes


def _record(value: str, _: Reference) -> bool:
    """Whether a value may be the id of a record; which records there are is not in memory."""
    return _ID.fullmatch(value) is not None


def _theme(_: Question, value: str) -> Condition:
    return _NEEDS.theme.is_(None) if value == NONE else _NEEDS.theme == value


def _priority(question: Question, value: str) -> Condition:
    """The needs of a priority, named by one of its themes; `none` = of no theme."""
    if value == NONE:
        return _theme(question, value)
    named = schema.themes.alias("named_theme").c
    stated = sa.select(sa.func.coalesce(named.priority, "")).where(named.id == value)
    shares = sa.func.coalesce(_THEMES.priority, "") == stated.scalar_subquery()
    return _NEEDS.theme.in_(sa.select(_THEMES.id).where(shares))


def _answer(_: Question, value: str) -> Condition:
    return _NEEDS.id.in_(sa.select(_ANSWERS.need).where(_ANSWERS.answer == value))


def _shares_theme(_: Question, practice: str) -> Condition:
    on_themes = sa.select(_PRACTICE_THEMES.value).where(_PRACTICE_THEMES.record == practice)
    return sa.func.coalesce(_NEEDS.theme, "").in_(on_themes)


def _shared(_: Question, value: str) -> Condition:
    return is_shared() if value == SHARED else ~is_shared()


def _of_need(condition: Callable[[Raised], Condition]) -> PartRule:
    """Part records by the need that they answer."""

    def found(question: Question, need: str) -> Condition:
        raised = raised_of(question.connection, need)
        return condition(raised) if raised and raised.theme else sa.false()

    return PartRule(_record, found)


PARTS: PartRules = {
    ("needs", "kind"): by_value(_NEEDS.kind, values.NEED_KINDS),
    ("needs", "status"): by_value(_NEEDS.status, values.NEED_STATUSES),
    ("needs", "theme"): PartRule(_theme_or_none, _theme),
    ("needs", "priority"): PartRule(_theme_or_none, _priority),
    ("needs", "answer"): PartRule(lambda value, _: value in values.ANSWERS, _answer),
    ("needs", "practice"): PartRule(_record, _shares_theme),
    ("practices", "theme"): by_link("practices", "themes", lambda known: known.vocabulary.themes),
    ("practices", "shared"): PartRule(lambda value, _: value in (SHARED, UNSHARED), _shared),
    ("support", "arose"): _of_need(arose_from),
    ("support", "need"): _of_need(lambda raised: may_answer("support", raised)),
    ("activities", "need"): _of_need(lambda raised: may_answer("activities", raised)),
    ("practices", "need"): _of_need(lambda raised: may_answer("practices", raised)),
    ("activities", "practice"): PartRule(
        _record,
        lambda _, practice: schema.activities.c.id.in_(
            sa.select(_SHARED_AT.value).where(_SHARED_AT.record == practice)
        ),
    ),
}

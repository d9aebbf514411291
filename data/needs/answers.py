"""What answers a need, set against the whole record whatever a filter selects.

It is *recorded* where the need's status says so, or where approved support that was not declined
arose from the activity at which the need was raised and shares its theme. It is *possible* where
support, a practice or a later activity shares its theme and place: support that ended before the
need was raised does not count, and an activity counts only if it is known to have begun after
that. A need is raised on its own date and at its activity; its place is its city, else its
country, else the region. One without a theme can be matched with nothing.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import sqlalchemy as sa

from data import schema
from data.needs.located import ANSWERING, GIVEN, REGION, Condition, is_at, located

SAID_OUTRIGHT = ("being-addressed", "addressed")
_NO_DAY = "0000-00-00"


class Raised(NamedTuple):
    """What a need is matched by."""

    theme: str | None
    place: str
    began: Any
    ended: Any
    activity: str | None


def answers_of_needs() -> sa.Select[Any]:
    """Select the rows of `need_answers`: one per need."""
    asked = _asked()
    arose, repeated = _arose(asked), _repeated(asked)
    found = {sheet: _matched(asked, sheet) for sheet in ANSWERING}
    number = {name: _number(part.c.number) for name, part in (found | {"arose": arose}).items()}
    number["support"] = number["support"] - _number(repeated.c.number)
    named = sa.case((repeated.c.number.is_(None), found["support"].c.record))
    query = (
        sa.select(
            asked.c.id,
            _answer(asked, number),
            asked.c.place,
            asked.c.began,
            asked.c.ended,
            *(number["arose"], arose.c.record),
            *(number["support"], named),
            *(number["activities"], found["activities"].c.record),
            *(number["practices"], found["practices"].c.record),
        )
        .select_from(asked)
        .outerjoin(arose, arose.c.need == asked.c.id)
        .outerjoin(repeated, repeated.c.need == asked.c.id)
    )
    for part in found.values():
        query = query.outerjoin(part, part.c.need == asked.c.id)
    return query


def arose_from(raised: Raised) -> Condition:
    """Whether support arose from the activity at which a need was raised, on its theme."""
    causes, themes = schema.LINKS["support", "arose_from"].c, schema.LINKS["support", "themes"].c
    key = schema.support.c.id
    return sa.and_(
        *GIVEN,
        key.in_(sa.select(causes.record).where(causes.value == raised.activity)),
        key.in_(sa.select(themes.record).where(themes.value == raised.theme)),
    )


def may_answer(sheet: str, raised: Raised) -> Condition:
    """Whether a record of a sheet shares theme and place of a need, and comes in time."""
    answering = ANSWERING[sheet]
    themes, key = answering.themes.c, answering.table.c.id
    on_theme = key.in_(sa.select(themes.record).where(themes.value == raised.theme))
    conditions = [*answering.conditions, on_theme, is_at(answering, raised.place)]
    if sheet == "activities":
        ended = sa.literal(raised.ended, sa.Date)
        conditions.append(sa.func.coalesce(answering.day > ended, sa.false()))
    elif sheet == "support":
        conditions.append(~arose_from(raised))
        if raised.began is not None:
            conditions.append(answering.day >= raised.began)
    return sa.and_(*conditions)


def raised_of(connection: sa.Connection, need: str) -> Raised | None:
    """Read what a need is matched by; None when there is no such need."""
    needs, answers = schema.needs.c, schema.need_answers.c
    row = connection.execute(
        sa.select(needs.theme, answers.place, answers.began, answers.ended, needs.activity)
        .join_from(schema.needs, schema.need_answers, answers.need == needs.id)
        .where(needs.id == need)
    ).one_or_none()
    return Raised(*row) if row else None


def _asked() -> sa.Subquery:
    """Select each need with its place and the days in which it was raised."""
    need, activity = schema.needs.c, schema.activities.c
    later = need.raised_last.is_(None) | (activity.last_day > need.raised_last)
    place = sa.func.coalesce(need.city, need.country, sa.literal(REGION))
    return (
        sa.select(
            *(need.id, need.theme, need.status, need.activity, place.label("place")),
            sa.func.coalesce(need.raised_first, activity.first_day).label("began"),
            sa.case((later, activity.last_day), else_=need.raised_last).label("ended"),
        )
        .outerjoin_from(schema.needs, schema.activities, activity.id == need.activity)
        .subquery("asked")
    )


def _answer(asked: sa.Subquery, number: dict[str, sa.ColumnElement[int]]) -> sa.ColumnElement[str]:
    outright = asked.c.status.in_(SAID_OUTRIGHT) | (number["arose"] > 0)
    matched = number["support"] + number["activities"] + number["practices"]
    return sa.case(
        (outright, "recorded"),
        (asked.c.theme.is_(None), "no-theme"),
        (matched > 0, "possible"),
        else_="none",
    )


def _arose_pairs(asked: sa.Subquery) -> sa.Select[Any]:
    causes, themes = schema.LINKS["support", "arose_from"], schema.LINKS["support", "themes"]
    support = schema.support.c
    shares = (themes.c.record == causes.c.record) & (themes.c.value == asked.c.theme)
    return (
        sa.select(
            asked.c.id.label("need"), support.id.label("record"), support.opened_last.label("day")
        )
        .join_from(asked, causes, causes.c.value == asked.c.activity)
        .join(themes, shares)
        .join(schema.support, support.id == causes.c.record)
        .where(*GIVEN)
    )


def _arose(asked: sa.Subquery) -> sa.Subquery:
    pairs = _arose_pairs(asked).subquery("arose_pairs").c
    return (
        sa.select(pairs.need, sa.func.count().label("number"), _latest(pairs.day, pairs.record))
        .group_by(pairs.need)
        .subquery("arose")
    )


def _matched(asked: sa.Subquery, sheet: str) -> sa.Subquery:
    """Count what matches each need: first by theme, place and day, so that the join stays small."""
    records = located(sheet).c
    days = (
        sa.select(
            *(records.theme, records.place, records.day),
            sa.func.count().label("number"),
            sa.func.max(records.record).label("record"),
        )
        .where(records.day.is_not(None))
        .group_by(records.theme, records.place, records.day)
        .subquery(f"days_{sheet}")
    )
    return (
        sa.select(
            asked.c.id.label("need"),
            sa.func.sum(days.c.number).label("number"),
            _latest(days.c.day, days.c.record),
        )
        .join_from(asked, days, _shares(asked, days, sheet))
        .group_by(asked.c.id)
        .subquery(f"matched_{sheet}")
    )


def _shares(asked: sa.Subquery, found: sa.Subquery, sheet: str) -> Condition:
    shared = (found.c.theme == asked.c.theme) & (found.c.place == asked.c.place)
    if sheet == "activities":
        return shared & (found.c.day > asked.c.ended)
    return shared & (asked.c.began.is_(None) | (found.c.day >= asked.c.began))


def _repeated(asked: sa.Subquery) -> sa.Subquery:
    """Count the support that arose from the activity and shares the place as well."""
    pairs, found = _arose_pairs(asked).subquery("repeated_pairs"), located("support")
    return (
        sa.select(asked.c.id.label("need"), sa.func.count().label("number"))
        .join_from(asked, pairs, pairs.c.need == asked.c.id)
        .join(found, (found.c.record == pairs.c.record) & _shares(asked, found, "support"))
        .group_by(asked.c.id)
        .subquery("repeated")
    )


def _latest(day: sa.ColumnElement[Any], record: sa.ColumnElement[Any]) -> sa.Label[Any]:
    """The record of the latest day: the largest text of day and id, without the day."""
    days = sa.func.coalesce(sa.cast(day, sa.Text), sa.literal(_NO_DAY))
    largest = sa.func.max(days.concat(record))
    return sa.func.substr(largest, len(_NO_DAY) + 1).label("record")


def _number(column: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    return sa.cast(sa.func.coalesce(column, 0), sa.Integer)

"""The stages of a filter: how many were held and are planned, by year, and the latest of them."""

from __future__ import annotations

from collections import Counter
from typing import Any

import sqlalchemy as sa

from data import schema, values
from data.counting import selection as pick
from data.counting.rules import Question
from data.counting.slots import KINDS_A_MONTH
from data.voices.latest import read_group
from data.voices.shapes import Stage

MOST_HELD, MOST_PLANNED = 6, 2
_A_YEAR = KINDS_A_MONTH * 12
_FACTS = schema.activity_facts.c
Tally = Counter[tuple[str, str, int]]


def read_stages(question: Question) -> tuple[Stage, ...]:
    """Read international and national stages, in this order."""
    tally = _tally(question)
    return tuple(_stage(question, name, tally) for name in reversed(values.STAGES))


def _tally(question: Question) -> Tally:
    """Count the selected stages by sort, status and year; year 0 = no date."""
    query = (
        sa.select(_FACTS.stage, _FACTS.status, _FACTS.slot, sa.func.count())
        .where(*_stages(question, ("held", "planned")))
        .group_by(_FACTS.stage, _FACTS.status, _FACTS.slot)
    )
    found: Tally = Counter()
    for stage, status, slot, records in question.connection.execute(query):
        found[stage, status, slot // _A_YEAR] += records
    return found


def _stages(question: Question, statuses: tuple[str, ...]) -> list[Any]:
    chosen = pick.selected(pick.ACTIVITIES, question.filters, statuses=statuses).whereclause
    return [chosen, _FACTS.stage.is_not(None)]


def _stage(question: Question, name: str, tally: Tally) -> Stage:
    years: Counter[int | None] = Counter()
    planned = 0
    for (stage, status, year), records in tally.items():
        if stage == name and status == "held":
            years[year or None] += records
        elif stage == name:
            planned += records
    held, to_come = (_ids(question, name, status) for status in ("held", "planned"))
    return Stage(
        name=name,
        held=read_group(question, "activities", held, sum(years.values()), MOST_HELD),
        planned=read_group(question, "activities", to_come, planned, MOST_PLANNED, soonest=True),
        years=dict(sorted(years.items(), key=lambda item: -(item[0] or 0))),
    )


def _ids(question: Question, name: str, status: str) -> sa.Select[Any]:
    query = pick.selected(pick.ACTIVITIES, question.filters, _FACTS.id, statuses=(status,))
    return query.where(_FACTS.stage == name)

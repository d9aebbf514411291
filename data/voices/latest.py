"""The latest records of a selection, undated ones last."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from data.counting.rules import Question
from data.counting.slots import within_slots
from data.dates import days_before
from data.filters import ALL
from data.voices.shapes import Group

_RECENT = 184


def read_group(
    question: Question,
    sheet: str,
    query: sa.Select[Any],
    number: int,
    most: int,
    *,
    soonest: bool = False,
) -> Group:
    """Read the first of a number of records whose ids a query selects: the latest, or `soonest`."""
    if not number:
        return Group(sheet, 0, ())
    columns = query.selected_columns[0].table.c
    day, row = columns.first_day, columns.row if "row" in columns else columns.activity
    order = day.asc() if soonest else day.desc()
    ordered = query.order_by(order.nulls_last(), row).limit(most)
    # Most often the last half year is enough, and there an index finds it.
    recent = ordered.where(*_recent(question, columns))
    keys = [] if soonest else question.connection.scalars(recent).all()
    if len(keys) < min(number, most):
        keys = question.connection.scalars(ordered).all()
    return Group(sheet, number, tuple(keys))


def _recent(question: Question, columns: Any) -> list[sa.ColumnElement[bool]]:
    since = ALL.with_period(days_before(question.as_of, _RECENT), None)
    slots = within_slots(columns.slot, since) if "slot" in columns else []
    return [columns.first_day >= since.first_day, *slots]

"""The latest records of a selection, undated ones last."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from data.counting.rules import Question
from data.records.record import Record, read_records_by_key
from data.voices.shapes import Group


def read_latest(
    question: Question, sheet: str, query: sa.Select[Any], most: int, *, soonest: bool = False
) -> tuple[Record, ...]:
    """Read the latest records that a query of ids selects, or the `soonest`."""
    columns = query.selected_columns[0].table.c
    day = columns.first_day
    order = day.asc() if soonest else day.desc()
    row = columns.row if "row" in columns else columns.activity
    query = query.order_by(order.nulls_last(), row).limit(most)
    keys = question.connection.scalars(query).all()
    return read_records_by_key(question.connection, sheet, keys) if keys else ()


def read_group(
    question: Question, sheet: str, query: sa.Select[Any], number: int, most: int
) -> Group:
    """Read the first of a number of records; none are asked for where there are none."""
    return Group(number, read_latest(question, sheet, query, most) if number else ())

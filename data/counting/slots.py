"""Months, quarters and kinds as numbers: what tallies are grouped by, and how to read it back.

A month number counts from year 0; 0 itself is "no date". A slot is month and kind in one number,
so that a period is a range of slots.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa

from data.counting.months import MonthNumberOf
from data.filters import Filters
from data.values import ACTIVITY_KINDS

KINDS_A_MONTH = 16
_KIND_NUMBERS = {kind: number for number, kind in enumerate(ACTIVITY_KINDS)}


def slot_of(activity: Any) -> sa.ColumnElement[int]:
    """The slot of an activity's row: its first month and its kind."""
    kind = sa.case(_KIND_NUMBERS, value=activity.kind)
    return month_number(activity.first_day) * KINDS_A_MONTH + kind


def quarter_of(record: Any) -> sa.ColumnElement[int]:
    """The quarter of a record's first day, counted from year 0; 0 = no date."""
    return month_number(record.first_day) // 3


def month_number(day: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    """The month of a day, counted from year 0; 0 = no date."""
    return sa.func.coalesce(MonthNumberOf(day), 0)


def within_slots(slot: sa.ColumnElement[int], filters: Filters) -> list[sa.ColumnElement[bool]]:
    """The range of slots in which a period lies: no new condition, but a way past other months."""
    conditions: list[sa.ColumnElement[bool]] = []
    if filters.first_day:
        conditions.append(slot >= _number(filters.first_day) * KINDS_A_MONTH)
    if filters.last_day:
        conditions.append(slot < (_number(filters.last_day) + 1) * KINDS_A_MONTH)
    return conditions


def month_in(slot: int) -> str | None:
    """Read the month of a slot: `2023-03`; None = no date."""
    return month_text(slot // KINDS_A_MONTH)


def kind_in(slot: int) -> str:
    """Read the kind of a slot."""
    return ACTIVITY_KINDS[slot % KINDS_A_MONTH]


def month_text(number: int) -> str | None:
    """Write a month number as `2023-03`; None = no date."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}" if number else None


def quarter_start(number: int) -> date | None:
    """The first day of a quarter given by its number; None = no date."""
    return date(number // 4, 3 * (number % 4) + 1, 1) if number else None


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1

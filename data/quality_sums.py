"""What is missing or rough in activities and support, as sums that `load` derives.

The other sheets stay small: their questions are asked of the records themselves.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from data import schema
from data.quality import QUALITIES, Condition

SUM_OF = {
    ("activities", "undated"): ("undated", "approved"),
    ("activities", "imprecise"): ("imprecise", "dated"),
    ("activities", "no-head-count"): ("no_head_count", "held"),
    ("activities", "no-source"): ("no_source", "approved"),
    ("activities", "drafts"): ("drafts", "records"),
    ("attendance", "rough"): ("rough", "rows"),
    ("attendance", "gender-unspecified"): ("gender_unspecified", "rows"),
    ("support", "undated"): ("undated", "records"),
    ("support", "imprecise"): ("imprecise", "dated"),
    ("support", "no-source"): ("no_source", "records"),
    ("support", "drafts"): ("drafts", "rows"),
}
"""Question → the sums (`schema.QUALITY_SUMS`, of support `schema.SUPPORT_SUMS`) of the records in
want, and of those asked."""


def attendance_sums() -> sa.Select[Any]:
    """Add up the rows of attendance by activity, as the questions ask of them."""
    activity = schema.attendance.c.activity
    sums = [sa.func.sum(_one_if(asked)).label(name) for name, asked in _asked("attendance").items()]
    return sa.select(activity, *sums).group_by(activity)


def quality_sums(rows: sa.Subquery) -> list[sa.ColumnElement[int]]:
    """Give the columns of `schema.QUALITY_SUMS` over activities joined to their attendance."""
    own = {name: _one_if(asked) for name, asked in _asked("activities").items()}
    return [
        own[name] if name in own else sa.func.coalesce(rows.c[name], 0)
        for name in schema.QUALITY_SUMS
    ]


def support_sums() -> dict[str, sa.ColumnElement[int]]:
    """Count, over support, what its questions ask."""
    return {name: sa.func.sum(_one_if(asked)) for name, asked in _asked("support").items()}


def _asked(sheet: str) -> dict[str, Condition]:
    """Give the condition behind each sum of a sheet."""
    conditions: dict[str, Condition] = {}
    for question in QUALITIES:
        if question.sheet == sheet:
            number, of = SUM_OF[sheet, question.name]
            conditions |= {number: question.condition, of: question.asked}
    return conditions


def _one_if(condition: Condition) -> sa.ColumnElement[int]:
    return sa.case((condition, 1), else_=0)

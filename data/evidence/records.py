"""The records behind a figure as a subquery: those that it counted, or left out for one reason."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from data.counting.rules import RULES, Question
from data.evidence.asked import AskedFigure


def sheet_of(asked: AskedFigure) -> str:
    """The sheet whose records are the evidence of a figure."""
    return RULES[asked.indicator.rule].sheet


def evidence_of(question: Question, asked: AskedFigure) -> sa.CTE:
    """Select every candidate as id, row and reason.

    It is a table of its own within a statement, worked out once: SQLite parses only so many
    questions inside each other.
    """
    evidence = RULES[asked.indicator.rule].evidence(question, asked.indicator)
    return evidence.cte().prefix_with("MATERIALIZED")


def candidates_of(question: Question, asked: AskedFigure) -> sa.Subquery:
    """Select every candidate as id, row and reason, to look at some of them alone."""
    return RULES[asked.indicator.rule].evidence(question, asked.indicator).subquery("candidates")


def record_ids(question: Question, asked: AskedFigure, reason: str | None = None) -> sa.Select[Any]:
    """Select the ids of the records counted, or of those left out for a reason.

    The question must ask under the figure's own filter.
    """
    records = evidence_of(question, asked)
    chosen = records.c.reason.is_(None) if reason is None else records.c.reason == reason
    return sa.select(records.c.id).where(chosen)

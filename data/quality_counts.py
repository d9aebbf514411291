"""How many records of a filter want something: the counts of the questions of data quality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from data import schema
from data.filters import Filters
from data.quality import QUALITIES, Condition, Quality
from data.quality_selection import selects


@dataclass(frozen=True, slots=True)
class QualityCount:
    """The answer to one question: so many records want something, of so many it is asked of."""

    sheet: str
    name: str
    number: int
    of: int


def read_quality_counts(connection: sa.Connection, filters: Filters) -> tuple[QualityCount, ...]:
    """Count every question over the records that a filter selects; one statement a sheet."""
    asked = groupby(QUALITIES, key=lambda quality: quality.sheet)
    return tuple(
        count
        for sheet, questions in asked
        for count in _counts(connection, filters, sheet, list(questions))
    )


def _counts(
    connection: sa.Connection, filters: Filters, sheet: str, questions: Sequence[Quality]
) -> list[QualityCount]:
    numbers = [
        _number(condition)
        for question in questions
        for condition in (question.condition, question.asked)
    ]
    table = schema.metadata.tables[sheet]
    query = sa.select(*numbers).select_from(table).where(*selects(sheet, filters))
    found = connection.execute(query).one()
    return [
        QualityCount(question.sheet, question.name, found[2 * place], found[2 * place + 1])
        for place, question in enumerate(questions)
    ]


def _number(condition: Condition) -> sa.ColumnElement[Any]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)

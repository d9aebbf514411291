"""How many records of a filter want something: the counts of the questions of data quality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting import whole_months as whole
from data.counting.asking import Asking
from data.quality import QUALITIES, Condition, Quality
from data.quality_selection import selects
from data.quality_sums import SUM_OF


@dataclass(frozen=True, slots=True)
class QualityCount:
    """The answer to one question: so many records want something, of so many it is asked of."""

    sheet: str
    name: str
    number: int
    of: int


def read_quality_counts(asking: Asking) -> tuple[QualityCount, ...]:
    """Count every question over the records that a filter selects; one statement a sheet.

    What `load` derived of activities, attendance and support is added up.
    """
    sums = _sums(asking)
    asked = groupby(QUALITIES, key=lambda quality: quality.sheet)
    return tuple(
        count
        for sheet, questions in asked
        for count in (
            _summed(sums[sheet], questions)
            if sheet in sums
            else _counts(asking, sheet, list(questions))
        )
    )


def _sums(asking: Asking) -> dict[str, sa.RowMapping]:
    """Read the sums of the sheets that have some for this filter."""
    activities = asking.connection.execute(_sums_of_activities(asking)).mappings().one()
    sums = {"activities": activities, "attendance": activities}
    filters, place = asking.filters, whole.place_of(asking.filters)
    if place is not None and whole.of_whole_months_of_support(filters, asking.as_of):
        names = whole.sums_of(schema.support_months, schema.SUPPORT_SUMS)
        query = whole.selected_months(whole.SUPPORT_MONTHS, filters, (place,), *names)
        sums["support"] = asking.connection.execute(query).mappings().one()
    return sums


def _sums_of_activities(asking: Asking) -> sa.Select[Any]:
    """Add up the sums of activities, of whole months where the filter asks for such."""
    filters, place = asking.filters, whole.place_of(asking.filters)
    if place is None or not whole.of_whole_months(filters, asking.as_of):
        sums = whole.sums_of(schema.quality_facts, schema.QUALITY_SUMS)
        return pick.selected(pick.QUALITY, filters, *sums)
    sums = whole.sums_of(schema.quality_months, schema.QUALITY_SUMS)
    return whole.selected_months(whole.QUALITY_MONTHS, filters, (place,), *sums)


def _summed(sums: sa.RowMapping, questions: Iterable[Quality]) -> list[QualityCount]:
    named = [(question.sheet, question.name) for question in questions]
    return [
        QualityCount(*each, int(sums[number]), int(sums[of]))
        for each in named
        for number, of in (SUM_OF[each],)
    ]


def _counts(asking: Asking, sheet: str, questions: Sequence[Quality]) -> list[QualityCount]:
    numbers = [
        _number(condition)
        for question in questions
        for condition in (question.condition, question.asked)
    ]
    table = schema.metadata.tables[sheet]
    query = sa.select(*numbers).select_from(table).where(*selects(sheet, asking.filters))
    found = asking.connection.execute(query).one()
    return [
        QualityCount(question.sheet, question.name, found[2 * place], found[2 * place + 1])
        for place, question in enumerate(questions)
    ]


def _number(condition: Condition) -> sa.ColumnElement[Any]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)

"""What stands around a number of activities held: the countries concerned, missing head-counts."""

from __future__ import annotations

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.asking import HELD
from data.counting.rules import Question
from data.figures import Around, Indicator
from data.values import COUNTRY_BITS


def read_around(question: Question, indicator: Indicator) -> Around | None:
    """Read it for an indicator of activities held, None for another; one statement."""
    if indicator.rule != "activities-held":
        return None
    column = schema.activity_facts.c
    uncounted = sa.func.sum(sa.case((column.all_rows.is_(None), 1), else_=0))
    query = pick.selected(
        pick.ACTIVITIES,
        question.filters,
        column.country_bits,
        uncounted,
        statuses=HELD,
        kinds=indicator.kinds,
    ).group_by(column.country_bits)
    found = question.connection.execute(query).all()
    concerned = {code for bits, _ in found for code, bit in COUNTRY_BITS.items() if bits & bit}
    return Around(
        countries=tuple(code for code in COUNTRY_BITS if code in concerned),
        some_regional=any(not bits for bits, _ in found),
        without_head_count=sum(int(number) for _, number in found),
    )

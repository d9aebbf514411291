"""What cities said and what came of it: quotes with consent, and policy outputs."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import sqlalchemy as sa

from data import schema, values
from data.counting import selection as pick
from data.counting.answering import count_of
from data.counting.rules import Question
from data.quality_selection import PARTS
from data.reference import Reference
from data.voices.latest import read_group
from data.voices.shapes import Group, Outputs, Quotes

MOST_QUOTES = 6
MOST_OF_A_KIND = 3
_VOICES, _OUTPUTS = schema.voices.c, schema.outputs.c


def has_consent() -> sa.ColumnElement[bool]:
    """Whether the speaker of a quote published it or allowed it; any other may not be shown."""
    return _VOICES.consent.in_(values.CONSENTS)


def read_quotes(question: Question) -> Quotes:
    """Read the quotes of a filter that may be shown."""
    by_consent = _quotes(question, _VOICES.consent, sa.func.count()).group_by(_VOICES.consent)
    consents = {row[0]: row[1] for row in question.connection.execute(by_consent)}
    ids, number = _quotes(question, _VOICES.id), sum(consents.values())
    return Quotes(
        {consent: consents[consent] for consent in values.CONSENTS if consent in consents},
        read_group(question, "voices", ids, number, MOST_QUOTES),
    )


def _quotes(question: Question, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    return pick.selected(PARTS["voices"], question.filters, *columns).where(has_consent())


def read_outputs(question: Question, reference: Reference) -> Outputs:
    """Read the policy outputs of a filter by kind, in the order of the workbook's kinds."""
    numbers, first = _numbers_by_kind(question), _latest_of_kinds(question)
    known = (item for item in reference.indicators.values() if item.rule == "outputs")
    indicator = next(known, None)
    return Outputs(
        kinds={
            kind: Group("outputs", numbers[kind], tuple(first[kind]))
            for kind in values.OUTPUT_KINDS
            if kind in numbers
        },
        indicator=indicator,
        count=count_of(question, indicator) if indicator else None,
    )


def _numbers_by_kind(question: Question) -> dict[str, int]:
    query = pick.selected(pick.OUTPUTS, question.filters, _OUTPUTS.kind, sa.func.count())
    rows = question.connection.execute(query.group_by(_OUTPUTS.kind))
    return {row[0]: row[1] for row in rows}


def _latest_of_kinds(question: Question) -> dict[str, list[str]]:
    order = (_OUTPUTS.first_day.desc().nulls_last(), _OUTPUTS.row)
    place = sa.func.row_number().over(partition_by=_OUTPUTS.kind, order_by=order).label("place")
    columns = (_OUTPUTS.kind, _OUTPUTS.id, place)
    ranked = pick.selected(pick.OUTPUTS, question.filters, *columns).subquery().c
    query = sa.select(ranked.kind, ranked.id).where(ranked.place <= MOST_OF_A_KIND)
    found: dict[str, list[str]] = defaultdict(list)
    for kind, key in question.connection.execute(query.order_by(ranked.place)):
        found[kind].append(key)
    return found

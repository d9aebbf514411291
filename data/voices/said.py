"""What cities said and what came of it: quotes with consent, and policy outputs."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from data import schema, values
from data.counting import selection as pick
from data.counting.answering import count_of
from data.counting.rules import Question
from data.quality_selection import PARTS
from data.records.record import Record, read_records_by_key
from data.reference import Reference
from data.voices.latest import read_latest
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
    ids = _quotes(question, _VOICES.id)
    return Quotes(
        {consent: consents[consent] for consent in values.CONSENTS if consent in consents},
        read_latest(question, "voices", ids, MOST_QUOTES),
    )


def _quotes(question: Question, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    return pick.selected(PARTS["voices"], question.filters, *columns).where(has_consent())


def read_outputs(question: Question, reference: Reference) -> Outputs:
    """Read the policy outputs of a filter by kind, in the order of the workbook's kinds."""
    numbers = _numbers_by_kind(question)
    first = _latest_of_kinds(question)
    known = (item for item in reference.indicators.values() if item.rule == "outputs")
    indicator = next(known, None)
    return Outputs(
        kinds={
            kind: Group(numbers[kind], tuple(item for item in first if item.values["kind"] == kind))
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


def _latest_of_kinds(question: Question) -> tuple[Record, ...]:
    order = (_OUTPUTS.first_day.desc().nulls_last(), _OUTPUTS.row)
    place = sa.func.row_number().over(partition_by=_OUTPUTS.kind, order_by=order)
    ranked = pick.selected(pick.OUTPUTS, question.filters, _OUTPUTS.id, place.label("place"))
    found = ranked.subquery()
    query = sa.select(found.c.id).where(found.c.place <= MOST_OF_A_KIND).order_by(found.c.place)
    keys = question.connection.scalars(query).all()
    return read_records_by_key(question.connection, "outputs", keys) if keys else ()

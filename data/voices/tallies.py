"""Records of a filter, whoever funded them, tallied by how they are funded: one scan of a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import sqlalchemy as sa

from data.counting import selection as pick
from data.counting.rules import Question
from data.filters import Filters
from data.voices.bits import Bits
from data.voices.funding import FUNDED, Funded


class FundingTally(NamedTuple):
    """Records with so many `funders`, of whom so many are `chosen` in the filter.

    `bits` are those of their funders; 0 where they were told by links.
    """

    funders: int
    chosen: int
    bits: int
    records: int


Tallies = Mapping[str, tuple[FundingTally, ...]]


def read_tallies(question: Question, bits: Bits) -> Tallies:
    """Tally activities held, and support that was not declined."""
    return {sheet: _tally(question, funded, bits) for sheet, funded in FUNDED.items()}


def without_funders(filters: Filters) -> Filters:
    """The same filter, whoever funded."""
    return replace(filters, funders=())


def _tally(question: Question, funded: Funded, bits: Bits) -> tuple[FundingTally, ...]:
    if bits.for_all and "funder_bits" in funded.parts.table.c:
        return _by_bits(question, funded, bits)
    return _by_links(question, funded)


def _by_bits(question: Question, funded: Funded, bits: Bits) -> tuple[FundingTally, ...]:
    column, chosen = funded.parts.table.c.funder_bits, bits.of(question.filters.funders)
    query = _selected(question, funded, column, sa.func.count()).group_by(column)
    return tuple(
        FundingTally(named.bit_count(), (named & chosen).bit_count(), named, records)
        for named, records in question.connection.execute(query)
    )


def _by_links(question: Question, funded: Funded) -> tuple[FundingTally, ...]:
    links, record = funded.links.c, funded.parts.table
    is_chosen = sa.case((links.value.in_(question.filters.funders), 1), else_=0)
    named = (
        sa.select(
            links.record,
            sa.func.count().label("funders"),
            sa.func.sum(is_chosen).label("chosen"),
        )
        .group_by(links.record)
        .subquery("named")
    )
    grain = [sa.func.coalesce(column, 0) for column in (named.c.funders, named.c.chosen)]
    query = _selected(question, funded, *grain, sa.func.count())
    query = query.join_from(record, named, named.c.record == record.c.id, isouter=True)
    rows = question.connection.execute(query.group_by(named.c.funders, named.c.chosen))
    return tuple(FundingTally(funders, chosen, 0, number) for funders, chosen, number in rows)


def _selected(question: Question, funded: Funded, *columns: Any) -> sa.Select[Any]:
    whole = without_funders(question.filters)
    return pick.selected(funded.parts, whole, *columns, statuses=funded.statuses)

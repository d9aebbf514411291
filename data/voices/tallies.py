"""Records of a filter, whoever funded them, tallied by how they are funded: one scan of a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import sqlalchemy as sa

from data.counting import selection as pick
from data.counting.rules import Question
from data.filters import Filters
from data.voices.funding import FUNDED, Funded, has_funder, has_several, is_one_of


class FundingTally(NamedTuple):
    """Records of some bits of funders; `theirs`: by a chosen funder, `beside`: by another one.

    With no funder chosen all are `theirs`. A sheet without bits has 0.
    """

    named: bool
    several: bool
    theirs: bool
    beside: bool
    bits: int
    records: int


Tallies = Mapping[str, tuple[FundingTally, ...]]


def read_tallies(question: Question) -> Tallies:
    """Tally activities held, and support that was not declined."""
    return {sheet: _tally(question, funded) for sheet, funded in FUNDED.items()}


def without_funders(filters: Filters) -> Filters:
    """The same filter, whoever funded."""
    return replace(filters, funders=())


def _tally(question: Question, funded: Funded) -> tuple[FundingTally, ...]:
    columns, sheet, chosen = funded.parts.table.c, funded.sheet, question.filters.funders
    flags = {"named": has_funder(sheet, columns), "several": has_several(sheet, columns)}
    if chosen:
        flags["theirs"] = has_funder(sheet, columns, is_one_of(chosen))
        flags["beside"] = has_funder(sheet, columns, ~is_one_of(chosen))
    grain = [sa.case((flag, 1), else_=0).label(name) for name, flag in flags.items()]
    if "funder_bits" in columns:
        grain.append(columns.funder_bits.label("bits"))
    whole = without_funders(question.filters)
    inner = pick.selected(funded.parts, whole, *grain, statuses=funded.statuses).subquery()
    query = sa.select(*inner.c, sa.func.count().label("records")).group_by(*inner.c)
    rows = question.connection.execute(query).mappings()
    return tuple(
        FundingTally(
            named=bool(row["named"]),
            several=bool(row["several"]),
            theirs=bool(row.get("theirs", True)),
            beside=bool(row.get("beside", False)),
            bits=row.get("bits", 0),
            records=row["records"],
        )
        for row in rows
    )

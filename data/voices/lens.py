"""Who made records possible: the split of a filter, and the three groups of the chosen funders."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from data.counting import selection as pick
from data.counting.rules import Question
from data.filters import Filters
from data.voices.funding import FUNDED, Funded, has_funder, is_one_of
from data.voices.latest import read_group
from data.voices.shapes import Funding, Group, Lens
from data.voices.tallies import FundingTally, Tallies, without_funders

MOST_OF_A_GROUP = 3
Condition = sa.ColumnElement[bool]


def read_funding(question: Question, tallies: Tallies) -> tuple[Funding, ...]:
    """Split activities held, and support that was not declined, by their funders."""
    return tuple(_funding(question, FUNDED[sheet], found) for sheet, found in tallies.items())


def _funding(question: Question, funded: Funded, tallies: Sequence[FundingTally]) -> Funding:
    """The split is of the filter without its funders, whoever is chosen."""
    one = sum(tally.records for tally in tallies if tally.funders == 1)
    none = sum(tally.records for tally in tallies if not tally.funders)
    several = sum(tally.records for tally in tallies) - one - none
    lens = _lens(question, funded, tallies, none) if question.filters.funders else None
    return Funding(funded.sheet, one, several, none, lens)


def _lens(
    question: Question, funded: Funded, tallies: Sequence[FundingTally], unnamed: int
) -> Lens:
    """Read the groups; a record of the filter has a chosen funder, so only others part them."""
    columns, filters, sheet = funded.parts.table.c, question.filters, funded.sheet
    beside = has_funder(sheet, columns, ~is_one_of(filters.funders))
    not_theirs = ~has_funder(sheet, columns, is_one_of(filters.funders))
    whole = sum(tally.records for tally in tallies)
    theirs = sum(tally.records for tally in tallies if tally.chosen)
    alone = sum(tally.records for tally in tallies if tally.chosen == tally.funders > 0)

    def group(of: Filters, condition: Condition, records: int) -> Group:
        ids = pick.selected(funded.parts, of, columns.id, statuses=funded.statuses)
        return read_group(question, sheet, ids.where(condition), records, MOST_OF_A_GROUP)

    return Lens(
        alone=group(filters, ~beside, alone),
        shared=group(filters, beside, theirs - alone),
        others=group(without_funders(filters), not_theirs, whole - theirs),
        unnamed=unnamed,
    )

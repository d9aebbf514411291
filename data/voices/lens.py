"""Who made records possible: the split of a filter, and the three groups of the chosen funders."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from data.counting import selection as pick
from data.counting.rules import Question
from data.filters import Filters
from data.voices.funding import (
    FUNDED,
    Funded,
    has_chosen_alone,
    has_chosen_and_others,
    has_funder,
    has_several,
    is_one_of,
)
from data.voices.latest import read_group
from data.voices.shapes import Funding, Group, Lens

MOST_OF_A_GROUP = 3
Condition = sa.ColumnElement[bool]


def read_funding(question: Question) -> tuple[Funding, ...]:
    """Split activities held, and support that was not declined, by their funders."""
    return tuple(_funding(question, funded) for funded in FUNDED.values())


def _funding(question: Question, funded: Funded) -> Funding:
    """The split is of the filter without its funders, whoever is chosen."""
    whole, columns = without_funders(question.filters), funded.parts.table.c
    number, named, several = _numbers(
        question,
        funded,
        whole,
        has_funder(funded.sheet, columns),
        has_several(funded.sheet, columns),
    )
    lens = _lens(question, funded, number, named) if question.filters.funders else None
    return Funding(funded.sheet, named - several, several, number - named, lens)


def without_funders(filters: Filters) -> Filters:
    """The same filter, whoever funded."""
    return replace(filters, funders=())


def _lens(question: Question, funded: Funded, number: int, named: int) -> Lens:
    columns, filters = funded.parts.table.c, question.filters
    chosen, sheet = filters.funders, funded.sheet
    shared = has_chosen_and_others(sheet, columns, chosen)
    theirs, together = _numbers(question, funded, filters, shared)

    def group(of: Filters, condition: Condition, records: int) -> Group:
        ids = pick.selected(funded.parts, of, columns.id, statuses=funded.statuses)
        return read_group(question, sheet, ids.where(condition), records, MOST_OF_A_GROUP)

    not_theirs = ~has_funder(sheet, columns, is_one_of(chosen))
    return Lens(
        alone=group(filters, has_chosen_alone(sheet, columns, chosen), theirs - together),
        shared=group(filters, shared, together),
        others=group(without_funders(filters), not_theirs, number - theirs),
        unnamed=number - named,
    )


def _numbers(
    question: Question, funded: Funded, filters: Filters, *conditions: Condition
) -> tuple[int, ...]:
    """Count the selected records, and those for which each condition holds."""
    sums = [sa.func.coalesce(sa.func.sum(sa.case((item, 1), else_=0)), 0) for item in conditions]
    query = pick.selected(
        funded.parts, filters, sa.func.count(), *sums, statuses=funded.statuses
    ).select_from(funded.parts.table)
    return tuple(int(number) for number in question.connection.execute(query).one())

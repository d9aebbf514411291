"""What each organisation took part in: activities and support funded, partnered, targets agreed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.asking import HELD
from data.counting.rules import Question
from data.filters import Filters
from data.reference import Reference
from data.voices.bits import Bits, Shared
from data.voices.funding import FUNDED, Funded, has_several
from data.voices.shapes import Part
from data.voices.tallies import FundingTally, Tallies

_TARGETS = schema.targets.c
_PARTNERS = schema.LINKS["activities", "partners"]


def read_took_part(
    question: Question, reference: Reference, tallies: Tallies, bits: Bits
) -> tuple[Part, ...]:
    """Read who took part in what, those in most first; who took part in nothing is left out."""
    activities = _funded_activities(question, tallies["activities"], bits)
    support = _read(question, _by_funder(question, FUNDED["support"]))
    partnered, targets = _partnered(question, bits), _agreed(question)
    found = [
        Part(
            key,
            activities=activities[key, False] + activities[key, True],
            activities_shared=activities[key, True],
            partnered=partnered[key, False],
            support=support[key, False] + support[key, True],
            support_shared=support[key, True],
            targets=targets.get(key, 0),
        )
        for key in reference.organisations
    ]
    return tuple(sorted((part for part in found if part.total), key=lambda part: -part.total))


def funders(filters: Filters, funded: Funded, *columns: Any) -> sa.Select[Any]:
    """Select the funders of the selected records of a sheet, once a record."""
    record, links = funded.parts.table, funded.links
    query = pick.selected(funded.parts, filters, links.c.value, *columns, statuses=funded.statuses)
    return query.join_from(record, links, links.c.record == record.c.id)


def partners(filters: Filters) -> sa.Select[Any]:
    """Select the partners of the selected activities held, once an activity."""
    record = schema.activity_facts
    query = pick.selected(pick.ACTIVITIES, filters, _PARTNERS.c.value, statuses=HELD)
    return query.join_from(record, _PARTNERS, _PARTNERS.c.record == record.c.id)


def agreed(filters: Filters) -> sa.Select[Any]:
    """Select the funders of the targets that a list under this filter holds, once a target."""
    query = sa.select(_TARGETS.funder).where(_TARGETS.funder.is_not(None))
    return query.where(_TARGETS.country.in_(filters.countries)) if filters.countries else query


def _agreed(question: Question) -> Mapping[str, int]:
    query = agreed(question.filters).add_columns(sa.func.count()).group_by(_TARGETS.funder)
    return {row[0]: row[1] for row in question.connection.execute(query)}


def _funded_activities(question: Question, tallies: Sequence[FundingTally], bits: Bits) -> Shared:
    """Count the activities held by funder, and by whether they name several."""
    if not bits.for_all:
        return _read(question, _by_funder(question, FUNDED["activities"]))
    theirs = [tally for tally in tallies if tally.chosen or not question.filters.funders]
    return bits.spread((tally.bits, tally.funders > 1, tally.records) for tally in theirs)


def _by_funder(question: Question, funded: Funded) -> sa.Select[Any]:
    several = sa.case((has_several(funded.sheet, funded.parts.table.c), 1), else_=0)
    query = funders(question.filters, funded, several.label("several"), sa.func.count())
    return query.group_by(funded.links.c.value, several)


def _partnered(question: Question, bits: Bits) -> Shared:
    """Count the activities held by partner."""
    column, counted = schema.activity_facts.c.partner_bits, (sa.literal(0), sa.func.count())
    if not bits.for_all:
        partner = _PARTNERS.c.value
        return _read(question, partners(question.filters).add_columns(*counted).group_by(partner))
    query = pick.selected(pick.ACTIVITIES, question.filters, column, *counted, statuses=HELD)
    return bits.spread(question.connection.execute(query.group_by(column)).all())


def _read(question: Question, query: sa.Select[Any]) -> Shared:
    found: Shared = Counter()
    for key, shared, records in question.connection.execute(query):
        found[key, bool(shared)] += records
    return found

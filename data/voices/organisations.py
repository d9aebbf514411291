"""What each organisation took part in: activities and support funded, partnered, targets agreed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.asking import HELD
from data.counting.rules import Question
from data.filters import Filters
from data.reference import Reference
from data.voices.funding import FUNDED, Funded, has_several
from data.voices.shapes import Part

_TARGETS = schema.targets.c
_PARTNERS = schema.LINKS["activities", "partners"]


def read_took_part(question: Question, reference: Reference) -> tuple[Part, ...]:
    """Read who took part in what, those in most first; who took part in nothing is left out."""
    activities = _funded(question, FUNDED["activities"])
    support = _funded(question, FUNDED["support"])
    partnered = _counted(question, partners(question.filters))
    targets = _counted(question, agreed(question.filters))
    found = [
        Part(
            key,
            activities=activities[key, False] + activities[key, True],
            activities_shared=activities[key, True],
            partnered=partnered.get(key, 0),
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


def _counted(question: Question, query: sa.Select[Any]) -> Mapping[str, int]:
    grouped = query.add_columns(sa.func.count()).group_by(query.selected_columns[0])
    return {row[0]: row[1] for row in question.connection.execute(grouped)}


def _funded(question: Question, funded: Funded) -> Counter[tuple[str, bool]]:
    """Count the records of a sheet by funder, and by whether they name several."""
    if "funder_bits" in funded.parts.table.c:
        return _by_bits(question, funded)
    return _by_links(question, funded)


def _by_links(question: Question, funded: Funded, *only: Any) -> Counter[tuple[str, bool]]:
    several = sa.case((has_several(funded.sheet, funded.parts.table.c), 1), else_=0)
    query = funders(question.filters, funded, several.label("several"), sa.func.count())
    grouped = query.where(*only).group_by(funded.links.c.value, several)
    found: Counter[tuple[str, bool]] = Counter()
    for key, shared, records in question.connection.execute(grouped):
        found[key, bool(shared)] += records
    return found


def _by_bits(question: Question, funded: Funded) -> Counter[tuple[str, bool]]:
    """Count by combinations of bits, and by links those organisations that have no bit."""
    columns, organisations = funded.parts.table.c, schema.organisations.c
    several = sa.case((has_several(funded.sheet, columns), 1), else_=0).label("several")
    query = pick.selected(
        funded.parts, question.filters, columns.funder_bits, several, sa.func.count(),
        statuses=funded.statuses,
    ).group_by(columns.funder_bits, several)  # fmt: skip
    rows = question.connection.execute(query).all()
    bits = question.connection.execute(sa.select(organisations.id, organisations.bit)).all()
    found: Counter[tuple[str, bool]] = Counter()
    for key, bit in bits:
        for named, shared, records in rows:
            found[key, bool(shared)] += records if named & bit else 0
    if all(bit for _, bit in bits):
        return found
    plain = sa.select(organisations.id).where(organisations.bit == 0)
    return found + _by_links(question, funded, funded.links.c.value.in_(plain))

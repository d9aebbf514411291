"""Reads what cities asked for, what answers it, and the practices they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from data import schema, values
from data.counting import selection as pick
from data.counting.rules import Question
from data.needs.linked import LinkedRecords, read_linked
from data.needs.practices import read_practice_numbers, read_practices
from data.needs.shapes import Answers, Need, NeedsAndPractices, NeedTally, Priority
from data.quality_selection import PARTS
from data.reference import Reference, span

NEEDS_A_GROUP = 12
"""So many needs of each answer are read; the others are in their list."""

_NEEDS, _ANSWERS = schema.needs.c, schema.need_answers.c
_STATUS_ORDER = ("open", "being-addressed", "unknown", "addressed")
_WAYS = {
    "arose": "support",
    "support": "support",
    "activities": "activities",
    "practices": "practices",
}
"""How a need is answered → the sheet of the records that answer it."""


def read_needs(question: Question, reference: Reference) -> NeedsAndPractices:
    """Read the page for a filter: tallies of all selected needs, and the first of each group."""
    number, unshared = read_practice_numbers(question)
    return NeedsAndPractices(
        reference=reference,
        filters=question.filters,
        tallies=_tallies(question),
        priorities=_priorities(question.connection),
        groups=_groups(question),
        practices=read_practices(question),
        practice_number=number,
        unshared=unshared,
    )


def _selected(question: Question, *columns: Any) -> sa.Select[Any]:
    """Select columns of the needs of the filter, and of what answers them."""
    needs = pick.selected(PARTS["needs"], question.filters, *columns)
    return needs.join_from(
        schema.needs, schema.need_answers, schema.need_answers.c.need == _NEEDS.id
    )


def _tallies(question: Question) -> tuple[NeedTally, ...]:
    parted = (_NEEDS.theme, _NEEDS.kind, _NEEDS.status, _ANSWERS.answer)
    query = _selected(question, *parted, sa.func.count()).group_by(*parted)
    return tuple(NeedTally(*row) for row in question.connection.execute(query))


def _priorities(connection: sa.Connection) -> tuple[Priority, ...]:
    """Group the themes by the words of their priority, in the themes' order."""
    theme = schema.themes.c
    found: dict[str, list[str]] = defaultdict(list)
    query = sa.select(theme.priority, theme.id).order_by(theme.order, theme.row)
    for words, key in connection.execute(query):
        found[words or ""].append(key)
    others = found.pop("", [])
    stated = [Priority(words, tuple(themes)) for words, themes in found.items()]
    return (*stated, *([Priority("", tuple(others))] if others else []))


def _groups(question: Question) -> dict[str, tuple[Need, ...]]:
    rows = question.connection.execute(_first_of_groups(question)).mappings().all()
    named = _named(question.connection, rows)
    found: dict[str, list[Need]] = {answer: [] for answer in values.ANSWERS}
    for row in rows:
        found[row["answer"]].append(_need(row, named))
    return {answer: tuple(needs) for answer, needs in found.items()}


def _first_of_groups(question: Question) -> sa.Select[Any]:
    """Select the first needs of each answer: open ones first, then the latest."""
    status = sa.case({name: place for place, name in enumerate(_STATUS_ORDER)}, value=_NEEDS.status)
    latest = (_NEEDS.raised_last.is_(None), _NEEDS.raised_last.desc(), _NEEDS.row)
    place = sa.func.row_number().over(partition_by=_ANSWERS.answer, order_by=(status, *latest))
    ranked = _selected(question, _NEEDS.id, place.label("place")).subquery("ranked")
    return (
        sa.select(schema.needs, schema.need_answers)
        .join_from(schema.needs, ranked, ranked.c.id == _NEEDS.id)
        .join(schema.need_answers, _ANSWERS.need == _NEEDS.id)
        .where(ranked.c.place <= NEEDS_A_GROUP)
        .order_by(ranked.c.place)
    )


def _named(connection: sa.Connection, rows: Sequence[sa.RowMapping]) -> LinkedRecords:
    """Read the records that these needs name, each once."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        wanted["activities"].add(row["activity"])
        for way, sheet in _WAYS.items():
            wanted[sheet].add(row[f"{way}_record"])
    return {sheet: read_linked(connection, sheet, ids) for sheet, ids in wanted.items()}


def _need(row: sa.RowMapping, named: LinkedRecords) -> Need:
    plain = ("id", "statement", "kind", "theme", "city", "country", "status", "answer")
    ways: dict[str, Any] = {
        way: Answers(row[way], named[sheet].get(row[f"{way}_record"]))
        for way, sheet in _WAYS.items()
    }
    return Need(
        **{name: row[name] for name in plain},
        raised=span(row, "raised"),
        activity=named["activities"].get(row["activity"]),
        **ways,
    )

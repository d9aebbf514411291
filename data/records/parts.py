"""Parts of a sheet: records told apart by one of their properties, so that a number has its list.

`status.requested~channel.grant` names the records of a sheet for which both hold, beside what the
filter selects. A part of the same name may stand once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.reference import Reference

_BETWEEN, _BEFORE_VALUE = "~", "."
NONE = "none"
"""The value of a part whose records have nothing in the column."""

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Part:
    """One property of a sheet's records and its value, as addresses write them."""

    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.name}{_BEFORE_VALUE}{self.value}"


@dataclass(frozen=True, slots=True)
class PartRule:
    """How one property parts a sheet: which values it takes, and which records have one of them.

    The condition stands over the sheet's own table of the schema.
    """

    allows: Callable[[str, Reference], bool]
    condition: Callable[[Question, str], Condition]


PartRules = Mapping[tuple[str, str], PartRule]
"""(sheet, name of the property) → its rule."""


def parts_text(parts: Mapping[str, str]) -> str:
    """Write parts as an address does, in the order given."""
    return _BETWEEN.join(str(Part(name, value)) for name, value in parts.items())


def read_parts(
    sheet: str, text: str, reference: Reference, rules: PartRules
) -> tuple[Part, ...] | None:
    """Read the parts that an address names; None where one of them does not exist."""
    found = [_part(item) for item in text.split(_BETWEEN)]
    names = {part.name for part in found}
    if len(names) != len(found):
        return None
    for part in found:
        rule = rules.get((sheet, part.name))
        if rule is None or not rule.allows(part.value, reference):
            return None
    return tuple(found)


def part_conditions(
    question: Question, sheet: str, parts: Sequence[Part], rules: PartRules
) -> list[Condition]:
    """The parts as conditions on the sheet's own table."""
    return [rules[sheet, part.name].condition(question, part.value) for part in parts]


def _part(text: str) -> Part:
    name, _, value = text.partition(_BEFORE_VALUE)
    return Part(name, value)


def by_value(column: sa.Column[Any], choices: Collection[str]) -> PartRule:
    """Part records by a column of the workbook's values; `none` where it may be empty and is."""
    nullable = bool(column.nullable)

    def condition(_: Question, value: str) -> Condition:
        return column.is_(None) if value == NONE else column == value

    return PartRule(lambda value, _: value in choices or (nullable and value == NONE), condition)


def by_link(sheet: str, column: str, known: Callable[[Reference], Collection[str]]) -> PartRule:
    """Part records by the values of a list; `none` where the list is empty."""
    links, key = schema.LINKS[sheet, column], schema.metadata.tables[sheet].c.id

    def condition(_: Question, value: str) -> Condition:
        if value == NONE:
            return key.not_in(sa.select(links.c.record))
        return pick.is_among(links, key, [value])

    return PartRule(lambda value, reference: value in known(reference) or value == NONE, condition)

"""By what the records of each sheet can be sorted.

Head-counts are sorted by nothing that is ever withheld: the order would give it away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema


@dataclass(frozen=True, slots=True)
class Sort:
    """A name of `SORTS` and a direction; records without a value come last in either."""

    name: str
    descending: bool = False

    def __str__(self) -> str:
        """Write the sort as addresses do."""
        return f"-{self.name}" if self.descending else self.name


def _columns(sheet: str, *names: str, date: str = "", **others: str) -> dict[str, sa.Column[Any]]:
    columns = schema.metadata.tables[sheet].c
    dated = {"date": columns[date]} if date else {}
    return dated | {name: columns[name] for name in names} | {
        name: columns[column] for name, column in others.items()
    }  # fmt: skip


SORTS: Mapping[str, Mapping[str, sa.Column[Any]]] = {
    "sources": _columns("sources", "title", "publisher", date="published_first"),
    "organisations": _columns("organisations", "name"),
    "themes": _columns("themes", "label"),
    "cities": _columns("cities", "name", "country", "membership", date="joined_first"),
    "activities": _columns("activities", "title", "kind", "status", date="first_day"),
    "attendance": _columns("attendance", "country"),
    "support": _columns("support", "title", "beneficiary", "status", date="first_day"),
    "needs": _columns("needs", "kind", "status", "country", date="first_day"),
    "practices": _columns("practices", "title"),
    "voices": _columns("voices", "speaker", "country", date="first_day"),
    "outputs": _columns("outputs", "title", "kind", "country", date="first_day"),
    "indicators": _columns("indicators", "title", "level"),
    "targets": _columns("targets", "country", date="start"),
    "published_figures": _columns("published_figures", "country", "status", date="as_of_first"),
}
"""Sheet → name in addresses → the column that is compared."""

_NEWEST_FIRST = ("activities", "support", "needs", "voices", "outputs", "published_figures")


def default_sort(sheet: str) -> Sort | None:
    """How a sheet is sorted when nobody asks: newest first, or None = the workbook's order."""
    return Sort("date", descending=True) if sheet in _NEWEST_FIRST else None


def read_sort(sheet: str, text: str) -> Sort | None:
    """Read a sort as addresses write it; None when the sheet has no such sort."""
    sort = Sort(text.removeprefix("-"), descending=text.startswith("-"))
    return sort if sort.name in SORTS[sheet] else None

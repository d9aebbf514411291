"""Records counted by combinations of the bits of organisations, told by organisation again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema

_ORGANISATIONS = schema.organisations.c
Shared = Counter[tuple[str, bool]]
"""Records by organisation, and by whether it has company there."""


@dataclass(frozen=True, slots=True)
class Bits:
    """The organisations that have a bit of their own; `for_all`: there are no others."""

    known: Mapping[str, int]
    for_all: bool

    def of(self, organisations: Sequence[str]) -> int:
        """The bits of some organisations together."""
        return sum(self.known.get(key, 0) for key in organisations)

    def spread(self, rows: Iterable[Any]) -> Shared:
        """Tell rows of bits, company and number by organisation."""
        found: Shared = Counter()
        for named, shared, records in rows:
            for key, bit in self.known.items():
                if named & bit:
                    found[key, bool(shared)] += records
        return found


def read_bits(connection: sa.Connection) -> Bits:
    """Read the bit of each organisation that has one."""
    query = sa.select(_ORGANISATIONS.id, _ORGANISATIONS.bit)
    rows = connection.execute(query.where(_ORGANISATIONS.bit != 0)).all()
    others = connection.scalar(sa.select(sa.func.count()).where(_ORGANISATIONS.bit == 0))
    return Bits({row[0]: row[1] for row in rows}, for_all=not others)

"""By whom activities and support were made possible: alone, together, or nobody is named.

A condition stands over a table with the columns of its sheet: the sheet's own, or the facts of
activities, which carry the same bits.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.asking import HELD
from data.overview.lanes import SHOWN_SUPPORT

Condition = sa.ColumnElement[bool]
_ORGANISATIONS = schema.organisations


@dataclass(frozen=True, slots=True, eq=False)
class Funded:
    """A sheet whose records have funders; `statuses` are those of what was or is being done."""

    sheet: str
    parts: pick.SheetParts
    statuses: tuple[str, ...]

    @property
    def links(self) -> sa.Table:
        """The link table of its funders."""
        return schema.LINKS[self.sheet, "funders"]


FUNDED: Mapping[str, Funded] = {
    "activities": Funded("activities", pick.ACTIVITIES, HELD),
    "support": Funded("support", pick.SUPPORT, SHOWN_SUPPORT),
}


def has_funder(sheet: str, columns: Any, chosen: Condition | None = None) -> Condition:
    """Whether a record names a funder, or one that is `chosen` (said over the organisations)."""
    links = schema.LINKS[sheet, "funders"]
    if "funder_bits" in columns:
        bits, wanted = columns.funder_bits, sa.true() if chosen is None else chosen
        return pick.has_a_bit_or_link(columns.id, bits, _ORGANISATIONS, links, wanted)
    records = sa.select(links.c.record)
    if chosen is not None:
        named = sa.select(_ORGANISATIONS.c.id).where(chosen)
        records = records.where(links.c.value.in_(named))
    found: Condition = columns.id.in_(records)
    return found


def is_one_of(funders: Collection[str]) -> Condition:
    """Whether an organisation is one of these."""
    return _ORGANISATIONS.c.id.in_(list(funders))


def has_several(sheet: str, columns: Any) -> Condition:
    """Whether a record names more than one funder."""
    links = schema.LINKS[sheet, "funders"].c
    several = sa.select(links.record).group_by(links.record).having(sa.func.count() > 1)
    if "funder_bits" not in columns:
        found: Condition = columns.id.in_(several)
        return found
    bits = columns.funder_bits
    two_bits: Condition = bits.bitwise_and(bits - 1) != 0
    rest: Condition = columns.id.in_(several.where(links.record.in_(_without_bit(links))))
    return two_bits | rest


def _without_bit(links: Any) -> sa.Select[Any]:
    """Select the records that name a funder without a bit of its own."""
    plain = sa.select(_ORGANISATIONS.c.id).where(_ORGANISATIONS.c.bit == 0)
    return sa.select(links.record).where(links.value.in_(plain))


def has_chosen_alone(sheet: str, columns: Any, funders: Collection[str]) -> Condition:
    """Whether all funders of a record, one at least, are among these."""
    return has_funder(sheet, columns, is_one_of(funders)) & ~has_funder(
        sheet, columns, ~is_one_of(funders)
    )


def has_chosen_and_others(sheet: str, columns: Any, funders: Collection[str]) -> Condition:
    """Whether a record names one of these funders, and another one."""
    return has_funder(sheet, columns, is_one_of(funders)) & has_funder(
        sheet, columns, ~is_one_of(funders)
    )

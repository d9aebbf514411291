"""A list of records as stretches: each so short, or so simply ordered, that any page is near.

The stretches of a list follow each other and their lengths are known, so a deep page skips whole
stretches and sorts within one. Activities come in stretches of a month, from the narrow table of
facts; other sheets in two, the records with a value and, last, those without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data.counting.slots import KINDS_A_MONTH
from data.records.sorting import Sort
from data.values import ACTIVITY_STATUSES, PROGRAMMES

KEYS_AT_ONCE = 20_000
MOST_SORTED = 200_000
"""So many records are sorted by any column; more of them only month by month."""

Condition = sa.ColumnElement[bool]
Key = str | int


@dataclass(frozen=True, slots=True)
class Listing:
    """Records to list: the columns that name and number them, what selects them, their order.

    `monthly`: the table has a slot, so that its records can be counted by months.
    """

    key: sa.Column[Any]
    row: sa.Column[Any]
    conditions: tuple[Condition, ...]
    sort: Sort | None
    column: sa.Column[Any] | None
    monthly: bool = False

    @property
    def first_order(self) -> tuple[sa.Column[Any] | None, bool]:
        """The column that sorts within a stretch, and whether from its end."""
        if self.monthly:
            newest_first = self.sort is None or self.sort.name != "date" or self.sort.descending
            return self.key.table.c.first_day, newest_first
        return self.column, self.sort is not None and self.sort.descending


@dataclass(frozen=True, slots=True)
class Stretch:
    """Records that stand together in a list; `ordered` by the list's column, or by row alone."""

    conditions: tuple[Condition, ...]
    records: int
    ordered: bool


def read_stretches(connection: sa.Connection, listing: Listing) -> tuple[Stretch, ...]:
    """Count a list, stretch by stretch, in its order."""
    found = _months(connection, listing) if listing.monthly else _halves(connection, listing)
    return tuple(stretch for stretch in found if stretch.records)


def read_keys(
    connection: sa.Connection,
    listing: Listing,
    stretches: Sequence[Stretch],
    start: int,
    number: int,
) -> list[Key]:
    """Read the keys of some records that follow each other, the first of all at `start` = 0."""
    keys: list[Key] = []
    for stretch in stretches:
        if start < stretch.records and len(keys) < number:
            query = _keys(listing, stretch).offset(max(start, 0)).limit(number - len(keys))
            keys += connection.scalars(query)
        start -= stretch.records
    return keys


def all_keys(
    connection: sa.Connection, listing: Listing, stretches: Sequence[Stretch]
) -> Iterator[list[Key]]:
    """Read the keys of the whole list, some thousands at a time."""
    for stretch in stretches:
        query = _keys(listing, stretch)
        order = listing.first_order[0] if stretch.ordered else None
        query = query.add_columns(listing.row, *([] if order is None else [order]))
        after: list[Condition] = []
        while found := connection.execute(query.where(*after).limit(KEYS_AT_ONCE)).all():
            yield [record[0] for record in found]
            if len(found) < KEYS_AT_ONCE:
                break
            after = [_after(listing, stretch, found[-1])]


def _keys(listing: Listing, stretch: Stretch) -> sa.Select[Any]:
    query = sa.select(listing.key).where(*listing.conditions, *stretch.conditions)
    column, descending = listing.first_order
    if stretch.ordered and column is not None:
        query = query.order_by(column.desc() if descending else column)
    return query.order_by(listing.row)


def _after(listing: Listing, stretch: Stretch, last: Sequence[Any]) -> Condition:
    """What comes after a record in its stretch."""
    later: Condition = listing.row > last[1]
    column, descending = listing.first_order
    if not stretch.ordered or column is None:
        return later
    beyond: Condition = column < last[2] if descending else column > last[2]
    return sa.or_(beyond, sa.and_(column == last[2], later))


def _halves(connection: sa.Connection, listing: Listing) -> list[Stretch]:
    column = listing.column
    counted = sa.func.count() if column is None else sa.func.count(column)
    numbers = sa.select(sa.func.count(), counted).select_from(listing.key.table)
    total, filled = connection.execute(numbers.where(*listing.conditions)).one()
    if column is None:
        return [Stretch((), total, ordered=False)]
    return [
        Stretch((column.is_not(None),), filled, ordered=True),
        Stretch((column.is_(None),), total - filled, ordered=False),
    ]


def _months(connection: sa.Connection, listing: Listing) -> list[Stretch]:
    """Count activities by month and, where these come first, by kind or status."""
    columns, sort = listing.key.table.c, listing.sort
    lead = [columns[sort.name]] if sort and sort.name != "date" else []
    query = (
        sa.select(*lead, columns.slot, sa.func.count())
        .where(*listing.conditions)
        .group_by(*lead, columns.slot)
    )
    records: dict[tuple[str, int], int] = {}
    for *value, slot, number in connection.execute(query):
        stretch = value[0] if value else "", slot // KINDS_A_MONTH
        records[stretch] = records.get(stretch, 0) + number
    found = sorted(records, key=lambda stretch: _month_order(stretch[1], listing))
    found.sort(key=lambda stretch: stretch[0], reverse=bool(lead and sort and sort.descending))
    return [_month(columns, lead, *stretch, records[stretch]) for stretch in found]


def _month_order(month: int, listing: Listing) -> tuple[bool, int]:
    return month == 0, -month if listing.first_order[1] else month


def _month(
    columns: Any, lead: Sequence[sa.Column[Any]], value: str, month: int, records: int
) -> Stretch:
    """Say which activities a month has so that the key of the table of facts finds them."""
    slot = columns.slot
    within = [slot >= month * KINDS_A_MONTH, slot < (month + 1) * KINDS_A_MONTH]
    way = [columns.programme.in_(PROGRAMMES), columns.status.in_(ACTIVITY_STATUSES)]
    chosen = [column == value for column in lead]
    return Stretch((*way, *within, *chosen), records, ordered=month != 0)

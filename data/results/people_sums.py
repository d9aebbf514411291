"""The sums over rows of people, and the one country for which each row counts."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

EVERYWHERE = 0
UNKNOWN = -1
_GROUPS = ("all", "mayor")


def country_of(row: Any) -> sa.ColumnElement[int]:
    """The bit of the country for which a row counts; 0 = of none, or -1 = it is not recorded."""
    return sa.case(
        (row.row_bits != 0, row.row_bits.bitwise_and(row.country_bits)),
        ((row.listed == 0) & row.of_one_country, row.country_bits),
        else_=sa.literal_column(str(UNKNOWN), sa.Integer),
    )


def tally(each: sa.Subquery, *, listed_apart: bool) -> sa.Select[Any]:
    """Add the rows of `each` up by step and country; what is unknown keeps its countries."""
    column = each.c
    unknown = column.country == UNKNOWN
    bits = sa.case((unknown, column.country_bits), else_=0).label("bits")
    sums = [part for group in _GROUPS for part in _sums(each, group, listed_apart=listed_apart)]
    sums += [sa.func.sum(column[name]).label(name) for name in ("female", "gendered", "ungendered")]
    query = sa.select(column.step, column.country, bits, *sums)
    return query.group_by(column.step, column.country, sa.text("bits"))


def _sums(each: sa.Subquery, group: str, *, listed_apart: bool) -> list[sa.Label[Any]]:
    """`listed_apart`: activities that list people are added elsewhere, but for what is unusable."""
    column = each.c
    people, rows = column[f"{group}_people"], column[f"{group}_rows"]
    known = (column.mayor_rows > 0) | (column.unspecified_rows == 0)
    is_known = known if group == "mayor" else sa.true()
    listed, head_count = column.listed == 1, (column.listed == 0) & (rows > 0)
    by_count = (column.listed == 0) & (column.all_rows > 0) & is_known
    usable = sa.case(
        (by_count, 1), (listed & is_known, 0 if listed_apart else 1),
        (listed, -1 if listed_apart else 0), else_=0,
    )  # fmt: skip
    rough = column[f"{group}_rough"] == 1
    if listed_apart:
        rough = rough | ((column.country == UNKNOWN) & (rows > 0))
    return [
        sa.func.sum(usable).label(f"{group}_usable"),
        sa.func.sum(people).label(f"{group}_sum"),
        sa.func.max(sa.case((head_count, people), else_=0)).label(f"{group}_largest"),
        sa.func.max(sa.case((rough, 1), else_=0)).label(f"{group}_is_rough"),
        sa.func.max(sa.case((head_count, 1), else_=0)).label(f"{group}_head_counts"),
    ]

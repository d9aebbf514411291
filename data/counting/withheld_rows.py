"""What is withheld of the rows of the sheet `attendance`, wherever they are listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

import sqlalchemy as sa

from data import schema
from data.counting.splits import country_of_row
from data.reference import read_version
from data.small_head_counts import HeadCount, withheld_cells
from data.small_numbers import UNSPECIFIED, SmallNumbers, Split, total

MOST_WEIGHED = 200_000
MOST_KNOWN = 8
_KNOWN: dict[tuple[str, SmallNumbers], frozenset[int]] = {}
"""Rows chosen for a dataset's version (a hash of its contents) and a rule."""


def withheld_attendance(
    connection: sa.Connection, activities: Iterable[str], rule: SmallNumbers
) -> Mapping[int, frozenset[str]]:
    """Name the columns to withhold of the attendance rows of some activities, by their `row`.

    All rows of these activities are judged, listed or not, drafts too. A row that is not named is
    shown as it is. The columns are `count` alone, or `count`, `group` and `gender`; a list must
    neither be sorted nor searched by what it withholds.
    """
    if rule.off:
        return {}
    row = schema.attendance.c
    query = (
        sa.select(
            row.activity, row.scope, row.row, row.group, row.gender, row.country, row["count"]
        )
        .where(row.activity.in_(list(activities)))
        .order_by(row.activity, row.scope)
    )
    also = _rows_between(connection, rule)
    withheld: dict[int, frozenset[str]] = {}
    for _, some in groupby(connection.execute(query), key=lambda found: tuple(found[:2])):
        rows = [HeadCount(*found[2:]) for found in some]
        withheld |= withheld_cells(rows, rule, also & {one.row for one in rows})
    return withheld


def _rows_between(connection: sa.Connection, rule: SmallNumbers) -> frozenset[int]:
    """Choose the rows once a dataset; among very many none, as small rows hide one another."""
    last = connection.scalar(sa.select(sa.func.max(schema.attendance.c.row)))
    version = read_version(connection)
    if not last or last > MOST_WEIGHED or version is None:
        return frozenset()
    if (version, rule) not in _KNOWN:
        while len(_KNOWN) >= MOST_KNOWN:
            _KNOWN.popitem()
        _KNOWN[version, rule] = _chosen_rows(connection, rule)
    return _KNOWN[version, rule]


def _chosen_rows(connection: sa.Connection, rule: SmallNumbers) -> frozenset[int]:
    """Choose rows to withhold so that shares of women less the rows shown leave no small split.

    Of each programme and of each place whose share may be shown.
    """
    hidden = _hidden_anyway(connection, rule)
    chosen: set[int] = set()
    for programme in {programme for programme, _ in hidden}:
        there = {place: each for (one, place), each in hidden.items() if one == programme}
        for block in _blocks({place: each.people for place, each in there.items()}, rule):
            kept = total(there[place].hidden for place in block)
            if not any(there[place].hides for place in block):
                continue
            for few, genders in ((kept.side, ("female",)), (kept.other, ("male", "other"))):
                if few < rule.threshold:
                    chosen |= _smallest_row(connection, rule, programme, block, genders)
    return frozenset(chosen)


class _Hidden(NamedTuple):
    """The people of one place: all, those whom no shown row tells, and whether there are any."""

    people: Split
    hidden: Split
    hides: bool


def _blocks(people: Mapping[int, Split], rule: SmallNumbers) -> list[frozenset[int]]:
    together = rule.genders.inseparable(people)
    return [together, *(frozenset({place}) for place in people.keys() - together)]


def _hidden_anyway(connection: sa.Connection, rule: SmallNumbers) -> dict[tuple[str, int], _Hidden]:
    """Read, by programme and country, the participants and the small rows of activities."""
    row, place = schema.head_count_facts.c, country_of_row().label("place")
    others = row.gendered - row.female
    small = (row.gendered > 0) & ((row.female < rule.threshold) | (others < rule.threshold))
    query = sa.select(
        row.programme,
        place,
        sa.func.sum(row.female),
        sa.func.sum(others),
        sa.func.sum(row.female * row.listed),
        sa.func.sum(others * row.listed),
        sa.func.max(sa.case((small | ((row.listed == 1) & (row.gendered > 0)), 1), else_=0)),
    ).group_by(row.programme, sa.text("place"))
    rows = _small_rows(connection, rule)
    return {
        (programme, where): _Hidden(
            Split(int(women), int(rest)),
            Split(int(listed), int(listed_rest)) + rows.get((programme, where), Split()),
            bool(hides) or (programme, where) in rows,
        )
        for programme, where, women, rest, listed, listed_rest, hides in connection.execute(query)
    }


def _small_rows(connection: sa.Connection, rule: SmallNumbers) -> dict[tuple[str, int], Split]:
    """Add up the rows with a gender that are too small, by programme and country."""
    row, facts, place = schema.attendance.c, schema.head_count_facts.c, country_of_row()
    women = sa.case((row.gender == "female", row["count"]), else_=0)
    query = (
        _counted_rows(
            facts.programme,
            place.label("place"),
            sa.func.sum(women),
            sa.func.sum(row["count"] - women),
        )
        .where(row["count"] < rule.threshold, row.gender != UNSPECIFIED)
        .group_by(facts.programme, sa.text("place"))
    )
    return {
        (programme, where): Split(int(side), int(other))
        for programme, where, side, other in connection.execute(query)
    }


def _smallest_row(
    connection: sa.Connection,
    rule: SmallNumbers,
    programme: str,
    places: Iterable[int],
    genders: Iterable[str],
) -> set[int]:
    row, facts = schema.attendance.c, schema.head_count_facts.c
    query = (
        _counted_rows(row.row)
        .where(
            facts.programme == programme,
            country_of_row().in_(list(places)),
            row.gender.in_(list(genders)),
            row["count"] >= rule.threshold,
        )
        .order_by(row["count"], row.row)
        .limit(1)
    )
    return set(connection.scalars(query))


def _counted_rows(*columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """Select rows of attendance that figures count, each beside its place."""
    row, facts = schema.attendance.c, schema.head_count_facts.c
    beside = (facts.id == row.activity) & (facts.row_bits == row.country_bits)
    return (
        sa.select(*columns)
        .join_from(schema.attendance, schema.head_count_facts, beside)
        .where(row.scope == "region", facts.listed == 0)
    )

"""People at activities: attendances, different people, mayors and the share of women.

Rows are those of `participants` where the activity has any, else its region rows of `attendance`.
With a place chosen a row is counted, known to be from elsewhere, or not attributable because its
country or city is not recorded; the contract's three cases are the three states here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting import whole_months as whole
from data.counting.asking import HELD, Asking
from data.counting.slots import month_in
from data.figures import Count, Reason
from data.filters import Filters

YES, NO, UNKNOWN = 1, 0, 2


@dataclass(frozen=True, slots=True)
class MonthOfPeople:
    """Activities of one month (and kind) with a usable head-count, and their people."""

    month: str | None
    usable: int
    people: int


@dataclass(frozen=True, slots=True)
class HeadCount:
    """The totals of one group (all people, or mayors) over the selected held activities."""

    activities: int
    usable: int
    people: int
    largest: int
    distinct: int
    rough: bool
    head_counts: bool
    months: tuple[MonthOfPeople, ...]


@dataclass(frozen=True, slots=True)
class People:
    """What the rows of the selected held activities add up to."""

    everyone: HeadCount
    mayors: HeadCount
    female: int
    gendered: int
    ungendered: int


def count_attendances(people: People) -> Count:
    """Rule `attendances`."""
    return _counted(people.everyone, people.everyone.people, lower=False)


def count_people(group: HeadCount) -> Count:
    """Rules `people-engaged` and `mayors-engaged`: never adds head-counts up into people."""
    value = max(group.distinct, group.largest) if group.head_counts else group.distinct
    return _counted(group, value, lower=group.head_counts)


def count_women_share(people: People) -> Count:
    """Rule `women-share`: percent, exact, null when no gender is recorded."""
    share = 100 * people.female / people.gendered if people.gendered else None
    return Count(
        value=share,
        bound="exact" if share is not None else None,
        counted=people.everyone.usable,
        numerator=people.female,
        denominator=people.gendered,
        unrecorded=people.ungendered,
    )


def evidence(filters: Filters, *, mayors: bool) -> sa.Select[Any]:
    """Select id, row and reason of every candidate activity of a people rule."""
    facts = schema.activity_facts
    usable = (
        _usable_there(filters, mayors=mayors)
        if filters.has_place
        else _usable(facts, mayors=mayors)
    )
    without = sa.not_(sa.func.coalesce(usable, sa.false()))
    own = [(without, pick.because(Reason.NO_HEAD_COUNT))]
    columns = (facts.c.id, facts.c.activity.label("row"))
    return pick.selection(pick.ACTIVITIES, filters, *columns, statuses=HELD, then=own)


def read_people(asking: Asking) -> People:
    """Add up the rows of the selected held activities; two statements, whatever their number."""
    months = asking.connection.execute(_by_month(asking)).mappings().all()
    everyone, mayors = asking.connection.execute(_distinct(asking.filters)).one()
    held = sum(tally.records for tally in asking.held)
    return people_in(months, held, (int(everyone), int(mayors)))


def people_in(months: Sequence[sa.RowMapping], held: int, distinct: tuple[int, int]) -> People:
    """Add up the people of months; `distinct` are the different persons, and the mayors of them."""
    return People(
        everyone=_head_count(months, "all", held, distinct[0]),
        mayors=_head_count(months, "mayor", held, distinct[1]),
        female=sum(int(month["female"]) for month in months),
        gendered=sum(int(month["gendered"]) for month in months),
        ungendered=sum(int(month["ungendered"]) for month in months),
    )


def by_activity(asking: Asking, *, mayors: bool, most: int) -> list[tuple[Any, int | None]]:
    """List (first day, people or None) of the selected held activities, undated ones last."""
    columns, each = schema.activity_facts.c, per_activity(asking.filters)
    people = each.c.mayor_people if mayors else each.c.all_people
    query = (
        pick.selected(
            pick.ACTIVITIES,
            asking.filters,
            columns.first_day,
            sa.case((_usable(each, mayors=mayors), people)),
            statuses=HELD,
        )
        .join_from(schema.activity_facts, each, each.c.activity == columns.activity, isouter=True)
        .order_by(columns.first_day.is_(None), columns.first_day, columns.activity)
        .limit(most)
    )
    return [(row[0], row[1]) for row in asking.connection.execute(query)]


def per_activity(filters: Filters, among: Sequence[str] = ()) -> sa.Subquery:
    """One row per selected held activity that has rows: people, rows and marks of each group.

    `among`: only of the activities of these ids, where there are any.
    """
    return _of_place(filters, among) if filters.has_place else _of_everywhere(filters, among)


def _of_everywhere(filters: Filters, among: Sequence[str]) -> sa.Subquery:
    """Without a place every row counts: the sums stand with the activity."""
    column = schema.activity_facts.c
    sums = [column[name] for name in ("listed", *schema.HEAD_COUNT_SUMS)]
    query = pick.selected(
        pick.ACTIVITIES,
        filters,
        column.activity,
        column.programme,
        column.slot,
        column.last_day,
        *sums,
        statuses=HELD,
    )
    return _of(query, column.id, among).where(column.listed.is_not(None)).subquery("each")


def _of(query: sa.Select[Any], key: sa.Column[str], among: Sequence[str]) -> sa.Select[Any]:
    return query.where(key.in_(among)) if among else query


def _of_place(filters: Filters, among: Sequence[str]) -> sa.Subquery:
    """With a place, add up the rows that count there, and mark what cannot be attributed."""
    column = schema.head_count_facts.c
    names = ("activity", "programme", "slot", "last_day", "listed", *schema.HEAD_COUNT_SUMS)
    query = pick.selected(
        pick.HEAD_COUNTS,
        filters,
        *(column[name] for name in names),
        _state(filters).label("state"),
    )
    # Materialized: else the databases work the state out anew in each of the sums below.
    rows = _of(query, column.id, among).cte().prefix_with("MATERIALIZED")
    row = rows.c
    counted, unknown = row.state == YES, row.state == UNKNOWN
    marks = {
        "all_rough": unknown | (counted & (row.all_rough == 1)),
        "mayor_rough": (unknown & (row.mayor_rows > 0)) | (counted & (row.mayor_rough == 1)),
    }
    sums = [
        (_any(marks[name]) if name in marks else _sum(counted, row[name])).label(name)
        for name in schema.HEAD_COUNT_SUMS
    ]
    listed = sa.func.max(row.listed).label("listed")
    return (
        sa.select(row.activity, row.programme, row.slot, row.last_day, listed, *sums)
        .group_by(row.activity, row.programme, row.slot, row.last_day)
        .subquery("each")
    )


def _state(filters: Filters) -> sa.ColumnElement[int]:
    """Join what country and city say: no beats unknown, unknown beats yes."""
    column = schema.head_count_facts.c
    asked = []
    if filters.countries:
        asked.append(_country_state(filters, column))
    if filters.cities:
        asked.append(_city_state(filters, column))
    return sa.case(
        (sa.or_(*(answer == NO for answer in asked)), NO),
        (sa.or_(*(answer == UNKNOWN for answer in asked)), UNKNOWN),
        else_=YES,
    )


def _country_state(filters: Filters, row: Any) -> sa.ColumnElement[int]:
    """A recorded country must be a chosen one that the activity concerns."""
    recorded = row.row_bits != 0
    shared = row.row_bits.bitwise_and(row.country_bits).bitwise_and(filters.country_bits) != 0
    return sa.case(
        (recorded & shared, YES),
        (recorded, NO),
        ((row.listed == 0) & row.of_one_country, YES),
        else_=UNKNOWN,
    )


def _city_state(filters: Filters, row: Any) -> sa.ColumnElement[int]:
    """A recorded city must be a chosen one that took part; a head-count has the only city's."""
    links = schema.LINKS["activities", "cities"].alias("took_part").c
    took_part = sa.exists().where(
        links.record == row.id, links.value == row.row_city, links.value.in_(filters.cities)
    )
    of_only_city = row.only_city.in_(filters.cities) & (
        (row.row_bits == row.city_bits) | ((row.row_bits == 0) & row.of_one_country)
    )
    return sa.case(
        (row.row_city.in_(filters.cities) & took_part, YES),
        (row.row_city != "", NO),
        ((row.listed == 0) & sa.func.coalesce(of_only_city, sa.false()), YES),
        ((row.row_bits != 0) & ~_chosen_city_within(filters, row), NO),
        else_=UNKNOWN,
    )


def _chosen_city_within(filters: Filters, row: Any) -> sa.ColumnElement[bool]:
    """Whether a chosen city that took part lies in the country of the row."""
    links = schema.LINKS["activities", "cities"].alias("concerned").c
    cities = schema.cities.alias("place").c
    return sa.exists().where(
        links.record == row.id,
        links.value.in_(filters.cities),
        cities.id == links.value,
        cities.country_bits == row.row_bits,
    )


def _usable(each: sa.FromClause, *, mayors: bool) -> sa.ColumnElement[bool]:
    column = each.c
    usable = (column.listed == 1) | (column.all_rows > 0)
    if not mayors:
        return usable
    return usable & ((column.mayor_rows > 0) | (column.unspecified_rows == 0))


def _usable_there(filters: Filters, *, mayors: bool) -> sa.ColumnElement[bool]:
    """The same of one activity by its rows of a place: cheap where few activities are asked of."""
    facts, row = schema.activity_facts, schema.head_count_facts.c
    counted = (
        sa.exists()
        .where(
            *(row[name] == facts.c[name] for name in ("programme", "slot", "activity")),
            _state(filters) == YES,
        )
        .correlate(facts)
    )
    column = facts.c
    usable = column.listed.is_not(None) & ((column.listed == 1) | counted)
    if not mayors:
        return usable
    # What holds of all rows comes first: most activities need no look at their own.
    told = (column.mayor_rows > 0) & counted.where(row.mayor_rows > 0)
    return usable & (
        (column.unspecified_rows == 0) | told | ~counted.where(row.unspecified_rows > 0)
    )


def sums_of_people(each: sa.Subquery) -> dict[str, sa.ColumnElement[Any]]:
    """Add up rows of `per_activity`: the sums of `schema.PEOPLE_SUMS`, and the genders."""
    column = each.c
    sums: dict[str, sa.ColumnElement[Any]] = {}
    for group, mayors in (("all", False), ("mayor", True)):
        usable, people = _usable(each, mayors=mayors), column[f"{group}_people"]
        head_count = usable & (column.listed == 0) & (column[f"{group}_rows"] > 0)
        largest = sa.func.max(sa.case((head_count, people)))
        sums |= {
            f"{group}_usable": _sum(usable, sa.literal(1)),
            f"{group}_sum": _sum(usable, people),
            f"{group}_largest": sa.func.coalesce(largest, 0),
            f"{group}_is_rough": _any(column[f"{group}_rough"] == 1),
            f"{group}_head_counts": _any(head_count),
        }
    genders = ("female", "gendered", "ungendered")
    return sums | {name: sa.func.sum(column[name]) for name in genders}


def _by_month(asking: Asking) -> sa.Select[Any]:
    """Add up the activities of each month and kind: totals and trend come from one reading."""
    place = whole.place_of(asking.filters)
    if place is not None and whole.of_whole_months(asking.filters, asking.as_of):
        return _of_months(asking.filters, place)
    each = per_activity(asking.filters)
    sums = [column.label(name) for name, column in sums_of_people(each).items()]
    return sa.select(each.c.slot, *sums).group_by(each.c.programme, each.c.slot)


def _of_months(filters: Filters, place: int) -> sa.Select[Any]:
    """The same from the sums of months."""
    table = schema.activity_months
    names = (*schema.PEOPLE_SUMS, "female", "gendered", "ungendered")
    query = whole.selected_months(
        whole.ACTIVITY_MONTHS, filters, (place,), table.c.slot, *whole.sums_of(table, names)
    ).where(table.c.with_people > 0)
    return query.group_by(table.c.programme, table.c.slot)


def _distinct(filters: Filters) -> sa.Select[Any]:
    """Count the different persons of the rows that count, and the mayors among them."""
    row = schema.person_facts.c
    mayor = sa.func.max(sa.case((row.mayor, 1), else_=0)).label("mayor")
    query = pick.selected(pick.PERSONS, filters, mayor).group_by(row.person)
    if filters.countries:
        shared = row.row_bits.bitwise_and(row.country_bits).bitwise_and(filters.country_bits)
        query = query.where(shared != 0)
    if filters.cities:
        links = schema.LINKS["activities", "cities"].alias("took_part").c
        took_part = sa.exists().where(
            links.record == row.id, links.value == row.row_city, links.value.in_(filters.cities)
        )
        query = query.where(row.row_city.in_(filters.cities), took_part)
    each = query.subquery("persons")
    return sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(each.c.mayor), 0)).select_from(
        each
    )


def _head_count(months: Iterable[sa.RowMapping], group: str, held: int, distinct: int) -> HeadCount:
    rows = list(months)
    return HeadCount(
        activities=held,
        usable=sum(int(row[f"{group}_usable"]) for row in rows),
        people=sum(int(row[f"{group}_sum"]) for row in rows),
        largest=max((int(row[f"{group}_largest"]) for row in rows), default=0),
        distinct=distinct,
        rough=any(row[f"{group}_is_rough"] for row in rows),
        head_counts=any(row[f"{group}_head_counts"] for row in rows),
        months=tuple(
            MonthOfPeople(
                month_in(row["slot"]), int(row[f"{group}_usable"]), int(row[f"{group}_sum"])
            )
            for row in rows
        ),
    )


def _counted(group: HeadCount, value: int, *, lower: bool) -> Count:
    missing = group.activities - group.usable
    if group.activities and not group.usable:
        return Count(None, None, 0)
    bound = lower or group.rough or missing > 0
    return Count(float(value), "at-least" if bound else "exact", group.usable)


def _sum(condition: sa.ColumnElement[bool], what: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, what), else_=0)), 0)


def _any(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.max(sa.case((condition, 1), else_=0)), 0)

"""People at activities: attendances, different people, mayors and the share of women.

Rows are those of `participants` where the activity has any, else its region rows of `attendance`.
A row is counted, known to be from elsewhere, or not attributable because its country or city is
not recorded; the contract's three cases are the three states here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema, values
from data.counting import selection as pick
from data.counting.asking import HELD, Asking
from data.counting.months import MonthOf
from data.figures import Count, Reason
from data.filters import Filters

MAYORS = "mayors-local-leaders"
YES, NO, UNKNOWN = 1, 0, 2
_SINGLE_COUNTRY = tuple(values.COUNTRY_BITS.values())


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


@dataclass(frozen=True, slots=True)
class People:
    """What the rows of the selected held activities add up to."""

    everyone: HeadCount
    mayors: HeadCount
    female: int
    gendered: int
    ungendered: int


def count_attendances(people: People, left_out: dict[str, int]) -> Count:
    """Rule `attendances`."""
    return _counted(people.everyone, people.everyone.people, left_out, lower=False)


def count_people(group: HeadCount, left_out: dict[str, int]) -> Count:
    """Rules `people-engaged` and `mayors-engaged`: never adds head-counts up into people."""
    value = max(group.distinct, group.largest) if group.head_counts else group.distinct
    return _counted(group, value, left_out, lower=group.head_counts)


def count_women_share(people: People, left_out: dict[str, int]) -> Count:
    """Rule `women-share`: percent, exact, null when no gender is recorded."""
    share = 100 * people.female / people.gendered if people.gendered else None
    return Count(
        value=share,
        bound="exact" if share is not None else None,
        counted=people.everyone.usable,
        left_out=_with_missing(left_out, people.everyone),
        numerator=people.female,
        denominator=people.gendered,
        unrecorded=people.ungendered,
    )


def evidence(filters: Filters, kinds: Sequence[str], *, mayors: bool) -> sa.Select[Any]:
    """Select id, row and reason of every candidate activity of a people rule."""
    columns = schema.activities.c
    each = per_activity(filters)
    usable = sa.select(each.c.activity).where(_usable(each, mayors=mayors))
    own = [(columns.id.not_in(usable), pick.because(Reason.NO_HEAD_COUNT))]
    return pick.selection(
        pick.ACTIVITIES, filters, columns.id, columns.row, statuses=HELD, kinds=kinds, then=own
    )


def read_people(asking: Asking) -> People:
    """Add up the rows of the selected held activities; two statements, whatever their number."""
    each = per_activity(asking.filters)
    row = asking.connection.execute(_totals(each)).mappings().one()
    distinct = asking.connection.execute(_distinct(asking.filters)).one()
    held = sum(tally.records for tally in asking.activity_tally if tally.reason(()) is None)
    return People(
        everyone=_head_count(row, "all", held, int(distinct[0])),
        mayors=_head_count(row, "mayor", held, int(distinct[1])),
        female=int(row["female"]),
        gendered=int(row["gendered"]),
        ungendered=int(row["ungendered"]),
    )


def by_activity(asking: Asking, *, mayors: bool, most: int) -> list[tuple[Any, int | None]]:
    """List (first day, people or None) of the selected held activities, dated ones in order."""
    columns, each = schema.activities.c, per_activity(asking.filters)
    people = sa.case(
        (_usable(each, mayors=mayors), each.c.mayor_people if mayors else each.c.all_people)
    )
    query = (
        pick.selected(pick.ACTIVITIES, asking.filters, columns.first_day, people, statuses=HELD)
        .join_from(schema.activities, each, each.c.activity == columns.id, isouter=True)
        .order_by(columns.first_day.is_(None), columns.first_day, columns.row)
        .limit(most)
    )
    return [(row[0], row[1]) for row in asking.connection.execute(query)]


def by_month(asking: Asking, *, mayors: bool) -> list[tuple[str | None, int, int, int]]:
    """List (month, activities, those with a head-count, attendances), undated month None."""
    columns, each = schema.activities.c, per_activity(asking.filters)
    usable = _usable(each, mayors=mayors)
    people = each.c.mayor_people if mayors else each.c.all_people
    month = MonthOf(columns.first_day)
    query = (
        pick.selected(
            pick.ACTIVITIES,
            asking.filters,
            month,
            sa.func.count(),
            _sum(usable, sa.literal(1)),
            _sum(usable, people),
            statuses=HELD,
        )
        .join_from(schema.activities, each, each.c.activity == columns.id, isouter=True)
        .group_by(month)
        .order_by(month)
    )
    return [
        (row[0], int(row[1]), int(row[2]), int(row[3])) for row in asking.connection.execute(query)
    ]


def per_activity(filters: Filters) -> sa.Subquery:
    """One row per selected held activity with rows: people, rows and flags of each group."""
    rows = sa.union_all(_participant_rows(filters), _attendance_rows(filters)).subquery("rows")
    column = rows.c
    counted, unknown = column.state == YES, column.state == UNKNOWN
    mayor, unspecified = column.group == MAYORS, column.group == "unspecified"
    gendered = column.gender.in_(("female", "male", "other"))
    return (
        sa.select(
            column.activity,
            sa.func.max(column.listed).label("listed"),
            _sum(counted, sa.literal(1)).label("all_rows"),
            _sum(counted, column.people).label("all_people"),
            _any(unknown | (counted & (column.rough == 1))).label("all_rough"),
            _sum(counted & mayor, sa.literal(1)).label("mayor_rows"),
            _sum(counted & mayor, column.people).label("mayor_people"),
            _any(mayor & (unknown | (counted & (column.rough == 1)))).label("mayor_rough"),
            _sum(counted & unspecified, sa.literal(1)).label("unspecified_rows"),
            _sum(counted & (column.gender == "female"), column.people).label("female"),
            _sum(counted & gendered, column.people).label("gendered"),
            _sum(counted & ~gendered, column.people).label("ungendered"),
        )
        .group_by(column.activity)
        .subquery("each")
    )


def _participant_rows(filters: Filters) -> sa.Select[Any]:
    rows = schema.participants.c
    query = pick.selected(
        pick.ACTIVITIES,
        filters,
        rows.activity,
        rows.group,
        rows.gender,
        sa.literal(1).label("people"),
        sa.literal(0).label("rough"),
        sa.literal(1).label("listed"),
        _participant_state(filters).label("state"),
        statuses=HELD,
    )
    return query.join_from(
        schema.activities, schema.participants, rows.activity == schema.activities.c.id
    )


def _attendance_rows(filters: Filters) -> sa.Select[Any]:
    rows, activity = schema.attendance.c, schema.activities.c
    rough = sa.case((rows.basis != "exact", 1), else_=0)
    query = pick.selected(
        pick.ACTIVITIES,
        filters,
        rows.activity,
        rows.group,
        rows.gender,
        rows["count"].label("people"),
        rough.label("rough"),
        sa.literal(0).label("listed"),
        _attendance_state(filters).label("state"),
        statuses=HELD,
    )
    on = sa.and_(rows.activity == activity.id, rows.scope == "region")
    return query.join_from(schema.activities, schema.attendance, on).where(
        ~activity.has_participants
    )


def _participant_state(filters: Filters) -> sa.ColumnElement[int]:
    rows, activity = schema.participants.c, schema.activities.c
    country = sa.case(
        (rows.country_bits == 0, UNKNOWN),
        (_shares(rows.country_bits, activity.country_bits, filters.country_bits), YES),
        else_=NO,
    )
    links = schema.LINKS["activities", "cities"].alias("took_part").c
    took_part = sa.exists().where(links.record == activity.id, links.value == rows.city)
    city = sa.case(
        (
            rows.city.is_(None)
            & (rows.country_bits != 0)
            & ~_chosen_city_within(filters, rows.country_bits),
            NO,
        ),
        (rows.city.is_(None), UNKNOWN),
        (rows.city.in_(filters.cities) & took_part, YES),
        else_=NO,
    )
    return _state(filters, country, city)


def _attendance_state(filters: Filters) -> sa.ColumnElement[int]:
    rows, activity = schema.attendance.c, schema.activities.c
    of_one_country = activity.reach.in_(("city", "country")) & activity.country_bits.in_(
        _SINGLE_COUNTRY
    )
    country = sa.case(
        (
            rows.country_bits != 0,
            sa.case(
                (_shares(rows.country_bits, activity.country_bits, filters.country_bits), YES),
                else_=NO,
            ),
        ),
        (of_one_country, YES),
        else_=UNKNOWN,
    )
    same = rows.country_bits == activity.city_bits
    city = sa.case(
        (
            activity.only_city.in_(filters.cities)
            & (same | ((rows.country_bits == 0) & of_one_country)),
            YES,
        ),
        ((rows.country_bits != 0) & ~_chosen_city_within(filters, rows.country_bits), NO),
        else_=UNKNOWN,
    )
    return _state(filters, country, city)


def _state(
    filters: Filters, country: sa.ColumnElement[int], city: sa.ColumnElement[int]
) -> sa.ColumnElement[int]:
    """Join the two answers: no beats unknown, unknown beats yes."""
    asked = [
        answer
        for chosen, answer in ((filters.countries, country), (filters.cities, city))
        if chosen
    ]
    if not asked:
        return sa.literal(YES)
    return sa.case(
        (sa.or_(*(answer == NO for answer in asked)), NO),
        (sa.or_(*(answer == UNKNOWN for answer in asked)), UNKNOWN),
        else_=YES,
    )


def _chosen_city_within(filters: Filters, bits: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """Whether a chosen city that the activity itself concerns lies in a country of `bits`."""
    links = schema.LINKS["activities", "cities"].alias("concerned").c
    cities = schema.cities.alias("place").c
    return sa.exists().where(
        links.record == schema.activities.c.id,
        links.value.in_(filters.cities),
        cities.id == links.value,
        cities.country_bits == bits,
    )


def _shares(
    row: sa.ColumnElement[Any], activity: sa.ColumnElement[Any], chosen: int
) -> sa.ColumnElement[bool]:
    return row.bitwise_and(activity).bitwise_and(chosen) != 0


def _usable(each: sa.Subquery, *, mayors: bool) -> sa.ColumnElement[bool]:
    column = each.c
    usable = (column.listed == 1) | (column.all_rows > 0)
    if not mayors:
        return usable
    return usable & ((column.mayor_rows > 0) | (column.unspecified_rows == 0))


def _totals(each: sa.Subquery) -> sa.Select[Any]:
    column, parts = each.c, []
    for group, mayors in (("all", False), ("mayor", True)):
        usable, people = _usable(each, mayors=mayors), column[f"{group}_people"]
        head_count = usable & (column.listed == 0) & (column[f"{group}_rows"] > 0)
        parts += [
            _sum(usable, sa.literal(1)).label(f"{group}_usable"),
            _sum(usable, people).label(f"{group}_sum"),
            sa.func.coalesce(sa.func.max(sa.case((head_count, people))), 0).label(
                f"{group}_largest"
            ),
            _any(column[f"{group}_rough"] == 1).label(f"{group}_is_rough"),
            _any(head_count).label(f"{group}_head_counts"),
        ]
    parts += [
        sa.func.coalesce(sa.func.sum(column[name]), 0).label(name)
        for name in ("female", "gendered", "ungendered")
    ]
    return sa.select(*parts)


def _distinct(filters: Filters) -> sa.Select[Any]:
    rows = schema.participants.c
    query = pick.selected(
        pick.ACTIVITIES,
        filters,
        sa.func.count(rows.person.distinct()),
        sa.func.count(sa.case((rows.group == MAYORS, rows.person)).distinct()),
        statuses=HELD,
    ).join_from(schema.activities, schema.participants, rows.activity == schema.activities.c.id)
    return query.where(_participant_state(filters) == YES) if filters.has_place else query


def _head_count(row: sa.RowMapping, group: str, held: int, distinct: int) -> HeadCount:
    return HeadCount(
        activities=held,
        usable=int(row[f"{group}_usable"]),
        people=int(row[f"{group}_sum"]),
        largest=int(row[f"{group}_largest"]),
        distinct=distinct,
        rough=bool(row[f"{group}_is_rough"]),
        head_counts=bool(row[f"{group}_head_counts"]),
    )


def _counted(group: HeadCount, value: int, left_out: dict[str, int], *, lower: bool) -> Count:
    missing = group.activities - group.usable
    reasons = _with_missing(left_out, group)
    if group.activities and not group.usable:
        return Count(None, None, 0, reasons)
    bound = lower or group.rough or missing > 0
    return Count(float(value), "at-least" if bound else "exact", group.usable, reasons)


def _with_missing(left_out: dict[str, int], group: HeadCount) -> dict[str, int]:
    missing = group.activities - group.usable
    return {**left_out, str(Reason.NO_HEAD_COUNT): missing} if missing else left_out


def _sum(condition: sa.ColumnElement[bool], what: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, what), else_=0)), 0)


def _any(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.max(sa.case((condition, 1), else_=0)), 0)

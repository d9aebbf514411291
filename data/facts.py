"""Derived facts: what the counting rules read, worked out once a load from the other tables.

A table of facts about activities repeats, in one narrow row, the columns by which a filter selects
them; that about needs says what answers each. The rules could read the sheets' own tables as well;
a test holds the two equal.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from data import schema, values
from data.counting.slots import quarter_of, slot_of
from data.month_facts import fill_months
from data.needs.answers import answers_of_needs
from data.quality_sums import attendance_sums, quality_sums
from data.sources_used import SOURCED_SHEETS, resting_on_sources
from data.voices.stages import stage_of

_MAYORS = "mayors-local-leaders"
_SHARED = ("id", "programme", "status", "kind", "slot", "country_bits", "city_bits", "theme_bits",
           "funder_bits", "first_day", "last_day")  # fmt: skip


def fill_facts(connection: sa.Connection) -> None:
    """Derive every table of facts anew; they must be empty."""
    _fill(connection, schema.head_count_facts, _head_counts())
    _fill(connection, schema.activity_facts, _activities())
    _fill(connection, schema.city_facts, _cities())
    _fill(connection, schema.person_facts, _persons())
    _fill(connection, schema.need_answers, answers_of_needs())
    _fill(connection, schema.quality_facts, _qualities())
    fill_months(connection)
    for sheet in SOURCED_SHEETS:
        _fill(connection, schema.source_uses, resting_on_sources(sheet))


def _fill(connection: sa.Connection, table: sa.Table, query: sa.Select[Any]) -> None:
    names = [column.name for column in table.columns]
    connection.execute(table.insert().from_select(names, query))


def _shared() -> list[sa.ColumnElement[Any]]:
    activity = schema.activities.c
    return [slot_of(activity) if name == "slot" else activity[name] for name in _SHARED]


def _approved(*, held: bool) -> list[sa.ColumnElement[bool]]:
    activity = schema.activities.c
    return [activity.review == "approved", *([activity.status == "held"] if held else [])]


def _cities() -> sa.Select[Any]:
    links = schema.LINKS["activities", "cities"]
    return (
        sa.select(
            *_shared(), links.c.value, quarter_of(schema.activities.c), schema.activities.c.row
        )
        .join_from(schema.activities, links, links.c.record == schema.activities.c.id)
        .where(*_approved(held=False))
    )


def _persons() -> sa.Select[Any]:
    row = schema.participants.c
    return (
        sa.select(
            row.person,
            schema.activities.c.row,
            *_shared(),
            row.group == _MAYORS,
            row.country_bits,
            sa.func.coalesce(row.city, ""),
        )
        .join_from(schema.activities, schema.participants, row.activity == schema.activities.c.id)
        .where(*_approved(held=True))
    )


def _activities() -> sa.Select[Any]:
    """Select every approved activity, with the sums of all its people."""
    heads = schema.head_count_facts.c
    sums = (
        sa.select(
            heads.activity,
            sa.func.max(heads.listed).label("listed"),
            *(_whole(heads[name]).label(name) for name in schema.HEAD_COUNT_SUMS),
        )
        .group_by(heads.activity)
        .subquery("sums")
    )
    activity, partners = schema.activities.c, _partner_bits()
    return (
        sa.select(
            *_shared(),
            activity.row,
            sums.c.listed,
            stage_of(activity),
            sa.func.coalesce(partners.c.bits, 0),
            activity.followed_up,
            *(sums.c[name] for name in schema.HEAD_COUNT_SUMS),
        )
        .join_from(schema.activities, sums, sums.c.activity == activity.row, isouter=True)
        .join(partners, partners.c.record == activity.id, isouter=True)
        .where(*_approved(held=False))
    )


def _partner_bits() -> sa.Subquery:
    """Join the bits of the partners of each activity that names one."""
    links, organisations = schema.LINKS["activities", "partners"], schema.organisations
    bits = sa.cast(sa.func.sum(organisations.c.bit), sa.BigInteger).label("bits")
    return (
        sa.select(links.c.record, bits)
        .join_from(links, organisations, organisations.c.id == links.c.value)
        .group_by(links.c.record)
        .subquery("partner_bits")
    )


def _whole(column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    """Add up a sum; a mark of rough counting holds as soon as one row has it."""
    return sa.func.max(column) if column.name.endswith("_rough") else sa.func.sum(column)


def _qualities() -> sa.Select[Any]:
    """Select every activity, with what is missing in it and in its attendance."""
    activity, rows = schema.activities, attendance_sums().subquery("counted")
    return sa.select(activity.c.row, *_shared(), *quality_sums(rows)).join_from(
        activity, rows, rows.c.activity == activity.c.id, isouter=True
    )


def _head_counts() -> sa.Select[Any]:
    """Select the people of each held activity, by country and city of the row."""
    rows = sa.union_all(_participant_rows(), _attendance_rows()).subquery("rows")
    row, activity = rows.c, schema.activities.c
    mayor, rough = row.group == _MAYORS, row.rough == 1
    gendered = row.gender.in_(("female", "male", "other"))
    one_country = activity.reach.in_(("city", "country")) & activity.country_bits.in_(
        list(values.COUNTRY_BITS.values())
    )
    sums = {
        "all_rows": sa.func.count(),
        "all_people": sa.func.sum(row.people),
        "all_rough": _flag(rough),
        "mayor_rows": _sum(mayor, sa.literal(1)),
        "mayor_people": _sum(mayor, row.people),
        "mayor_rough": _flag(mayor & rough),
        "unspecified_rows": _sum(row.group == "unspecified", sa.literal(1)),
        "female": _sum(row.gender == "female", row.people),
        "gendered": _sum(gendered, row.people),
        "ungendered": _sum(~gendered, row.people),
    }
    own = [activity.row, row.row_bits, row.row_city, *_shared(), activity.only_city, one_country,
           row.listed]  # fmt: skip
    return (
        sa.select(*own, *(sums[name] for name in schema.HEAD_COUNT_SUMS))
        .join_from(schema.activities, rows, row.activity == activity.id)
        .where(*_approved(held=True))
        .group_by(*own, activity.reach, activity.kind)
    )


def _participant_rows() -> sa.Select[Any]:
    row = schema.participants.c
    return sa.select(
        row.activity,
        row.country_bits.label("row_bits"),
        sa.func.coalesce(row.city, "").label("row_city"),
        row.group,
        row.gender,
        sa.literal(1).label("people"),
        sa.literal(0).label("rough"),
        sa.literal(1).label("listed"),
    )


def _attendance_rows() -> sa.Select[Any]:
    """Select the region's head-counts, of activities without a list of participants."""
    row, activity = schema.attendance.c, schema.activities.c
    return (
        sa.select(
            row.activity,
            row.country_bits,
            sa.literal(""),
            row.group,
            row.gender,
            row["count"],
            sa.case((row.basis != "exact", 1), else_=0),
            sa.literal(0),
        )
        .join_from(schema.attendance, schema.activities, activity.id == row.activity)
        .where(row.scope == "region", ~activity.has_participants)
    )


def _sum(condition: sa.ColumnElement[bool], what: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    return sa.func.sum(sa.case((condition, what), else_=0))


def _flag(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.max(sa.case((condition, 1), else_=0))

"""Which records a filter selects, and why the others are left out: one CASE expression a sheet.

A selection is a subquery over one sheet with a row per candidate record (approved and of the
programme) and the column `reason`, null when the filter selects it. Reasons come in the
contract's order, so that each record has one: status, place, kind, theme, funder, channel, period.
Every figure, list of evidence and picture reads its records from a selection made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting.slots import within_slots
from data.figures import Reason
from data.filters import Filters

Condition = sa.ColumnElement[bool]
Step = tuple[Condition, sa.ColumnElement[str]]


@dataclass(frozen=True, slots=True)
class SheetParts:
    """What a filter can select on in one sheet; None where the sheet has no such column."""

    table: sa.Table
    cities: sa.Table | None = None
    one_city: sa.Column[Any] | None = None
    kinds: bool = False
    themes: sa.Table | None = None
    one_theme: sa.Column[Any] | None = None
    funders: sa.Table | None = None
    channels: sa.Table | None = None


def _of_activities(table: sa.Table) -> SheetParts:
    """The parts of a table that repeats the columns of an activity."""
    return SheetParts(
        table,
        cities=schema.LINKS["activities", "cities"],
        kinds=True,
        themes=schema.LINKS["activities", "themes"],
        funders=schema.LINKS["activities", "funders"],
    )


ACTIVITY_SHEET = _of_activities(schema.activities)
ACTIVITIES = _of_activities(schema.activity_facts)
ACTIVITY_CITIES = _of_activities(schema.city_facts)
HEAD_COUNTS = _of_activities(schema.head_count_facts)
PERSONS = _of_activities(schema.person_facts)
QUALITY = _of_activities(schema.quality_facts)
SUPPORT = SheetParts(
    schema.support,
    cities=schema.LINKS["support", "cities"],
    themes=schema.LINKS["support", "themes"],
    funders=schema.LINKS["support", "funders"],
    channels=schema.LINKS["support", "channels"],
)
OUTPUTS = SheetParts(schema.outputs, cities=schema.LINKS["outputs", "cities"])
CITIES = SheetParts(schema.cities, one_city=schema.cities.c.id)


def has_bits(column: sa.ColumnElement[Any], bits: int) -> Condition:
    """Whether a column of country bits shares one with `bits`."""
    return column.bitwise_and(bits) != 0


def is_among(table: sa.Table, record: sa.ColumnElement[Any], wanted: Iterable[str]) -> Condition:
    """Whether a link table gives the record one of the wanted values."""
    return record.in_(sa.select(table.c.record).where(table.c.value.in_(list(wanted))))


def candidates(parts: SheetParts, filters: Filters) -> list[Condition]:
    """The conditions that make a record a candidate: approved, and of the programme."""
    columns = parts.table.c
    conditions: list[Condition] = []
    if "review" in columns:
        conditions.append(columns.review == "approved")
    if "programme" in columns and filters.programme != "all":
        conditions.append(columns.programme == filters.programme)
    return conditions


def reason_before_kind(
    parts: SheetParts, filters: Filters, statuses: Sequence[str] | None
) -> list[Step]:
    """Steps for status and place; `statuses` are those that count, None = any."""
    columns = parts.table.c
    steps: list[Step] = []
    if statuses is not None:
        steps.append((columns.status.not_in(statuses), columns.status))
    if filters.has_place:
        steps.append((columns.country_bits == 0, because(Reason.REGIONAL)))
    if filters.countries:
        elsewhere = ~has_bits(columns.country_bits, filters.country_bits)
        steps.append((elsewhere, because(Reason.PLACE)))
    if filters.cities:
        steps.append((~_in_city(parts, filters.cities), because(Reason.PLACE)))
    return steps


def reason_from_kind(
    parts: SheetParts, filters: Filters, kinds: Sequence[str] | None = None
) -> list[Step]:
    """Steps for kind, theme, funder, channel and period; `kinds` are the rule's own."""
    columns = parts.table.c
    period = reason_of_period(columns.get("first_day"), columns.get("last_day"), filters)
    return _reason_of_parts(parts, filters, kinds) + period


def _reason_of_parts(
    parts: SheetParts, filters: Filters, kinds: Sequence[str] | None = None
) -> list[Step]:
    columns = parts.table.c
    steps: list[Step] = []
    if parts.kinds:
        asked = [allowed for allowed in (kinds, filters.kinds) if allowed]
        steps += [(columns.kind.not_in(allowed), because(Reason.KIND)) for allowed in asked]
    links = (
        (parts.themes, filters.themes, Reason.THEME, "theme_bits", schema.themes),
        (parts.funders, filters.funders, Reason.FUNDER, "funder_bits", schema.organisations),
        (parts.channels, filters.channels, Reason.CHANNEL, "", None),
    )
    for table, wanted, reason, bits, sheet in links:
        if table is None or not wanted:
            continue
        among = is_among(table, columns.id, wanted)
        if sheet is not None and bits in columns:
            chosen = sheet.c.id.in_(wanted)
            among = has_a_bit_or_link(columns.id, columns[bits], sheet, table, chosen)
        steps.append((~among, because(reason)))
    if parts.one_theme is not None and filters.themes:
        known = sa.func.coalesce(parts.one_theme, "").in_(filters.themes)
        steps.append((~known, because(Reason.THEME)))
    return steps


def reason_of_period(
    first: sa.ColumnElement[date] | None, last: sa.ColumnElement[date] | None, filters: Filters
) -> list[Step]:
    """Steps for the period over an interval of days; no steps for a sheet without dates."""
    if first is None or last is None or not filters.has_period:
        return []
    start, end = filters.first_day, filters.last_day
    outside = [last < start] if start else []
    crossing = [first < start] if start else []
    if end:
        outside.append(first > end)
        crossing.append(last > end)
    return [
        (first.is_(None), because(Reason.UNDATED)),
        (sa.or_(*outside), because(Reason.OUTSIDE)),
        (sa.or_(*crossing), because(Reason.IMPRECISE)),
    ]


def reason_case(steps: Sequence[Step]) -> sa.Label[Any]:
    """The first step that holds as a text column named `reason`, null when none does."""
    if not steps:
        return sa.cast(sa.null(), sa.Text).label("reason")
    return sa.case(*steps, else_=sa.null()).label("reason")


def selection(
    parts: SheetParts,
    filters: Filters,
    *columns: sa.ColumnElement[Any],
    statuses: Sequence[str] | None = None,
    kinds: Sequence[str] | None = None,
    then: Sequence[Step] = (),
) -> sa.Select[Any]:
    """Select every candidate with its `reason`; `then` are the rule's own steps, the last."""
    steps = reason_before_kind(parts, filters, statuses) + reason_from_kind(parts, filters, kinds)
    return sa.select(*columns, reason_case([*steps, *then])).where(*candidates(parts, filters))


def selected(
    parts: SheetParts,
    filters: Filters,
    *columns: sa.ColumnElement[Any],
    statuses: Sequence[str] | None = None,
    kinds: Sequence[str] | None = None,
) -> sa.Select[Any]:
    """Select only the records for which no reason holds: the same steps as conditions."""
    steps = reason_before_kind(parts, filters, None) + _reason_of_parts(parts, filters, kinds)
    holding = [sa.not_(condition) for condition, _ in steps]
    if statuses is not None:
        holding.append(parts.table.c.status.in_(statuses))
    inside = _inside_period(parts, filters)
    return sa.select(*columns).where(*candidates(parts, filters), *holding, *inside)


def _inside_period(parts: SheetParts, filters: Filters) -> list[Condition]:
    """What `reason_of_period` leaves, said as ranges; an undated record is in none."""
    columns = parts.table.c
    if "first_day" not in columns or not filters.has_period:
        return []
    conditions: list[Condition] = within_slots(columns.slot, filters) if "slot" in columns else []
    if filters.first_day:
        conditions.append(columns.first_day >= filters.first_day)
    if filters.last_day:
        conditions.append(columns.last_day <= filters.last_day)
    return conditions


def has_a_bit_or_link(
    record: sa.ColumnElement[Any],
    bits: sa.ColumnElement[Any],
    sheet: sa.Table,
    links: sa.Table,
    chosen: Condition,
) -> Condition:
    """Whether a record has one of the chosen values: by its bit, or by its link if it has none.

    `chosen` stands over `sheet`, whose records the values are.
    """
    mask = sa.select(sa.cast(sa.func.coalesce(sa.func.sum(sheet.c.bit), 0), sa.BigInteger))
    by_bit: Condition = bits.bitwise_and(mask.where(chosen).scalar_subquery()) != 0
    without = sa.select(sheet.c.id).where(chosen, sheet.c.bit == 0)
    by_link: Condition = record.in_(sa.select(links.c.record).where(links.c.value.in_(without)))
    return by_bit | by_link


def names_city(parts: SheetParts, filters: Filters) -> Condition:
    """Whether the record's list of cities has one, of the chosen places where some are chosen."""
    columns = parts.table.c
    if not filters.has_place:
        return columns.city_bits != 0
    if not filters.cities:
        return has_bits(columns.city_bits, filters.country_bits)
    assert parts.cities is not None
    links = parts.cities.c
    return columns.id.in_(sa.select(links.record).where(links.value.in_(chosen_cities(filters))))


def chosen_cities(filters: Filters) -> sa.Select[Any]:
    """Select the ids of the cities of the chosen countries and cities; all when none is chosen."""
    cities = schema.cities.c
    query = sa.select(cities.id)
    if filters.countries:
        query = query.where(cities.country.in_(filters.countries))
    if filters.cities:
        query = query.where(cities.id.in_(filters.cities))
    return query


def _in_city(parts: SheetParts, cities: Sequence[str]) -> Condition:
    if parts.cities is not None:
        return is_among(parts.cities, parts.table.c.id, cities)
    assert parts.one_city is not None
    return sa.func.coalesce(parts.one_city, "").in_(cities)


def because(reason: Reason) -> sa.ColumnElement[str]:
    """The reason as a text constant of the statement."""
    return sa.literal_column(f"'{str(reason).replace(chr(39), chr(39) * 2)}'", sa.Text)

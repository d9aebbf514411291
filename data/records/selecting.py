"""Which records of a sheet are listed: by the filter, of a figure, or in want of something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import RULES, Question
from data.filters import Filters
from data.quality import approved, quality_condition
from data.quality_selection import PARTS, selects
from data.records.asked import RecordsAsked
from data.records.listing import Condition, Listing
from data.records.part_rules import PART_RULES
from data.records.parts import part_conditions
from data.records.shown import key_column
from data.records.sorting import SORTS, Sort, default_sort

MONTHLY_SORTS = ("date", "kind", "status")
"""Sorts of activities that stay quick however many there are."""


def listing_of(question: Question, asked: RecordsAsked) -> Listing:
    """Say which records are listed and in which order; the question's own filter plays no part."""
    facts = asked.sheet == "activities" and not (asked.quality or asked.parts)
    if facts and (asked.sort is None or asked.sort.name in MONTHLY_SORTS):
        conditions = _narrowed(question, asked, schema.activity_facts, pick.ACTIVITIES)
        return _of_facts(conditions, asked.sort)
    table = schema.metadata.tables[asked.sheet]
    conditions = _narrowed(question, asked, table, PARTS.get(asked.sheet))
    told_apart = part_conditions(question, asked.sheet, asked.parts, PART_RULES)
    return _of_sheet(asked.sheet, [*conditions, *told_apart], asked.sort)


def linked_listing(sheet: str, column: str, key: str | int) -> Listing:
    """List the approved records of a sheet that name a record in a column, of any programme."""
    facts = sheet == "activities"
    table = schema.activity_facts if facts else schema.metadata.tables[sheet]
    conditions = [_names(sheet, column, key, table)]
    if facts:
        return _of_facts(conditions, default_sort(sheet))
    return _of_sheet(sheet, [approved(sheet), *conditions], default_sort(sheet))


def _of_facts(conditions: Sequence[Condition], sort: Sort | None) -> Listing:
    columns = schema.activity_facts.c
    return Listing(columns.id, columns.activity, tuple(conditions), sort, None, monthly=True)


def _of_sheet(sheet: str, conditions: Sequence[Condition], sort: Sort | None) -> Listing:
    columns = schema.metadata.tables[sheet].c
    column = SORTS[sheet][sort.name] if sort else None
    return Listing(columns[key_column(sheet)], columns.row, tuple(conditions), sort, column)


def _names(sheet: str, column: str, key: str | int, table: sa.Table) -> Condition:
    """Whether a record names another in a list or in a single cell."""
    named = table.c["id" if "id" in table.c else "row"]
    links = schema.LINKS.get((sheet, column))
    if links is not None:
        return named.in_(sa.select(links.c.record).where(links.c.value == key))
    own = schema.metadata.tables[sheet].c
    if column in table.c:
        return table.c[column] == key
    return named.in_(sa.select(own.id).where(own[column] == key))


def _narrowed(
    question: Question, asked: RecordsAsked, table: sa.Table, parts: pick.SheetParts | None
) -> list[Condition]:
    if asked.figure is not None:
        return _behind_figure(question.under(asked.figure.filters), asked, table)
    if asked.quality is not None:
        wanting = quality_condition(asked.sheet, asked.quality)
        assert wanting is not None
        return [*selects(asked.sheet, asked.filters), wanting]
    if parts is not None:
        return _conditions(pick.selected(parts, asked.filters))
    return _of_other_sheet(asked.sheet, asked.filters)


def _behind_figure(question: Question, asked: RecordsAsked, table: sa.Table) -> list[Condition]:
    """The evidence of a figure as conditions: its own where it reads the table that is listed."""
    assert asked.figure is not None
    indicator = asked.figure.indicator
    evidence = RULES[indicator.rule].evidence(question, indicator)
    if evidence.get_final_froms() == [table]:
        judged: Any = evidence.selected_columns["reason"]
        return [*_conditions(evidence), _for_reason(judged.element, asked.reason)]
    found = evidence.subquery()
    rows = sa.select(found.c.row).where(_for_reason(found.c.reason, asked.reason))
    return [(table.c["activity"] if "slot" in table.c else table.c["row"]).in_(rows)]


def _for_reason(judged: sa.ColumnElement[str], reason: str | None) -> Condition:
    return judged.is_(None) if reason is None else judged == reason


def _of_other_sheet(sheet: str, filters: Filters) -> list[Condition]:
    """Select of the sheets without places of their own; most of them concern no place."""
    if sheet == "attendance":
        activity = schema.activity_facts.c
        counted = pick.selected(pick.ACTIVITIES, filters, activity.id)
        return [sa.exists(counted.where(activity.id == schema.attendance.c.activity))]
    if sheet == "targets" and filters.countries:
        return [schema.targets.c.country.in_(filters.countries)]
    return selects(sheet, filters) if sheet == "published_figures" else []


def _conditions(query: sa.Select[Any]) -> list[Condition]:
    return [] if query.whereclause is None else [query.whereclause]

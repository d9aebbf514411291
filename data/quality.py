"""What is missing or rough in the records: one condition for each question of data quality.

A condition stands over the sheet's own table of the schema. It holds for approved records alone,
but for `drafts`; a head-count is approved when its activity is.
"""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from data import schema

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True, eq=False)
class Quality:
    """One question asked of a sheet: `condition` holds for the records in want of something.

    `asked` holds for the records that the question is asked of, those in want among them.
    """

    sheet: str
    name: str
    condition: Condition
    asked: Condition


def quality_condition(sheet: str, name: str) -> Condition | None:
    """Return the condition of a question by its sheet and name; None when there is none."""
    known = next((one for one in QUALITIES if (one.sheet, one.name) == (sheet, name)), None)
    return known.condition if known else None


def quality_names(sheet: str) -> tuple[str, ...]:
    """List the names of the questions that are asked of a sheet, in their order."""
    return tuple(one.name for one in QUALITIES if one.sheet == sheet)


def _quality(sheet: str, name: str, wanting: Condition, among: Condition | None = None) -> Quality:
    """Ask of the approved records of a sheet; `among` narrows whom the question is asked of."""
    asked = approved(sheet) if among is None else approved(sheet) & among
    return Quality(sheet, name, asked & wanting, asked)


def _drafts(sheet: str) -> Quality:
    return Quality(sheet, "drafts", schema.metadata.tables[sheet].c.review == "draft", sa.true())


def approved(sheet: str) -> Condition:
    """Whether a record is approved; every record is, of a sheet without a review."""
    columns = schema.metadata.tables[sheet].c
    if "review" in columns:
        return columns.review == "approved"
    if sheet != "attendance":
        return sa.true()
    activity = schema.activities.alias("counted_at").c
    counted = (activity.id == columns.activity) & (activity.review == "approved")
    return sa.exists().where(counted).correlate(schema.attendance)


def _undated(sheet: str, *dates: str) -> Quality:
    """Ask which records have none of the dates."""
    columns = schema.metadata.tables[sheet].c
    none = sa.and_(*(columns[f"{date}_first"].is_(None) for date in dates))
    return _quality(sheet, "undated", none)


def _imprecise(sheet: str, *dates: str) -> Quality:
    """Ask which records have a date that is known to the month or year alone."""
    columns = schema.metadata.tables[sheet].c
    rough = sa.or_(*(columns[f"{date}_precision"].in_(("month", "year")) for date in dates))
    dated = sa.or_(*(columns[f"{date}_first"].is_not(None) for date in dates))
    return _quality(sheet, "imprecise", rough, dated)


def _no_source(sheet: str) -> Quality:
    key = schema.metadata.tables[sheet].c.id
    return _quality(
        sheet, "no-source", key.not_in(sa.select(schema.LINKS[sheet, "sources"].c.record))
    )


def _no_head_count() -> Quality:
    activity = schema.activities.c
    rows = schema.attendance.alias("head_counts").c
    counted = sa.select(rows.activity).where(rows.scope == "region")
    none = ~activity.has_participants & activity.id.not_in(counted)
    return _quality("activities", "no-head-count", none, activity.status == "held")


def _joined_unknown() -> Quality:
    city = schema.cities.c
    return _quality(
        "cities", "joined-unknown", city.joined_first.is_(None), city.membership == "member"
    )


QUALITIES: tuple[Quality, ...] = (
    _undated("activities", "start"),
    _imprecise("activities", "start", "end"),
    _no_head_count(),
    _no_source("activities"),
    _drafts("activities"),
    _quality("attendance", "rough", schema.attendance.c.basis != "exact"),
    _quality("attendance", "gender-unspecified", schema.attendance.c.gender == "unspecified"),
    _undated("support", "requested", "started", "completed"),
    _imprecise("support", "requested", "started", "completed"),
    _no_source("support"),
    _drafts("support"),
    _joined_unknown(),
    _no_source("cities"),
    _undated("needs", "raised"),
    _imprecise("needs", "raised"),
    _no_source("needs"),
    _no_source("practices"),
    _undated("voices", "said"),
    _imprecise("voices", "said"),
    _no_source("voices"),
    _undated("outputs", "date"),
    _imprecise("outputs", "date"),
    _no_source("outputs"),
    _quality("published_figures", "not-reported", schema.published_figures.c.status == "missing"),
    _undated("published_figures", "as_of"),
    _no_source("published_figures"),
)
"""Every question, in the order of the sheets and of how much hangs on the answer."""

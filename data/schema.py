"""The reporting database: the workbook as normalised tables (SQLAlchemy Core).

Every sheet is a table of the same name and keeps the workbook's row order in `row`. A `;` list is
a link table `<sheet>_<column>` that keeps the order in `place`. A date column `x` is three columns:
`x_first` and `x_last` (earliest and latest day) and `x_precision` (year, month or day).

Columns said to be *derived* are written by `load` from the record's own cells and links, so that a
filter can be answered from one narrow row:

- `country_bits`: the countries that the record concerns, one bit each (`values.COUNTRY_BITS`),
  0 = regional;
- `first_day`, `last_day`: the interval that a filter's period is compared with, null = undated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from data import values

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _key() -> sa.Column[Any]:
    return sa.Column("id", sa.Text, primary_key=True)


def _row() -> sa.Column[Any]:
    return sa.Column("row", sa.Integer, nullable=False)


def _text(name: str, *, required: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=not required)


def _choice(name: str, choices: Sequence[str], *, required: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, _known(name, choices), nullable=not required)


def _known(name: str, choices: Sequence[str]) -> sa.CheckConstraint:
    allowed = ", ".join(f"'{choice}'" for choice in choices)
    return sa.CheckConstraint(f'"{name}" IN ({allowed})', name=f"{name}_known")


def _country(*, required: bool = False) -> sa.Column[Any]:
    return _choice("country", values.COUNTRY_CODES, required=required)


def _one(name: str, table: str, *, required: bool = False, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, sa.ForeignKey(f"{table}.id"), nullable=not required, **options)


def _date(name: str, *, required: bool = False) -> tuple[sa.schema.SchemaItem, ...]:
    first, last, precision = f"{name}_first", f"{name}_last", f"{name}_precision"
    whole = sa.text(
        f"({first} IS NULL AND {last} IS NULL AND {precision} IS NULL)"
        f" OR ({first} <= {last} AND {precision} IN ('year', 'month', 'day'))"
    )
    return (
        sa.Column(first, sa.Date, nullable=not required),
        sa.Column(last, sa.Date, nullable=not required),
        sa.Column(precision, sa.Text, nullable=not required),
        sa.CheckConstraint(whole, name=f"{name}_whole"),
    )


def _derived_interval() -> tuple[sa.Column[Any], ...]:
    return sa.Column("first_day", sa.Date), sa.Column("last_day", sa.Date)


def _country_bits() -> sa.Column[Any]:
    return sa.Column("country_bits", sa.SmallInteger, nullable=False)


MOST_BITS = 62
"""So many themes and organisations have a bit of their own; more are found by their links."""


def _bit() -> sa.Column[Any]:
    return sa.Column("bit", sa.BigInteger, nullable=False)


def _links(sheet: str, column: str, target: str | None, *, choices: Sequence[str] = ()) -> sa.Table:
    """Make the link table of one list column; `target` is the sheet whose ids it holds."""
    value: sa.Column[Any]
    if target is None:
        value = sa.Column(
            "value",
            sa.Text,
            _known("value", choices),
            primary_key=True,
        )
    else:
        value = sa.Column("value", sa.Text, sa.ForeignKey(f"{target}.id"), primary_key=True)
    return sa.Table(
        f"{sheet}_{column}",
        metadata,
        sa.Column(
            "record", sa.Text, sa.ForeignKey(f"{sheet}.id", ondelete="CASCADE"), primary_key=True
        ),
        value,
        sa.Column("place", sa.SmallInteger, nullable=False),
        sa.Index(None, "value", "record", unique=True),
        comment=f"One row per {column} entry of a record in {sheet}.",
        sqlite_with_rowid=False,
    )


dataset = sa.Table(
    "dataset",
    metadata,
    sa.Column(
        "only",
        sa.SmallInteger,
        sa.CheckConstraint('"only" = 1', name="one"),
        primary_key=True,
        autoincrement=False,
    ),
    _text("title", required=True),
    _choice("kind", values.DATASET_KINDS),
    sa.Column("as_of", sa.Date, nullable=False),
    *_date("launched"),
    _text("publisher"),
    _text("contact"),
    _text("acknowledgement"),
    _text("copyright"),
    _text("version", required=True),
    comment="One row: what the loaded workbook is; `version` is a hash of its content (derived).",
)

sources = sa.Table(
    "sources",
    metadata,
    _key(),
    _row(),
    _text("title", required=True),
    _text("publisher"),
    _text("url"),
    *_date("published"),
    _text("note"),
    comment="One row per published source that records rest on.",
)

organisations = sa.Table(
    "organisations",
    metadata,
    _key(),
    _row(),
    _text("name", required=True),
    _text("short_name"),
    _text("note"),
    _bit(),
    comment="One row per funder or partner; `bit` as in themes.",
)

themes = sa.Table(
    "themes",
    metadata,
    _key(),
    _row(),
    _text("label", required=True),
    _text("priority"),
    sa.Column("order", sa.Integer, nullable=False),
    _bit(),
    comment=(
        "One row per theme; `priority` is the hub's stated priority that it belongs to; derived:"
        " `bit`, a bit of its own for each of the first MOST_BITS rows, 0 for the others."
    ),
)

cities = sa.Table(
    "cities",
    metadata,
    _key(),
    _row(),
    _text("name", required=True),
    _text("local_name"),
    _country(required=True),
    sa.Column("latitude", sa.Double, nullable=False),
    sa.Column("longitude", sa.Double, nullable=False),
    sa.Column("geonames_id", sa.BigInteger),
    _choice("membership", values.MEMBERSHIPS),
    *_date("joined"),
    _text("note"),
    _country_bits(),
    sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude_on_earth"),
    sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude_on_earth"),
    comment="One row per city, WGS 84 degrees; membership as documented.",
)

activities = sa.Table(
    "activities",
    metadata,
    _key(),
    _row(),
    _text("title", required=True),
    _choice("kind", values.ACTIVITY_KINDS),
    *_date("start"),
    *_date("end"),
    _choice("programme", values.PROGRAMMES),
    _choice("reach", values.REACHES),
    _text("place"),
    _text("place_country"),
    _one("host_city", "cities"),
    _choice("delivery", values.DELIVERIES),
    _choice("status", values.ACTIVITY_STATUSES),
    _choice("review", values.REVIEWS),
    _text("summary"),
    _text("note"),
    _country_bits(),
    *_derived_interval(),
    sa.Column("city_bits", sa.SmallInteger, nullable=False),
    sa.Column("only_city", sa.Text, sa.ForeignKey("cities.id")),
    sa.Column("has_participants", sa.Boolean, nullable=False),
    sa.Column("followed_up", sa.Boolean, nullable=False),
    sa.Column("theme_bits", sa.BigInteger, nullable=False),
    sa.Column("funder_bits", sa.BigInteger, nullable=False),
    sa.Index("ix_activities_selection", "review", "programme", "status", "kind", "first_day"),
    sa.Index("ix_activities_host_city", "host_city"),
    comment=(
        "One row per activity; derived besides the interval and countries: `city_bits`, the"
        " countries of its list of cities alone; `only_city`, set when that list has one city;"
        " `has_participants`, whether the participants sheet names it; `followed_up`, whether an"
        " approved support, not declined, arose from it within 183 days (rule follow-through);"
        " `theme_bits`, `funder_bits`, the bits of its themes and funders."
    ),
)

attendance = sa.Table(
    "attendance",
    metadata,
    sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
    _one("activity", "activities", required=True),
    _choice("group", values.GROUPS),
    _choice("gender", values.GENDERS),
    _country(),
    sa.Column(
        "count",
        sa.Integer,
        sa.CheckConstraint('"count" >= 0', name="count_not_negative"),
        nullable=False,
    ),
    _choice("basis", values.BASES),
    _choice("scope", values.SCOPES),
    _text("note"),
    sa.Column("country_bits", sa.SmallInteger, nullable=False),
    sa.Index("ix_attendance_activity", "activity", "scope"),
    comment="One row per head-count of a group at an activity; rows of one activity never overlap.",
)

participants = sa.Table(
    "participants",
    metadata,
    sa.Column("row", sa.Integer, nullable=False),
    _one("activity", "activities", required=True, primary_key=True),
    sa.Column("person", sa.Text, primary_key=True),
    _choice("group", values.GROUPS),
    _choice("gender", values.GENDERS),
    _country(),
    _one("city", "cities"),
    sa.Column("country_bits", sa.SmallInteger, nullable=False),
    sqlite_with_rowid=False,
    comment=(
        "One row per activity and person (an opaque key, never a name);"
        " `country_bits` is of its country, or of its city's (derived), 0 = not recorded."
    ),
)

support = sa.Table(
    "support",
    metadata,
    _key(),
    _row(),
    _text("title", required=True),
    _choice("programme", values.PROGRAMMES),
    _text("beneficiary", required=True),
    _choice("beneficiary_kind", values.BENEFICIARY_KINDS),
    _choice("status", values.SUPPORT_STATUSES),
    *_date("requested"),
    *_date("started"),
    *_date("completed"),
    *_date("due"),
    sa.Column("amount", sa.Numeric(18, 4, asdecimal=True)),
    _text("currency"),
    _text("outcome"),
    _choice("review", values.REVIEWS),
    _text("note"),
    _country_bits(),
    *_derived_interval(),
    sa.Column("city_bits", sa.SmallInteger, nullable=False),
    sa.Column("opened_first", sa.Date),
    sa.Column("opened_last", sa.Date),
    sa.CheckConstraint(
        "amount IS NULL OR (amount >= 0 AND currency IS NOT NULL)", name="amount_has_currency"
    ),
    sa.Index(
        "ix_support_selection",
        "review",
        "programme",
        "status",
        "first_day",
        "last_day",
        "country_bits",
        "city_bits",
        "id",
    ),
    comment=(
        "One row per support from request to result; derived besides interval and countries:"
        " `city_bits`, the countries of its list of cities alone; `opened_first`, `opened_last`,"
        " the first filled of requested, started, completed."
    ),
)

needs = sa.Table(
    "needs",
    metadata,
    _key(),
    _row(),
    _text("statement", required=True),
    _choice("kind", values.NEED_KINDS),
    _one("theme", "themes"),
    _one("city", "cities"),
    _country(),
    *_date("raised"),
    _one("activity", "activities"),
    _choice("status", values.NEED_STATUSES),
    _text("note"),
    _country_bits(),
    *_derived_interval(),
    comment="One row per need, concern or barrier that a city raised.",
)

practices = sa.Table(
    "practices",
    metadata,
    _key(),
    _row(),
    _text("title", required=True),
    _one("city", "cities"),
    _text("summary"),
    _text("note"),
    _country_bits(),
    comment="One row per good practice of a city.",
)

voices = sa.Table(
    "voices",
    metadata,
    _key(),
    _row(),
    _text("text", required=True),
    _text("speaker", required=True),
    _text("role", required=True),
    _one("city", "cities"),
    _country(),
    *_date("said"),
    _choice("consent", values.CONSENTS),
    _country_bits(),
    *_derived_interval(),
    comment="One row per quotation that its speaker published or allowed.",
)

outputs = sa.Table(
    "outputs",
    metadata,
    _key(),
    _row(),
    _text("title", required=True),
    _choice("programme", values.PROGRAMMES),
    _choice("kind", values.OUTPUT_KINDS),
    *_date("date"),
    _country(),
    _text("summary"),
    _text("note"),
    _country_bits(),
    *_derived_interval(),
    comment="One row per policy output: a framework, declaration, guide, report or strategy.",
)

indicators = sa.Table(
    "indicators",
    metadata,
    _key(),
    _row(),
    _text("title", required=True),
    _text("definition", required=True),
    _choice("level", values.LEVELS),
    _choice("unit", values.UNITS),
    _choice("rule", values.RULES),
    _choice("direction", values.DIRECTIONS),
    _choice("frequency", values.FREQUENCIES, required=False),
    _text("verification"),
    sa.Column("order", sa.Integer, nullable=False),
    sa.Column("headline", sa.Boolean, nullable=False),
    comment="One row per indicator: its definition and the counting rule that gives it.",
)

targets = sa.Table(
    "targets",
    metadata,
    sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
    _one("indicator", "indicators", required=True),
    _country(),
    sa.Column("start", sa.Date, nullable=False),
    sa.Column("end", sa.Date, nullable=False),
    sa.Column("value", sa.Double, nullable=False),
    _choice("kind", values.TARGET_KINDS),
    sa.Column("baseline", sa.Double),
    *_date("baseline_date"),
    _one("funder", "organisations"),
    sa.CheckConstraint('"start" <= "end"', name="start_before_end"),
    comment="One row per target of an indicator; no country = the region.",
)

published_figures = sa.Table(
    "published_figures",
    metadata,
    _key(),
    _row(),
    _one("indicator", "indicators", required=True),
    _country(),
    *_date("as_of"),
    sa.Column("value", sa.Double),
    _choice("status", values.PUBLISHED_STATUSES),
    _text("as_published"),
    _text("note"),
    sa.CheckConstraint("(value IS NULL) = (status = 'missing')", name="missing_has_no_value"),
    comment="One row per figure as published; `missing` = published without its number.",
)

notes = sa.Table(
    "notes",
    metadata,
    _key(),
    _row(),
    *_date("date", required=True),
    _text("text", required=True),
    _country(),
    _one("activity", "activities"),
    _one("indicator", "indicators"),
    comment="One row per dated note of the hub's staff.",
)

LINKS: dict[tuple[str, str], sa.Table] = {
    (sheet, column): _links(sheet, column, target, choices=choices)
    for sheet, column, target, choices in (
        ("cities", "sources", "sources", ()),
        ("activities", "cities", "cities", ()),
        ("activities", "countries", None, values.COUNTRY_CODES),
        ("activities", "themes", "themes", ()),
        ("activities", "funders", "organisations", ()),
        ("activities", "partners", "organisations", ()),
        ("activities", "sources", "sources", ()),
        ("support", "channels", None, values.CHANNELS),
        ("support", "cities", "cities", ()),
        ("support", "countries", None, values.COUNTRY_CODES),
        ("support", "providers", "cities", ()),
        ("support", "themes", "themes", ()),
        ("support", "arose_from", "activities", ()),
        ("support", "activities", "activities", ()),
        ("support", "funders", "organisations", ()),
        ("support", "sources", "sources", ()),
        ("needs", "sources", "sources", ()),
        ("practices", "themes", "themes", ()),
        ("practices", "activities", "activities", ()),
        ("practices", "sources", "sources", ()),
        ("voices", "sources", "sources", ()),
        ("outputs", "cities", "cities", ()),
        ("outputs", "activities", "activities", ()),
        ("outputs", "sources", "sources", ()),
        ("indicators", "kinds", None, values.ACTIVITY_KINDS),
        ("indicators", "sources", "sources", ()),
        ("published_figures", "sources", "sources", ()),
    )
}
"""(sheet, list column) → its link table: `record`, `value`, `place`."""


def _row_links(sheet: str) -> sa.Table:
    """Make the sources link table of a sheet without ids: its records are named by their row."""
    return sa.Table(
        f"{sheet}_sources",
        metadata,
        sa.Column(
            "record",
            sa.Integer,
            sa.ForeignKey(f"{sheet}.row", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("value", sa.Text, sa.ForeignKey("sources.id"), primary_key=True),
        sa.Column("place", sa.SmallInteger, nullable=False),
        comment=f"One row per source of a row in {sheet}.",
        sqlite_with_rowid=False,
    )


LINKS[("attendance", "sources")] = _row_links("attendance")
LINKS[("targets", "sources")] = _row_links("targets")


def _of_activity() -> tuple[sa.Column[Any], ...]:
    """The columns of an activity by which a filter selects, repeated in each table of facts.

    `slot` is its first month and its kind in one number (`counting.slots`).
    """
    return (
        sa.Column("id", sa.Text, sa.ForeignKey("activities.id"), nullable=False),
        sa.Column("programme", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.Column("country_bits", sa.SmallInteger, nullable=False),
        sa.Column("city_bits", sa.SmallInteger, nullable=False),
        sa.Column("theme_bits", sa.BigInteger, nullable=False),
        sa.Column("funder_bits", sa.BigInteger, nullable=False),
        *_derived_interval(),
    )


def _head_count_sums(*, required: bool) -> tuple[sa.Column[Any], ...]:
    """Sums over rows of people: all and mayors, whether roughly counted, and by gender."""
    return tuple(sa.Column(name, sa.Integer, nullable=not required) for name in HEAD_COUNT_SUMS)


HEAD_COUNT_SUMS = (
    "all_rows",
    "all_people",
    "all_rough",
    "mayor_rows",
    "mayor_people",
    "mayor_rough",
    "unspecified_rows",
    "female",
    "gendered",
    "ungendered",
)

activity_facts = sa.Table(
    "activity_facts",
    metadata,
    *_of_activity(),
    sa.Column("activity", sa.Integer, nullable=False),
    sa.Column("listed", sa.Integer),
    _choice("stage", values.STAGES, required=False),
    sa.Column("partner_bits", sa.BigInteger, nullable=False),
    sa.Column("followed_up", sa.Boolean, nullable=False),
    *_head_count_sums(required=False),
    sa.PrimaryKeyConstraint("programme", "status", "slot", "activity"),
    sa.Index("ix_activity_facts_id", "id", unique=True),
    comment=(
        "Derived: one narrow row per approved activity (its `row`), with the sums of its people"
        " where it has any rows; `listed` = counted from participants; `stage` = where cities are"
        " heard at it (`voices.stages`); `partner_bits`, the bits of its partners; `followed_up` as"
        " in activities. It is kept in the order in which it is tallied."
    ),
    sqlite_with_rowid=False,
)

city_facts = sa.Table(
    "city_facts",
    metadata,
    *_of_activity(),
    sa.Column("city", sa.Text, sa.ForeignKey("cities.id"), nullable=False),
    sa.Column("quarter", sa.Integer, nullable=False),
    sa.Column("activity", sa.Integer, nullable=False),
    sa.PrimaryKeyConstraint("programme", "status", "city", "quarter", "activity"),
    sa.Index("ix_city_facts_id", "id"),
    sa.Index("ix_city_facts_last_day", "programme", "status", "city", "last_day"),
    comment="Derived: one narrow row per approved activity and city that took part; `quarter` as in"
    " `counting.slots`.",
    sqlite_with_rowid=False,
)

head_count_facts = sa.Table(
    "head_count_facts",
    metadata,
    sa.Column("activity", sa.Integer, nullable=False),
    sa.Column("row_bits", sa.SmallInteger, nullable=False),
    sa.Column("row_city", sa.Text, nullable=False),
    *_of_activity(),
    sa.Column("only_city", sa.Text),
    sa.Column("of_one_country", sa.Boolean, nullable=False),
    sa.Column("listed", sa.Integer, nullable=False),
    *_head_count_sums(required=True),
    sa.PrimaryKeyConstraint("programme", "slot", "activity", "row_bits", "row_city"),
    sa.Index("ix_head_count_facts_id", "id"),
    comment=(
        "Derived: one row per approved held activity and country (`row_bits`) and city (`row_city`,"
        " empty = not recorded) of its people; `of_one_country` = its reach is a city or country"
        " and it concerns one country."
    ),
    sqlite_with_rowid=False,
)

person_facts = sa.Table(
    "person_facts",
    metadata,
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("activity", sa.Integer, primary_key=True, autoincrement=False),
    *_of_activity(),
    sa.Column("mayor", sa.Boolean, nullable=False),
    sa.Column("row_bits", sa.SmallInteger, nullable=False),
    sa.Column("row_city", sa.Text, nullable=False),
    sa.Index("ix_person_facts_id", "id"),
    comment="Derived: one narrow row per participant of an approved held activity.",
    sqlite_with_rowid=False,
)


def _answering(*names: str) -> tuple[sa.Column[Any], ...]:
    """How many records answer a need in one way, and the one that is named."""
    return tuple(
        column
        for name in names
        for column in (
            sa.Column(name, sa.Integer, nullable=False),
            _one(f"{name}_record", "support" if name == "arose" else name),
        )
    )


need_answers = sa.Table(
    "need_answers",
    metadata,
    sa.Column("need", sa.Text, sa.ForeignKey("needs.id"), primary_key=True),
    _choice("answer", values.ANSWERS),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("began", sa.Date),
    sa.Column("ended", sa.Date),
    *_answering("arose", "support", "activities", "practices"),
    comment=(
        "Derived: one row per need, with what answers it (`data.needs.answers`); `place` is its"
        " city, its country or empty = the region; `began`, `ended` are the days in which it was"
        " raised; each number of records has one of them beside it."
    ),
)

PEOPLE_SUMS = tuple(
    f"{group}_{name}"
    for group in ("all", "mayor")
    for name in ("usable", "sum", "largest", "is_rough", "head_counts")
)
"""What the people of several activities add up to, all of them and the mayors among them."""

MONTH_SUMS = (
    "records",
    "naming_city",
    "tellable",
    "followed",
    "with_people",
    *PEOPLE_SUMS,
    "female",
    "gendered",
    "ungendered",
)
"""What the held activities of some months add up to; `_largest` and `is_rough` are greatest."""


def _of_months() -> tuple[sa.Column[Any], ...]:
    """The columns by which activities of whole months are selected: of a place, kind and time."""
    return (
        sa.Column("programme", sa.Text, primary_key=True),
        sa.Column("place", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("slot", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("ending", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        *_derived_interval(),
    )


activity_months = sa.Table(
    "activity_months",
    metadata,
    *_of_months(),
    *(sa.Column(name, sa.Integer, nullable=False) for name in MONTH_SUMS),
    comment=(
        "Derived: sums of the approved held activities of one programme, kind, first and last month"
        " and `place`, the bit of a country that they concern, 0 = wherever; `first_day` and"
        " `last_day` are those of the months, but the day of the data parts its month"
        " (`counting.whole_months`)."
    ),
    sqlite_with_rowid=False,
)

QUALITY_SUMS = (
    "records",
    "approved",
    "dated",
    "held",
    "undated",
    "imprecise",
    "no_head_count",
    "no_source",
    "drafts",
    "rows",
    "rough",
    "gender_unspecified",
)
"""How many activities, and rows of their attendance, a question of quality is asked of or finds."""

quality_facts = sa.Table(
    "quality_facts",
    metadata,
    sa.Column("activity", sa.Integer, nullable=False),
    *_of_activity(),
    *(sa.Column(name, sa.Integer, nullable=False) for name in QUALITY_SUMS),
    sa.PrimaryKeyConstraint("programme", "slot", "activity"),
    comment="Derived: one row per activity, drafts too, with what is missing or rough in it.",
    sqlite_with_rowid=False,
)

quality_months = sa.Table(
    "quality_months",
    metadata,
    *_of_months(),
    *(sa.Column(name, sa.Integer, nullable=False) for name in QUALITY_SUMS),
    comment="Derived: sums of quality_facts, as activity_months is of activities.",
    sqlite_with_rowid=False,
)

SUPPORT_SUMS = (
    "records",
    "naming_city",
    "rows",
    "dated",
    "undated",
    "imprecise",
    "no_source",
    "drafts",
)
"""How many approved records, and how many that a question of quality is asked of or finds."""

support_months = sa.Table(
    "support_months",
    metadata,
    sa.Column("programme", sa.Text, primary_key=True),
    sa.Column("place", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("status", sa.Text, primary_key=True),
    sa.Column("beginning", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("ending", sa.Integer, primary_key=True, autoincrement=False),
    *_derived_interval(),
    *(sa.Column(name, sa.Integer, nullable=False) for name in SUPPORT_SUMS),
    comment="Derived: sums of support, as activity_months is of activities; drafts in `rows` too.",
    sqlite_with_rowid=False,
)

source_uses = sa.Table(
    "source_uses",
    metadata,
    sa.Column("source", sa.Text, sa.ForeignKey("sources.id"), primary_key=True),
    sa.Column("sheet", sa.Text, primary_key=True),
    sa.Column("records", sa.Integer, nullable=False),
    comment="Derived: how many approved records of a sheet name a source.",
    sqlite_with_rowid=False,
)

FACTS = (
    head_count_facts,
    activity_facts,
    city_facts,
    person_facts,
    need_answers,
    quality_facts,
    activity_months,
    quality_months,
    support_months,
    source_uses,
)
"""The tables that `load` derives from the others, in the order in which they are filled."""

DERIVED_COLUMNS = frozenset(
    {
        "row",
        "only",
        "version",
        "country_bits",
        "first_day",
        "last_day",
        "opened_first",
        "opened_last",
        "city_bits",
        "only_city",
        "has_participants",
        "followed_up",
        "bit",
        "theme_bits",
        "funder_bits",
    }
)
"""Columns that no workbook cell fills directly."""

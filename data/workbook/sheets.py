"""The sheets of the reporting workbook as declared columns: the data contract in code."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from data import values

ColumnType = Literal[
    "id", "text", "date", "day", "country", "any-country", "integer", "number", "choice"
]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type, whether a value is required, whether it is a `;` list.

    `refers_to` names the sheet whose ids it holds; `choices` is the value list of a choice.
    """

    name: str
    type: ColumnType = "text"
    required: bool = False
    many: bool = False
    refers_to: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its columns in order and the columns that are unique together."""

    name: str
    columns: tuple[Column, ...]
    unique: tuple[str, ...] = ("id",)
    single: bool = False
    by_name: dict[str, Column] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})


def _id() -> Column:
    return Column("id", "id", required=True)


def _text(name: str, *, required: bool = False) -> Column:
    return Column(name, "text", required=required)


def _date(name: str, *, required: bool = False) -> Column:
    return Column(name, "date", required=required)


def _day(name: str) -> Column:
    return Column(name, "day", required=True)


def _choice(
    name: str, choices: tuple[str, ...], *, required: bool = True, many: bool = False
) -> Column:
    return Column(name, "choice", required=required, many=many, choices=choices)


def _country(name: str = "country", *, required: bool = False, many: bool = False) -> Column:
    return Column(name, "country", required=required, many=many, choices=values.COUNTRY_CODES)


def _one(name: str, sheet: str, *, required: bool = False) -> Column:
    return Column(name, "id", required=required, refers_to=sheet)


def _several(name: str, sheet: str) -> Column:
    return Column(name, "id", many=True, refers_to=sheet)


def _sources() -> Column:
    return _several("sources", "sources")


_DATASET = Sheet(
    "dataset",
    (
        _text("title", required=True),
        _choice("kind", values.DATASET_KINDS),
        _day("as_of"),
        _date("launched"),
        _text("publisher"),
        _text("contact"),
        _text("acknowledgement"),
        _text("copyright"),
    ),
    unique=(),
    single=True,
)
_SOURCES = Sheet(
    "sources",
    (
        _id(),
        _text("title", required=True),
        _text("publisher"),
        _text("url"),
        _date("published"),
        _text("note"),
    ),
)
_ORGANISATIONS = Sheet(
    "organisations", (_id(), _text("name", required=True), _text("short_name"), _text("note"))
)
_THEMES = Sheet(
    "themes",
    (
        _id(),
        _text("label", required=True),
        _text("priority"),
        Column("order", "integer", required=True),
    ),
)
_CITIES = Sheet(
    "cities",
    (
        _id(),
        _text("name", required=True),
        _text("local_name"),
        _country(required=True),
        Column("latitude", "number", required=True),
        Column("longitude", "number", required=True),
        Column("geonames_id", "integer"),
        _choice("membership", values.MEMBERSHIPS),
        _date("joined"),
        _sources(),
        _text("note"),
    ),
)
_ACTIVITIES = Sheet(
    "activities",
    (
        _id(),
        _text("title", required=True),
        _choice("kind", values.ACTIVITY_KINDS),
        _date("start"),
        _date("end"),
        _choice("programme", values.PROGRAMMES),
        _choice("reach", values.REACHES),
        _text("place"),
        Column("place_country", "any-country"),
        _one("host_city", "cities"),
        _several("cities", "cities"),
        _country("countries", many=True),
        _several("themes", "themes"),
        _choice("delivery", values.DELIVERIES),
        _choice("status", values.ACTIVITY_STATUSES),
        _choice("review", values.REVIEWS),
        _several("funders", "organisations"),
        _several("partners", "organisations"),
        _text("summary"),
        _sources(),
        _text("note"),
    ),
)
_ATTENDANCE = Sheet(
    "attendance",
    (
        _one("activity", "activities", required=True),
        _choice("group", values.GROUPS),
        _choice("gender", values.GENDERS),
        _country(),
        Column("count", "integer", required=True),
        _choice("basis", values.BASES),
        _choice("scope", values.SCOPES),
        _sources(),
        _text("note"),
    ),
    unique=("activity", "group", "gender", "country", "scope"),
)
_PARTICIPANTS = Sheet(
    "participants",
    (
        _one("activity", "activities", required=True),
        _text("person", required=True),
        _choice("group", values.GROUPS),
        _choice("gender", values.GENDERS),
        _country(),
        _one("city", "cities"),
    ),
    unique=("activity", "person"),
)
_SUPPORT = Sheet(
    "support",
    (
        _id(),
        _text("title", required=True),
        _choice("programme", values.PROGRAMMES),
        _choice("channels", values.CHANNELS, many=True),
        _text("beneficiary", required=True),
        _choice("beneficiary_kind", values.BENEFICIARY_KINDS),
        _several("cities", "cities"),
        _country("countries", many=True),
        _several("providers", "cities"),
        _several("themes", "themes"),
        _choice("status", values.SUPPORT_STATUSES),
        _date("requested"),
        _date("started"),
        _date("completed"),
        _date("due"),
        Column("amount", "number"),
        _text("currency"),
        _several("arose_from", "activities"),
        _several("activities", "activities"),
        _text("outcome"),
        _choice("review", values.REVIEWS),
        _several("funders", "organisations"),
        _sources(),
        _text("note"),
    ),
)
_NEEDS = Sheet(
    "needs",
    (
        _id(),
        _text("statement", required=True),
        _choice("kind", values.NEED_KINDS),
        _one("theme", "themes"),
        _one("city", "cities"),
        _country(),
        _date("raised"),
        _one("activity", "activities"),
        _choice("status", values.NEED_STATUSES),
        _sources(),
        _text("note"),
    ),
)
_PRACTICES = Sheet(
    "practices",
    (
        _id(),
        _text("title", required=True),
        _one("city", "cities"),
        _several("themes", "themes"),
        _text("summary"),
        _several("activities", "activities"),
        _sources(),
        _text("note"),
    ),
)
_VOICES = Sheet(
    "voices",
    (
        _id(),
        _text("text", required=True),
        _text("speaker", required=True),
        _text("role", required=True),
        _one("city", "cities"),
        _country(),
        _date("said"),
        _choice("consent", values.CONSENTS),
        _sources(),
    ),
)
_OUTPUTS = Sheet(
    "outputs",
    (
        _id(),
        _text("title", required=True),
        _choice("programme", values.PROGRAMMES),
        _choice("kind", values.OUTPUT_KINDS),
        _date("date"),
        _country(),
        _several("cities", "cities"),
        _several("activities", "activities"),
        _text("summary"),
        _sources(),
        _text("note"),
    ),
)
_INDICATORS = Sheet(
    "indicators",
    (
        _id(),
        _text("title", required=True),
        _text("definition", required=True),
        _choice("level", values.LEVELS),
        _choice("unit", values.UNITS),
        _choice("rule", values.RULES),
        _choice("kinds", values.ACTIVITY_KINDS, required=False, many=True),
        _choice("direction", values.DIRECTIONS),
        _choice("frequency", values.FREQUENCIES, required=False),
        _text("verification"),
        Column("order", "integer", required=True),
        _choice("headline", ("yes", "no")),
        _sources(),
    ),
)
_TARGETS = Sheet(
    "targets",
    (
        _one("indicator", "indicators", required=True),
        _country(),
        _day("start"),
        _day("end"),
        Column("value", "number", required=True),
        _choice("kind", values.TARGET_KINDS),
        Column("baseline", "number"),
        _date("baseline_date"),
        _one("funder", "organisations"),
        _sources(),
    ),
    unique=("indicator", "country", "start", "end", "kind", "funder"),
)
_PUBLISHED_FIGURES = Sheet(
    "published_figures",
    (
        _id(),
        _one("indicator", "indicators", required=True),
        _country(),
        _date("as_of"),
        Column("value", "number"),
        _choice("status", values.PUBLISHED_STATUSES),
        _text("as_published"),
        _sources(),
        _text("note"),
    ),
)
_NOTES = Sheet(
    "notes",
    (
        _id(),
        _date("date", required=True),
        _text("text", required=True),
        _country(),
        _one("activity", "activities"),
        _one("indicator", "indicators"),
    ),
)

SHEETS: tuple[Sheet, ...] = (
    _DATASET,
    _SOURCES,
    _ORGANISATIONS,
    _THEMES,
    _CITIES,
    _ACTIVITIES,
    _ATTENDANCE,
    _PARTICIPANTS,
    _SUPPORT,
    _NEEDS,
    _PRACTICES,
    _VOICES,
    _OUTPUTS,
    _INDICATORS,
    _TARGETS,
    _PUBLISHED_FIGURES,
    _NOTES,
)
"""Every sheet, in an order in which each refers only to sheets before it."""

SHEETS_BY_NAME = {sheet.name: sheet for sheet in SHEETS}

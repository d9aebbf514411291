"""What the page Support shows of one filter: small things, whatever the number of records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.dates import DateSpan
from data.figures import Count, Indicator
from data.filters import Filters
from data.reference import Reference


@dataclass(frozen=True, slots=True)
class SupportLine:
    """One support, to be named and opened; `funders` are ids."""

    id: str
    title: str
    funders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardCell:
    """The support of one channel and status: how many, and the latest of them."""

    number: int
    latest: tuple[SupportLine, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Support by channel and status: one record may stand in several rows of channels.

    `statuses` count every record once.
    """

    cells: Mapping[tuple[str, str], BoardCell]
    statuses: Mapping[str, int]

    @property
    def records(self) -> int:
        """The number of records, each once."""
        return sum(self.statuses.values())

    def number(self, *statuses: str) -> int:
        """The number of records with one of these statuses."""
        return sum(self.statuses.get(status, 0) for status in statuses)


@dataclass(frozen=True, slots=True)
class SupportCourse:
    """One support from request to completion, each date as precise as it is recorded."""

    id: str
    title: str
    status: str
    beneficiary: str
    requested: DateSpan | None
    started: DateSpan | None
    completed: DateSpan | None
    due: DateSpan | None

    @property
    def is_dated(self) -> bool:
        """Whether anything of it can be drawn."""
        return any((self.requested, self.started, self.completed))


@dataclass(frozen=True, slots=True)
class SupportMonth:
    """How many support of one status have their own date in a month; month None = undated."""

    status: str
    month: str | None
    records: int


@dataclass(frozen=True, slots=True)
class SupportTimeline:
    """Each support that was not declined, or, where they are many, their numbers by month.

    `undated` are their numbers by status, `undated_lines` the first of them.
    """

    courses: tuple[SupportCourse, ...]
    months: tuple[SupportMonth, ...]
    undated: Mapping[str, int]
    undated_lines: tuple[SupportLine, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """The support of a city, or of what names no city of a country, by status."""

    city: str | None
    statuses: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CountryRows:
    """The support of a country (None = it concerns none) by status, each record once; its rows."""

    country: str | None
    statuses: Mapping[str, int]
    rows: tuple[PlaceRow, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """Who shared its practice with whom: cities by activity, most active first.

    `cells` count records by provider and beneficiary; "" stands for all cities that are not named.
    `unnamed` records name no provider; `without_city` name one and no beneficiary city.
    """

    providers: tuple[str, ...]
    cities: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]
    other_providers: int
    other_cities: int
    unnamed: int
    without_city: int


@dataclass(frozen=True, slots=True)
class Money:
    """Records of one currency (None = no amount recorded) and status, and their exact sum."""

    currency: str | None
    status: str
    records: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Age:
    """Support that waits since so long, and how many of them are past due or vaguely dated."""

    name: str
    records: int
    past_due: int
    vague: int


@dataclass(frozen=True, slots=True)
class FollowThrough:
    """One indicator of the rule follow-through, and what it could not judge."""

    indicator: Indicator
    count: Count
    too_recent: int
    undated: int


@dataclass(frozen=True, slots=True)
class Support:
    """Everything that the page Support shows for one filter, read at one moment."""

    reference: Reference
    filters: Filters
    as_of: date
    cities_named: int
    board: Board
    timeline: SupportTimeline
    places: tuple[CountryRows, ...]
    exchange: Exchange
    money: tuple[Money, ...]
    ages: tuple[Age, ...]
    longest: tuple[SupportCourse, ...]
    follow_through: tuple[FollowThrough, ...]

"""The one door to every figure: what the reader asked for, read from the address or the command.

A `Filters` is a frozen value. It is made by `parse_query`, it writes itself back with `to_query`,
and repository methods take it as it is. Page, API, downloads and paper all go through it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Self
from urllib.parse import parse_qsl, quote

from data import values
from data.dates import DateSpan, parse_date
from data.errors import InvalidFilter

PROFILES = ("plain", "eu", "un", "coe")
PROGRAMME_CHOICES = ("hub", "earlier", "all")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The values that a filter may name, each list in the order in which it is written."""

    cities: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    city_countries: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filters:
    """What is selected: parts are joined by "and", values within a part by "or"; empty = all."""

    countries: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    start: DateSpan | None = None
    end: DateSpan | None = None
    kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    programme: str = "hub"

    @property
    def first_day(self) -> date | None:
        """First day of the period, None when it is open at the beginning."""
        return self.start.first if self.start else None

    @property
    def last_day(self) -> date | None:
        """Last day of the period, None when it is open at the end."""
        return self.end.last if self.end else None

    @property
    def country_bits(self) -> int:
        """The chosen countries as one bit each."""
        return sum(values.COUNTRY_BITS[code] for code in self.countries)

    @property
    def has_place(self) -> bool:
        """Whether a country or a city is chosen."""
        return bool(self.countries or self.cities)

    @property
    def has_period(self) -> bool:
        """Whether the period is bound on either side."""
        return self.start is not None or self.end is not None

    def to_query(self) -> str:
        """Write the canonical query: fixed key order, defaults left out, no leading `?`."""
        return "&".join(f"{key}={_written(value)}" for key, value in self.parts() if value)

    def parts(self) -> list[tuple[str, str]]:
        """List every query key with its value as written; empty text for what is not set."""
        return [
            ("country", ",".join(self.countries)),
            ("city", ",".join(self.cities)),
            ("from", str(self.start) if self.start else ""),
            ("to", str(self.end) if self.end else ""),
            ("kind", ",".join(self.kinds)),
            ("theme", ",".join(self.themes)),
            ("funder", ",".join(self.funders)),
            ("channel", ",".join(self.channels)),
            ("programme", "" if self.programme == "hub" else self.programme),
        ]

    def with_period(self, first: date | None, last: date | None) -> Self:
        """Return the same filter over the days `first` to `last`."""
        return replace(self, start=_day(first), end=_day(last))


FILTER_KEYS = ("country", "city", "from", "to", "kind", "theme", "funder", "channel", "programme")
VIEW_KEYS = (
    "profile",
    "show",
    "evidence",
    "indicator",
    "figure",
    "reason",
    "quality",
    "part",
    "sort",
    "page",
    "hxl",
)
"""Keys of the address that say how to show, not what to select."""

ALL = Filters()
_FIELD_OF_KEY = dict(zip(FILTER_KEYS, (part.name for part in fields(Filters)), strict=True))


@dataclass(frozen=True, slots=True)
class Ignored:
    """A key or value of the address that was not understood, and why."""

    key: str
    value: str
    reason: str

    @property
    def sentence(self) -> str:
        """Say in one clause what was ignored."""
        return (
            f"{self.key}={self.value}: {self.reason}"
            if self.value
            else f"{self.key}: {self.reason}"
        )


def parse_query(
    query: str | Mapping[str, str], vocabulary: Vocabulary
) -> tuple[Filters, tuple[Ignored, ...]]:
    """Read an address's query; whatever is not understood is left out and listed.

    A `from` after `to` is an error of the period as a whole: both are left out.
    """
    given, ignored = _pairs(query)
    choices = _choices(vocabulary)
    found: dict[str, object] = {}
    for key, text in given.items():
        if key in choices:
            kept = _chosen(key, text, choices[key], ignored)
            found[_FIELD_OF_KEY[key]] = kept
        elif key in ("from", "to"):
            found[_FIELD_OF_KEY[key]] = _bound(key, text, ignored)
        elif key == "programme":
            found["programme"] = _programme(text, ignored)
        elif key == "profile" and text not in PROFILES:
            ignored.append(Ignored(key, text, f"it is one of {', '.join(PROFILES)}"))
        elif key not in VIEW_KEYS:
            ignored.append(Ignored(key, "", "there is no such filter"))
    filters = Filters(**found)  # type: ignore[arg-type]
    return _ordered_period(filters, ignored), tuple(ignored)


def require_filters(query: str | Mapping[str, str], vocabulary: Vocabulary) -> Filters:
    """Read a query strictly; raise InvalidFilter that names everything not understood."""
    filters, ignored = parse_query(query, vocabulary)
    if ignored:
        raise InvalidFilter("; ".join(item.sentence for item in ignored))
    return filters


def _pairs(query: str | Mapping[str, str]) -> tuple[dict[str, str], list[Ignored]]:
    """Split a query into keys and values; a repeated key adds to its list."""
    if isinstance(query, str):
        pairs: Sequence[tuple[str, str]] = (
            parse_qsl(
                query.removeprefix("?"), keep_blank_values=True, max_num_fields=50, errors="replace"
            )
            if query.count("&") < 50
            else []
        )
        overlong = query.count("&") >= 50
    else:
        pairs, overlong = list(query.items()), False
    ignored = [Ignored("address", "", "it has too many parts")] if overlong else []
    given: dict[str, str] = {}
    for key, text in pairs:
        if key in given and key in ("from", "to", "programme", *VIEW_KEYS):
            ignored.append(Ignored(key, text, "it is given twice"))
        else:
            given[key] = f"{given[key]},{text}" if key in given else text
    return given, ignored


def _choices(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    return {
        "country": values.COUNTRY_CODES,
        "city": vocabulary.cities,
        "kind": values.ACTIVITY_KINDS,
        "theme": vocabulary.themes,
        "funder": vocabulary.funders,
        "channel": values.CHANNELS,
    }


def _chosen(key: str, text: str, known: tuple[str, ...], ignored: list[Ignored]) -> tuple[str, ...]:
    asked = [item.strip() for item in text.split(",") if item.strip()]
    known_set = set(known)
    ignored += [
        Ignored(key, item, f"there is no such {key}")
        for item in dict.fromkeys(asked)
        if item not in known_set
    ]
    wanted = known_set.intersection(asked)
    return tuple(value for value in known if value in wanted) if wanted else ()


def _bound(key: str, text: str, ignored: list[Ignored]) -> DateSpan | None:
    if not text.strip():
        return None
    try:
        return parse_date(text.strip())
    except ValueError:
        ignored.append(Ignored(key, text, "a date is written 2023, 2023-03 or 2023-03-08"))
        return None


def _programme(text: str, ignored: list[Ignored]) -> str:
    if text.strip() in PROGRAMME_CHOICES:
        return text.strip()
    if text.strip():
        ignored.append(Ignored("programme", text, "it is hub, earlier or all"))
    return "hub"


def _ordered_period(filters: Filters, ignored: list[Ignored]) -> Filters:
    first, last = filters.first_day, filters.last_day
    if first is None or last is None or first <= last:
        return filters
    ignored.append(Ignored("from", f"{filters.start}", f"it is after to={filters.end}"))
    return replace(filters, start=None, end=None)


def _written(value: str) -> str:
    return quote(value, safe=",-._~")


def _day(day: date | None) -> DateSpan | None:
    return DateSpan(day, day, "day") if day else None

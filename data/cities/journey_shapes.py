"""What the journey of a city is made of, as small values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from data.cities.neighbours import Neighbour
from data.cities.peers import Peers
from data.dates import DateSpan
from data.details import Source
from data.filters import Filters
from data.needs.shapes import NeedsAndPractices
from data.records.record import Names, Record
from data.reference import City, Reference

What = Literal[
    "joined", "activity", "requested", "started", "delivered", "underway", "need", "voice", "output"
]
"""What an entry tells; `delivered` is a support that began and ended at once, too."""

SHEETS = ("activities", "support", "needs", "voices", "outputs")
"""The sheets whose records a journey tells."""


class Tie(NamedTuple):
    """A record that an entry names or is named by; `entry` is its entry, None where it has none.

    `way`: "cause" (the entry names the activity that it arose from, was raised at or presented
    at), "effect" (the other way round), "place" (support given at it).
    """

    way: Literal["cause", "effect", "place"]
    sheet: str
    id: str
    entry: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened; `key` is its anchor, `record` None where the city joined.

    `start` and `end` are its dates as recorded. `day` is the day by which it stands in the order,
    None where nothing on record places it. `months` is the gap before it, where it is a long one.
    """

    key: str
    what: What
    record: Record | None
    start: DateSpan | None = None
    end: DateSpan | None = None
    ties: tuple[Tie, ...] = ()
    practices: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    day: date | None = None
    months: int = 0


class Stretch(NamedTuple):
    """So many records of a sheet begin in a year (None = undated), of which some are told."""

    year: int | None
    sheet: str
    records: int
    told: int


@dataclass(frozen=True)
class Journey:
    """All that the page of a city shows; `filters` are those asked for, of this city alone.

    `entries` stand in their order, `unplaced` have no date and nothing that places them.
    `earlier` counts records from before the hub by sheet, where the filter leaves them out.
    `since` is the gap at the end in months, 0 where it is short or nothing is dated.
    """

    reference: Reference
    city: City
    filters: Filters
    entries: tuple[Entry, ...]
    unplaced: tuple[Entry, ...]
    stretches: tuple[Stretch, ...]
    since: int
    earlier: Mapping[str, int]
    names: Names
    sources: Mapping[str, Source]
    city_sources: tuple[str, ...]
    practices: Mapping[str, str]
    peers: Peers
    needs: NeedsAndPractices
    neighbours: tuple[Neighbour, ...]

    @cached_property
    def totals(self) -> dict[str, int]:
        """The selected records of each sheet."""
        found = dict.fromkeys(SHEETS, 0)
        for stretch in self.stretches:
            found[stretch.sheet] += stretch.records
        return found

    @property
    def is_whole(self) -> bool:
        """Whether no part of the filter but the programme leaves anything out."""
        return self.filters == Filters(cities=(self.city.id,), programme=self.filters.programme)

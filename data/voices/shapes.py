"""What the page Voices shows: small things, whatever the number of records behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.details import Source
from data.figures import Count, Indicator
from data.filters import Filters
from data.records.listing import Key
from data.records.record import Names, Record
from data.reference import Reference


@dataclass(frozen=True, slots=True)
class Group:
    """How many records of a sheet there are, and the keys of the latest, undated ones last."""

    sheet: str
    number: int
    first: tuple[Key, ...]

    @property
    def more(self) -> int:
        """How many of them are not among the first."""
        return self.number - len(self.first)


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotes that may be shown, also by the consent of their speakers."""

    consents: Mapping[str, int]
    shown: Group

    @property
    def number(self) -> int:
        """All of them."""
        return self.shown.number


@dataclass(frozen=True, slots=True)
class Outputs:
    """Policy outputs by kind, kinds without any left out; the figure of an indicator of them."""

    kinds: Mapping[str, Group]
    indicator: Indicator | None
    count: Count | None

    @property
    def number(self) -> int:
        """All selected outputs."""
        return sum(group.number for group in self.kinds.values())


@dataclass(frozen=True, slots=True)
class Stage:
    """Activities at which cities were heard; `years` are those held by year, None = no date."""

    name: str
    held: Group
    planned: Group
    years: Mapping[int | None, int]


@dataclass(frozen=True, slots=True)
class Part:
    """What one organisation took part in: records, and those of them that name several funders."""

    organisation: str
    activities: int = 0
    activities_shared: int = 0
    partnered: int = 0
    support: int = 0
    support_shared: int = 0
    targets: int = 0

    @property
    def total(self) -> int:
        """All that it took part in."""
        return self.activities + self.partnered + self.support + self.targets

    @property
    def funds(self) -> bool:
        """Whether it funded anything, or agreed a target."""
        return bool(self.activities or self.support or self.targets)


@dataclass(frozen=True, slots=True)
class Lens:
    """The records of a sheet seen by the chosen funders.

    `alone`: by no one but them. `others`: not by them, `unnamed` of these name no funder.
    """

    alone: Group
    shared: Group
    others: Group
    unnamed: int

    @property
    def number(self) -> int:
        """All that the chosen funders made possible."""
        return self.alone.number + self.shared.number


@dataclass(frozen=True, slots=True)
class Funding:
    """The funders of a sheet's records: one, several, or none named; and seen by those chosen."""

    sheet: str
    one: int
    several: int
    none: int
    lens: Lens | None

    @property
    def number(self) -> int:
        """All records of the filter."""
        return self.one + self.several + self.none


@dataclass(frozen=True, slots=True)
class Voices:
    """What cities said, where they were heard, what came of it and who made it possible.

    `took_part` are the organisations that took part in anything, those in most first. `records`
    are all that are listed, by sheet and key, `names` those of the records that they name,
    `sources` those of quotes and outputs.
    """

    reference: Reference
    filters: Filters
    quotes: Quotes
    outputs: Outputs
    stages: tuple[Stage, ...]
    took_part: tuple[Part, ...]
    funding: tuple[Funding, ...]
    records: Mapping[str, Mapping[Key, Record]]
    names: Names
    sources: Mapping[str, Source]

    def first_of(self, group: Group) -> tuple[Record, ...]:
        """The first records of a group, in its order."""
        return tuple(self.records[group.sheet][key] for key in group.first)

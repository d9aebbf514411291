"""What the page Needs and practices shows, as small values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from data.dates import DateSpan
from data.filters import Filters
from data.reference import Reference


class NeedTally(NamedTuple):
    """Selected needs of one theme (None = none), kind, status and answer."""

    theme: str | None
    kind: str
    status: str
    answer: str
    records: int


@dataclass(frozen=True, slots=True)
class Linked:
    """A record that another leads to: its id, title, status (activities: kind) and date."""

    id: str
    title: str
    status: str = ""
    start: DateSpan | None = None
    end: DateSpan | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """So many records answer a need in one way; `named` is one of them, None = not singled out."""

    number: int
    named: Linked | None


@dataclass(frozen=True, slots=True)
class Need:
    """One need, concern or barrier; `activity` is where it was raised, None where it is a draft.

    `arose` is the support that arose from that activity; `support`, `activities` and `practices`
    share theme and place.
    """

    id: str
    statement: str
    kind: str
    theme: str | None
    city: str | None
    country: str | None
    raised: DateSpan | None
    activity: Linked | None
    status: str
    answer: str
    arose: Answers
    support: Answers
    activities: Answers
    practices: Answers


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice; `activities` are the first approved ones that it was shared at, of `shared`.

    `unanswered` counts the selected needs that share a theme and have no answer on record.
    """

    id: str
    title: str
    city: str | None
    themes: tuple[str, ...]
    summary: str | None
    activities: tuple[Linked, ...]
    shared: int
    unanswered: int


@dataclass(frozen=True, slots=True)
class Priority:
    """One stated priority of the hub with its themes in their order; no words = other themes."""

    words: str
    themes: tuple[str, ...]

    @property
    def key(self) -> str:
        """Its name in addresses: its first theme."""
        return self.themes[0]


@dataclass(frozen=True)
class NeedsAndPractices:
    """All that the page shows for one filter.

    `groups` are the first needs of each answer; `practices` the first ones of `practice_number`,
    of which `unshared` were never shared at an activity. `priorities` are those of the dataset,
    the other themes the last of them, where there are any.
    """

    reference: Reference
    filters: Filters
    tallies: tuple[NeedTally, ...]
    priorities: tuple[Priority, ...]
    groups: Mapping[str, tuple[Need, ...]]
    practices: tuple[Practice, ...]
    practice_number: int
    unshared: int

    @cached_property
    def total(self) -> int:
        """All selected needs, concerns and barriers."""
        return self.number()

    def number(self, **wanted: str | None) -> int:
        """Count the selected needs by fields of their tally: `theme=None` are those without one."""
        fields = wanted.items()
        return sum(
            tally.records
            for tally in self.tallies
            if all(getattr(tally, name) == value for name, value in fields)
        )

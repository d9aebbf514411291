"""What needs a hand, read at one moment: every rule of attention with its records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.attention.aims import Aims, read_aims
from data.attention.contacts import MemberContact, Silence, read_contacts
from data.attention.days import without_period
from data.attention.half_year import HalfYearActivity, read_half_year
from data.attention.requests import Requests, read_requests
from data.attention.sources import Sources, read_sources
from data.attention.thresholds import Thresholds
from data.counting.rules import Question
from data.filters import Filters
from data.quality_counts import QualityCount, read_quality_counts
from data.reference import Reference
from data.results.kept import KeptResults

MOST_NAMED = 6
"""So many records of a rule are named on the page; the others are in its list."""


@dataclass(frozen=True, slots=True)
class Attention:
    """All rules of attention for one filter, on the day of the data."""

    reference: Reference
    filters: Filters
    as_of: date
    thresholds: Thresholds
    contacts: tuple[MemberContact, ...]
    requests: Requests
    half_year: HalfYearActivity
    aims: Aims
    qualities: tuple[QualityCount, ...]
    sources: Sources

    def silent(self, silence: Silence) -> tuple[MemberContact, ...]:
        """The members of one silence, longest without contact first."""
        found = [one for one in self.contacts if one.silence == silence]
        return tuple(sorted(found, key=lambda one: (one.last or date.min, one.city.name)))


def read_attention(question: Question, reference: Reference, kept: KeptResults) -> Attention:
    """Ask every rule; how targets stand is kept as the page of results keeps it."""
    over_all_days = without_period(question.filters)
    return Attention(
        reference=reference,
        filters=question.filters,
        as_of=question.as_of,
        thresholds=question.attention,
        contacts=read_contacts(question, reference),
        requests=read_requests(question, MOST_NAMED),
        half_year=read_half_year(question, reference),
        aims=kept.get(
            (reference.dataset.version, over_all_days, "attention"),
            lambda: read_aims(question, reference),
        ),
        qualities=read_quality_counts(question),
        sources=read_sources(question, MOST_NAMED),
    )

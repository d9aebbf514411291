"""What stands beside each figure of the results: the target that belongs, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.beside import published_for, target_filters, target_for, target_of
from data.counting.answering import count_of
from data.figures import Count, Figure, Indicator, Target
from data.filters import Filters
from data.reference import Reference, TargetRow
from data.results.shared import Questions
from data.results.status import (
    Nature,
    Standing,
    nature_of,
    run_rate_of,
    shows_part,
    standing_of,
)


@dataclass(frozen=True, slots=True)
class Judge:
    """Counts indicators and holds them against their targets, on one day looked at."""

    questions: Questions
    reference: Reference
    today: date

    def count(self, indicator: Indicator, filters: Filters) -> Count:
        """Count an indicator under a filter."""
        return count_of(self.questions.under(filters), indicator)

    def figure(self, indicator: Indicator, filters: Filters) -> Figure:
        """Count an indicator with what stands beside it."""
        published = self.reference.published.get(indicator.id, ())
        return Figure(
            indicator=indicator,
            count=self.count(indicator, filters),
            published=published_for(published, filters),
            target=self.target(indicator, filters),
        )

    def target(self, indicator: Indicator, filters: Filters) -> Target | None:
        """Read the target of a filter with its actual over its own period."""
        as_of = self.reference.dataset.as_of
        row = target_for(self.reference.targets.get(indicator.id, ()), filters, as_of)
        return self.reached(row, indicator, filters) if row else None

    def reached(self, row: TargetRow, indicator: Indicator, filters: Filters) -> Target:
        """Count what a target has reached over its own period, cut off at the filter's end."""
        over = target_filters(row, filters, self.reference.dataset)
        actual = self.count(indicator, over) if over else None
        return target_of(row, actual)

    def standing(self, indicator: Indicator, target: Target | None, filters: Filters) -> Standing:
        """Judge a target, and what is still needed."""
        begins_at = self.begins_at(indicator, target, filters) if target else 0.0
        part = shows_part(indicator, filters)
        standing = standing_of(indicator, target, self.today, begins_at=begins_at, part=part)
        since = counted_since(target, self.reference) if target else None
        rate = run_rate_of(indicator, standing, target, self.today, since)
        return replace(standing, run_rate=rate)

    def begins_at(self, indicator: Indicator, target: Target, filters: Filters) -> float:
        """The level at which a target's line begins: baseline, the stock of the eve, or 0."""
        nature: Nature = nature_of(indicator)
        is_level_of_old = target.kind == "cumulative" or nature != "count"
        if is_level_of_old and target.baseline is not None:
            return target.baseline
        if nature != "stock":
            return 0.0
        eve = filters.with_period(None, target.start - timedelta(days=1))
        return self.count(indicator, eve).value or 0.0


def counted_since(target: Target, reference: Reference) -> date | None:
    """The first day over which a target's actual is counted; None when it is not known."""
    launched = reference.dataset.launched
    if target.kind == "incremental":
        return target.start
    return launched.first if launched else None

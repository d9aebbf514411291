"""Which figure a bar of the timeline belongs to: its lane's, over its own months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.evidence.asked import figure_key
from data.filters import Filters
from data.overview.lanes import LANE_KINDS, SUPPORT_LANE
from data.reference import Reference


@dataclass(frozen=True, slots=True)
class LaneFigures:
    """The indicators of activities held and of support delivered, where the workbook has them.

    `kinds` are those that the page's filter chooses, none = all.
    """

    activities: str | None = None
    support: str | None = None
    kinds: tuple[str, ...] = ()

    def key(self, lane: str, first: date, last: date) -> str | None:
        """Name the figure of a lane from one month to another; None where there is none."""
        months = {"from": f"{first:%Y-%m}", "to": f"{last:%Y-%m}"}
        if lane == SUPPORT_LANE:
            return figure_key(self.support, months) if self.support else None
        kinds = [kind for kind in LANE_KINDS[lane] if not self.kinds or kind in self.kinds]
        if self.activities is None or not kinds:
            return None
        return figure_key(self.activities, {**months, "kind": ",".join(kinds)})


NO_FIGURES = LaneFigures()
"""Bars that open nothing."""


def lane_figures(reference: Reference, filters: Filters) -> LaneFigures:
    """Find the indicators that count what the lanes show, all kinds of it."""
    plain = {item.rule: item.id for item in reference.indicators.values() if not item.kinds}
    return LaneFigures(plain.get("activities-held"), plain.get("support-delivered"), filters.kinds)

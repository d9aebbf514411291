"""Addresses that the page Voices leads to: lists of records, records, cities, other filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.filters import ALL, Filters
from data.voices.parts import ALONE, GIVEN, SHARED, SOME, many
from layouts.addresses import page_address
from layouts.records_links import RecordLinks, records_address

_DONE = {"activities": {"status": "held"}, "support": {"stage": "live"}}
"""Sheet → the part of its records that the page counts."""


@dataclass(frozen=True, slots=True)
class VoicesLinks:
    """Writes addresses under a filter; `extras` are the view keys of the page's own address."""

    filters: Filters
    extras: Mapping[str, str]

    @property
    def records(self) -> RecordLinks:
        """Links to single records."""
        return RecordLinks(self.filters, self.extras)

    def everything(self) -> str:
        """The page without a filter."""
        return page_address("/voices", ALL, profile=self._profile)

    def city(self, key: str) -> str:
        """The page of a city."""
        return page_address(f"/cities/{key}", self.filters, profile=self._profile)

    def quotes(self, consent: str = GIVEN) -> str:
        """The quotes that may be shown, or those of one consent."""
        return self._list("voices", consent=consent)

    def outputs(self, kind: str = "") -> str:
        """The policy outputs, or those of one kind."""
        return self._list("outputs", **({"kind": kind} if kind else {}))

    def stages(self, stage: str, status: str, **parts: str) -> str:
        """The stages of one sort and status."""
        return self._list("activities", stage=stage, status=status, **parts)

    def done(self, sheet: str, **parts: str) -> str:
        """The activities held, or the support that was not declined."""
        return self._list(sheet, **_DONE[sheet], **parts)

    def whoever_funded(self, sheet: str, **parts: str) -> str:
        """The same without the filter's funders."""
        filters = replace(self.filters, funders=())
        return records_address(sheet, filters, self._profile, **_DONE[sheet], **parts)

    def alone(self, sheet: str) -> str:
        """What no one but the chosen funders made possible."""
        return self.done(sheet, funding=ALONE)

    def shared(self, sheet: str) -> str:
        """What the chosen funders made possible with others."""
        return self.done(sheet, funding=SHARED)

    def others(self, sheet: str) -> str:
        """What was made possible by others than the chosen funders, or names no funder."""
        return self.whoever_funded(sheet, **{"funded-without": many(self.filters.funders)})

    def targets(self, funder: str) -> str:
        """The targets agreed with a funder."""
        return self._list("targets", funder=funder)

    def organisations(self, part: str = SOME) -> str:
        """The organisations that took part in something, or in one way."""
        return self._list("organisations", **{"took-part": part})

    @property
    def _profile(self) -> str | None:
        return self.extras.get("profile")

    def _list(self, sheet: str, **parts: str) -> str:
        return records_address(sheet, self.filters, self._profile, **parts)

"""Where the numbers and names of the page Support lead."""

from __future__ import annotations

from dataclasses import dataclass, replace

from data.evidence.reasons import reason_name
from data.figures import Reason
from data.filters import Filters
from layouts.addresses import page_address
from layouts.records_links import records_address


@dataclass(frozen=True, slots=True)
class SupportLinks:
    """Addresses under the filter of the page; `profile` as the address has it."""

    filters: Filters
    profile: str | None

    def list(self, **parts: str) -> str:
        """The support of the filter for which all parts hold; `_` stands for `-` in their names."""
        named = {name.replace("_", "-"): value for name, value in parts.items()}
        return records_address("support", self.filters, self.profile, **named)

    def within(self, country: str | None) -> SupportLinks:
        """The same links under one of the countries of the filter."""
        if country is None:
            return self
        return SupportLinks(replace(self.filters, countries=(country,)), self.profile)

    def record(self, key: str) -> str:
        """The page of a support."""
        return page_address(f"/records/support/{key}", self.filters, profile=self.profile)

    def city(self, key: str) -> str:
        """The page of a city."""
        return page_address(f"/cities/{key}", self.filters, profile=self.profile)

    def cities_named(self) -> str:
        """The cities that are named as beneficiaries."""
        return records_address("cities", self.filters, self.profile, receives="support")

    def left_out(self, figure: str, reason: Reason) -> str:
        """The activities that a figure leaves out for a reason."""
        return page_address(
            "/records/activities",
            self.filters,
            profile=self.profile,
            figure=figure,
            reason=reason_name(reason),
        )

"""Where the names and numbers of the page Cities lead."""

from __future__ import annotations

from dataclasses import dataclass, replace

from data.filters import Filters
from layouts.addresses import page_address
from layouts.records_links import records_address


@dataclass(frozen=True, slots=True)
class CitiesLinks:
    """Addresses under the filter of the page; `profile` as the address has it."""

    filters: Filters
    profile: str | None

    def journey(self, city: str) -> str:
        """The page of a city."""
        return page_address(f"/cities/{city}", self.filters, profile=self.profile)

    def record(self, sheet: str, key: str) -> str:
        """The page of a record."""
        return page_address(f"/records/{sheet}/{key}", self.filters, profile=self.profile)

    def all(self, **parts: str) -> str:
        """The cities of the filter for which all parts hold."""
        return records_address("cities", self.filters, self.profile, **parts)

    def of_city(self, sheet: str, city: str, **parts: str) -> str:
        """The records of a sheet that name a city."""
        here = replace(self.filters, countries=(), cities=(city,))
        return records_address(sheet, here, self.profile, **parts)

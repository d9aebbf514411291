"""Where the numbers and names of the page Needs and practices lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.filters import ALL, Filters
from layouts.addresses import page_address
from layouts.records_links import RecordLinks, records_address

_WHOLE_RECORD = Filters(programme="all")


@dataclass(frozen=True, slots=True)
class NeedsLinks:
    """Addresses under one filter; `extras` as the address has them."""

    filters: Filters
    extras: Mapping[str, str]

    def needs(self, **parts: str | None) -> str:
        """The list of the selected needs for which all parts hold."""
        return self._list("needs", self.filters, parts)

    def practices(self, **parts: str | None) -> str:
        """The list of the selected practices for which all parts hold."""
        return self._list("practices", self.filters, parts)

    def answers(self, sheet: str, **parts: str) -> str:
        """A list from the whole record, whatever the filter selects."""
        return self._list(sheet, _WHOLE_RECORD, parts)

    def record(self, sheet: str, key: str) -> str:
        """The page of a record."""
        return RecordLinks(self.filters, self.extras).record(sheet, key)

    def city(self, key: str) -> str:
        """The page of a city."""
        return page_address(f"/cities/{key}", self.filters, profile=self._profile)

    def everything(self) -> str:
        """The page without a filter."""
        return page_address("/needs", ALL, profile=self._profile)

    def _list(self, sheet: str, filters: Filters, parts: Mapping[str, str | None]) -> str:
        named = {name: value for name, value in parts.items() if value is not None}
        return records_address(sheet, filters, self._profile, **named)

    @property
    def _profile(self) -> str | None:
        return self.extras.get("profile")

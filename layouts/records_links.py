"""Addresses of records and of their lists, which keep how one came there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.filters import Filters
from data.records.parts import parts_text
from layouts.addresses import page_address

_OF_A_LIST = ("figure", "reason", "quality", "part", "sort", "page", "hxl")


def records_address(sheet: str, filters: Filters, profile: str | None, **parts: str) -> str:
    """The list of a filter's records for which all parts hold; `profile` as the address has it."""
    return page_address(
        f"/records/{sheet}", filters, profile=profile, part=parts_text(parts) or None
    )


@dataclass(frozen=True, slots=True)
class RecordLinks:
    """The filter and view keys that links take along; `extras` as the address has them."""

    filters: Filters
    extras: Mapping[str, str]

    def sheet(self, sheet: str) -> str:
        """The first page of a sheet, under the same filter."""
        return page_address(f"/records/{sheet}", self.filters, profile=self._profile)

    def list(self, sheet: str, **changed: str | None) -> str:
        """The list as it is, but for what is changed."""
        kept = {key: self.extras.get(key) for key in _OF_A_LIST}
        return page_address(
            f"/records/{sheet}", self.filters, profile=self._profile, **(kept | changed)
        )

    def record(self, sheet: str, key: object, *, within_list: bool = False) -> str:
        """The page of a record; `within_list` keeps the way back to the list as it is."""
        kept = {key: self.extras.get(key) for key in _OF_A_LIST} if within_list else {}
        return page_address(f"/records/{sheet}/{key}", self.filters, profile=self._profile, **kept)

    def journey(self, city: str) -> str:
        """The page that tells what happened with a city."""
        return page_address(f"/cities/{city}", self.filters, profile=self._profile)

    def download(self, sheet: str, form: str) -> str:
        """All records of the list as it is, as a file."""
        kept = {key: self.extras.get(key) for key in _OF_A_LIST if key != "page"}
        return page_address(f"/records/{sheet}.{form}", self.filters, profile=self._profile, **kept)

    @property
    def _profile(self) -> str | None:
        return self.extras.get("profile")

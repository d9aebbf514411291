"""Where the numbers and names on the page of a city lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.filters import Filters
from data.records.parts import NONE
from layouts.addresses import page_address
from layouts.needs_links import NeedsLinks
from layouts.records_links import RecordLinks, records_address

_LIVE = {"stage": "live"}


@dataclass(frozen=True, slots=True)
class JourneyLinks:
    """Addresses from the page of a city; `asked` and `extras` are the address's own."""

    city: str
    asked: Filters
    extras: Mapping[str, str]

    @property
    def of_city(self) -> Filters:
        """The filter without its places, of this city alone."""
        return replace(self._anywhere, cities=(self.city,))

    @property
    def needs(self) -> NeedsLinks:
        """Links to the needs and practices of the city."""
        return NeedsLinks(self.of_city, self.extras)

    def cities(self) -> str:
        """The page of all cities, under the filter as it came."""
        return page_address("/cities", self.asked, profile=self._profile)

    def journey(self, city: str) -> str:
        """The page of another city, under the same filter."""
        return page_address(f"/cities/{city}", self.asked, profile=self._profile)

    def all_programmes(self) -> str:
        """This page with what was before the hub."""
        there = replace(self.asked, programme="all")
        return page_address(f"/cities/{self.city}", there, profile=self._profile)

    def everything(self) -> str:
        """This page without a filter."""
        there = Filters(programme="all")
        return page_address(f"/cities/{self.city}", there, profile=self._profile)

    def record(self, sheet: str, key: object) -> str:
        """The page of a record."""
        return RecordLinks(self.asked, self.extras).record(sheet, key)

    def told(self, sheet: str, year: int | str | None = "") -> str:
        """The records of the journey in a sheet: all, those of a year, or (None) the undated."""
        within = {} if year == "" else {"year": NONE if year is None else f"{year:04d}"}
        return self._of_sheet(sheet, self.of_city, within)

    def earlier(self, sheet: str) -> str:
        """The records of a sheet from before the hub."""
        return self._of_sheet(sheet, replace(self.of_city, programme="earlier"), {})

    def learned(self, peer: str) -> str:
        """The support of the city to which another lent its practice."""
        return self._support(self.of_city, provider=peer)

    def taught(self, peer: str) -> str:
        """The support of another city to which this one lent its practice."""
        return self._support(self._anywhere, provider=self.city, city=peer)

    def taught_unnamed(self) -> str:
        """The support to which this city lent its practice and that names no city."""
        return self._support(self._anywhere, provider=self.city, **{"named-city": NONE})

    def practices(self, city: str, theme: str) -> str:
        """The practices of another city on a theme."""
        there = replace(self._anywhere, cities=(city,))
        return records_address("practices", there, self._profile, theme=theme)

    def _of_sheet(self, sheet: str, filters: Filters, within: Mapping[str, str]) -> str:
        if sheet == "activities":
            anywhere = replace(filters, cities=())
            return records_address(sheet, anywhere, self._profile, journey=self.city, **within)
        live = _LIVE if sheet == "support" else {}
        return records_address(sheet, filters, self._profile, **live, **within)

    def _support(self, filters: Filters, **parts: str) -> str:
        return records_address("support", filters, self._profile, **_LIVE, **parts)

    @property
    def _anywhere(self) -> Filters:
        return replace(self.asked, countries=(), cities=())

    @property
    def _profile(self) -> str | None:
        return self.extras.get("profile")

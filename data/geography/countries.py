"""The six countries of the hub, in the order of the buttons."""

from __future__ import annotations

from dataclasses import dataclass

from data.values import COUNTRY_BITS, COUNTRY_CODES


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the region: its code, its names and where the map writes its name."""

    code: str
    name: str
    short_name: str
    label_point: tuple[float, float]
    """Longitude and latitude of the middle of the name."""

    @property
    def bit(self) -> int:
        """Return the power of two that stands for the country in sets kept as one number."""
        return COUNTRY_BITS[self.code]


COUNTRIES: tuple[Country, ...] = (
    Country("AL", "Albania", "Albania", (20.10, 40.62)),
    Country("BA", "Bosnia and Herzegovina", "BiH", (17.60, 44.32)),
    Country("XK", "Kosovo", "Kosovo", (20.86, 42.80)),
    Country("ME", "Montenegro", "Montenegro", (19.25, 42.93)),
    Country("MK", "North Macedonia", "N. Macedonia", (21.75, 41.55)),
    Country("RS", "Serbia", "Serbia", (20.90, 44.02)),
)

assert tuple(country.code for country in COUNTRIES) == COUNTRY_CODES

COUNTRY_OF_CODE = {country.code: country for country in COUNTRIES}

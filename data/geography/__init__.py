"""Countries, towns, boundaries and names: where things are and what they are called."""

from data.geography.boundaries import (
    boundaries,
    country_of,
    is_inside,
    neighbour_codes,
    region_bounds,
)
from data.geography.countries import COUNTRIES, Country
from data.geography.country_codes import is_country_code
from data.geography.designations import (
    MAP_CREDIT,
    MAP_DISCLAIMER,
    Designation,
    country_name,
    designation,
    place_country_name,
)
from data.geography.places import Town, towns

__all__ = [
    "COUNTRIES",
    "MAP_CREDIT",
    "MAP_DISCLAIMER",
    "Country",
    "Designation",
    "Town",
    "boundaries",
    "country_name",
    "country_of",
    "designation",
    "is_country_code",
    "is_inside",
    "neighbour_codes",
    "place_country_name",
    "region_bounds",
    "towns",
]

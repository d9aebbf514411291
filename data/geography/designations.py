"""How places are named for an audience, and what must be said beside a map.

Code and data say XK; only what is printed depends on the profile.
"""

from __future__ import annotations

from dataclasses import dataclass

from data.geography.countries import COUNTRY_OF_CODE
from data.geography.country_codes import country_names

MAP_CREDIT = (
    "Boundaries © OpenStreetMap contributors (ODbL 1.0), via geo-maps. "
    "Places: GeoNames (CC BY 4.0)."
)
MAP_DISCLAIMER = (
    "The designations and boundaries shown imply no opinion on the legal status of any country, "
    "territory, city or area or of its authorities, or on the delimitation of its frontiers."
)


@dataclass(frozen=True, slots=True)
class Designation:
    """The name of Kosovo, and the footnote that the name calls for; empty when it calls for none.

    The footnote stands once on each page, slide or sheet where the name appears.
    """

    name: str
    footnote: str


_WITHOUT_PREJUDICE = (
    "* This designation is without prejudice to positions on status, and is in line with"
)

DESIGNATIONS: dict[str, Designation] = {
    "plain": Designation("Kosovo", ""),
    "eu": Designation(
        "Kosovo*",
        f"{_WITHOUT_PREJUDICE} UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of "
        "independence.",
    ),
    "un": Designation("Kosovo*", f"{_WITHOUT_PREJUDICE} UNSCR 1244/1999."),
    "coe": Designation(
        "Kosovo*",
        "* All reference to Kosovo, whether to the territory, institutions or population, shall "
        "be understood in full compliance with United Nations Security Council resolution 1244 "
        "and without prejudice to the status of Kosovo.",
    ),
}
"""Audience profile → designation: the hub's own, and those of three organisations."""


def designation(profile: str) -> Designation:
    """Return the name of Kosovo and its footnote; KeyError for an unknown profile."""
    return DESIGNATIONS[profile]


def country_name(code: str, profile: str) -> str:
    """Return the printed name of one of the six countries; KeyError for any other code."""
    return designation(profile).name if code == "XK" else COUNTRY_OF_CODE[code].name


def place_country_name(code: str, profile: str) -> str:
    """Return the printed name of any country of the world; KeyError when there is none."""
    if code in COUNTRY_OF_CODE:
        return country_name(code, profile)
    return country_names()[code]

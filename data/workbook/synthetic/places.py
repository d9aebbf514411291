"""Where an activity takes place, and which cities and countries it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.geography import COUNTRIES
from data.workbook.synthetic.chance import Chance
from data.workbook.synthetic.cities import Cities

COUNTRY_NAMES = {country.code: country.name for country in COUNTRIES}
ABROAD = {
    "New York": "US",
    "Brussels": "BE",
    "The Hague": "NL",
    "Istanbul": "TR",
    "Oslo": "NO",
}


@dataclass(frozen=True, slots=True)
class Venue:
    """Place, host and cities of an activity; `countries` are named beside those of its cities."""

    reach: str
    label: str
    place: str
    place_country: str
    host: str
    cities: tuple[str, ...]
    countries: tuple[str, ...]
    concerned: tuple[str, ...]


def draw_venue(stream: Chance, cities: Cities, reach: str) -> Venue:
    """Draw where an activity of this reach takes place."""
    if reach == "global":
        return _abroad(stream, cities)
    if reach == "region":
        return _in_the_region(stream, cities)
    country = _draw_country(stream, cities)
    if reach == "country":
        return _in_a_country(stream, cities, country)
    return _at_home(cities, reach, cities.draw(stream, 1, country), ())


def _in_a_country(stream: Chance, cities: Cities, country: str) -> Venue:
    if stream.often(0.12):
        name = COUNTRY_NAMES[country]
        return Venue("country", name, "", country, "", (), (country,), (country,))
    taking_part = cities.draw(stream, stream.randint(1, 4), country)
    return _at_home(cities, "country", taking_part, (country,) if stream.often(0.5) else ())


def _in_the_region(stream: Chance, cities: Cities) -> Venue:
    if stream.often(0.15):
        # A regional record: it concerns no country in particular.
        place = "Online" if stream.often(0.6) else ""
        return Venue("region", place or "Western Balkans", place, "", "", (), (), ())
    taking_part = cities.draw(stream, stream.randint(2, 5))
    countries = cities.countries if stream.often(0.25) else ()
    host_only = stream.often(0.1)
    return _at_home(cities, "region", taking_part, countries, takes_part=not host_only)


def _abroad(stream: Chance, cities: Cities) -> Venue:
    place, code = stream.choice(tuple(ABROAD.items()))
    taking_part = cities.draw(stream, stream.randint(0, 3))
    concerned = _concerned(cities, taking_part)
    return Venue("global", place, place, code, "", taking_part, (), concerned)


def _at_home(
    cities: Cities,
    reach: str,
    drawn: tuple[str, ...],
    countries: Sequence[str],
    *,
    takes_part: bool = True,
) -> Venue:
    host = drawn[0]
    name, country = cities.name_of[host], cities.country_of[host]
    taking_part = drawn if takes_part else drawn[1:]
    concerned = _concerned(cities, drawn, countries)
    return Venue(reach, name, name, country, host, taking_part, tuple(countries), concerned)


def _concerned(
    cities: Cities, named: Sequence[str], countries: Sequence[str] = ()
) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(cities.country_of[city] for city in named), *countries]))


def _draw_country(stream: Chance, cities: Cities) -> str:
    return cities.country_of[cities.draw(stream, 1)[0]]

"""Who received what: support by country and city."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from data import schema, values
from data.counting import selection as pick
from data.counting.rules import Question
from data.overview.lanes import SHOWN_SUPPORT
from data.reference import City, Reference
from data.support.shapes import CountryRows, PlaceRow

_SUPPORT = schema.support.c
Statuses = Counter[str]


def read_city_statuses(question: Question) -> dict[str, Statuses]:
    """Count the selected support by beneficiary city and status; cities of the choice only."""
    links = schema.LINKS["support", "cities"]
    grain = (links.c.value, _SUPPORT.status)
    query = pick.selected(pick.SUPPORT, question.filters, *grain, sa.func.count())
    query = query.join_from(schema.support, links, links.c.record == _SUPPORT.id)
    cities: dict[str, Statuses] = defaultdict(Counter)
    for city, status, records in question.connection.execute(query.group_by(*grain)):
        if city in question.chosen_cities:
            cities[city][status] += records
    return cities


def read_places(
    question: Question, reference: Reference, cities: Mapping[str, Statuses]
) -> tuple[CountryRows, ...]:
    """Lay support that was not declined out by country; countries without any are left out."""
    grain = (_SUPPORT.country_bits, _SUPPORT.city_bits, _SUPPORT.status)
    query = pick.selected(
        pick.SUPPORT, question.filters, *grain, sa.func.count(), statuses=SHOWN_SUPPORT
    ).group_by(*grain)
    tallies = [tuple(row) for row in question.connection.execute(query)]
    found = [_country(code, tallies, reference, cities) for code in _countries(question)]
    return tuple(rows for rows in (*found, _of_no_country(tallies)) if any(rows.statuses.values()))


def _countries(question: Question) -> tuple[str, ...]:
    """The chosen countries, or those of the chosen cities, or all."""
    filters = question.filters
    if filters.countries or not filters.cities:
        return filters.countries or values.COUNTRY_CODES
    cities = sa.select(schema.cities.c.country).where(schema.cities.c.id.in_(filters.cities))
    chosen = set(question.connection.scalars(cities))
    return tuple(code for code in values.COUNTRY_CODES if code in chosen)


def _country(
    code: str,
    tallies: Iterable[tuple[int, int, str, int]],
    reference: Reference,
    cities: Mapping[str, Statuses],
) -> CountryRows:
    bit, statuses, without = values.COUNTRY_BITS[code], Statuses(), Statuses()
    for country_bits, city_bits, status, records in tallies:
        if country_bits & bit:
            statuses[status] += records
            without[status] += 0 if city_bits & bit else records
    rows = [
        PlaceRow(city.id, _shown(cities[city.id]))
        for city in _by_name(reference.cities.values())
        if city.country == code and _shown(cities.get(city.id, {}))
    ]
    rest = [PlaceRow(None, _shown(without))] if _shown(without) else []
    return CountryRows(code, _shown(statuses), (*rows, *rest))


def _of_no_country(tallies: Iterable[tuple[int, int, str, int]]) -> CountryRows:
    statuses = Statuses()
    for country_bits, _, status, records in tallies:
        statuses[status] += 0 if country_bits else records
    return CountryRows(None, _shown(statuses), ())


def _by_name(cities: Iterable[City]) -> list[City]:
    return sorted(cities, key=lambda city: city.name.casefold())


def _shown(statuses: Mapping[str, int]) -> dict[str, int]:
    return {status: statuses[status] for status in SHOWN_SUPPORT if statuses.get(status)}

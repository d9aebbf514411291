"""Who gave and who received: pairs of cities of which one shared its practice with the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.support.shapes import Exchange

MOST_CITIES = 12
"""So many cities are named on each side; the others are counted together."""

OTHERS = ""
Pair = tuple[str, str]
"""Provider and beneficiary."""

_SUPPORT = schema.support.c
_CITIES = schema.LINKS["support", "cities"]
_PROVIDERS = schema.LINKS["support", "providers"]


def read_exchange(question: Question) -> Exchange:
    """Count the selected support by provider and beneficiary city of the choice."""
    pairs = _pairs(question)
    providers, cities = _most_active(pairs, 0), _most_active(pairs, 1)
    kept = providers[:MOST_CITIES], cities[:MOST_CITIES]
    shortened = kept != (providers, cities)
    unnamed, without_city = _unpaired(question)
    return Exchange(
        providers=tuple(kept[0]),
        cities=tuple(kept[1]),
        cells=_pairs_with_others(question, *kept) if shortened else pairs,
        other_providers=len(providers) - len(kept[0]),
        other_cities=len(cities) - len(kept[1]),
        unnamed=unnamed,
        without_city=without_city,
    )


def _pairs(question: Question) -> dict[Pair, int]:
    """Count records by pair: a record names each pair once."""
    return _counted(question, _PROVIDERS.c.value, _CITIES.c.value, sa.func.count())


def _pairs_with_others(
    question: Question, providers: Sequence[str], cities: Sequence[str]
) -> dict[Pair, int]:
    """Count records by pair, the cities that are not named taken together on either side."""
    grain = _named(_PROVIDERS.c.value, providers), _named(_CITIES.c.value, cities)
    return _counted(question, *grain, sa.func.count(_SUPPORT.id.distinct()))


def _counted(
    question: Question,
    provider: sa.ColumnElement[Any],
    city: sa.ColumnElement[Any],
    records: sa.ColumnElement[int],
) -> dict[Pair, int]:
    grain = provider.label("provider"), city.label("city")
    query = (
        pick.selected(pick.SUPPORT, question.filters, *grain, records)
        .join_from(schema.support, _PROVIDERS, _PROVIDERS.c.record == _SUPPORT.id)
        .join(_CITIES, _CITIES.c.record == _SUPPORT.id)
        .group_by(*grain)
    )
    if question.filters.has_place:
        query = query.where(_CITIES.c.value.in_(pick.chosen_cities(question.filters)))
    found = question.connection.execute(query)
    return {(provider, city): number for provider, city, number in found}


def _most_active(pairs: Mapping[Pair, int], side: int) -> list[str]:
    """The cities of one side, those of most pairs first, then by id."""
    active = Counter[str]()
    for pair, records in pairs.items():
        active[pair[side]] += records
    return sorted(active, key=lambda city: (-active[city], city))


def _named(column: sa.ColumnElement[Any], named: Sequence[str]) -> sa.ColumnElement[Any]:
    return sa.case((column.in_(named), column), else_=sa.literal_column(f"'{OTHERS}'"))


def _unpaired(question: Question) -> tuple[int, int]:
    """Count the support that names no provider, and that names one but no city of the choice."""
    provided = _SUPPORT.id.in_(sa.select(_PROVIDERS.c.record))
    of_no_city = ~pick.names_city(pick.SUPPORT, question.filters)
    query = pick.selected(
        pick.SUPPORT,
        question.filters,
        sa.func.coalesce(sa.func.sum(sa.case((provided, 0), else_=1)), 0),
        sa.func.coalesce(sa.func.sum(sa.case((sa.and_(provided, of_no_city), 1), else_=0)), 0),
    )
    unnamed, without_city = question.connection.execute(query).one()
    return int(unnamed), int(without_city)

"""From which cities a city learned, and which it taught: by the support that names both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.filters import Filters
from data.overview.lanes import SHOWN_SUPPORT

MOST_PEERS = 6
"""So many cities are named on each side, those with most support first."""

_SUPPORT = schema.support.c
_CITIES, _PROVIDERS = schema.LINKS["support", "cities"].c, schema.LINKS["support", "providers"].c


@dataclass(frozen=True, slots=True)
class Peer:
    """Another city, the number of support records that link the two, and the latest of them."""

    city: str
    records: int
    support: str
    title: str


@dataclass(frozen=True, slots=True)
class Peers:
    """The first cities of each side, how many more there are, and support to no named city."""

    learned: tuple[Peer, ...]
    taught: tuple[Peer, ...]
    more_learned: int
    more_taught: int
    unnamed: int


def read_peers(question: Question, city: str) -> Peers:
    """Read the peers of a city; of the question's filter the places play no part."""
    learned = _pairs(question, _PROVIDERS, _CITIES, city)
    taught = _pairs(question, _CITIES, _PROVIDERS, city)
    return Peers(
        learned=_titled(question.connection, learned[:MOST_PEERS]),
        taught=_titled(question.connection, taught[:MOST_PEERS]),
        more_learned=len(learned[MOST_PEERS:]),
        more_taught=len(taught[MOST_PEERS:]),
        unnamed=_unnamed(question, city),
    )


def _given(filters: Filters, *columns: Any) -> sa.Select[Any]:
    return pick.selected(pick.SUPPORT, filters, *columns, statuses=SHOWN_SUPPORT)


def _pairs(question: Question, other: Any, own: Any, city: str) -> list[sa.RowMapping]:
    """Count the support of each other city, with the first of it by row of the latest day."""
    mine = sa.select(own.record).where(own.value == city)
    day = sa.func.coalesce(sa.cast(_SUPPORT.first_day, sa.Text), "0000-00-00")
    query = (
        _given(
            question.filters,
            other.value.label("city"),
            sa.func.count().label("records"),
            sa.func.max(day.concat(_SUPPORT.id)).label("latest"),
        )
        .join_from(schema.support, other.record.table, other.record == _SUPPORT.id)
        .where(_SUPPORT.id.in_(mine), other.value != city)
        .group_by(other.value)
        .order_by(sa.func.count().desc(), other.value)
    )
    return list(question.connection.execute(query).mappings())


def _titled(connection: sa.Connection, pairs: Sequence[sa.RowMapping]) -> tuple[Peer, ...]:
    """Name the support of each pair."""
    ids = {row["city"]: row["latest"][len("0000-00-00") :] for row in pairs}
    query = sa.select(_SUPPORT.id, _SUPPORT.title).where(_SUPPORT.id.in_(sorted(ids.values())))
    titles = {row.id: row.title for row in connection.execute(query)}
    return tuple(
        Peer(row["city"], row["records"], ids[row["city"]], titles[ids[row["city"]]])
        for row in pairs
    )


def _unnamed(question: Question, city: str) -> int:
    """Count the support to which a city lent its practice and that names no city."""
    mine = sa.select(_PROVIDERS.record).where(_PROVIDERS.value == city)
    query = _given(question.filters, sa.func.count()).where(
        _SUPPORT.id.in_(mine), _SUPPORT.city_bits == 0
    )
    return question.connection.scalar(query) or 0

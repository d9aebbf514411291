"""Cities with a practice on a theme of which another city raised a need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.quality_selection import PARTS

MOST_NEIGHBOURS = 8

_NEEDS, _PRACTICES = schema.needs.c, schema.practices.c
_THEMES = schema.LINKS["practices", "themes"].c


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A city with a practice on a theme; `records` are all its practices on it.

    `shares` tells whether it raised a need on the theme as well.
    """

    city: str
    theme: str
    practice: str
    title: str
    records: int
    shares: bool


def read_neighbours(question: Question, of_city: Question, city: str) -> tuple[Neighbour, ...]:
    """Read the first neighbours, each city once: those with the same need, then the theme's needs.

    `of_city` is the question of the city itself, `question` that of all cities.
    """
    own = _own_themes(of_city)
    shared = _sharing(question, city)
    offers = _offers(question, city, own)
    both = shared.c.city.is_not(None)
    place = sa.func.row_number().over(
        partition_by=offers.c.city,
        order_by=(both.desc(), offers.c.needs.desc(), offers.c.row),
    )
    best = (
        sa.select(offers, both.label("shares"), place.label("place"))
        .outerjoin_from(
            offers, shared, (shared.c.city == offers.c.city) & (shared.c.theme == offers.c.theme)
        )
        .subquery("best")
    )
    query = (
        sa.select(best, _PRACTICES.id, _PRACTICES.title)
        .join_from(best, schema.practices, _PRACTICES.row == best.c.row)
        .where(best.c.place == 1)
        .order_by(best.c.shares.desc(), best.c.needs.desc(), best.c.row)
        .limit(MOST_NEIGHBOURS)
    )
    return tuple(
        Neighbour(
            *(row["city"], row["theme"], row["id"], row["title"], row["records"]),
            shares=bool(row["shares"]),
        )
        for row in question.connection.execute(query).mappings()
    )


def _own_themes(of_city: Question) -> sa.Subquery:
    """Count the needs of the city on each theme."""
    query = pick.selected(
        PARTS["needs"], of_city.filters, _NEEDS.theme, sa.func.count().label("needs")
    )
    themed = query.where(_NEEDS.theme.is_not(None))
    return themed.group_by(_NEEDS.theme).subquery("own")


def _sharing(question: Question, city: str) -> sa.Subquery:
    """Select the other cities that raised needs, with the themes of these."""
    query = pick.selected(PARTS["needs"], question.filters, _NEEDS.city, _NEEDS.theme)
    return query.where(_NEEDS.city != city).distinct().subquery("sharing")


def _offers(question: Question, city: str, own: sa.Subquery) -> sa.Subquery:
    """Select cities and themes with the first practice of each (its row), and their number."""
    columns: tuple[Any, ...] = (
        _PRACTICES.city,
        _THEMES.value.label("theme"),
        own.c.needs,
        sa.func.min(_PRACTICES.row).label("row"),
        sa.func.count().label("records"),
    )
    return (
        pick.selected(PARTS["practices"], question.filters, *columns)
        .join_from(schema.practices, _THEMES.record.table, _THEMES.record == _PRACTICES.id)
        .join(own, own.c.theme == _THEMES.value)
        .where(_PRACTICES.city != city)
        .group_by(_PRACTICES.city, _THEMES.value, own.c.needs)
        .subquery("offers")
    )

"""A workbook of activities that no filter mixes: each has a theme of its own and few people rows.

Where many activities are counted together, one that is a lower bound hides what the others do.
Asked by its theme, each is counted alone.
"""

from __future__ import annotations

from random import Random

from data import values
from data.filters import Filters
from small_workbooks import (
    COUNTRIES,
    GROUPS,
    TOWNS,
    Sheets,
    activity,
    attendance,
    city,
    dataset,
    indicators,
    participant,
)

Rows = list[dict[str, object]]
# Half of the activities concern one country, which is where rows without one may count.
ALBANIAN = (("elbasan", "durres"), ("AL",))


def single_activities(random: Random, number: int) -> Sheets:
    """Make so many activities of all reaches and places, half of them with participants."""
    activities: Rows = []
    heads: Rows = []
    names: Rows = []
    for place in range(number):
        id_ = f"a{place}"
        activities.append(_activity(random, id_))
        if random.random() < 0.5:
            names += _names(random, id_)
        if random.random() < 0.7:
            heads += _heads(random, id_)
    themes: Rows = [{"id": row["id"], "label": row["id"], "order": 1} for row in activities]
    return {
        "dataset": [dataset()],
        "themes": themes,
        "cities": [city(id_) for id_ in TOWNS],
        "activities": activities,
        "attendance": heads,
        "participants": names,
        "indicators": indicators(),
    }


def filters_of(random: Random, id_: str, number: int) -> list[Filters]:
    """Make filters that select one activity's theme and mostly some countries and cities."""
    return [
        Filters(
            themes=(id_,),
            countries=_some(random, COUNTRIES) if kind != "cities" else (),
            cities=_some(random, tuple(TOWNS)) if kind != "countries" else (),
        )
        for kind in random.choices(("countries", "cities", "both", "both"), k=number)
    ]


def _some(random: Random, known: tuple[str, ...], most: int = 3) -> tuple[str, ...]:
    return tuple(random.sample(known, min(len(known), random.randint(1, most))))


def _maybe(random: Random, known: tuple[str, ...]) -> str | None:
    return random.choice(known) if random.random() < 0.5 else None


def _activity(random: Random, id_: str) -> dict[str, object]:
    towns, countries = random.choice((ALBANIAN, (tuple(TOWNS), COUNTRIES)))
    return activity(
        id_,
        themes=[id_],
        reach=random.choice(values.REACHES),
        host_city=random.choice((None, None, *towns)),
        cities=_some(random, towns, 2) if random.random() < 0.8 else (),
        countries=_some(random, countries, 2) if random.random() < 0.5 else (),
    )


def _heads(random: Random, id_: str) -> Rows:
    rows = [
        attendance(
            id_,
            random.choice((0, 1, 2, 40)),
            group=random.choice(GROUPS),
            gender=random.choice(values.GENDERS),
            country=_maybe(random, COUNTRIES),
            basis=random.choice(("exact", "exact", "exact", "at-least", "estimate")),
            scope=random.choice(("region", "region", "region", "all")),
        )
        for _ in range(random.randint(1, 3))
    ]
    # Rows of one key would be a fault; the last one stays.
    keys = ("group", "gender", "country", "scope")
    return list({tuple(map(row.get, keys)): row for row in rows}.values())


def _names(random: Random, id_: str) -> Rows:
    return [
        participant(
            id_,
            f"p-0{number}",
            group=random.choice(GROUPS),
            gender=random.choice(values.GENDERS),
            country=_maybe(random, COUNTRIES),
            city=_maybe(random, tuple(TOWNS)),
        )
        for number in range(random.randint(1, 3))
    ]

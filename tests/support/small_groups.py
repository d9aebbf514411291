"""Workbooks of a few activities in which groups are often too small to be shown."""

from __future__ import annotations

from random import Random

from data import values
from small_workbooks import (
    COUNTRIES,
    DATES,
    THEMES,
    TOWNS,
    Sheets,
    activity,
    attendance,
    participant,
)

KINDS = ("workshop", "summit")
Rows = list[dict[str, object]]


def small_groups(random: Random) -> Sheets:
    """Make a workbook of up to eight activities, one in four with a list of participants."""
    activities = [_activity(random, f"a{number}") for number in range(random.randint(2, 8))]
    ids = [str(row["id"]) for row in activities]
    named = [id_ for id_ in ids if random.random() < 0.25]
    return {
        "activities": activities,
        "attendance": [row for id_ in ids for row in _heads(random, id_)],
        "participants": [row for id_ in named for row in _names(random, id_)],
    }


def _activity(random: Random, id_: str) -> dict[str, object]:
    return activity(
        id_,
        kind=random.choice(KINDS),
        start=random.choice(DATES),
        programme=random.choice(("hub", "hub", "hub", "earlier")),
        reach=random.choice(("city", "country", "region")),
        cities=random.sample(tuple(TOWNS), random.randint(0, 2)),
        countries=random.sample(COUNTRIES, random.randint(0, 2)),
        themes=random.sample(THEMES, random.randint(0, 2)),
    )


def _heads(random: Random, id_: str) -> Rows:
    genders = ("female", "male") if random.random() < 0.7 else values.GENDERS
    countries = random.choice(((None,), (None,), COUNTRIES[:2], COUNTRIES))
    groups = random.choice((("unspecified",), ("youth",), ("youth", "mayors-local-leaders")))
    return [
        attendance(
            id_,
            random.choice((0, 3, 6, 15, 40)),
            gender=gender,
            country=country,
            group=group,
        )
        for gender in genders
        for country in countries
        for group in groups
        if random.random() < 0.9
    ]


def _names(random: Random, id_: str) -> Rows:
    return [
        participant(
            id_,
            f"p-{number:02}",
            group=random.choice(("youth", "mayors-local-leaders")),
            gender=random.choice(values.GENDERS),
            country=random.choice((None, *COUNTRIES)),
            city=random.choice((None, *TOWNS)),
        )
        for number in range(random.randint(4, 24))
    ]

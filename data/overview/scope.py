"""What a filter shows, in numbers: cities, activities and support selected of how many."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.counting.rules import Question
from data.frames import CITY_MARKS, conform
from data.overview.lanes import SHOWN_SUPPORT
from data.reference import City
from data.values import ACTIVITY_STATUSES

_NOT_HELD = tuple(status for status in ACTIVITY_STATUSES if status != "held")


@dataclass(frozen=True, slots=True)
class Scope:
    """Selected records of all of the programme; months (`2023-03`) of the first and last."""

    cities: int
    all_cities: int
    activities: int
    all_activities: int
    support: int
    all_support: int
    first_month: str | None
    last_month: str | None


def read_scope(question: Question, cities: dict[str, City]) -> Scope:
    """Read the scope: held activities and all support but what was declined."""
    held = [item for item in question.activity_tally if item.early not in _NOT_HELD]
    shown = [item for item in question.support_tally if item.status in SHOWN_SUPPORT]
    held_selected = [item for item in held if item.reason(()) is None]
    support_selected = [item for item in shown if item.rest is None]
    months = sorted(
        item.month for item in (*held_selected, *support_selected) if item.month is not None
    )
    return Scope(
        cities=len(question.chosen_cities),
        all_cities=len(cities),
        activities=sum(item.records for item in held_selected),
        all_activities=sum(item.records for item in held),
        support=sum(item.records for item in support_selected),
        all_support=sum(item.records for item in shown),
        first_month=months[0] if months else None,
        last_month=months[-1] if months else None,
    )


def read_city_marks(question: Question, cities: dict[str, City]) -> pd.DataFrame:
    """Read one row per city (`frames.CITY_MARKS`)."""
    activities, support = dict.fromkeys(cities, 0), dict.fromkeys(cities, 0)
    for item in question.activity_cities:
        activities[item.city] += item.records
    for item in question.support_cities:
        support[item.city] += item.records if item.part in SHOWN_SUPPORT else 0
    rows = [
        {
            "id": city.id,
            "name": city.name,
            "country": city.country,
            "latitude": city.latitude,
            "longitude": city.longitude,
            "membership": city.membership,
            "activities": activities[city.id],
            "support": support[city.id],
            "chosen": city.id in question.chosen_cities,
        }
        for city in cities.values()
    ]
    return conform(rows, CITY_MARKS)

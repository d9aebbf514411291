"""What a filter shows, in numbers: cities, activities and support selected of how many."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.counting.rules import Question
from data.frames import CITY_MARKS, conform
from data.overview.lanes import SHOWN_SUPPORT
from data.reference import City, Totals
from data.values import PROGRAMMES


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


def read_scope(question: Question, cities: dict[str, City], totals: Totals) -> Scope:
    """Read the scope: held activities and all support but what was declined."""
    shown = [item for item in question.support if item.status in SHOWN_SUPPORT]
    known = [*(item.month for item in question.held), *(item.month for item in shown)]
    months = sorted(month for month in known if month is not None)
    programmes = (
        PROGRAMMES if question.filters.programme == "all" else (question.filters.programme,)
    )
    return Scope(
        cities=len(question.chosen_cities),
        all_cities=len(cities),
        activities=sum(item.records for item in question.held),
        all_activities=sum(totals.held[name] for name in programmes),
        support=sum(item.records for item in shown),
        all_support=sum(totals.support[name] for name in programmes),
        first_month=months[0] if months else None,
        last_month=months[-1] if months else None,
    )


def read_city_marks(question: Question, cities: dict[str, City]) -> pd.DataFrame:
    """Read one row per city (`frames.CITY_MARKS`)."""
    activities, support = dict.fromkeys(cities, 0), dict.fromkeys(cities, 0)
    for item in question.activity_cities:
        activities[item.city] += item.records
    for item in question.support_cities:
        support[item.city] += item.records if item.status in SHOWN_SUPPORT else 0
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

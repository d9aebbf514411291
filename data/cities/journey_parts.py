"""The properties by which the records of a city's journey are told apart."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting.rules import Question
from data.overview.lanes import SHOWN_ACTIVITIES
from data.records.parts import NONE, Condition, PartRule, PartRules
from data.reference import Reference

_ACTIVITIES = schema.activities.c
_TOOK_PART = schema.LINKS["activities", "cities"].c
_YEAR = re.compile(r"\d{4}", re.ASCII)


def took_part_in(city: str) -> sa.Select[Any]:
    """Select the activities that a city took part in."""
    return sa.select(_TOOK_PART.record).where(_TOOK_PART.value == city)


def only_hosted(city: str) -> sa.Select[Any]:
    """Select the activities that were held in a city which is not named as taking part."""
    return sa.select(_ACTIVITIES.id).where(
        _ACTIVITIES.host_city == city, _ACTIVITIES.id.not_in(took_part_in(city))
    )


def _in_journey(_: Question, city: str) -> Condition:
    """Whether a city took part in an activity that was held or is planned, or is its host."""
    concerned = _ACTIVITIES.id.in_(took_part_in(city)) | (_ACTIVITIES.host_city == city)
    return concerned & _ACTIVITIES.status.in_(SHOWN_ACTIVITIES)


def _is_year(value: str, _: Reference) -> bool:
    return value == NONE or (_YEAR.fullmatch(value) is not None and int(value) > 0)


def _of_year(sheet: str) -> PartRule:
    first = schema.metadata.tables[sheet].c.first_day

    def condition(_: Question, value: str) -> Condition:
        if value == NONE:
            return first.is_(None)
        return first.between(date(int(value), 1, 1), date(int(value), 12, 31))

    return PartRule(_is_year, condition)


PARTS: PartRules = {
    ("activities", "journey"): PartRule(
        lambda value, reference: value in reference.cities, _in_journey
    ),
    **{
        (sheet, "year"): _of_year(sheet)
        for sheet in ("activities", "support", "needs", "voices", "outputs")
    },
}

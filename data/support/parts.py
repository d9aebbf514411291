"""The properties by which support is told apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from data import schema, values
from data.counting import selection as pick
from data.counting.rules import Question
from data.dates import parse_date
from data.records.parts import NONE, PartRule, PartRules, by_link, by_value
from data.reference import Reference
from data.support.stages import AGE_CLASSES, NO_DATE, STAGES, is_past_due, is_vague, waits
from data.workbook.currencies import CURRENCIES

_SUPPORT = schema.support.c
_CITIES = schema.LINKS["support", "cities"].c
_PROVIDERS = schema.LINKS["support", "providers"].c
_BETWEEN = "_"
Condition = sa.ColumnElement[bool]


def many(items: Sequence[str]) -> str:
    """Write several ids, or the two ends of a stretch, as one value of a part."""
    return _BETWEEN.join(items)


def split(value: str) -> list[str]:
    """Read the value of a part that names several."""
    return value.split(_BETWEEN)


def _one_of(*allowed: str) -> Any:
    return lambda value, _: value in allowed


def _names_no_city(question: Question, _: str) -> Condition:
    """Whether a support names no city of the chosen places, of any where none is chosen."""
    return ~pick.names_city(pick.SUPPORT, question.filters)


def _cities_known(value: str, reference: Reference) -> bool:
    return all(city in reference.cities for city in split(value))


def _by_another_provider(_: Question, value: str) -> Condition:
    return _SUPPORT.id.in_(
        sa.select(_PROVIDERS.record).where(_PROVIDERS.value.not_in(split(value)))
    )


def _to_another_city(question: Question, value: str) -> Condition:
    """Whether a support names a city of the chosen places beside those of the value."""
    others = sa.select(_CITIES.record).where(_CITIES.value.not_in(split(value)))
    if question.filters.has_place:
        others = others.where(_CITIES.value.in_(pick.chosen_cities(question.filters)))
    return _SUPPORT.id.in_(others)


def _months(value: str) -> tuple[date, date]:
    """The first day of the first month and the last day of the last; ValueError if it is none."""
    ends = [parse_date(text) for text in split(value)]
    if len(ends) > 2 or any(end.precision != "month" for end in ends):
        raise ValueError(value)
    return ends[0].first, ends[-1].last


def _is_months(value: str, _: Reference) -> bool:
    try:
        _months(value)
    except ValueError:
        return value == NONE
    return True


def _in_months(_: Question, value: str) -> Condition:
    if value == NONE:
        return _SUPPORT.first_day.is_(None)
    return _SUPPORT.first_day.between(*_months(value))


def _has_amount(_: Question, value: str) -> Condition:
    if value == NONE:
        return _SUPPORT.amount.is_(None)
    if value == "some":
        return _SUPPORT.amount.is_not(None)
    return sa.and_(_SUPPORT.amount.is_not(None), _SUPPORT.currency == value)


def _received(question: Question, _: str) -> Condition:
    """Whether a city is among the beneficiaries of the support that the filter selects."""
    chosen = pick.selected(pick.SUPPORT, question.filters, _SUPPORT.id)
    return schema.cities.c.id.in_(sa.select(_CITIES.value).where(_CITIES.record.in_(chosen)))


PARTS: PartRules = {
    ("support", "status"): by_value(_SUPPORT.status, values.SUPPORT_STATUSES),
    ("support", "stage"): PartRule(
        _one_of(*STAGES), lambda _, value: _SUPPORT.status.in_(STAGES[value])
    ),
    ("support", "channel"): by_link("support", "channels", lambda _: values.CHANNELS),
    ("support", "country"): PartRule(_one_of(NONE), lambda _, __: _SUPPORT.country_bits == 0),
    ("support", "city"): by_link("support", "cities", lambda known: known.cities),
    ("support", "named-city"): PartRule(_one_of(NONE), _names_no_city),
    ("support", "other-city"): PartRule(_cities_known, _to_another_city),
    ("support", "provider"): by_link("support", "providers", lambda known: known.cities),
    ("support", "providers"): PartRule(
        _one_of("some"), lambda _, __: _SUPPORT.id.in_(sa.select(_PROVIDERS.record))
    ),
    ("support", "other-provider"): PartRule(_cities_known, _by_another_provider),
    ("support", "month"): PartRule(_is_months, _in_months),
    ("support", "amount"): PartRule(_one_of(*CURRENCIES, "some", NONE), _has_amount),
    ("support", "waiting"): PartRule(
        _one_of(NO_DATE, *(item.name for item in AGE_CLASSES)),
        lambda question, value: waits(question.as_of, value),
    ),
    ("support", "due"): PartRule(_one_of("past"), lambda question, _: is_past_due(question.as_of)),
    ("support", "request"): PartRule(_one_of("vague"), lambda _, __: is_vague()),
    ("cities", "receives"): PartRule(_one_of("support"), _received),
}

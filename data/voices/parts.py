"""The properties by which quotes, policy outputs, stages and funding are told apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

import sqlalchemy as sa

from data import schema, values
from data.counting.rules import Question
from data.records.parts import NONE, PartRule, PartRules, by_link, by_value
from data.reference import Reference
from data.voices.funding import (
    FUNDED,
    has_chosen_alone,
    has_chosen_and_others,
    has_funder,
    has_several,
    is_one_of,
)
from data.voices.organisations import agreed, funders, partners
from data.voices.said import has_consent
from data.voices.stages import is_stage

Condition = sa.ColumnElement[bool]
GIVEN, SOME, ONE, SEVERAL, ALONE, SHARED = "given", "some", "one", "several", "alone", "shared"
_BETWEEN = "_"
_YEAR = re.compile(r"\d{4}", re.ASCII)
_ORGANISATIONS = schema.organisations.c


def many(ids: Sequence[str]) -> str:
    """Write several organisations as one value of a part."""
    return _BETWEEN.join(ids)


def split(value: str) -> list[str]:
    """Read the value of a part that names several organisations."""
    return value.split(_BETWEEN)


def _one_of(*allowed: str) -> Callable[[str, Reference], bool]:
    return lambda value, _: value in allowed


def _organisation(value: str, reference: Reference) -> bool:
    return value in reference.organisations


def _organisations(value: str, reference: Reference) -> bool:
    return all(key in reference.organisations for key in split(value))


def _consent(_: Question, value: str) -> Condition:
    return has_consent() if value == GIVEN else schema.voices.c.consent == value


def _is_year(value: str, _: Reference) -> bool:
    return value == NONE or (_YEAR.fullmatch(value) is not None and int(value) > 0)


def _begins(_: Question, value: str) -> Condition:
    first = schema.activities.c.first_day
    if value == NONE:
        return first.is_(None)
    return first.between(date(int(value), 1, 1), date(int(value), 12, 31))


def _of_funding(sheet: str) -> PartRules:
    """The parts of a sheet whose records have funders."""
    columns = schema.metadata.tables[sheet].c

    def named(_: Question, value: str) -> Condition:
        several, some = has_several(sheet, columns), has_funder(sheet, columns)
        return {NONE: ~some, SOME: some, SEVERAL: several, ONE: some & ~several}[value]

    def together(question: Question, value: str) -> Condition:
        rule = has_chosen_alone if value == ALONE else has_chosen_and_others
        return rule(sheet, columns, question.filters.funders)

    def without(_: Question, value: str) -> Condition:
        return ~has_funder(sheet, columns, is_one_of(split(value)))

    return {
        (sheet, "funder"): by_link(sheet, "funders", lambda known: known.organisations),
        (sheet, "funders"): PartRule(_one_of(ONE, SEVERAL, SOME, NONE), named),
        (sheet, "funding"): PartRule(_one_of(ALONE, SHARED), together),
        (sheet, "funded-without"): PartRule(_organisations, without),
    }


def _took_part(question: Question, value: str) -> Condition:
    """Whether an organisation took part in anything that the filter selects."""
    filters = question.filters
    funded = [funders(filters, item) for item in FUNDED.values()]
    funds = [_ORGANISATIONS.id.in_(query) for query in (*funded, agreed(filters))]
    partner = _ORGANISATIONS.id.in_(partners(filters))
    found = {"funder": sa.or_(*funds), "partner": partner}
    if value in found:
        return found[value]
    anything = sa.or_(*funds, partner)
    return anything if value == SOME else ~anything


PARTS: PartRules = {
    ("voices", "consent"): PartRule(_one_of(GIVEN, *values.CONSENTS), _consent),
    ("outputs", "kind"): by_value(schema.outputs.c.kind, values.OUTPUT_KINDS),
    ("activities", "stage"): PartRule(
        _one_of(*values.STAGES), lambda _, value: is_stage(schema.activities.c, value)
    ),
    ("activities", "begins"): PartRule(_is_year, _begins),
    ("activities", "partner"): by_link("activities", "partners", lambda known: known.organisations),
    **_of_funding("activities"),
    **_of_funding("support"),
    ("targets", "funder"): PartRule(
        _organisation, lambda _, value: schema.targets.c.funder == value
    ),
    ("organisations", "took-part"): PartRule(_one_of("funder", "partner", SOME, NONE), _took_part),
}

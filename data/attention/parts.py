"""The records that a rule of attention finds."""

from __future__ import annotations

from collections.abc import Callable, Collection

from data.attention.aims import CONCERNS, is_of_concern
from data.attention.contacts import MEMBER, SILENCES, silent_cities
from data.attention.half_year import perhaps_within, yet_to_come
from data.attention.requests import ANY_WAIT, WAITS, waiting
from data.attention.sources import RESTING_SHEETS, is_closed, rests_on_closed
from data.counting.rules import Question
from data.records.parts import Condition, PartRule, PartRules

NAME = "attention"
CLOSED = "closed"
PLANNED, PERHAPS = "planned", "perhaps"


def _rule(choices: Collection[str], condition: Callable[[Question, str], Condition]) -> PartRule:
    return PartRule(lambda value, _: value in choices, condition)


def _activity(question: Question, value: str) -> Condition:
    if value == CLOSED:
        return rests_on_closed("activities")
    return yet_to_come(question) if value == PLANNED else perhaps_within(question)


def _beside_closed(
    sheet: str, choices: Collection[str], condition: Callable[[Question, str], Condition]
) -> PartRule:
    def of(question: Question, value: str) -> Condition:
        return rests_on_closed(sheet) if value == CLOSED else condition(question, value)

    return _rule((*choices, CLOSED), of)


def _only_closed(sheet: str) -> PartRule:
    return _rule((CLOSED,), lambda _, __: rests_on_closed(sheet))


PARTS: PartRules = {
    **{(sheet, NAME): _only_closed(sheet) for sheet in RESTING_SHEETS},
    ("activities", NAME): _rule((PLANNED, PERHAPS, CLOSED), _activity),
    ("cities", NAME): _beside_closed("cities", (*SILENCES, MEMBER), silent_cities),
    ("support", NAME): _beside_closed("support", (*WAITS, ANY_WAIT), waiting),
    ("targets", NAME): _rule(CONCERNS, is_of_concern),
    ("sources", NAME): _rule((CLOSED,), lambda _, __: is_closed()),
}

"""The words of the page Voices and influence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.records.parts import NONE
from data.reference import Reference
from data.voices.parts import split
from layouts import formats, record_terms, words

PartWords = Callable[[str, Reference], str]

CONSENTS = record_terms.VALUES["", "consent"]
STAGES = {"international": "international stage", "national": "national stage"}
STAGES_TITLES = {"international": "International stages", "national": "National stages"}
KINDS_MANY = {
    "legal-framework": "Legal frameworks",
    "declaration": "Declarations",
    "guide": "Guides",
    "report": "Reports",
    "strategy": "Strategies",
}
SHEETS = {"activities": "Activities held", "support": "Support"}
STAGE_RULES = {
    "international": "Every activity whose reach goes beyond the region.",
    "national": (
        "Summits, roundtables, consultations, launches, side events and partner events whose reach"
        " is a country. Workshops, trainings and exchanges are for learning and do not count."
    ),
}
CONSENT_RULE = "Only words that the speaker published, or that were granted to the hub, are shown."
NOT_SELECTED_BY = (
    "Quotes and policy outputs name no kind of activity, theme, funder or channel: these filters"
    " do not select among them."
)
SUPPORT_RULE = "Support counts from the request on, unless it was declined."
TARGETS_RULE = "Targets are those of the chosen countries, whatever else is chosen."
NOTHING_FUNDED = "No activity held and no support is on record here."
WHERE_FROM = {
    "quotes": "Quotes come from the sheet “voices” of the workbook, with their speakers’ consent.",
    "outputs": "Policy outputs come from the sheet “outputs” of the workbook.",
    "stages": "Stages come from the sheet “activities” of the workbook.",
}
SHOW_ALL = "Show it without a filter"
NO_CITY = "No city is named"
NO_FUNDER = "No funder is recorded"
NO_DATE = "no date"
FUNDERS_TITLE = "Who made it possible"
CHOOSE = "See it as a funder does"
FUNDER_NUMBERS = {
    "one": "one funder",
    "several": "co-funded",
    "some": "with a funder",
    NONE: "no funder recorded",
}
"""How many funders a record names → in words."""
FUNDING = {"alone": "by the chosen funder alone", "shared": "co-funded with others"}
TOOK_PART = {
    "funder": "funds activities or support, or agreed a target",
    "partner": "partner of an activity held",
    "some": "took part in something",
    NONE: "took part in nothing",
}


def _begins(value: str, _: Reference) -> str:
    return NO_DATE if value == NONE else f"beginning in {value}"


def _consent(value: str, _: Reference) -> str:
    return CONSENTS.get(value, "with consent")


def _organisation(before: str) -> PartWords:
    def said(value: str, known: Reference) -> str:
        return f"{before} {words.organisation(known, value)}"

    return lambda value, known: FUNDER_NUMBERS[NONE] if value == NONE else said(value, known)


def _partner(value: str, known: Reference) -> str:
    return "no partner named" if value == NONE else f"with {words.organisation(known, value)}"


def _without(value: str, known: Reference) -> str:
    names = [words.organisation(known, key) for key in split(value)]
    return f"not funded by {formats.joined(names)}"


def _of_funding(sheet: str) -> Mapping[tuple[str, str], PartWords]:
    return {
        (sheet, "funder"): _organisation("funded by"),
        (sheet, "funders"): lambda value, _: FUNDER_NUMBERS[value],
        (sheet, "funding"): lambda value, _: FUNDING[value],
        (sheet, "funded-without"): _without,
    }


PART_WORDS: Mapping[tuple[str, str], PartWords] = {
    ("voices", "consent"): _consent,
    ("outputs", "kind"): lambda value, _: record_terms.VALUES["outputs", "kind"][value],
    ("activities", "stage"): lambda value, _: STAGES[value],
    ("activities", "begins"): _begins,
    ("activities", "partner"): _partner,
    **_of_funding("activities"),
    **_of_funding("support"),
    ("targets", "funder"): _organisation("agreed with"),
    ("organisations", "took-part"): lambda value, _: TOOK_PART[value],
}

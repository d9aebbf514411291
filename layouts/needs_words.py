"""The words of the page Needs and practices."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.records.parts import NONE
from data.reference import Reference
from layouts import record_terms

KINDS = ("need", "concern", "barrier")
KINDS_MANY = {"need": "needs", "concern": "concerns", "barrier": "barriers"}
STATUSES = record_terms.VALUES["needs", "status"]

NONE_ON = "None on:"
IN_ALL = "in all"
WITHOUT_ANSWER = "without an answer"
NO_THEME = "No theme"
OTHER_THEMES = "Other themes"
REGION = "the region"
NO_SUMMARY = "no summary"
NOT_SHARED = "not shared at an activity on record"
NO_CITY = "no city named"

HEADS = ("What was raised", "City or country", "Raised", "Status")
STATUS_HEAD = "Status: "
ANSWER_HEAD = "What answers it"
BY_STATUS = "Its status says so"
AROSE = "Support that arose"
AS_WELL = "May answer it as well"

GROUPS = {
    "none": "No answer on record yet",
    "no-theme": "No theme, so nothing can be matched",
    "possible": "May have an answer",
    "recorded": "Answer on record",
}
"""How a need is answered → the heading of those needs."""

ANSWERS = {
    "none": "no answer yet",
    "possible": "may have an answer",
    "recorded": "answer on record",
    "no-theme": "cannot be matched",
}
"""How a need is answered → the head of its column, in their order."""

RULE = {
    "none": "Nothing on record shares its theme and its place.",
    "possible": (
        "Support, a practice or a later activity shares its theme and its place. Support that was"
        " declined, or delivered before the need was raised, does not count; an activity counts"
        " once it was held, if it is known to have begun after that."
    ),
    "recorded": (
        "Its status says that it is addressed or being addressed, or support arose from the"
        " activity where it was raised and shares its theme."
    ),
    "no-theme": "It names no theme, so it is not known what would answer it.",
}
PLACE_RULE = (
    "The place of a need is its city; where it names none, its country; where it names neither,"
    " the region, with the records that concern several countries or none."
)
WHOLE_RECORD = "Answers are looked for in the whole record, whatever is chosen above."

PRACTICES_UNDATED = "Practices have no date: the period does not select them."
NOT_SELECTED_BY = (
    "Needs and practices name no kind of activity, funder, channel or programme: these filters do"
    " not select them."
)
NOTHING_AT_ALL = "They are read from the workbook’s sheet “needs”."
SHOW_ALL = "Show all needs"


def theme(reference: Reference, key: str | None) -> str:
    """Name a theme."""
    if key is None or key == NONE:
        return NO_THEME.lower()
    return next(item.name for item in reference.themes if item.id == key)


def theme_name(reference: Reference, key: str | None) -> str:
    """Name a theme where it stands alone."""
    return NO_THEME if key is None else theme(reference, key)


def _of_theme(value: str, reference: Reference) -> str:
    return "no theme" if value == NONE else f"theme {theme(reference, value)}"


def _of_priority(value: str, reference: Reference) -> str:
    return "no theme" if value == NONE else f"priority of {theme(reference, value)}"


PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {
    ("needs", "kind"): lambda value, _: record_terms.VALUES["needs", "kind"][value],
    ("needs", "status"): lambda value, _: f"status {STATUSES[value]}",
    ("needs", "theme"): _of_theme,
    ("needs", "priority"): _of_priority,
    ("needs", "answer"): lambda value, _: GROUPS[value][0].lower() + GROUPS[value][1:],
    ("needs", "practice"): lambda value, _: f"on a theme of the practice {value}",
    ("practices", "theme"): _of_theme,
    ("practices", "shared"): lambda value, _: "shared" if value == "yes" else "never shared",
    ("support", "arose"): lambda value, _: f"arose where the need {value} was raised",
    ("support", "need"): lambda value, _: f"may answer the need {value}",
    ("activities", "need"): lambda value, _: f"may answer the need {value}",
    ("practices", "need"): lambda value, _: f"may answer the need {value}",
    ("activities", "practice"): lambda value, _: f"where the practice {value} was shared",
}

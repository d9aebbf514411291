"""The words of the page Attention."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from data.attention.parts import CLOSED, NAME, PARTS, PERHAPS, PLANNED
from data.reference import Reference

_PARTS = {
    ("cities", "quiet"): "member, last in contact long ago",
    ("cities", "never"): "member, no contact on record",
    ("cities", "open"): "member, perhaps without contact for long: one has no date",
    ("cities", "member"): "member",
    ("support", "open-request"): "requested or agreed",
    ("support", "past-due"): "requested or agreed, past its due date",
    ("support", "long-open"): "requested or agreed, waiting for long",
    ("support", "no-request-date"): "requested or agreed, no date of the request",
    ("activities", PLANNED): "planned, yet to come",
    ("activities", PERHAPS): "held, perhaps in this half-year",
    ("targets", "steep"): "needs more than the best quarter so far",
    ("targets", "women-below"): "the share of women is below it",
    ("sources", CLOSED): "no address",
}
_CLOSED = "rests only on sources without an address"


def _in_words(sheet: str) -> Callable[[str, Reference], str]:
    return lambda value, _: _PARTS.get((sheet, value), _CLOSED)


PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {
    (sheet, NAME): _in_words(sheet) for sheet, _ in PARTS
}


class Urgency(StrEnum):
    """How soon something needs a hand, the most urgent first; what is not known never alarms."""

    NOW = "now"
    SOON = "soon"
    LOOK = "look"
    UNKNOWN = "unknown"


URGENCIES = {
    Urgency.NOW: "Act now",
    Urgency.SOON: "Soon",
    Urgency.LOOK: "Look at",
    Urgency.UNKNOWN: "Not known",
}
URGENCY_TITLE = "How urgency is decided"
URGENCY_RULE = {
    "Act now": "A request is past the day that it was due.",
    "Soon": "A request has waited for long, a member was last in contact long ago, or a country "
    "had no activity this half-year.",
    "Look at": "A target needs more than the best quarter so far or the share of women is below "
    "its target; a member has no contact on record; a source cannot be opened.",
    "Not known": "A date, a head-count or a figure is missing or rough, so that none of these can "
    "be said. What is not known is never urgent.",
}
TITLES = {
    "past-due": "Requests past due",
    "long-open": "Requests waiting",
    "quiet": "Members out of contact",
    "countries": "Countries without an activity",
    "steep": "Targets out of reach of the best quarter",
    "women-below": "Share of women",
    "never": "Members with no contact on record",
    "sources": "Sources that nobody can open",
}
UNKNOWN_TITLE = "Gaps in the records"
UNKNOWN_CAPTION = "Dates and head-counts that are missing or rough"
UNKNOWN_COLUMNS = (
    "Records",
    "No date",
    "Known to the month or year only",
    "Missing or rough besides",
)
CALM_TITLE = "Nothing to report"
STRIP_TITLE = "Last contact by country"
STRIP_NONE = "none on record"
STRIP_NO_CITY = "no member city"
STRIP_NO_MEMBER = "There is no member city here, so there is nobody to be in contact with."
STRIP_NOW = "now"

"""The counting rules in words: what each counts, and by what a figure of it can be split."""

from __future__ import annotations

RULE_SENTENCES = {
    "member-cities": (
        "Counts the cities documented as members of the network by the end of the period; one "
        "whose joining date is not recorded counts as well. A stock: nothing but the place and "
        "the period’s end changes it."
    ),
    "cities-engaged": (
        "Counts the different cities that took part in the activities held. A city that came "
        "more than once counts once; an activity that names no city adds none."
    ),
    "activities-held": (
        "Counts the activities held. Planned, postponed and cancelled ones are left out."
    ),
    "attendances": (
        "Adds up everyone counted at the activities held: the list of participants where there "
        "is one, else the head-counts of people from the region. Whoever comes twice counts "
        "twice; activities without a head-count make the sum a lower bound."
    ),
    "people-engaged": (
        "Counts the different people on the lists of participants of the activities held. Where "
        "an activity has only a head-count, people cannot be told apart: the figure is then at "
        "least the larger of the different people listed and the largest single head-count."
    ),
    "mayors-engaged": (
        "Counts the different mayors and local leaders at the activities held, in the same way "
        "as people engaged. A head-count that names other groups alone is a known zero; one that "
        "does not tell the groups apart says nothing about mayors."
    ),
    "women-share": (
        "The share of women among the people counted at the activities held whose gender is "
        "recorded. People whose gender is not recorded are on neither side of the fraction; "
        "their number is given beside it."
    ),
    "support-delivered": (
        "Counts the support records that are delivered, in the period in which they were completed."
    ),
    "support-open": (
        "Counts the support records that are requested, agreed or in progress: asked for, and "
        "neither delivered nor declined. The date is the start where work has begun, else the "
        "request."
    ),
    "cities-supported": (
        "Counts the different cities that benefit from support in progress or delivered. A city "
        "that was supported more than once counts once."
    ),
    "follow-through": (
        "Of the workshops and roundtables held at least 183 days before the day of the data, the "
        "share from which support arose: approved, not declined, and begun between the "
        "activity’s first day and 183 days after its last."
    ),
    "outputs": (
        "Counts the policy outputs: legal frameworks, declarations, guides, reports and strategies."
    ),
    "published": (
        "Counts nothing: the figure stands as it was published, because no record here carries it."
    ),
}
"""Counting rule → one to three plain, exact sentences on what it counts."""

UNITS = {
    "people": "different people",
    "attendances": "attendances",
    "cities": "different cities",
    "activities": "activities",
    "support": "support records",
    "outputs": "policy outputs",
    "percent": "per cent",
}
"""Unit of an indicator → what one of it is."""

_PLACE = ("country", "city", "period", "programme")
_ACTIVITY = (*_PLACE, "kind of activity", "theme", "funder")
_SUPPORT = (*_PLACE, "theme", "funder", "channel")

RULE_SPLITS: dict[str, tuple[str, ...]] = {
    "member-cities": ("country", "city", "end of the period"),
    "cities-engaged": _ACTIVITY,
    "activities-held": _ACTIVITY,
    "attendances": _ACTIVITY,
    "people-engaged": _ACTIVITY,
    "mayors-engaged": _ACTIVITY,
    "women-share": _ACTIVITY,
    "support-delivered": _SUPPORT,
    "support-open": _SUPPORT,
    "cities-supported": _SUPPORT,
    "follow-through": _ACTIVITY,
    "outputs": _PLACE,
    "published": ("country", "period"),
}
"""Counting rule → the parts of the filter by which its figure can be split."""

RULE_RECORDED: dict[str, tuple[str, ...]] = {
    "attendances": ("gender", "group"),
    "people-engaged": ("gender", "group"),
    "mayors-engaged": ("gender",),
    "women-share": ("group",),
}
"""Counting rule → what is recorded of each counted row of people beside the parts of the filter."""

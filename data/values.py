"""The value lists of the reporting workbook, in its own order."""

from __future__ import annotations

DATASET_KINDS = ("public-record", "operational", "synthetic")
COUNTRY_CODES = ("AL", "BA", "XK", "ME", "MK", "RS")
COUNTRY_BITS = {code: 1 << place for place, code in enumerate(COUNTRY_CODES)}
MEMBERSHIPS = ("member", "participant", "former")
ACTIVITY_KINDS = (
    "workshop",
    "summit",
    "roundtable",
    "exchange",
    "training",
    "consultation",
    "launch",
    "side-event",
    "partner-event",
)
PROGRAMMES = ("hub", "earlier")
REACHES = ("city", "country", "region", "global")
STAGES = ("national", "international")
NATIONAL_STAGE_KINDS = (
    "summit",
    "roundtable",
    "consultation",
    "launch",
    "side-event",
    "partner-event",
)
"""Kinds of activity at which cities speak to others than cities; the rest is for learning."""
DELIVERIES = ("hub", "partner", "joint")
ACTIVITY_STATUSES = ("planned", "held", "postponed", "cancelled")
REVIEWS = ("draft", "approved")
GROUPS = (
    "mayors-local-leaders",
    "municipal-officials",
    "national-officials",
    "civil-society",
    "youth",
    "practitioners",
    "unspecified",
)
GENDERS = ("female", "male", "other", "unspecified")
BASES = ("exact", "at-least", "estimate")
SCOPES = ("region", "all")
CHANNELS = (
    "technical-support-fund",
    "hub-guidance",
    "peer-learning",
    "expert-pool",
    "event-participation",
    "training",
    "evaluation",
    "grant",
    "policy-input",
)
BENEFICIARY_KINDS = (
    "city",
    "city-group",
    "national-body",
    "entity-government",
    "organisation",
    "delegation",
)
SUPPORT_STATUSES = ("requested", "agreed", "in-progress", "delivered", "declined")
NEED_KINDS = ("need", "concern", "barrier")
NEED_STATUSES = ("open", "being-addressed", "addressed", "unknown")
ANSWERS = ("none", "no-theme", "possible", "recorded")
CONSENTS = ("published", "granted")
OUTPUT_KINDS = ("legal-framework", "declaration", "guide", "report", "strategy")
LEVELS = ("output", "outcome", "impact")
UNITS = ("people", "attendances", "cities", "activities", "support", "outputs", "percent")
DIRECTIONS = ("up", "down")
FREQUENCIES = ("monthly", "quarterly", "half-yearly", "yearly")
TARGET_KINDS = ("incremental", "cumulative")
PUBLISHED_STATUSES = ("exact", "at-least", "missing")

RULE_UNITS: dict[str, str | None] = {
    "member-cities": "cities",
    "cities-engaged": "cities",
    "activities-held": "activities",
    "attendances": "attendances",
    "people-engaged": "people",
    "mayors-engaged": "people",
    "women-share": "percent",
    "support-delivered": "support",
    "support-open": "support",
    "cities-supported": "cities",
    "follow-through": "percent",
    "outputs": "outputs",
    "published": None,
}
"""Counting rule → the unit that it gives; None where any unit may stand."""

RULES = tuple(RULE_UNITS)
RULES_WITH_KINDS = ("cities-engaged", "activities-held")

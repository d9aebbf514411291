"""The properties by which cities, and what happened with them, are told apart."""

from __future__ import annotations

from data import schema, values
from data.cities.listed import is_idle, joined_later
from data.records.parts import PartRule, PartRules, by_value

PARTS: PartRules = {
    ("cities", "membership"): by_value(schema.cities.c.membership, values.MEMBERSHIPS),
    ("cities", "idle"): PartRule(
        lambda value, _: value == "yes", lambda question, _: is_idle(question)
    ),
    ("cities", "joined"): PartRule(
        lambda value, _: value == "later", lambda question, _: joined_later(question)
    ),
    ("activities", "status"): by_value(schema.activities.c.status, values.ACTIVITY_STATUSES),
}

"""The properties by which cities, and what happened with them, are told apart."""

from __future__ import annotations

from data import schema, values
from data.records.parts import PartRules, by_value

PARTS: PartRules = {
    ("cities", "membership"): by_value(schema.cities.c.membership, values.MEMBERSHIPS),
    ("activities", "status"): by_value(schema.activities.c.status, values.ACTIVITY_STATUSES),
}

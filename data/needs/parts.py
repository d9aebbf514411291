"""The properties by which needs and practices are told apart."""

from __future__ import annotations

from data import schema, values
from data.records.parts import PartRules, by_value

PARTS: PartRules = {
    ("needs", "kind"): by_value(schema.needs.c.kind, values.NEED_KINDS),
    ("needs", "status"): by_value(schema.needs.c.status, values.NEED_STATUSES),
}

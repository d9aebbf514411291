"""The properties by which policy outputs, stages and funding are told apart."""

from __future__ import annotations

from data import schema, values
from data.records.parts import PartRules, by_value

PARTS: PartRules = {
    ("outputs", "kind"): by_value(schema.outputs.c.kind, values.OUTPUT_KINDS),
}

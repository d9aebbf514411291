"""The properties by which support is told apart."""

from __future__ import annotations

from data import schema, values
from data.records.parts import PartRules, by_link, by_value

_SUPPORT = schema.support.c
PARTS: PartRules = {
    ("support", "status"): by_value(_SUPPORT.status, values.SUPPORT_STATUSES),
    ("support", "channel"): by_link("support", "channels", lambda _: values.CHANNELS),
    ("support", "city"): by_link("support", "cities", lambda known: known.cities),
    ("support", "provider"): by_link("support", "providers", lambda known: known.cities),
}

"""The records that a rule of attention finds."""

from __future__ import annotations

from data.records.parts import PartRules

PARTS: PartRules = {}

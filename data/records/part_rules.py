"""Every property by which lists of records can be parted: what each page tells apart."""

from __future__ import annotations

from data.attention.parts import PARTS as ATTENTION
from data.cities.journey_parts import PARTS as JOURNEY
from data.cities.parts import PARTS as CITIES
from data.needs.parts import PARTS as NEEDS
from data.records.parts import PartRules
from data.support.parts import PARTS as SUPPORT
from data.voices.parts import PARTS as VOICES

PART_RULES: PartRules = {**SUPPORT, **NEEDS, **VOICES, **CITIES, **JOURNEY, **ATTENTION}

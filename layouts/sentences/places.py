"""The names of countries in the language that is spoken."""

from __future__ import annotations

from data.geography import country_name
from layouts.language import message, translated

COUNTRY_NAMES = (
    message("Albania"),
    message("Bosnia and Herzegovina"),
    message("Kosovo"),
    message("Kosovo*"),
    message("Montenegro"),
    message("North Macedonia"),
    message("Serbia"),
)
"""Every name that a profile prints for one of the six countries."""


def country_said(code: str, profile: str) -> str:
    """Name one of the six countries as the profile designates it."""
    return translated(country_name(code, profile))

"""Names of the six countries that fit a narrow column."""

from __future__ import annotations

from data.geography import COUNTRIES, country_name

_SHORT = {country.code: country.short_name for country in COUNTRIES}


def country_short(code: str, profile: str) -> str:
    """Return a short name; Kosovo keeps its designation."""
    return country_name(code, profile) if code == "XK" else _SHORT[code]

"""Every country code of ISO 3166-1 and XK, with names in English."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def country_names() -> dict[str, str]:
    """Return code → name of all countries of the world, XK among them."""
    content = files("data.geography").joinpath("iso_3166.csv").read_text(encoding="utf-8")
    return {row["code"]: row["name"] for row in csv.DictReader(content.splitlines())}


def is_country_code(code: str) -> bool:
    """Return whether the code is an alpha-2 code of ISO 3166-1 or XK, in capitals."""
    return code in country_names()

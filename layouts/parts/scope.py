"""The sentence that says what is shown."""

from __future__ import annotations

from typing import Any

from dash import html

from data.filters import Filters
from data.overview.scope import Scope
from data.reference import Reference
from layouts import formats, words


def scope(shown: Scope, filters: Filters, reference: Reference, profile: str) -> list[Any]:
    """Write the scope: cities, places, dates, programme, and records selected of all."""
    cities = f"{formats.number(shown.cities)} of {formats.number(shown.all_cities)} cities"
    parts: list[str] = [
        words.places(filters, reference, profile),
        words.scope_dates(filters, shown),
        *words.parts(filters, reference),
        words.PROGRAMMES[filters.programme],
    ]
    middle = " · ".join(part for part in parts if part)
    return [
        html.B(cities),
        f" · {middle} · approved records: ",
        html.B(_of(shown.activities, shown.all_activities)),
        " activities, ",
        html.B(_of(shown.support, shown.all_support)),
        " support records",
    ]


def _of(selected: int, everything: int) -> str:
    return f"{formats.number(selected)} of {formats.number(everything)}"

"""The bottom line: credits, disclaimer, designation where one is due, and the main keys."""

from __future__ import annotations

from typing import Any

from dash import html

from data.geography import MAP_CREDIT, MAP_DISCLAIMER, designation
from layouts.ids import Id

_KEYS = (
    (("1", "6"), "countries"),
    (("0",), "all"),
    (("R",), "reset"),
    (("T",), "tables"),
    (("/",), "find a city"),
    (("?",), "help"),
)


def footer(profile: str) -> html.Footer:
    """Draw the bottom line of a page with the map."""
    return html.Footer(
        [
            html.Div(credit_lines(profile), id=Id.CREDITS, className="credits"),
            html.P(_keys(), className="keys"),
        ],
        className="bottom",
    )


def credit_lines(profile: str, *, has_map: bool = True) -> list[html.P]:
    """Write the map's credit, the disclaimer, and the designation's footnote where one is due."""
    note = designation(profile).footnote
    footnote = [html.P(note, id=Id.DESIGNATION)] if note else []
    credit = [html.P(MAP_CREDIT)] if has_map else []
    return [*credit, html.P(MAP_DISCLAIMER), *footnote]


def _keys() -> list[Any]:
    parts: list[Any] = []
    for keys, what in _KEYS:
        parts.append(html.Kbd(keys[0]))
        if len(keys) > 1:
            parts += ["–", html.Kbd(keys[1])]
        parts.append(html.Span(what))
    return parts

"""A bar in a row of a table: how a number stands to the largest of its column."""

from __future__ import annotations

from typing import Any, Literal

from dash import html

from layouts.attributes import attributes


def bar(
    number: float, largest: float, colour: Literal["navy", "turquoise", "hollow"] = "navy"
) -> html.Span:
    """Draw a bar whose length is the number's part of the largest; the number stands beside it."""
    part = number / largest if largest else 0
    style: dict[str, Any] = {"--part": f"{100 * part:.1f}%"}
    return html.Span(
        className=f"bar bar-{colour}", style=style, **attributes({"aria-hidden": "true"})
    )

"""A number that opens its evidence: what was counted, what was left out, and by which rule."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from data.figures import Count
from layouts import formats
from layouts.attributes import attributes


def number_button(
    count: Count, unit: str, key: str, label: str, *, content: list[Component | str] | None = None
) -> html.Button:
    """Draw a counted figure as the button of its evidence; `label` says what it counts.

    `key` is the figure's name in addresses (`data.evidence.asked.figure_key`); `content` stands
    in place of the number in words where the layout draws the number itself.
    """
    said = formats.count(count, unit)
    return html.Button(
        said if content is None else content,
        type="button",
        className="number-button",
        **attributes(
            {
                "data-mode": "evidence",
                "data-value": key,
                "aria-label": f"{label}: {said}. How it is known",
            }
        ),
    )

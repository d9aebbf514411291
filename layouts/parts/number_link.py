"""A number of records that leads to the list of just these records."""

from __future__ import annotations

import re
from typing import Any

from dash import html
from dash.development.base_component import Component

from layouts import formats
from layouts.attributes import attributes


def number_link(
    number: int, href: str, label: str, *, content: list[Component | str] | str | None = None
) -> html.A | html.Span:
    """Draw a number of records as a link to their list; 0 leads nowhere.

    `label` says what is counted; `content` stands in place of the number where the layout or a
    sentence writes the number itself. What is seen is always part of what is heard.
    """
    shown: Any = formats.number(number) if content is None else content
    if not number:
        return html.Span(shown, className="number-link")
    return html.A(
        shown,
        href=href,
        className="number-link",
        **attributes({"data-counts": str(number), "aria-label": _heard(shown, label)}),
    )


def _heard(shown: Any, label: str) -> str:
    if not isinstance(shown, str) or re.search(rf"(?<!\w){re.escape(shown)}(?!\w)", label):
        return label
    return f"{label}: {shown}"

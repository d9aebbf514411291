"""A number of needs with its bar, as the tables of themes write it."""

from __future__ import annotations

from dash import html

from layouts.parts.bar import bar
from layouts.parts.number_link import number_link


def number_cell(number: int, largest: int, href: str, label: str) -> html.Td:
    """Write a number of needs and its bar; the largest of the table has the longest."""
    drawn = [bar(number, largest)] if number else []
    return html.Td(
        html.Div(
            [
                number_link(number, href, label),
                html.Span(drawn, className="needs-track"),
            ],
            className="needs-number",
        )
    )

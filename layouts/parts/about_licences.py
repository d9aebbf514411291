"""What others made, and on which terms."""

from __future__ import annotations

from typing import Any

from dash import html

from layouts import formats
from layouts.licences import CREDITS, OWN, SOFTWARE, Credit

Parts = list[Any]


def licences_section(copyright_line: str | None) -> Parts:
    """Name what the dashboard carries of others, the software it is made with, and its data."""
    columns = ("What", "From whom", "Terms")
    data = [html.P(f"Data: {copyright_line}")] if copyright_line else []
    return [
        html.Table(
            [
                html.Caption("What others made", className="visually-hidden"),
                html.Thead(html.Tr([html.Th(name, scope="col") for name in columns])),
                html.Tbody([_row(credit) for credit in CREDITS]),
            ],
            className="about-credits",
        ),
        html.P(_software()),
        *data,
    ]


def _row(credit: Credit) -> html.Tr:
    terms = html.A(credit.terms, href=credit.address, target="_blank", rel="noopener noreferrer")
    return html.Tr([html.Th(credit.what, scope="row"), html.Td(credit.whom), html.Td(terms)])


def _software() -> str:
    groups = [f"{formats.joined(names)} ({licence})" for licence, names in SOFTWARE.items()]
    return f"{OWN} It is made with {'; '.join(groups)}."

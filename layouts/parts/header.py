"""The top line: the product, its pages, and for which day the data stand."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from data.reference import Dataset
from layouts import words
from layouts.attributes import attributes


def header(pages: Sequence[tuple[str, str]], path: str, dataset: Dataset) -> html.Header:
    """Draw the top line; `pages` are (path, name) of what there is to open."""
    links = [
        html.A(
            name,
            href=target,
            className="page-link",
            **attributes({"aria-current": "page"} if target == path else {}),
        )
        for target, name in pages
    ]
    return html.Header(
        [
            html.A(words.PRODUCT, href="/", className="product"),
            html.Nav(links, **attributes({"aria-label": "Pages"})),
            html.P(words.as_of(dataset), id="as-of", className="as-of"),
            html.Button(
                ["Keys", html.Kbd("?")],
                type="button",
                className="button keys-button",
                **attributes({"data-mode": "help", "aria-label": "Help with keys"}),
            ),
        ],
        className="top",
    )

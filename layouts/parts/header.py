"""The top line: the product, its pages, and for which day the data stand."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from data.reference import Dataset
from layouts import words
from layouts.attributes import attributes


def header(pages: Sequence[tuple[str, str]], current: str, dataset: Dataset) -> html.Header:
    """Draw the top line; `pages` are (path, name), `current` is the name of the one shown."""
    links = [
        html.A(
            name,
            href=target,
            className="page-link",
            **attributes({"data-keeps-filter": "", **_mark(name == current)}),
        )
        for target, name in pages
    ]
    return html.Header(
        [
            html.A(
                words.PRODUCT,
                href="/",
                className="product",
                **attributes({"data-keeps-filter": ""}),
            ),
            html.Nav(links, **attributes({"aria-label": "Pages"})),
            html.P(words.as_of(dataset), id="as-of", className="as-of"),
            html.Button(
                [html.Span("Keys", className="keys-word"), html.Kbd("?")],
                type="button",
                className="button keys-button",
                **attributes({"data-mode": "help", "aria-label": "Help with keys"}),
            ),
        ],
        className="top",
    )


def _mark(is_current: bool) -> dict[str, str]:
    return {"aria-current": "page"} if is_current else {}

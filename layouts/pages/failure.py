"""What stands where a page would, while the database cannot be read."""

from __future__ import annotations

from dash import html

from layouts import words
from layouts.attributes import attributes


def layout(sentence: str, advice: str) -> html.Div:
    """Say what is wrong and what to do; the browser asks again by itself and comes back."""
    return html.Div(
        [
            html.Header([html.A(words.PRODUCT, href="/", className="product")], className="top"),
            html.Main(
                [
                    html.H1(sentence),
                    html.P(advice),
                    html.P(
                        "This page asks again every few seconds and opens by itself.",
                        className="label",
                    ),
                ],
                className="failure",
                **attributes({"data-waiting": "ready"}),
            ),
        ],
        className="shell",
    )

"""The help that the key ? opens."""

from __future__ import annotations

from dash import html

from layouts import words
from layouts.attributes import attributes
from layouts.ids import Id


def key_help() -> html.Dialog:
    """List every key and what it does."""
    rows = [html.Div([html.Dt(html.Kbd(key)), html.Dd(what)]) for key, what in words.KEYS]
    return html.Dialog(
        [
            html.H2("Keys", id="help-title"),
            html.Dl(rows),
            html.P(
                "A click on a country or a city filters by it; a click on a mark of the "
                "timeline tells what it is."
            ),
            html.Button(
                "Close",
                type="button",
                className="button",
                **attributes({"data-mode": "close-help"}),
            ),
        ],
        id=Id.HELP,
        className="help",
        **attributes({"aria-labelledby": "help-title"}),
    )

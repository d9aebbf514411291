"""What stands at the head of a page: its name, and one sentence that says what it comes to."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from layouts.parts.sentence import sentence
from layouts.sentences.sentence import Sentence


def page_head(title: str, said: Sentence, *beside: Component) -> html.Div:
    """Head a page; `beside` stands at the right of its name (downloads, a fold with a rule)."""
    return html.Div(
        [
            html.Div([html.H1(title), *beside], className="page-title"),
            sentence(said, "sentence lead"),
        ],
        className="page-head",
    )

"""One part of a page: a rule, a heading, what it says in a sentence, and what it shows."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from layouts.attributes import attributes
from layouts.parts.sentence import sentence
from layouts.sentences.sentence import Sentence


def section(
    name: str,
    title: str,
    children: list[Component],
    *,
    said: Sentence | None = None,
    beside: list[Any] | None = None,
    wide: bool = True,
) -> html.Section:
    """Frame a part of a page; `name` is its anchor, `beside` stands at the right of its heading.

    One that is not `wide` takes half of the page where there is room, beside its neighbour.
    """
    heading = f"{name}-heading"
    head = [html.H2(title, id=heading), *(beside or [])]
    return html.Section(
        [
            html.Div(head, className="part-head"),
            *([sentence(said)] if said is not None else []),
            *children,
        ],
        id=name,
        className="part" if wide else "part part-half",
        **attributes({"aria-labelledby": heading}),
    )


def sections(*parts: html.Section) -> html.Div:
    """Put parts below, and halves beside, each other."""
    return html.Div(list(parts), className="parts")

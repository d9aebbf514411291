"""One line of a list: when, what with its link, and below in smaller words where and with whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from layouts import formats, words
from layouts.parts.number_link import number_link

Parts = list[Any]


def entries(items: Sequence[html.Li]) -> html.Ul:
    """Draw lines below each other."""
    return html.Ul(list(items), className="voices-entries")


def entry(
    when: str, title: str, href: str, below: Sequence[Parts], *, planned: bool = False
) -> html.Li:
    """Draw one line; `below` are small lines, empty ones left out. What is planned is hollow."""
    mark = [html.Span([html.Span(className="voices-hollow"), words.STATUSES["planned"]],
                      className="voices-planned")] if planned else []  # fmt: skip
    lines = [html.Div(line, className="quiet") for line in below if line]
    return html.Li(
        [
            html.Span([*mark, html.Span(when)], className="voices-when"),
            html.Div([html.A(title, href=href), *lines]),
        ]
    )


def more(number: int, href: str, label: str, total: int) -> Parts:
    """Lead to the whole list of `total` where `number` of it are not shown; nothing else."""
    if number <= 0:
        return []
    said = f"and {formats.number(number)} more"
    return [html.P(number_link(total, href, label, content=said), className="voices-more")]


def joined(items: Sequence[Any], most: int | None = None) -> Parts:
    """Put linked names in a row; `most` shortens long ones."""
    written: Parts = []
    for item in items[:most]:
        written += [", ", item] if written else [item]
    hidden = len(items) - len(items[:most])
    return [*written, f" and {formats.number(hidden)} more"] if hidden else written


def dotted(*parts: Parts) -> Parts:
    """Put parts in a row with dots between them, empty ones left out."""
    written: Parts = []
    for part in parts:
        if part:
            written += [" · ", *part] if written else part
    return written

"""What answers the needs, by theme: a bar for each, and the rule beside as its legend."""

from __future__ import annotations

from typing import Any

from dash import html

from data.needs.shapes import NeedsAndPractices
from layouts import formats, needs_words
from layouts.attributes import attributes
from layouts.needs_links import NeedsLinks
from layouts.needs_tables import NAME, shown_themes
from layouts.parts.number_link import number_link

MOST_THEMES = 12


def answers_picture(shown: NeedsAndPractices, links: NeedsLinks) -> html.Div:
    """Draw how the needs of each theme are answered, with the rule in words at its side."""
    return html.Div(
        [html.Div(_table(shown, links), className="needs-answers"), _rule()],
        className="needs-answered",
        id=NAME,
    )


def _table(shown: NeedsAndPractices, links: NeedsLinks) -> html.Table:
    themes = shown_themes(shown)
    largest = max((shown.number(theme=theme) for theme in themes), default=0)
    body: list[Any] = [_theme(shown, links, theme, largest) for theme in themes[:MOST_THEMES]]
    rest = len(themes) - MOST_THEMES
    if rest > 0:
        more = f"and {formats.plural(rest, 'more theme', 'more themes')}"
        body.append(html.Tr(html.Td(more, colSpan=3, className="quiet")))
    heads = [
        html.Th("Theme", scope="col"),
        html.Th("All", scope="col", className="number"),
        html.Th("What answers them", scope="col"),
    ]
    return html.Table([html.Thead(html.Tr(heads)), html.Tbody(body)], className="list")


def _theme(shown: NeedsAndPractices, links: NeedsLinks, theme: str | None, largest: int) -> html.Tr:
    name, total = needs_words.theme_name(shown.reference, theme), shown.number(theme=theme)
    key = theme or "none"
    parts = [
        _part(name, number, answer, links.needs(theme=key, answer=answer))
        for answer in needs_words.ANSWERS
        if (number := shown.number(theme=theme, answer=answer))
    ]
    width: Any = {"--part": f"{100 * total / largest:.1f}%"}
    return html.Tr(
        [
            html.Th(name, scope="row"),
            html.Td(
                number_link(total, links.needs(theme=key), f"{name}: {formats.number(total)}"),
                className="number",
            ),
            html.Td(html.Div(parts, className="needs-stack", style=width)),
        ]
    )


def _part(name: str, number: int, answer: str, href: str) -> html.Div:
    label = f"{name}: {formats.number(number)} {needs_words.ANSWERS[answer]}"
    share: Any = {"--share": number}
    return html.Div(
        number_link(number, href, label),
        className=f"needs-stack-part needs-{answer}",
        style=share,
        title=label,
    )


def _rule() -> html.Div:
    lines = [
        html.Div(
            [
                html.Dt([_swatch(answer), words[0].upper() + words[1:]]),
                html.Dd(needs_words.RULE[answer]),
            ]
        )
        for answer, words in needs_words.ANSWERS.items()
    ]
    return html.Div(
        [
            html.Dl(lines),
            html.P([needs_words.PLACE_RULE, " ", needs_words.WHOLE_RECORD], className="quiet"),
        ],
        className="needs-rule",
        **attributes({"aria-label": "How an answer is known"}),
    )


def _swatch(answer: str) -> html.Span:
    return html.Span(
        className=f"needs-swatch needs-{answer}", **attributes({"aria-hidden": "true"})
    )

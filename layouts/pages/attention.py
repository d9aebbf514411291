"""The page Attention: where the hub has not been, and what needs a hand."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from data.attention.reading import Attention
from layouts import attention_words
from layouts.canvas import Canvas
from layouts.parts.attention_finding import finding_section
from layouts.parts.attention_findings import Shown, findings
from layouts.parts.attention_strip import contact_strip
from layouts.parts.attention_unknown import unknown_section
from layouts.parts.icon import icon
from layouts.parts.page_head import page_head
from layouts.parts.section import section, sections
from layouts.sentences.attention import lead
from layouts.sentences.attention_details import Links
from layouts.sentences.attention_readings import calm
from layouts.sentences.sentence import together


def layout(
    attention: Attention, profile: str, profile_asked: str | None, main: Canvas
) -> list[Component]:
    """Lay out the page; `profile_asked` is the one of the address, `main` the box it fills."""
    links = Links(attention.filters, profile_asked)
    shown = Shown(attention, profile, links)
    unknown = unknown_section(shown)
    in_order = together(calm(attention))
    parts = [
        contact_strip(shown, main),
        *(finding_section(finding) for finding in findings(shown)),
        *([unknown] if unknown else []),
    ]
    if in_order.pieces:
        title = attention_words.CALM_TITLE
        parts.append(section("attention-in-order", title, [], said=in_order))
    return [
        page_head("Attention", lead(attention, links), _rule()),
        html.Div(sections(*parts), className="attention"),
    ]


def _rule() -> html.Details:
    rule = attention_words.URGENCY_RULE
    lines = [html.Div([html.Dt(name), html.Dd(text)]) for name, text in rule.items()]
    return html.Details(
        [
            html.Summary([attention_words.URGENCY_TITLE, icon("chevron-down")]),
            html.Dl(lines, className="attention-rule"),
        ],
        className="fold attention-fold",
    )

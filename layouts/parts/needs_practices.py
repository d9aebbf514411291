"""The practices that cities share, and the needs without an answer on the same themes."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from data.needs.shapes import NeedsAndPractices, Practice
from layouts import formats, needs_words
from layouts.needs_links import NeedsLinks
from layouts.parts.needs_table import place
from layouts.parts.number_link import number_link

HEADS = ("Practice", "City", "Themes", "Shared at", "Needs on its themes without an answer")


def practices_table(shown: NeedsAndPractices, links: NeedsLinks, profile: str) -> html.Table:
    """Draw the practices; those whose themes lack most answers stand first."""
    rows = [_row(practice, shown, links, profile) for practice in shown.practices]
    heads = [html.Th(head, scope="col") for head in HEADS[:-1]]
    heads.append(html.Th(HEADS[-1], scope="col", className="number"))
    return html.Table(
        [html.Thead(html.Tr(heads)), html.Tbody(rows)], className="list needs-practices"
    )


def _row(practice: Practice, shown: NeedsAndPractices, links: NeedsLinks, profile: str) -> html.Tr:
    title = html.A(
        practice.title, href=links.record("practices", practice.id), className="needs-title"
    )
    summary = html.Div(practice.summary or needs_words.NO_SUMMARY, className="quiet")
    themes = [needs_words.theme(shown.reference, theme) for theme in practice.themes]
    address = links.needs(practice=practice.id, answer="none")
    label = f"{practice.title}: {formats.number(practice.unanswered)} needs without an answer"
    return html.Tr(
        [
            html.Th([title, summary], scope="row"),
            html.Td(_city(practice, shown, links, profile)),
            html.Td(formats.joined(themes) if themes else needs_words.NO_THEME.lower()),
            html.Td(_shared(practice, links)),
            html.Td(number_link(practice.unanswered, address, label), className="number"),
        ]
    )


def _city(
    practice: Practice, shown: NeedsAndPractices, links: NeedsLinks, profile: str
) -> list[Component | str]:
    if practice.city is None:
        return [html.Span(needs_words.NO_CITY, className="quiet")]
    return place(practice.city, None, shown.reference, links, profile)


def _shared(practice: Practice, links: NeedsLinks) -> list[Component]:
    if not practice.shared:
        return [html.Span(needs_words.NOT_SHARED, className="quiet")]
    lines: list[Component] = [
        html.Li(
            [
                html.A(activity.title, href=links.record("activities", activity.id)),
                html.Span(f", {formats.interval(activity.start, activity.end)}", className="quiet"),
            ]
        )
        for activity in practice.activities
    ]
    if practice.shared > len(practice.activities):
        address = links.answers("activities", practice=practice.id)
        content: Any = f"all {formats.number(practice.shared)}"
        all_of_them = number_link(
            practice.shared,
            address,
            f"{practice.title}: {content} activities where it was shared",
            content=content,
        )
        lines.append(html.Li(all_of_them))
    return [html.Ul(lines, className="needs-ways")]

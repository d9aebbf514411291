"""The page Needs and practices: what cities asked for, what answers it, what they share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from data.filters import ALL
from data.needs.shapes import NeedsAndPractices
from layouts import formats, needs_words
from layouts.attributes import attributes
from layouts.needs_links import NeedsLinks
from layouts.needs_tables import NAME
from layouts.parts.needs_answers import answers_picture
from layouts.parts.needs_practices import practices_table
from layouts.parts.needs_priorities import priorities
from layouts.parts.needs_table import needs_table
from layouts.parts.number_link import number_link
from layouts.parts.page_head import page_head
from layouts.parts.section import section, sections
from layouts.parts.sentence import sentence
from layouts.sentences.needs import (
    answers_sentence,
    group_sentence,
    head_sentence,
    practices_sentence,
    priorities_sentence,
)

TITLE = "Needs and practices"


def layout(shown: NeedsAndPractices, profile: str, extras: Mapping[str, str]) -> list[Component]:
    """Lay out the page; `extras` are the view keys of its address."""
    links = NeedsLinks(shown.filters, extras)
    parts = _of_needs(shown, links, profile) if shown.total else []
    return [
        page_head(TITLE, head_sentence(shown, links, profile)),
        *_not_selected_by(shown),
        *([] if shown.total else [_nothing(shown, links)]),
        sections(*parts, _practices(shown, links, profile)),
    ]


def _not_selected_by(shown: NeedsAndPractices) -> list[Component]:
    """Say which of the chosen filters have no hold on needs."""
    filters = shown.filters
    chosen = filters.kinds or filters.funders or filters.channels or filters.programme != "hub"
    return [html.P(needs_words.NOT_SELECTED_BY, className="quiet needs-aside")] if chosen else []


def _nothing(shown: NeedsAndPractices, links: NeedsLinks) -> html.P:
    """Say what to do where no need is selected."""
    if shown.filters == ALL:
        return html.P(needs_words.NOTHING_AT_ALL, className="needs-aside")
    return html.P(html.A(needs_words.SHOW_ALL, href=links.everything()), className="needs-way-out")


def _of_needs(shown: NeedsAndPractices, links: NeedsLinks, profile: str) -> list[html.Section]:
    return [
        section(
            "needs-priorities",
            "By the priorities of the hub",
            [priorities(shown, links)],
            said=priorities_sentence(shown, links),
        ),
        section(
            "needs-by-theme",
            "What answers them, by theme",
            [answers_picture(shown, links)],
            said=answers_sentence(shown, links),
            beside=[_downloads()],
        ),
        section("needs-one-by-one", "One by one", _groups(shown, links, profile)),
    ]


def _downloads() -> html.Span:
    """Offer the rows of the picture, which is a table already."""
    kept = attributes({"data-keeps-view": ""})
    forms = (("csv", "CSV"), ("xlsx", "Excel"))
    linked: list[Any] = [
        html.A(text, href=f"/charts/{NAME}.{form}", **kept) for form, text in forms
    ]
    return html.Span(linked, className="needs-downloads")


def _groups(shown: NeedsAndPractices, links: NeedsLinks, profile: str) -> list[Component]:
    return [
        _group(shown, links, profile, answer)
        for answer in needs_words.GROUPS
        if shown.groups[answer]
    ]


def _group(shown: NeedsAndPractices, links: NeedsLinks, profile: str, answer: str) -> html.Section:
    needs, number = shown.groups[answer], shown.number(answer=answer)
    title, address = needs_words.GROUPS[answer], links.needs(answer=answer)
    rest: list[Component] = []
    if number > len(needs):
        content: Any = f"All {formats.number(number)}"
        label = f"{content}: {title}"
        everything = number_link(number, address, label, content=content)
        rest = [html.P(everything, className="needs-more")]
    return html.Section(
        [
            html.H3(
                [
                    number_link(number, address, f"{formats.number(number)}: {title}"),
                    html.Span(title),
                ]
            ),
            sentence(group_sentence(shown, links, answer)),
            needs_table(needs, shown.reference, links, profile, title),
            *rest,
        ],
        className="needs-group",
        id=f"needs-{answer}",
    )


def _practices(shown: NeedsAndPractices, links: NeedsLinks, profile: str) -> html.Section:
    notes = []
    if shown.filters.has_period:
        notes.append(html.P(needs_words.PRACTICES_UNDATED, className="quiet"))
    number = shown.practice_number
    drawn: list[Component] = [practices_table(shown, links, profile)] if number else []
    if number > len(shown.practices):
        content: Any = f"All {formats.number(number)}"
        everything = number_link(
            number, links.practices(), f"{content}: practices", content=content
        )
        drawn.append(html.P(everything, className="needs-more"))
    said = practices_sentence(shown, links)
    return section("practices", "Practices", [*notes, *drawn], said=said)

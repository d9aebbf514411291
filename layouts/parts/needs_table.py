"""The needs one by one: what was said, where and when, how it stands, and what answers it."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from data.geography import country_name
from data.needs.shapes import Answers, Linked, Need
from data.reference import Reference
from layouts import formats, needs_words, words
from layouts.attributes import attributes
from layouts.needs_links import NeedsLinks
from layouts.parts.number_link import number_link


def needs_table(
    needs: tuple[Need, ...], reference: Reference, links: NeedsLinks, profile: str, name: str
) -> html.Table:
    """Draw a table of needs; those without an answer have no column for it."""
    answered = any(need.answer in ("possible", "recorded") for need in needs)
    heads = list(needs_words.HEADS)
    heads += [needs_words.ANSWER_HEAD] if answered else []
    rows = [_row(need, reference, links, profile, answered=answered) for need in needs]
    return html.Table(
        [
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody(rows),
        ],
        className="list needs-list" if answered else "list needs-list needs-list-open",
        **attributes({"aria-label": name}),
    )


def _row(
    need: Need, reference: Reference, links: NeedsLinks, profile: str, *, answered: bool
) -> html.Tr:
    kind = f"{need.kind} · {needs_words.theme(reference, need.theme)}"
    statement = [
        html.A(need.statement, href=links.record("needs", need.id), className="needs-title"),
        html.Div(kind, className="quiet"),
    ]
    cells: list[Component] = [
        html.Th(statement, scope="row"),
        html.Td(place(need.city, need.country, reference, links, profile)),
        html.Td(_raised(need, links)),
        html.Td(need_status(need.status)),
    ]
    if answered:
        cells.append(html.Td(need_answers(need, links)))
    return html.Tr(cells)


def place(
    city: str | None, country: str | None, reference: Reference, links: NeedsLinks, profile: str
) -> list[Component | str]:
    """Name a city with its country, a country, or the region."""
    if city:
        known = reference.cities[city]
        return [
            html.A(known.name, href=links.city(city)),
            html.Div(country_name(known.country, profile), className="quiet"),
        ]
    return [country_name(country, profile) if country else needs_words.REGION]


def _raised(need: Need, links: NeedsLinks) -> list[Component | str]:
    raised: list[Component | str] = [
        formats.date_span(need.raised)
        if need.raised
        else html.Span(formats.interval(None, None), className="muted")
    ]
    if need.activity:
        at = html.A(need.activity.title, href=links.record("activities", need.activity.id))
        raised.append(html.Div(at, className="quiet needs-raised-at"))
    return raised


def need_status(status: str) -> html.Span:
    """Draw how a need stands: icon and word."""
    icon = html.Span(
        className=f"status-icon needs-status-{status}", **attributes({"aria-hidden": "true"})
    )
    head = html.Span(needs_words.STATUS_HEAD, className="needs-narrow")
    return html.Span([icon, head, needs_words.STATUSES[status]], className="status")


def need_answers(need: Need, links: NeedsLinks) -> list[Component]:
    """Tell apart what the record says outright and what shares theme and place."""
    outright: list[Component] = []
    if need.status in ("being-addressed", "addressed"):
        outright.append(html.Li(needs_words.BY_STATUS))
    arose = links.answers("support", arose=need.id)
    outright += _way(needs_words.AROSE, "support", need.arose, arose, links)
    possible = [
        line
        for way, sheet, found in (
            ("Support", "support", need.support),
            ("Activity", "activities", need.activities),
            ("Practice", "practices", need.practices),
        )
        for line in _way(way, sheet, found, links.answers(sheet, need=need.id), links)
    ]
    parts: list[Component] = []
    if outright:
        parts += [html.Ul(outright, className="needs-ways")]
    if possible:
        if outright:
            parts.append(html.Div(needs_words.AS_WELL, className="quiet needs-as-well"))
        parts.append(html.Ul(possible, className="needs-ways"))
    return parts


def _way(way: str, sheet: str, found: Answers, address: str, links: NeedsLinks) -> list[Component]:
    """Name one record and say how many there are; none where there is none."""
    if not found.number:
        return []
    line: list[Any] = [html.Span(f"{way}: ", className="needs-way")]
    many = _more(found.number)
    if found.named:
        line.append(html.A(found.named.title, href=links.record(sheet, found.named.id)))
        line.append(_told(sheet, found.named))
        many = f"one of {formats.number(found.number)}"
    if found.named is None or found.number > 1:
        line += [" · "] if found.named else []
        line.append(number_link(found.number, address, f"{way}: {many}", content=many))
    return [html.Li(line)]


def _more(number: int) -> str:
    return formats.plural(number, "more record", "more records")


def _told(sheet: str, record: Linked) -> html.Span:
    """Say in short of what status and date a record is."""
    told = [words.STATUSES[record.status]] if sheet == "support" else []
    if record.start:
        told.append(formats.interval(record.start, record.end))
    return html.Span(f", {', '.join(told)}" if told else "", className="quiet")

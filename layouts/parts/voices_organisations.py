"""Partners and funders: what each took part in, every number the list of its records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from data.records.parts import NONE
from data.voices.parts import SEVERAL
from data.voices.shapes import Part
from layouts import formats, voices_words
from layouts.attributes import attributes
from layouts.parts.icon import icon
from layouts.parts.number_link import number_link
from layouts.parts.voices_entry import joined, more
from layouts.parts.voices_writer import VoicesWriter

Parts = list[Any]
MOST_ROWS = 12
MOST_OTHERS = 10
_HEADS = (
    "Activities funded",
    "Activities partnered",
    "Support funded",
    "Targets agreed",
)


def organisations(took_part: Sequence[Part], writer: VoicesWriter) -> Parts:
    """Draw who took part in most, the way to the others, and who took part in nothing."""
    links = writer.links
    parts: Parts = []
    if took_part:
        parts = [
            html.Div(_table(took_part[:MOST_ROWS], writer), className="records-scroll"),
            *more(len(took_part) - MOST_ROWS, links.organisations(), "All that took part",
                  len(took_part)),
        ]  # fmt: skip
    return [*parts, *_others(took_part, writer)]


def _table(rows: Sequence[Part], writer: VoicesWriter) -> html.Table:
    heads = [html.Th(head, scope="col", className="number") for head in _HEADS]
    return html.Table(
        [
            html.Caption("Partners and funders", className="visually-hidden"),
            html.Thead(html.Tr([html.Th("Organisation", scope="col"), *heads])),
            html.Tbody([_row(row, writer) for row in rows]),
        ],
        className="list voices-organisations",
    )


def _row(row: Part, writer: VoicesWriter) -> html.Tr:
    links, key = writer.links, row.organisation
    cells = (
        (row.activities, _funded("activities", row.activities, row.activities_shared, key, writer)),
        (row.partnered, [_number(row.partnered, links.done("activities", partner=key), _HEADS[1])]),
        (row.support, _funded("support", row.support, row.support_shared, key, writer)),
        (row.targets, [_number(row.targets, links.targets(key), _HEADS[3])]),
    )
    name = writer.shown.reference.organisations[key].name
    linked = html.A(name, href=links.records.record("organisations", key))
    drawn = [_cell(*cell, head) for cell, head in zip(cells, _HEADS, strict=True)]
    return html.Tr([html.Th(linked, scope="row"), *drawn])


def _cell(number: int, content: Parts, head: str) -> html.Td:
    name = "number" if number else "number voices-zero"
    return html.Td(content, className=name, **attributes({"data-label": head}))


def _number(number: int, address: str, label: str) -> Any:
    if not number:
        return html.Span(formats.number(0), className="muted")
    return number_link(number, address, label)


def _funded(sheet: str, number: int, shared: int, key: str, writer: VoicesWriter) -> Parts:
    """A number, and below how many of them have several funders."""
    label = f"{voices_words.SHEETS[sheet]}, funded by it"
    whole = _number(number, writer.links.done(sheet, funder=key), label)
    if not shared:
        return [whole]
    address = writer.links.done(sheet, funder=key, funders=SEVERAL)
    said = f"{formats.number(shared)} co-funded"
    linked = number_link(shared, address, f"{label}, with others", content=said)
    return [whole, html.Span([icon("co-funded"), linked], className="co-funding quiet")]


def _others(took_part: Sequence[Part], writer: VoicesWriter) -> Parts:
    """Name the organisations on record that took part in nothing of this filter."""
    known = {row.organisation for row in took_part}
    others = [key for key in writer.shown.reference.organisations if key not in known]
    if not others:
        return []
    names = joined([writer.organisation(key) for key in others[:MOST_OTHERS]])
    label = "Organisations on record that took part in nothing here"
    count = number_link(len(others), writer.links.organisations(NONE), label)
    rest = ", …" if len(others) > MOST_OTHERS else ""
    return [
        html.P(
            ["On record, but named in none of these (", count, "): ", *names, rest],
            className="quiet voices-others",
        )
    ]

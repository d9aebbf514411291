"""Who made records possible: the funders to choose, the split of all, the groups of the chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from data.records.parts import NONE
from data.records.record import Record
from data.reference import Reference
from data.voices.parts import ONE, SEVERAL
from data.voices.shapes import Funding, Group, Lens
from layouts import voices_words, words
from layouts.attributes import attributes
from layouts.parts.bar import bar
from layouts.parts.number_link import number_link
from layouts.parts.sentence import sentence
from layouts.parts.voices_entry import entries, entry, more
from layouts.parts.voices_writer import VoicesWriter
from layouts.sentences.voices import funder_names, lens_sentence, split_sentence

Parts = list[Any]
MOST_FUNDERS = 12


def funder_choice(reference: Reference, chosen: Sequence[str]) -> html.Div:
    """Draw a button for each funder on record, those chosen pressed; many are in the filters."""
    first = reference.funders[:MOST_FUNDERS]
    offered = [*first, *(key for key in chosen if key not in first)]
    buttons = [_button(key, reference, pressed=key in chosen) for key in offered]
    hidden = len([key for key in reference.funders if key not in offered])
    rest = [html.Span("More of them are among the filters.", className="quiet")] if hidden else []
    return html.Div(
        [html.Span(voices_words.CHOOSE, className="quiet"), *buttons, *rest],
        className="voices-choice no-print",
        role="group",
        **attributes({"aria-label": voices_words.CHOOSE}),
    )


def _button(key: str, reference: Reference, *, pressed: bool) -> html.Button:
    return html.Button(
        words.organisation(reference, key),
        type="button",
        className="chip",
        **attributes(
            {
                "data-key": "funder",
                "data-value": key,
                "data-mode": "toggle",
                "aria-pressed": str(pressed).lower(),
            }
        ),
    )


def funding_split(funding: Sequence[Funding], writer: VoicesWriter) -> Parts:
    """Draw how many activities and support name one funder, several or none."""
    shown = [item for item in funding if item.number]
    if not shown:
        return []
    heads = [html.Th(voices_words.FUNDER_NUMBERS[name].capitalize(), scope="col")
             for name in (ONE, SEVERAL, NONE)]  # fmt: skip
    table = html.Table(
        [
            html.Caption(voices_words.FUNDERS_TITLE, className="visually-hidden"),
            html.Thead(html.Tr([html.Td(), *heads])),
            html.Tbody([_split_row(item, writer) for item in shown]),
        ],
        className="list voices-split",
    )
    return [*(sentence(split_sentence(item, writer.links)) for item in shown), table]


def _split_row(item: Funding, writer: VoicesWriter) -> html.Tr:
    cells = ((ONE, item.one), (SEVERAL, item.several), (NONE, item.none))
    name = voices_words.SHEETS[item.sheet]
    return html.Tr(
        [
            html.Th(name, scope="row"),
            *(html.Td(_split_cell(item, which, number, writer)) for which, number in cells),
        ]
    )


def _split_cell(item: Funding, which: str, number: int, writer: VoicesWriter) -> html.Div:
    label = f"{voices_words.SHEETS[item.sheet]}, {voices_words.FUNDER_NUMBERS[which]}"
    address = writer.links.done(item.sheet, funders=which)
    colour: Any = "navy" if item.sheet == "activities" else "turquoise"
    drawn = bar(number, item.number, "hollow" if which == NONE else colour)
    linked = number_link(number, address, label)
    return html.Div([linked, *([drawn] if number else [])], className="voices-share")


def funder_lens(funding: Sequence[Funding], writer: VoicesWriter) -> Parts:
    """Draw the groups of the chosen funders: alone, with others, and what others made possible."""
    return [part for item in funding if item.lens for part in _seen(item, item.lens, writer)]


def _seen(item: Funding, lens: Lens, writer: VoicesWriter) -> Parts:
    links, names = writer.links, funder_names(writer.links.filters.funders, writer.shown.reference)
    said = lens_sentence(item, lens, writer.shown.reference, links)
    groups = (
        (f"{names} alone", lens.alone, links.alone(item.sheet)),
        ("Co-funded with others", lens.shared, links.shared(item.sheet)),
        ("Made possible by others, or no funder named", lens.others, links.others(item.sheet)),
    )
    return [
        html.H3(voices_words.SHEETS[item.sheet]),
        sentence(said),
        html.Div(
            [_group(title, group, address, writer) for title, group, address in groups],
            className=f"voices-lens voices-lens-{item.sheet}",
        ),
    ]


def _group(title: str, group: Group, address: str, writer: VoicesWriter) -> html.Section:
    lines = [_line(record, writer) for record in writer.shown.first_of(group)]
    return html.Section(
        [
            html.H4([number_link(group.number, address, title), html.Span(title)]),
            *([entries(lines)] if lines else []),
            *more(group.more, address, title, group.number),
        ]
    )


def _line(record: Record, writer: VoicesWriter) -> html.Li:
    """A record and its funders, unless its only one is the one that was chosen."""
    funders, chosen = record.values["funders"], writer.shown.filters.funders
    said = writer.funders(record) or [voices_words.NO_FUNDER]
    below = [] if funders == chosen else [said]
    return entry(writer.when(record), writer.title(record), writer.href(record), below)

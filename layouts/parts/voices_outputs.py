"""Policy outputs by kind: what they are, when and where, and what they rest on."""

from __future__ import annotations

from typing import Any

from dash import html

from data.records.record import Record
from data.voices.shapes import Group, Outputs
from layouts import voices_words
from layouts.parts.number_link import number_link
from layouts.parts.record_values import shortened
from layouts.parts.voices_entry import dotted, entries, entry, more
from layouts.parts.voices_writer import VoicesWriter

Parts = list[Any]


def outputs(shown: Outputs, writer: VoicesWriter) -> Parts:
    """Draw the latest outputs of each kind, kinds side by side."""
    kinds = [_kind(kind, group, writer) for kind, group in shown.kinds.items()]
    return [html.Div(kinds, className="voices-kinds")] if kinds else []


def _kind(kind: str, group: Group, writer: VoicesWriter) -> html.Section:
    name, address = voices_words.KINDS_MANY[kind], writer.links.outputs(kind)
    return html.Section(
        [
            html.H3([name, " ", number_link(group.number, address, name)]),
            entries([_output(record, writer) for record in writer.shown.first_of(group)]),
            *more(group.more, address, name, group.number),
        ]
    )


def _output(record: Record, writer: VoicesWriter) -> html.Li:
    summary, activities = record.values["summary"], writer.activities(record)
    where = dotted(writer.cities(record), writer.country(record))
    return entry(
        writer.when(record),
        writer.title(record),
        writer.href(record),
        [
            ["Where: ", *where] if where else ["No city or country is named"],
            ["Rests on: ", *activities] if activities else [],
            [shortened(str(summary))] if summary else [],
            writer.sources(record),
        ],
    )

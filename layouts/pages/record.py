"""One record with a page of its own."""

from __future__ import annotations

from typing import Any

from dash import html

from data.records.one import RecordInFull
from data.records.record import Record
from data.records.shown import TITLE_COLUMNS
from data.workbook.sheets import SHEETS_BY_NAME
from layouts import formats, records_words
from layouts.parts.record_related import related_section, source_lines
from layouts.parts.record_values import RecordWriter
from layouts.parts.terms import terms
from layouts.record_terms import COLUMNS
from layouts.records_links import RecordLinks

Parts = list[Any]
_SAID_ELSEWHERE = ("sources", "currency", "id")
_MUTED = ("id",)


def layout(shown: RecordInFull, profile: str, links: RecordLinks) -> Parts:
    """Lay out a record: its values, its sources, and what names it."""
    writer, record = RecordWriter(shown.names, links, profile), shown.record
    related = [related_section(group, writer) for group in shown.related]
    return [
        _way_back(record.sheet, links),
        html.H1(writer.title(record)),
        *_draft(record),
        *_journey(record, links),
        html.Div(
            [
                html.Div([terms(_fields(record, writer)), *_sources(shown, writer)]),
                *([html.Div(related)] if related else []),
            ],
            className="record",
        ),
    ]


def no_record(sheet: str, links: RecordLinks) -> Parts:
    """Say calmly that there is no such record."""
    return [
        _way_back(sheet, links),
        html.H1("No such record"),
        html.P(records_words.NO_RECORD),
    ]


def _way_back(sheet: str, links: RecordLinks) -> html.P:
    name = f"Back to: {records_words.SHEETS[sheet]}"
    return html.P(html.A(name, href=links.list(sheet)), className="record-back no-print")


def _journey(record: Record, links: RecordLinks) -> Parts:
    """Lead from the record of a city to what happened with it."""
    if record.sheet != "cities":
        return []
    name = f"Journey of {record.values['name']}"
    return [html.P(html.A(name, href=links.journey(str(record.key))))]


def _draft(record: Record) -> Parts:
    if not record.draft:
        return []
    return [
        html.P("Draft: nobody has approved it yet; it counts nowhere.", className="record-draft")
    ]


def _fields(record: Record, writer: RecordWriter) -> list[tuple[str, Any]]:
    """List every value in words; the title is said above, unless it was cut or is a link."""
    fields: list[tuple[str, Any]] = []
    for column in SHEETS_BY_NAME[record.sheet].columns:
        if column.name in _SAID_ELSEWHERE or _is_title(record, column.name, writer):
            continue
        written = writer.value(record, column.name)
        said = written or html.Span(formats.NOT_RECORDED, className="muted")
        fields.append((COLUMNS[column.name], said))
    named = "id" if "id" in record.values else "row"
    label = COLUMNS["id"] if named == "id" else "Row of the sheet"
    return [*fields, (label, html.Span(str(record.key), className="muted"))]


def _is_title(record: Record, column: str, writer: RecordWriter) -> bool:
    return column == TITLE_COLUMNS[record.sheet] and writer.title(record) == record.values[column]


def _sources(shown: RecordInFull, writer: RecordWriter) -> Parts:
    if "sources" not in shown.record.values:
        return []
    return [html.H2("Sources"), *source_lines(shown.sources, writer)]

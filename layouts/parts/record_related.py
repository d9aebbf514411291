"""What a record rests on, and the records that name it."""

from __future__ import annotations

from typing import Any

from dash import html

from data.dates import DateSpan
from data.details import Source
from data.records.one import Related
from data.records.record import Record
from layouts import formats, records_words
from layouts.parts.record_values import RecordWriter, outbound
from layouts.parts.records_table import support_date

Parts = list[Any]


def source_lines(sources: tuple[Source, ...], writer: RecordWriter) -> Parts:
    """List the sources of a record: to our page of each, and to where it was published."""
    if not sources:
        return [html.P("No source is named.", className="muted")]
    return [html.Ul([html.Li(_source(source, writer)) for source in sources])]


def _source(source: Source, writer: RecordWriter) -> Parts:
    when = formats.date_span(source.published) if source.published else "undated"
    parts: Parts = [html.A(source.title, href=writer.links.record("sources", source.id))]
    parts.append(f" · {', '.join(part for part in (source.publisher, when) if part)}")
    if source.url:
        parts += [" · ", outbound("open at its publisher", source.url)]
    return parts


def related_section(group: Related, writer: RecordWriter) -> html.Section:
    """List the first of the records that name a record in one of their columns."""
    more = group.number - len(group.records)
    rest = [html.P(f"and {formats.number(more)} more", className="muted")] if more else []
    title = records_words.related_title(group.sheet, group.column)
    return html.Section(
        [
            html.H2([title, " ", html.Span(formats.number(group.number), className="muted")]),
            html.Ul([html.Li(_line(record, writer)) for record in group.records]),
            *rest,
        ],
        className="record-related",
    )


def _line(record: Record, writer: RecordWriter) -> Parts:
    title = _head_count(record, writer) if record.sheet == "attendance" else writer.title(record)
    remark = " · ".join(_remarks(record, writer))
    return [
        html.A(title, href=writer.links.record(record.sheet, record.key)),
        html.Span(f" {remark}" if remark else "", className="muted"),
    ]


def _head_count(record: Record, writer: RecordWriter) -> str:
    """Name a head-count by its group: below its activity all would have the same title."""
    group = _words(record, "group", writer)
    return "Group not recorded" if group == formats.NOT_RECORDED else group[:1].upper() + group[1:]


def _remarks(record: Record, writer: RecordWriter) -> list[str]:
    if record.sheet == "attendance":
        return [_words(record, name, writer) for name in ("count", "gender", "basis", "scope")]
    dates = ("start", "raised", "said", "date", "as_of")
    found = [value for name in dates if isinstance(value := record.values.get(name), DateSpan)]
    when = support_date(record) if record.sheet == "support" else None
    parts = [when, *(formats.date_span(span) for span in found)]
    if record.sheet not in ("published_figures", "targets"):
        parts += [
            _words(record, name, writer) for name in ("kind", "status") if name in record.values
        ]
    else:
        parts += [_words(record, name, writer) for name in ("country", "value")]
    return [part for part in parts if part]


def _words(record: Record, name: str, writer: RecordWriter) -> str:
    written = writer.value(record, name)
    if written is None:
        return formats.NOT_RECORDED
    return formats.WITHHELD if name in record.withheld else "".join(map(str, written))

"""The list of records as a table whose headers sort it."""

from __future__ import annotations

from datetime import date
from typing import Any

from dash import html

from data.dates import DateSpan
from data.records.paging import RecordsPage
from data.records.record import Record, Value
from data.records.sorting import Sort
from layouts import formats, records_words
from layouts.attributes import attributes
from layouts.parts.record_values import RecordWriter
from layouts.record_columns import LIST_COLUMNS, ListColumn
from layouts.record_terms import COLUMNS

Parts = list[Any]
MOST_IN_A_CELL = 4
_DATE_OF_STATUS = {"delivered": "completed", "in-progress": "started"}


def records_table(page: RecordsPage, writer: RecordWriter) -> html.Table:
    """Draw one page of records, a row each."""
    columns = LIST_COLUMNS[page.asked.sheet]
    caption = f"{records_words.SHEETS[page.asked.sheet]}, page {page.page} of {page.pages}"
    return html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(html.Tr([_head(column, page.asked.sort) for column in columns])),
            html.Tbody([_row(record, columns, writer) for record in page.records]),
        ],
        className=f"records-table records-of-{page.asked.sheet}",
    )


def _head(column: ListColumn, sort: Sort | None) -> html.Th:
    there = sort is not None and sort.name == column.sort and bool(column.sort)
    state = {"aria-sort": "descending" if sort and sort.descending else "ascending"}
    return html.Th(
        _sorter(column, sort if there else None) if column.sort else column.name,
        scope="col",
        className=_class(column),
        **attributes(state if there else {}),
    )


def _sorter(column: ListColumn, sort: Sort | None) -> html.Button:
    """Sort by the column: dates from the newest, the rest from A; again for the other way."""
    down = column.sort == "date" if sort is None else not sort.descending
    arrow = "" if sort is None else "↓" if sort.descending else "↑"
    drawn = html.Span(arrow, className="records-arrow", **attributes({"aria-hidden": "true"}))
    return html.Button(
        [column.name, drawn],
        type="button",
        className="records-sort",
        **attributes(
            {"data-mode": "set", "data-key": "sort", "data-value": str(Sort(column.sort, down))}
        ),
    )


def _row(record: Record, columns: tuple[ListColumn, ...], writer: RecordWriter) -> html.Tr:
    return html.Tr([_cell(record, column, writer) for column in columns])


def _cell(record: Record, column: ListColumn, writer: RecordWriter) -> html.Th | html.Td:
    label = attributes({"data-label": column.name})
    if column.form == "title":
        return html.Th(_title(record, writer), scope="row", className=_class(column), **label)
    written = _written(record, column, writer)
    return html.Td(written or _nothing(), className=_class(column), **label)


def _title(record: Record, writer: RecordWriter) -> Parts:
    address = writer.links.record(record.sheet, record.key, within_list=True)
    draft = [" ", html.Span("draft", className="records-draft")] if record.draft else []
    return [html.A(writer.listed(record), href=address), *draft]


def _nothing() -> Parts:
    """A dash for the eye, words for the ear."""
    return [
        html.Span("–", className="muted", **attributes({"aria-hidden": "true"})),
        html.Span(formats.NOT_RECORDED, className="visually-hidden"),
    ]


def _written(record: Record, column: ListColumn, writer: RecordWriter) -> Parts | str | None:
    match column.form:
        case "interval":
            return _interval(record, column)
        case "support-date":
            return support_date(record)
        case _:
            return _joined(record, column, writer)


def _interval(record: Record, column: ListColumn) -> str | None:
    start, *ends = (_span(record.values[name]) for name in column.columns)
    return formats.interval(start, ends[0] if ends else None) if start else None


def _span(value: Value) -> DateSpan | None:
    if isinstance(value, DateSpan):
        return value
    return DateSpan(value, value, "day") if isinstance(value, date) else None


def support_date(record: Record) -> str | None:
    """The date by which support is selected, with what happened then."""
    first = _DATE_OF_STATUS.get(str(record.values["status"]), "requested")
    for name in (first, "completed", "started", "requested"):
        value = record.values[name]
        if isinstance(value, DateSpan):
            return f"{COLUMNS[name]} {formats.date_span(value)}"
    return None


def _joined(record: Record, column: ListColumn, writer: RecordWriter) -> Parts:
    parts: Parts = []
    for name in column.columns:
        written = writer.value(record, name, MOST_IN_A_CELL)
        if written:
            parts += [", ", *written] if parts else written
    return parts


def _class(column: ListColumn) -> str:
    form = "number" if column.number else f"records-{column.form}"
    return f"{form} records-{column.columns[-1]}"

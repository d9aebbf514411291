"""Downloads of records, all pages of a list: `/records/<sheet>.csv` and `.xlsx`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from threading import BoundedSemaphore
from typing import Literal

from flask import Flask, Response, request

from callbacks.requests import View, read_view
from dashboard.downloads import Cell, Column, Download, download_response
from dashboard.downloads.hxl import TAGS
from dashboard.settings import Settings
from data.dates import DateSpan
from data.errors import HubError, InvalidFilter, UnknownRecord
from data.geography import designation
from data.records.asked import RecordsAsked, read_records_asked
from data.records.record import Record
from data.records.shown import SHOWN_SHEETS
from data.reference import Reference
from data.repository import Repository
from data.workbook.sheets import SHEETS_BY_NAME
from data.workbook.sheets import Column as SheetColumn
from layouts import formats, records_words

AT_ONCE = 2
"""So many downloads may read at a time: each holds a connection until its last row is sent."""

_KINDS: dict[str, Literal["text", "number", "date"]] = {
    "integer": "number",
    "number": "number",
    "day": "date",
}
_VIEW_KEYS = ("profile", "figure", "reason", "quality", "part", "sort", "hxl")


class TooManyDownloads(HubError):
    """Other downloads are being read."""

    status = 503


def register_records(server: Flask, repository: Repository, settings: Settings) -> None:
    """Add the downloads of records to the server; what is not understood is refused."""
    free = BoundedSemaphore(AT_ONCE)

    @server.get("/records/<sheet>.<any(csv, xlsx):form>")
    def records(sheet: str, form: Literal["csv", "xlsx"]) -> Response:
        try:
            if sheet not in SHOWN_SHEETS:
                raise UnknownRecord("There are no records of that name.")
            with ExitStack() as opening:
                _take_turn(free, opening)
                moment = opening.enter_context(repository.one_moment())
                view, asked = _required(moment, sheet, settings.profile)
                return _sent(moment, view, asked, form, opening.pop_all())
        except HubError as error:
            return Response(error.sentence, error.status, mimetype="text/plain")


def _sent(
    moment: Repository,
    view: View,
    asked: RecordsAsked,
    form: Literal["csv", "xlsx"],
    reading: ExitStack,
) -> Response:
    """Answer with the records; `reading` ends with the last of them, or when nobody takes them."""
    rows = partial(_rows, moment, asked, reading)
    try:
        return download_response(_download(moment.reference(), view, asked, rows), form)
    except BaseException:
        reading.close()
        raise


def _rows(moment: Repository, asked: RecordsAsked, reading: ExitStack) -> Iterator[list[Cell]]:
    columns = SHEETS_BY_NAME[asked.sheet].columns
    with reading:
        for record in moment.all_records(asked):
            yield [_cell(record, column.name) for column in columns]


def _cell(record: Record, column: str) -> Cell:
    """Write a value as the workbook does: ids and codes, dates as precise as they are known."""
    if column in record.withheld:
        return formats.WITHHELD
    value = record.values[column]
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ";".join(value) or None
        case DateSpan():
            return str(value)
        case _:
            return value


def _take_turn(free: BoundedSemaphore, reading: ExitStack) -> None:
    if not free.acquire(blocking=False):
        raise TooManyDownloads("Other downloads are being made: please try again in a minute.")
    reading.callback(free.release)


def _required(repository: Repository, sheet: str, profile: str) -> tuple[View, RecordsAsked]:
    """Read the address strictly."""
    query = request.query_string.decode("utf-8", errors="replace")
    reference = repository.reference()
    view = read_view(query, reference.vocabulary, profile)
    asked, ignored = read_records_asked(sheet, view.filters, view.extras, reference)
    refused = [item.sentence for item in (*view.ignored, *ignored)]
    refused += [f"{key}: a download has none" for key in view.extras if key not in _VIEW_KEYS]
    if view.extras.get("hxl", "1") != "1":
        refused.append(f"hxl={view.extras['hxl']}: it is 1 or left out")
    if refused:
        raise InvalidFilter("; ".join(refused))
    return view, asked


def _download(
    reference: Reference, view: View, asked: RecordsAsked, rows: Callable[[], Iterator[list[Cell]]]
) -> Download:
    dataset, tags = reference.dataset, TAGS[asked.sheet]
    return Download(
        name=asked.sheet,
        title=f"{dataset.title}: {records_words.SHEETS[asked.sheet]}",
        filter_words=records_words.filter_words(asked, reference, view.profile),
        as_of=dataset.as_of,
        note=designation(view.profile).footnote or None,
        address=request.url,
        columns=tuple(
            Column(column.name, tags[column.name], _kind(column))
            for column in SHEETS_BY_NAME[asked.sheet].columns
        ),
        rows=rows,
        synthetic=dataset.kind == "synthetic",
        hxl=view.extras.get("hxl") == "1",
    )


def _kind(column: SheetColumn) -> Literal["text", "number", "date"]:
    return "text" if column.many else _KINDS.get(column.type, "text")

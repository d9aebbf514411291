"""A download as CSV, sent while it is read: UTF-8, comma, CRLF (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain, islice

from flask import Response

from dashboard.downloads.cells import inert, plain_number
from dashboard.downloads.download import Cell, Download, attach, facts, reading

ROWS_AT_ONCE = 300

# Without the mark Excel takes a CSV for the machine's old code page: "Šabac" and "Кочани" break.
_MARK = "\ufeff"


def csv_response(download: Download, made_at: datetime) -> Response:
    """Answer with a CSV stream: facts, an empty row, header, HXL tags if wanted, rows.

    The first rows are read before the answer begins, so that a database that does not answer
    still gets its own status; a fault later on breaks the connection off.
    """
    chunks = _chunks(download, made_at)
    first = next(chunks)
    response = Response(chain((first,), chunks), mimetype="text/csv")
    response.call_on_close(chunks.close)
    return attach(response, download, "csv")


def _chunks(download: Download, made_at: datetime) -> Generator[bytes, None, None]:
    top = chain(_texts(facts(download, made_at)), ((),), _texts(download.headers))
    with reading(download) as rows:
        chunk = list(islice(rows, ROWS_AT_ONCE))
        yield _encoded(chain(top, _texts(chunk)), _MARK)
        while chunk := list(islice(rows, ROWS_AT_ONCE)):
            yield _encoded(_texts(chunk))


def _texts(rows: Iterable[Sequence[Cell]]) -> Iterator[list[str]]:
    for row in rows:
        yield [_text(value) for value in row]


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return inert(value)
    return value.isoformat() if isinstance(value, date) else plain_number(value)


def _encoded(rows: Iterable[Sequence[str]], mark: str = "") -> bytes:
    buffer = io.StringIO(newline="")
    buffer.write(mark)
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode()

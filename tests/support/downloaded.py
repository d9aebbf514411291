"""Downloads for tests, sent through a bare Flask server and read back as people's tools do."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from flask import Flask
from openpyxl import Workbook, load_workbook
from werkzeug.test import TestResponse

from dashboard.downloads import Column, Download
from dashboard.downloads.csv_file import csv_response
from dashboard.downloads.xlsx_file import xlsx_response

MADE_AT = datetime(2025, 1, 2, 3, 4, 59, tzinfo=UTC)
WRITERS: dict[str, Callable[..., Any]] = {"csv": csv_response, "xlsx": xlsx_response}


def download_of(*rows: tuple[Any, ...], **parts: Any) -> Download:
    """Give a download of activities; `parts` replace what it says."""
    width = max((len(row) for row in rows), default=1)
    given = {
        "name": "activities",
        "title": "Activities",
        "filter_words": "Albania · 2023",
        "as_of": date(2024, 12, 21),
        "note": None,
        "address": "https://hub.example/records/activities?country=AL&from=2023",
        "columns": tuple(Column(f"column {place + 1}") for place in range(width)),
        "rows": lambda: iter(rows),
    }
    return Download(**(given | parts))


def sent(download: Download, form: str) -> TestResponse:
    """Send a download as a stream; whoever asks closes it."""
    server = Flask("downloads")
    server.testing = True
    server.add_url_rule("/", view_func=lambda: WRITERS[form](download, MADE_AT))
    return server.test_client().get("/")


def csv_rows(download: Download) -> list[list[str]]:
    """Read every row of the CSV back, with the facts above."""
    with sent(download, "csv") as answer:
        text = answer.get_data().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def table_of(download: Download) -> list[list[str]]:
    """Read the CSV back from its header on."""
    rows = csv_rows(download)
    return rows[rows.index([]) + 1 :]


def workbook_of(download: Download) -> Workbook:
    """Read the workbook back, formulas as formulas."""
    with sent(download, "xlsx") as answer:
        return load_workbook(io.BytesIO(answer.get_data()))

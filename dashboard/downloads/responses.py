"""One door for both forms of a download."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from flask import Response

from dashboard.downloads.csv_file import csv_response
from dashboard.downloads.download import Download
from dashboard.downloads.xlsx_file import xlsx_response

Form = Literal["csv", "xlsx"]

_WRITERS = {"csv": csv_response, "xlsx": xlsx_response}


def download_response(download: Download, form: Form) -> Response:
    """Answer with a download in the form asked for, made now; TooManyRows as for XLSX."""
    return _WRITERS[form](download, datetime.now(UTC))

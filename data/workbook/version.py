"""The version of a workbook's content: the same for the same cells, whatever file they came in."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal

from data.dates import DateSpan
from data.workbook.content import Content


def content_version(content: Content, form: str) -> str:
    """Return a hash of every value in order; `form` names how tables hold it (their revision)."""
    digest = hashlib.sha256(form.encode())
    for name, sheet in content.sheets.items():
        digest.update(f"\n{name} {len(sheet)}\n".encode())
        for column, values in sheet.columns.items():
            digest.update(f"{column} {json.dumps(values, default=_written)}\n".encode())
    return digest.hexdigest()


def _written(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    assert isinstance(value, (DateSpan, date)), value
    return str(value)

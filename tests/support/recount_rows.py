"""A workbook folder as plain rows: text in every cell, empty text where nothing stands."""

from __future__ import annotations

import csv
from calendar import monthrange
from datetime import date
from functools import cache
from pathlib import Path

Span = tuple[date, date]
"""First and last day that a date may mean."""


class Row(dict[str, str]):
    """One row of a sheet; a column that is missing is empty."""

    def __missing__(self, column: str) -> str:
        return ""


def read_sheet(folder: Path, name: str) -> list[Row]:
    """Read `<name>.csv`; a missing sheet is an empty one, a row without content is no row."""
    path = folder / f"{name}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = [
            Row((column, (text or "").strip()) for column, text in row.items() if column)
            for row in csv.DictReader(lines)
        ]
    return [row for row in rows if any(row.values())]


def items(cell: str) -> list[str]:
    """Split a `;` list."""
    return [item.strip() for item in cell.split(";")] if cell else []


@cache
def span(text: str) -> Span | None:
    """Give the first and last day of a date as written, None when it is empty."""
    if not text:
        return None
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)

"""What a download is: its rows, and the facts without which they mislead."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Literal

from flask import Response

from layouts import words

Cell = str | int | float | Decimal | date | None
"""What may stand in a cell; None is *not recorded* and stays empty."""

_UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header as people read it, its HXL hashtag (or none) and its kind."""

    name: str
    hxl: str = ""
    kind: Literal["text", "number", "date"] = "text"


@dataclass(frozen=True, slots=True)
class Download:
    """One table to take away; `rows` is asked once and read lazily."""

    name: str
    title: str
    filter_words: str
    as_of: date
    note: str | None
    address: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterable[Sequence[Cell]]]
    synthetic: bool = False
    hxl: bool = False

    @property
    def headers(self) -> tuple[tuple[str, ...], ...]:
        """Give the row of names and, where it is wanted and has any, the row of HXL tags."""
        names = tuple(column.name for column in self.columns)
        tags = tuple(column.hxl for column in self.columns)
        return (names, tags) if self.hxl and any(tags) else (names,)


def facts(download: Download, made_at: datetime) -> list[tuple[str, str]]:
    """List what a reader must know of a download, each with its label."""
    made = made_at.astimezone(UTC)
    listed = [
        ("Data", words.SYNTHETIC if download.synthetic else None),
        ("Title", download.title),
        ("Filter", download.filter_words),
        ("Data as of", download.as_of.isoformat()),
        ("Made at", f"{made:%Y-%m-%d %H:%M} UTC"),
        ("Designation", download.note),
        ("Address", download.address),
    ]
    return [(label, text) for label, text in listed if text is not None]


@contextmanager
def reading(download: Download) -> Iterator[Iterator[Sequence[Cell]]]:
    """Ask for the rows; however the reading ends, what yields them is closed at once."""
    rows = iter(download.rows())
    try:
        yield rows
    finally:
        if isinstance(rows, Generator):
            rows.close()


def attach(response: Response, download: Download, ending: str) -> Response:
    """Let the browser save an answer as hub-activities-2024-12-21.csv and keep no copy."""
    stem = _UNSAFE.sub("-", download.name.lower())[:80].strip("-") or "download"
    file_name = f"hub-{stem}-{download.as_of.isoformat()}.{ending}"
    response.headers["Content-Disposition"] = f"attachment; filename={file_name}"
    response.headers["Cache-Control"] = "no-store"
    return response

"""A table that says in words what a picture shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from layouts.attributes import attributes


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row; `show` names the record that its first cell opens (`city:elbasan`)."""

    cells: tuple[str, ...]
    show: str | None = None


def table(caption: str, columns: Sequence[str], rows: Sequence[TableRow]) -> html.Table:
    """Draw a plain table with a caption; first cells that open a record are buttons."""
    return html.Table(
        [
            html.Caption(caption),
            html.Thead(html.Tr([html.Th(name, scope="col") for name in columns])),
            html.Tbody([_row(row) for row in rows]),
        ],
        className="table",
    )


def _row(row: TableRow) -> html.Tr:
    first: Any = row.cells[0]
    if row.show:
        first = html.Button(
            row.cells[0],
            type="button",
            className="link",
            **attributes({"data-mode": "show", "data-value": row.show}),
        )
    return html.Tr([html.Th(first, scope="row"), *(html.Td(cell) for cell in row.cells[1:])])

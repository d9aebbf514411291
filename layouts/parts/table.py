"""A table that says in words what a picture shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from layouts import formats
from layouts.attributes import attributes
from layouts.chart_table import Cell, ChartColumn, ChartRow, ChartTable

NOTHING = "–"


def table(shown: ChartTable) -> html.Table:
    """Draw a chart as a plain table; first cells that open something are buttons or links."""
    heads = [
        html.Th(column.name, scope="col", className=_class(column)) for column in shown.columns
    ]
    return html.Table(
        [
            html.Caption(shown.caption),
            html.Thead(html.Tr(heads)),
            html.Tbody([_row(row, shown.columns) for row in shown.rows]),
        ],
        className="table",
    )


def _row(row: ChartRow, columns: Sequence[ChartColumn]) -> html.Tr:
    first: Any = _text(row.cells[0])
    if row.address:
        first = html.A(first, href=row.address)
    opens = {"show": row.show, "evidence": row.evidence}
    for mode, value in opens.items():
        if value:
            first = html.Button(
                _text(row.cells[0]),
                type="button",
                className="link",
                **attributes({"data-mode": mode, "data-value": value}),
            )
    rest = zip(row.cells[1:], columns[1:], strict=True)
    cells = [html.Td(_text(cell), className=_class(column)) for cell, column in rest]
    return html.Tr([html.Th(first, scope="row"), *cells])


def _text(cell: Cell) -> str:
    if cell is None:
        return NOTHING
    return cell if isinstance(cell, str) else formats.number(cell)


def _class(column: ChartColumn) -> str | None:
    return "number" if column.kind == "number" else None

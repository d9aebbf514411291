"""What one can do with a chart: see it as a table, take it along as data or as a picture."""

from __future__ import annotations

from dash import html

from layouts.attributes import attributes
from layouts.parts.icon import icon


def graph_tools(chart: str, name: str) -> html.Details:
    """Draw the small menu of a chart; `chart` is its name in the addresses of its downloads."""
    return html.Details(
        [
            html.Summary(
                icon("take-along"),
                className="graph-tools-button",
                title="Table and downloads",
                **attributes({"aria-label": f"{name}: table and downloads"}),
            ),
            html.Div(
                [
                    _button("tables", "", ["Table", html.Kbd("T")]),
                    _link(f"/charts/{chart}.csv", "CSV"),
                    _link(f"/charts/{chart}.xlsx", "Excel"),
                    _button("picture-svg", chart, ["SVG"]),
                    _button("picture-png", chart, ["PNG"]),
                ],
                className="popover graph-tools-menu",
            ),
        ],
        className="drop graph-tools",
    )


def _link(address: str, text: str) -> html.A:
    return html.A(text, href=address, className="menu-item", **attributes({"data-keeps-view": ""}))


def _button(mode: str, value: str, content: list[str | html.Kbd]) -> html.Button:
    return html.Button(
        content,
        type="button",
        className="menu-item",
        **attributes({"data-mode": mode, "data-value": value}),
    )

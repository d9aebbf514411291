"""The frame of every graph: caption in words, table, downloads, one configuration."""

from __future__ import annotations

from typing import Any, cast

import plotly.graph_objects as go
from dash import dcc, html

from layouts.attributes import attributes
from layouts.chart_table import ChartTable
from layouts.parts.graph_tools import graph_tools
from layouts.parts.table import table
from layouts.theme import GRAPH_CONFIG


def graph(
    frame_id: str,
    graph_id: str,
    caption_id: str,
    table_id: str,
    name: str,
    *extra: Any,
    legend: str = "",
) -> html.Figure:
    """Frame a graph that wires fill; its caption is its description, key T swaps in its table.

    `frame_id` is also the chart's name in the addresses of its downloads; `legend` explains the
    marks where the chart is taken along as a picture.
    """
    return html.Figure(
        [
            html.Div(
                dcc.Graph(id=graph_id, config=cast("Any", GRAPH_CONFIG), className="graph"),
                className="picture",
                role="group",
                **attributes({"aria-label": name, "aria-describedby": caption_id}),
            ),
            html.Div(
                id=table_id,
                className="picture-table",
                tabIndex="0",
                role="region",
                **attributes({"aria-label": f"{name}, as a table"}),
            ),
            *extra,
            graph_tools(frame_id, name),
            html.Figcaption(id=caption_id, className="visually-hidden"),
        ],
        id=frame_id,
        className="graph-frame",
        **attributes({"data-chart": name, "data-legend": legend}),
    )


def drawn_graph(figure: go.Figure, shown: ChartTable, caption: str) -> html.Figure:
    """Frame a graph of a document, drawn already, with its caption below and its table at hand."""
    caption_id = f"{shown.name}-caption"
    return html.Figure(
        [
            html.Div(
                dcc.Graph(
                    id=f"{shown.name}-graph",
                    figure=figure,
                    config=cast("Any", GRAPH_CONFIG),
                    className="graph",
                ),
                className="picture",
                role="group",
                **attributes({"aria-label": shown.title, "aria-describedby": caption_id}),
            ),
            html.Div(
                table(shown),
                className="picture-table",
                tabIndex="0",
                role="region",
                **attributes({"aria-label": f"{shown.title}, as a table"}),
            ),
            graph_tools(shown.name, shown.title),
            html.Figcaption(caption, id=caption_id, className="caption"),
        ],
        id=shown.name,
        className="graph-frame graph-frame-drawn",
        **attributes({"data-chart": shown.title}),
    )

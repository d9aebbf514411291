"""The frame of every graph: figure, caption in words, room for its table, one configuration."""

from __future__ import annotations

from typing import Any, cast

from dash import dcc, html

from layouts.attributes import attributes
from layouts.theme import GRAPH_CONFIG


def graph(
    frame_id: str, graph_id: str, caption_id: str, table_id: str, name: str, *extra: Any
) -> html.Figure:
    """Frame a graph; its caption is its description, its table takes its place on key T."""
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
            html.Figcaption(id=caption_id, className="visually-hidden"),
        ],
        id=frame_id,
        className="graph-frame",
    )

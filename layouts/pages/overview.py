"""The overview: map, figures and timeline on one screen."""

from __future__ import annotations

from dash import dcc, html

from data.reference import Reference
from layouts.attributes import attributes
from layouts.ids import Id
from layouts.parts.graph import graph
from layouts.parts.overview_tables import MAP_TITLE, TIMELINE_KEY, TIMELINE_TITLE
from layouts.parts.timeline_legend import timeline_legend


def layout(reference: Reference) -> html.Div:
    """Lay out the overview's frames; its content comes with the first answer."""
    figures = "figures with-targets" if reference.targets else "figures"
    return html.Div(
        [
            dcc.Store(id=Id.REQUEST),
            dcc.Store(id=Id.ANSWER),
            dcc.Store(id=Id.SHOWN),
            html.H1("Overview: where the hub stands", className="visually-hidden"),
            html.Div(
                [
                    graph(
                        Id.CITY_MAP,
                        Id.CITY_MAP_GRAPH,
                        Id.CITY_MAP_CAPTION,
                        Id.CITY_MAP_TABLE,
                        MAP_TITLE,
                    ),
                    html.Aside(
                        id=Id.DETAIL,
                        className="detail",
                        hidden=True,
                        **attributes({"aria-labelledby": "detail-title"}),
                    ),
                ],
                className="map-column",
            ),
            html.Section(id=Id.FIGURES, className=figures, **attributes({"aria-label": "Figures"})),
            html.Section(
                [
                    graph(
                        Id.TIMELINE,
                        Id.TIMELINE_GRAPH,
                        Id.TIMELINE_CAPTION,
                        Id.TIMELINE_TABLE,
                        TIMELINE_TITLE,
                        html.Div(id=Id.TIMELINE_EMPTY, className="timeline-empty", hidden=True),
                        legend=TIMELINE_KEY,
                    ),
                    timeline_legend(reference.dataset.as_of),
                ],
                className="timeline-column",
                **attributes({"aria-label": "Timeline"}),
            ),
        ],
        className="overview",
    )

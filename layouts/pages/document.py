"""The frame of every page that is read like a document; its content comes with the answer."""

from __future__ import annotations

from dash import dcc, html

from data.reference import Reference
from layouts.ids import Id


def layout(_reference: Reference) -> html.Div:
    """Lay out an empty document and what its wires need."""
    return html.Div(
        [
            dcc.Store(id=Id.DOCUMENT_REQUEST),
            dcc.Store(id=Id.DOCUMENT_ANSWER),
            dcc.Store(id=Id.DOCUMENT_SHOWN),
            html.Div(id=Id.DOCUMENT, className="document"),
        ]
    )

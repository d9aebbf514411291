"""A list of terms with what each of them is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html


def terms(pairs: Iterable[tuple[str, Any]]) -> html.Dl:
    """Draw terms and what they are, side by side where there is room."""
    return html.Dl(
        [html.Div([html.Dt(name), html.Dd(what)]) for name, what in pairs], className="terms"
    )

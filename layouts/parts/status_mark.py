"""How an indicator stands: an icon, a word and a colour, and why where it cannot be said."""

from __future__ import annotations

from dash import html

from data.results.status import Standing, Status
from layouts import results_words
from layouts.attributes import attributes


def status_icon(status: Status) -> html.Span:
    """Draw the icon of a status; its word stands beside it."""
    name = status.value.replace(" ", "-")
    return html.Span(className=f"status-icon status-{name}", **attributes({"aria-hidden": "true"}))


def status_mark(standing: Standing) -> html.Div:
    """Draw icon and word, and below them why where it cannot be said."""
    doubt = results_words.DOUBTS[standing.doubt] if standing.doubt else None
    return html.Div(
        [
            html.Span(
                [status_icon(standing.status), results_words.STATUSES[standing.status]],
                className="status",
            ),
            *([html.Span(doubt, className="status-doubt")] if doubt else []),
        ],
        className="status-mark",
    )


def small_status(standing: Standing) -> html.Span:
    """Draw the icon alone, with its word for those who do not see it."""
    words = results_words.status(standing)
    return html.Span(
        [status_icon(standing.status), html.Span(f" {words}", className="visually-hidden")],
        title=words,
        className="status-small",
    )

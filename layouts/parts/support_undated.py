"""Support without any date, which no picture can hold."""

from __future__ import annotations

from dash import html

from data.support.shapes import SupportTimeline
from data.values import SUPPORT_STATUSES
from layouts import formats, words
from layouts.parts.number_link import number_link
from layouts.parts.support_status import support_status
from layouts.support_links import SupportLinks


def support_undated(timeline: SupportTimeline, links: SupportLinks) -> html.Div | None:
    """Number what has no date by status, and name the first of it; None where all is dated."""
    if not timeline.undated:
        return None
    numbers = [
        html.Li(_number(status, timeline.undated[status], links))
        for status in SUPPORT_STATUSES
        if status in timeline.undated
    ]
    lines = [
        html.Li(html.A(line.title, href=links.record(line.id), className="support-title"))
        for line in timeline.undated_lines
    ]
    more = sum(timeline.undated.values()) - len(lines)
    rest = [html.Li(_more(more, sum(timeline.undated.values()), links))] if more else []
    return html.Div(
        [
            html.H3("No date"),
            html.Ul(numbers, className="support-numbers"),
            html.Ul([*lines, *rest], className="support-lines"),
        ],
        className="support-undated",
    )


def _number(status: str, number: int, links: SupportLinks) -> list[html.Span | html.Strong]:
    label = f"{words.STATUSES[status]}, no date: {formats.number(number)}"
    address = links.list(status=status, month="none")
    return [support_status(status), html.Strong(number_link(number, address, label))]


def _more(more: int, number: int, links: SupportLinks) -> html.A | html.Span:
    shown, address = f"and {formats.number(more)} more", links.list(stage="live", month="none")
    label = f"{shown}: no date, {formats.number(number)} together"
    return number_link(number, address, label, content=shown)

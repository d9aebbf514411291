"""The board of support: channels by status, each number with the latest of its records."""

from __future__ import annotations

from typing import Any

from dash import html

from data.reference import Reference
from data.support.shapes import Board, BoardCell, SupportLine
from data.values import CHANNELS
from layouts import formats, words
from layouts.parts.co_funding import co_funding
from layouts.parts.number_link import number_link
from layouts.parts.support_status import support_status
from layouts.support_links import SupportLinks

Parts = list[Any]
STEPS = ("requested", "agreed", "in-progress", "delivered")
DECLINED = "declined"


def support_board(board: Board, reference: Reference, links: SupportLinks) -> list[Any]:
    """Draw the board, and name the channels without a record in one line."""
    with_records = {channel for channel, _ in board.cells}
    rows = [channel for channel in CHANNELS if channel in with_records]
    without = [words.CHANNELS[channel] for channel in CHANNELS if channel not in with_records]
    statuses = (*STEPS, DECLINED) if board.number(DECLINED) else STEPS
    body = [
        html.Tr(
            [html.Th(words.CHANNELS[channel], scope="row")]
            + [
                _cell(board.cells.get((channel, status)), channel, status, reference, links)
                for status in statuses
            ]
        )
        for channel in rows
    ]
    drawn = html.Table(
        [
            html.Caption("Support by channel and status", className="visually-hidden"),
            html.Thead(html.Tr([html.Th("Channel", scope="col"), *map(_head, statuses)])),
            html.Tbody(body),
            html.Tbody(_union(board, statuses, links), className="support-union"),
        ],
        className=f"list support-board support-board-{len(statuses)}",
    )
    return [drawn, *([_without(without)] if without else [])]


def _head(status: str) -> html.Th:
    quiet = " support-quiet" if status == DECLINED else ""
    return html.Th(support_status(status), scope="col", className=f"support-step{quiet}")


def _cell(
    cell: BoardCell | None, channel: str, status: str, reference: Reference, links: SupportLinks
) -> html.Td:
    """Draw a number with the titles that there is room for."""
    quiet = "support-quiet" if status == DECLINED else ""
    if cell is None:
        return html.Td(className=f"support-none {quiet}".strip())
    address = links.list(status=status, channel=channel)
    said = f"{words.CHANNELS[channel]}, {words.STATUSES[status]}: {formats.number(cell.number)}"
    lines = [] if status == DECLINED else cell.latest
    more = cell.number - len(lines)
    number = html.Strong(number_link(cell.number, address, said))
    parts: Parts = [_narrow_status(status), number]
    if lines:
        items = [html.Li(_line(line, reference, links)) for line in lines]
        rest = [html.Li(_more(more, cell.number, address, said))] if more else []
        parts.append(html.Ul([*items, *rest]))
    return html.Td(html.Div(parts, className="support-cell"), className=quiet or None)


def _narrow_status(status: str) -> html.Span:
    """Say the status again, for where the table has no columns."""
    return html.Span(support_status(status), className="support-narrow")


def _line(line: SupportLine, reference: Reference, links: SupportLinks) -> Parts:
    title = html.A(
        line.title, href=links.record(line.id), title=line.title, className="support-title"
    )
    mark = co_funding(line.funders, reference, links.filters.funders)
    return [title, *([mark] if mark else [])]


def _more(more: int, number: int, address: str, said: str) -> Any:
    shown = f"and {formats.number(more)} more"
    return number_link(number, address, f"{shown}: {said}", content=shown)


def _union(board: Board, statuses: tuple[str, ...], links: SupportLinks) -> html.Tr:
    cells = []
    for status in statuses:
        number = board.number(status)
        said = f"All channels, {words.STATUSES[status]}: {formats.number(number)}"
        drawn = html.Strong(number_link(number, links.list(status=status), said))
        cell = html.Div([_narrow_status(status), drawn], className="support-cell")
        quiet = " support-quiet" if status == DECLINED else ""
        cells.append(html.Td(cell, className=f"support-sum{quiet}"))
    return html.Tr([html.Th("Every record once", scope="row"), *cells])


def _without(channels: list[str]) -> html.P:
    return html.P(f"No record: {formats.joined(channels)}.", className="quiet")

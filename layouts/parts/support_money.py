"""Amounts by currency, each with the number of records that carry it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dash import html

from data.counting.rules import OPEN
from data.support.shapes import Money
from layouts import formats, support_words
from layouts.parts.number_link import number_link
from layouts.support_links import SupportLinks

COLUMNS: tuple[tuple[str, tuple[str, ...], dict[str, str]], ...] = (
    ("Delivered", ("delivered",), {"status": "delivered"}),
    ("Not yet delivered", OPEN, {"stage": "open"}),
    ("Together", ("delivered", *OPEN), {"stage": "live"}),
)
"""Heading, the statuses that it adds up, and the parts of the list behind its numbers."""


def support_money(money: Sequence[Money], links: SupportLinks) -> list[Any]:
    """Draw a row per currency and one for what has no amount; nothing where none is recorded."""
    currencies = list(dict.fromkeys(item.currency for item in money))
    if not any(currencies):
        return []
    heads = [html.Th(name, scope="col", className="number", colSpan=2) for name, *_ in COLUMNS]
    table = html.Table(
        [
            html.Caption("Amounts by currency", className="visually-hidden"),
            html.Thead(html.Tr([html.Th("Currency", scope="col"), *heads])),
            html.Tbody([_row(currency, money, links) for currency in currencies]),
        ],
        className="list support-money",
    )
    beside = "Beside each amount: the number of records that it adds up."
    return [html.Div(table, className="support-scroll"), html.P(beside, className="quiet")]


def _row(currency: str | None, money: Sequence[Money], links: SupportLinks) -> html.Tr:
    cells: list[Any] = []
    for heading, statuses, parts in COLUMNS:
        found = [item for item in money if item.currency == currency and item.status in statuses]
        number = sum(item.records for item in found)
        label = f"{currency or 'No amount'}, {heading.lower()}: {formats.number(number)}"
        address = links.list(**parts, amount=currency or "none")
        link = number_link(number, address, label)
        cells += [
            html.Td(_sum(found, currency), className="number"),
            html.Td(link, className="number support-records" if number else "number support-zero"),
        ]
    name = currency or formats.NOT_RECORDED.capitalize()
    row_class = None if currency else "support-missing"
    return html.Tr([html.Th(name, scope="row"), *cells], className=row_class)


def _sum(found: Sequence[Money], currency: str | None) -> str:
    if currency is None or not found:
        return ""
    return support_words.amount(sum((item.amount for item in found), Decimal(0)))

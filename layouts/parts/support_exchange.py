"""Who shared its practice with whom: a matrix of cities, and the same as sentences for phones."""

from __future__ import annotations

from math import sqrt
from typing import Any

from dash import html

from data.reference import Reference
from data.support.exchange import OTHERS
from data.support.parts import many
from data.support.shapes import Exchange
from layouts import formats
from layouts.attributes import attributes
from layouts.parts.number_link import number_link
from layouts.support_links import SupportLinks

LARGEST = 1.5
"""The diameter of the largest circle, in rem."""

SMALLEST = 0.375
LEAST_OF_LARGEST = 4
"""So large a number has the largest circle at least: single records stay small ones."""

FEW = 5
"""So many columns and fewer fit half of a page."""

OTHER_CITIES = "other cities"


def is_wide(exchange: Exchange) -> bool:
    """Whether the matrix needs the whole width of a page."""
    return len(exchange.cities) + bool(exchange.other_cities) > FEW


def support_exchange(exchange: Exchange, reference: Reference, links: SupportLinks) -> list[Any]:
    """Draw the matrix, providers as rows and beneficiaries as columns; nothing without pairs."""
    if not exchange.cells:
        return []
    rows = [*exchange.providers, *([OTHERS] if exchange.other_providers else [])]
    columns = [*exchange.cities, *([OTHERS] if exchange.other_cities else [])]
    draws = _Pairs(exchange, reference, links)
    return [
        html.Div(draws.matrix(rows, columns), className="support-matrix-frame"),
        html.Ul([draws.line(row, columns) for row in rows], className="support-pairs"),
    ]


class _Pairs:
    """Draws pairs of cities: the largest number has the largest circle."""

    def __init__(self, exchange: Exchange, reference: Reference, links: SupportLinks) -> None:
        self._exchange, self._reference, self._links = exchange, reference, links
        self._largest = max(*exchange.cells.values(), LEAST_OF_LARGEST)

    def matrix(self, rows: list[str], columns: list[str]) -> html.Table:
        form = "few" if len(columns) <= FEW else "many"
        heads = [html.Th(html.Span(self._name(city, city_side=True)), scope="col")
                 for city in columns]  # fmt: skip
        return html.Table(
            [
                html.Caption(
                    "Support in which the city of the row shared its practice with that of the"
                    " column",
                    className="visually-hidden",
                ),
                html.Thead(
                    [
                        html.Tr(
                            [
                                html.Th("Shared its practice …", scope="col", rowSpan=2),
                                html.Th(
                                    "… with", scope="colgroup", colSpan=len(columns),
                                    className="support-with",
                                ),
                            ]
                        ),
                        html.Tr(heads),
                    ]
                ),
                html.Tbody([self._row(row, columns) for row in rows]),
            ],
            className=f"support-matrix support-matrix-{form}",
        )  # fmt: skip

    def line(self, provider: str, columns: list[str]) -> html.Li:
        """Say with whom a city shared its practice, one after the other."""
        found = [city for city in columns if self._exchange.cells.get((provider, city))]
        parts: list[Any] = [html.B(self._name(provider)), " shared its practice with "]
        for place, city in enumerate(found):
            parts += [", "] if place else []
            parts += [f"{self._name(city, city_side=True)} ", self._number(provider, city)]
        return html.Li(parts)

    def _row(self, provider: str, columns: list[str]) -> html.Tr:
        name = html.Th(self._name(provider), scope="row")
        return html.Tr([name, *(self._cell(provider, city) for city in columns)])

    def _cell(self, provider: str, city: str) -> html.Td:
        number = self._exchange.cells.get((provider, city), 0)
        if not number:
            return html.Td(className="support-none")
        return html.Td([_circle(number, self._largest), self._number(provider, city)])

    def _number(self, provider: str, city: str) -> Any:
        number = self._exchange.cells[provider, city]
        label = (
            f"{self._name(provider)} shared its practice with {self._name(city, city_side=True)}:"
            f" {formats.number(number)}"
        )
        return number_link(number, self._address(provider, city), label)

    def _address(self, provider: str, city: str) -> str:
        parts = {"provider": provider, "city": city}
        if provider == OTHERS:
            del parts["provider"]
            parts["other_provider"] = many(self._exchange.providers)
        if city == OTHERS:
            del parts["city"]
            parts["other_city"] = many(self._exchange.cities)
        return self._links.list(**parts)

    def _name(self, city: str, *, city_side: bool = False) -> Any:
        if city != OTHERS:
            return self._reference.cities[city].name
        exchange = self._exchange
        number = exchange.other_cities if city_side else exchange.other_providers
        return f"{formats.number(number)} {OTHER_CITIES if number > 1 else 'other city'}"


def _circle(number: int, largest: int) -> html.Span:
    """Draw a circle whose area is the number's part of the largest."""
    size = max(LARGEST * sqrt(number / largest), SMALLEST)
    return html.Span(
        className="support-circle",
        style={"--size": f"{size:.3f}rem"},
        **attributes({"aria-hidden": "true"}),
    )

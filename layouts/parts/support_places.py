"""Who received what: a small table for each country, a row for each of its cities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from data.geography import country_name
from data.reference import Reference
from data.support.shapes import CountryRows, PlaceRow
from data.support.stages import ASKED
from layouts import formats
from layouts.parts.number_link import number_link
from layouts.support_links import SupportLinks

COLUMNS: tuple[tuple[str, tuple[str, ...], dict[str, str]], ...] = (
    ("Delivered", ("delivered",), {"status": "delivered"}),
    ("In progress", ("in-progress",), {"status": "in-progress"}),
    ("Requested or agreed", ASKED, {"stage": "asked"}),
)
"""Heading, the statuses that it counts, and the parts of the list behind its numbers."""

NO_COUNTRY = "The region, no country named"
NO_CITY = "no city named"


def support_places(
    places: Sequence[CountryRows], reference: Reference, links: SupportLinks, profile: str
) -> html.Div:
    """Draw the countries one below the other, in as many columns as there is room for."""
    tables = [_country(country, reference, links, profile) for country in places]
    return html.Div(tables, className="support-places")


def _country(
    country: CountryRows, reference: Reference, links: SupportLinks, profile: str
) -> html.Table:
    name = NO_COUNTRY if country.country is None else country_name(country.country, profile)
    within = links.within(country.country)
    own = {"country": "none"} if country.country is None else {}
    head = [html.Th(text, scope="col", className="number") for text, *_ in COLUMNS]
    place = html.Th(html.Span("Place", className="visually-hidden"), scope="col")
    numbers = _numbers(country.statuses, name, within, own)
    rows = [_row(row, name, reference, within, links) for row in country.rows]
    return html.Table(
        [
            html.Thead(html.Tr([place, *head])),
            html.Tbody(
                [
                    html.Tr([html.Th(name, scope="row"), *numbers], className="support-country"),
                    *rows,
                ]
            ),
        ],
        className="list support-place",
    )


def _row(
    row: PlaceRow, country: str, reference: Reference, within: SupportLinks, links: SupportLinks
) -> html.Tr:
    if row.city is None:
        cells = _numbers(row.statuses, f"{country}, {NO_CITY}", within, {"named_city": "none"})
        return html.Tr([html.Th(NO_CITY, scope="row", className="support-no-city"), *cells])
    name = reference.cities[row.city].name
    cells = _numbers(row.statuses, name, links, {"city": row.city})
    return html.Tr([html.Th(html.A(name, href=links.city(row.city)), scope="row"), *cells])


def _numbers(
    statuses: Mapping[str, int], name: str, links: SupportLinks, parts: dict[str, str]
) -> list[Any]:
    cells = []
    for heading, counted, own in COLUMNS:
        number = sum(statuses.get(status, 0) for status in counted)
        label = f"{name}, {heading.lower()}: {formats.number(number)}"
        drawn = number_link(number, links.list(**own, **parts), label)
        cells.append(html.Td(drawn, className="number" if number else "number support-zero"))
    return cells

"""The list of all cities: one row each, by country or in the order asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dash import html

from data.cities.listed import CitiesListed, CityListed
from data.geography import COUNTRIES, country_name
from data.geography.spelling import fold
from data.records.sorting import Sort
from data.values import MEMBERSHIPS
from layouts import cities_words, formats, words
from layouts.attributes import attributes
from layouts.cities_links import CitiesLinks
from layouts.cities_words import BY_COUNTRY, COLUMNS, CityColumn
from layouts.parts.number_link import number_link

Parts = list[Any]
_KEYS: dict[str, Callable[[CityListed], Any]] = {
    "name": lambda row: _spelled(row.city.name),
    "joined": lambda row: row.city.joined.first if row.city.joined else None,
    "activities": lambda row: row.held,
    "support": lambda row: row.delivered,
    "open": lambda row: row.open,
    "needs": lambda row: row.needs,
    "practices": lambda row: row.practices,
    "contact": lambda row: row.last.last_day if row.last else None,
}
"""Name of a sort → by what cities are compared; None comes last in either direction."""


def cities_list(shown: CitiesListed, sort: Sort, links: CitiesLinks, profile: str) -> html.Table:
    """Draw the list in an order: of countries, members first, or by one of the columns."""
    columns = cities_words.columns(shown.filters)
    return html.Table(
        [
            html.Caption("Cities", className="visually-hidden"),
            html.Thead(html.Tr([_head(column, sort) for column in columns])),
            *_bodies(shown.rows, sort, links, profile),
        ],
        className="list cities-list",
    )


def _head(column: CityColumn, sort: Sort) -> html.Th:
    here = sort.name == column.sort
    down = not sort.descending if here else column.downwards
    arrow = ("↓" if sort.descending else "↑") if here else ""
    button = html.Button(
        [column.name, html.Span(arrow, className="records-arrow", **_hidden())],
        type="button",
        className="records-sort",
        **attributes(
            {"data-mode": "set", "data-key": "sort", "data-value": str(Sort(column.sort, down))}
        ),
    )
    state = {"aria-sort": "descending" if sort.descending else "ascending"} if here else {}
    return html.Th(
        button, scope="col", className="number" if column.number else None, **attributes(state)
    )


def _hidden() -> dict[str, Any]:
    return attributes({"aria-hidden": "true"})


def _bodies(
    rows: Sequence[CityListed], sort: Sort, links: CitiesLinks, profile: str
) -> list[html.Tbody]:
    if sort.name != BY_COUNTRY:
        drawn = [
            _row(row, links, country_name(row.city.country, profile))
            for row in _in_order(rows, sort)
        ]
        return [html.Tbody(drawn)]
    return [
        _country(country_name(country.code, profile), here, links)
        for country in (COUNTRIES[::-1] if sort.descending else COUNTRIES)
        if (here := [row for row in rows if row.city.country == country.code])
    ]


def _in_order(rows: Sequence[CityListed], sort: Sort) -> list[CityListed]:
    key = _KEYS[sort.name]
    ordered = sorted(rows, key=_KEYS["name"])
    known = [row for row in ordered if key(row) is not None]
    known.sort(key=key, reverse=sort.descending)
    return [*known, *(row for row in ordered if key(row) is None)]


def _spelled(name: str) -> tuple[str, str]:
    """Where a name stands in the alphabet: Š beside S."""
    return fold(name), name


def _country(name: str, rows: Sequence[CityListed], links: CitiesLinks) -> html.Tbody:
    ordered = sorted(
        rows, key=lambda row: (MEMBERSHIPS.index(row.city.membership), _KEYS["name"](row))
    )
    number = formats.plural(len(ordered), "city", "cities")
    heading = html.Th(
        [name, html.Span(f" {number}", className="quiet")],
        colSpan=len(COLUMNS),
        scope="rowgroup",
    )
    body = [html.Tr(heading, className="cities-country"), *(_row(row, links) for row in ordered)]
    return html.Tbody(body)


def _row(row: CityListed, links: CitiesLinks, country: str = "") -> html.Tr:
    city, key = row.city, row.city.id
    numbers = (
        (row.held, links.of_city("activities", key, status="held")),
        (row.delivered, links.of_city("support", key, status="delivered")),
        (row.open, links.of_city("support", key, stage="open")),
        (row.needs, links.of_city("needs", key)),
        (row.practices, links.of_city("practices", key)),
    )
    counted = zip(COLUMNS[2:7], numbers, strict=True)
    return html.Tr(
        [
            html.Th(_name(row, links, country), scope="row"),
            html.Td(_membership(row), className="cities-membership"),
            *(_number(city.name, column, *number) for column, number in counted),
            html.Td(_contact(row, links), className="cities-contact", **_label(COLUMNS[7])),
        ]
    )


def _name(row: CityListed, links: CitiesLinks, country: str) -> Parts:
    city = row.city
    others = [name.strip() for name in (city.local_name or "").split("/")]
    local = " / ".join(name for name in others if name != city.name)
    beside = " · ".join(part for part in (local, country) if part)
    named = html.A(city.name, href=links.journey(city.id))
    return [named, " ", html.Span(beside, className="quiet")] if beside else [named]


def _membership(row: CityListed) -> Parts:
    since = cities_words.since(row.city)
    word = words.MEMBERSHIPS_SHORT[row.city.membership]
    return [word, " ", html.Span(since, className="quiet")] if since else [word]


def _number(city: str, column: CityColumn, number: int, href: str) -> html.Td:
    label = f"{city}, {column.name.lower()}: {formats.number(number)}"
    return html.Td(number_link(number, href, label), className="number", **_label(column))


def _label(column: CityColumn) -> dict[str, Any]:
    return attributes({"data-label": column.name})


def _contact(row: CityListed, links: CitiesLinks) -> Any:
    last = row.last
    if last is None:
        none = formats.no_date() if row.in_contact else cities_words.NO_CONTACT
        return html.Span(none, className="quiet")
    return html.A(formats.interval(last.start, last.end), href=links.record(last.sheet, last.key))

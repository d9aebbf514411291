"""The page Cities in words: by country with members first, or in the order asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from dash import html

from callbacks import find_page
from callbacks.pages import Asked, Content
from callbacks.requests import read_request, read_view
from callbacks.setting import Setting
from crawled import linked_numbers, listed, page_parts
from data.cities.listed import CitiesListed, CityListed
from data.dates import parse_date
from data.filters import ALL, Filters
from data.records.sorting import Sort
from data.repository import Repository
from layouts.canvas import Canvas
from layouts.cities_links import CitiesLinks
from layouts.cities_tables import cities_table
from layouts.cities_words import SORTS
from layouts.pages.cities import drawn_map, layout
from layouts.parts.cities_list import cities_list
from layouts.sentences.cities import head_said
from spoken import components, spoken

LINKS = CitiesLinks(ALL, None)


@pytest.fixture
def shown(public_record: Repository) -> CitiesListed:
    return public_record.cities(ALL)


def _rows(parts: Any) -> list[html.Tr]:
    """List the rows of cities, without headers and countries."""
    tables = [part for part in components(parts) if isinstance(part, html.Table)]
    (drawn,) = (table for table in tables if "cities-list" in table.className)
    rows = [part for part in components(drawn) if isinstance(part, html.Tr)]
    return [row for row in rows if _scope(row) == "row"]


def _scope(row: html.Tr) -> str:
    first = row.children[0] if isinstance(row.children, list) else row.children
    return getattr(first, "scope", "")


def _names(parts: Any) -> list[str]:
    return [spoken(row.children[0].children[0]) for row in _rows(parts)]


def _order(shown: CitiesListed, sort: Sort) -> list[str]:
    return _names(cities_list(shown, sort, LINKS, "plain"))


def _row(parts: Any, name: str) -> html.Tr:
    return _rows(parts)[_names(parts).index(name)]


def _laid_out(shown: CitiesListed) -> list[Any]:
    figure = drawn_map(shown, "plain", Canvas(1232, 540, 16), "/boundaries.geojson")
    return layout(shown, Sort("country"), LINKS, "plain", figure)


def _content(repository: Repository, query: str) -> Content:
    found = find_page("/cities")
    assert found is not None
    assert found[0].answer is not None
    view = read_view(query, repository.vocabulary(), "plain")
    setting = Setting("plain", "/boundaries.geojson")
    request = read_request({"path": "/cities", "query": query})
    return found[0].answer(Asked(repository, request, view, setting, found[1]))


def test_by_country_members_come_first(shown: CitiesListed) -> None:
    names = _order(shown, Sort("country"))
    assert names[:2] == ["Elbasan", "Durrës"]
    assert names.index("Peja") < names.index("Prishtina")
    assert len(names) == 21
    assert _order(shown, Sort("country", descending=True))[0] == "Novi Pazar"


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        (Sort("name"), ["Bihać", "Brčko District", "Budva", "Čair (Skopje)", "Danilovgrad"]),
        (Sort("name", descending=True), ["Ulcinj", "Strumica"]),
        (Sort("activities", descending=True), ["Strumica", "Prizren"]),
        (Sort("support", descending=True), ["Elbasan"]),
        (Sort("contact", descending=True), ["Strumica"]),
        (Sort("joined"), ["Novi Pazar"]),
    ],
)
def test_in_the_order_asked_for(shown: CitiesListed, sort: Sort, first: Sequence[str]) -> None:
    assert _order(shown, sort)[: len(first)] == list(first)


def test_what_is_not_known_comes_last(shown: CitiesListed) -> None:
    rows = {row.city.name: row for row in shown.rows}
    for name, descending in product(("joined", "contact"), (False, True)):
        ordered = [rows[city] for city in _order(shown, Sort(name, descending=descending))]
        known = [_is_known(row, name) for row in ordered]
        assert known == sorted(known, reverse=True), (name, descending)
        assert len(set(known)) == 2


def _is_known(row: CityListed, name: str) -> bool:
    return (row.city.joined if name == "joined" else row.last) is not None


def test_every_order_shows_every_city(shown: CitiesListed) -> None:
    names = sorted(row.city.name for row in shown.rows)
    for name, descending in product(SORTS, (False, True)):
        assert sorted(_order(shown, Sort(name, descending=descending))) == names


def test_each_city_leads_to_its_journey(public_record: Repository) -> None:
    parts = page_parts(public_record, "/cities", "country=ME&profile=eu")
    links = [part.href for part in components(parts) if isinstance(part, html.A)]
    assert "/cities/danilovgrad?country=ME&profile=eu" in links


def test_a_row_tells_what_is_on_record(public_record: Repository) -> None:
    parts = page_parts(public_record, "/cities", "programme=all")
    assert spoken(_row(parts, "Brčko District")).endswith("25–26 July 2023")
    assert spoken(_row(parts, "Peja")).endswith("no date")
    assert spoken(_row(parts, "Bihać")).endswith("none on record")
    assert "Gjilan Gnjilane member since January 2016" in spoken(_row(parts, "Gjilan"))


def test_numbers_lead_to_just_their_records(public_record: Repository) -> None:
    for query in ("to=2022", "country=XK,MK&from=2023&to=2023"):
        links = set(linked_numbers(page_parts(public_record, "/cities", query)))
        assert links
        for number, address in links:
            assert listed(public_record, address) == number, address


def test_the_head_counts_by_membership(public_record: Repository) -> None:
    said = head_said(public_record.cities(ALL), LINKS)
    assert said.text == (
        "21 cities: 12 members of the network and 9 that take part."
        " 10 of them have neither a held activity nor support under this filter."
    )
    assert [number.figure for number in said.numbers if number.figure] == ["member-cities"]


def test_members_are_a_stock_at_the_end_of_the_period(public_record: Repository) -> None:
    filters = Filters(end=parse_date("2022"))
    said = head_said(public_record.cities(filters), CitiesLinks(filters, None))
    assert said.text == (
        "21 cities: 10 members of the network by 31 December 2022, 2 that joined later"
        " and 9 that take part."
        " None of them has a held activity or support under this filter."
    )


@pytest.mark.parametrize(
    ("city", "told"),
    [
        ("budva", "1 city: 1 that takes part. It has neither a held activity nor support"),
        ("elbasan", "1 city: 1 member of the network. It has a held activity or support"),
    ],
)
def test_one_city_is_told_as_one(public_record: Repository, city: str, told: str) -> None:
    shown = public_record.cities(Filters(cities=(city,)))
    assert head_said(shown, LINKS).text == f"{told} under this filter."


def test_without_the_indicator_members_lead_to_their_list(shown: CitiesListed) -> None:
    said = head_said(replace(shown, members=None), LINKS)
    addresses = [number.records for number in said.numbers]
    assert "/records/cities?part=membership.member" in addresses


def test_only_an_unknown_order_is_ignored_with_a_notice(public_record: Repository) -> None:
    assert not _content(public_record, "sort=-contact").ignored
    for order in ("colour", "-", "--name"):
        content = _content(public_record, f"sort={order}")
        assert [(item.key, item.value) for item in content.ignored] == [("sort", order)]
        assert _names(content.parts)[0] == "Elbasan"


def test_without_cities_the_page_says_so(shown: CitiesListed) -> None:
    empty = replace(shown, rows=(), marks=shown.marks.iloc[:0])
    said = spoken(_laid_out(empty))
    assert said == "Cities No city belongs to this filter: choose another country, or all cities."


def test_the_rows_of_the_map_are_the_cities_of_the_list(shown: CitiesListed) -> None:
    rows = cities_table(shown, LINKS, "plain").rows
    assert {row.cells[0] for row in rows} == {row.city.name for row in shown.rows}
    assert rows[0].cells[:4] == ("Strumica", "North Macedonia", "member", 4)


def test_a_hostile_name_stays_text(shown: CitiesListed) -> None:
    name = "<script>alert(1)</script>" * 20
    row = replace(shown.rows[0], city=replace(shown.rows[0].city, name=name, local_name=name))
    marks = shown.marks.head(1).assign(name=name)
    hostile = replace(shown, rows=(row,), marks=marks)
    parts = _laid_out(hostile)
    assert _names(parts) == [name]
    assert not [part for part in components(parts) if type(part).__name__ == "Script"]

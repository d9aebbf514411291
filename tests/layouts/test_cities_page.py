"""The page Cities in words: by country with members first, or in the order asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from dash import html

from crawled import page_parts
from data.cities.listed import CitiesListed
from data.filters import ALL
from data.records.sorting import Sort
from data.repository import Repository
from layouts.cities_links import CitiesLinks
from layouts.parts.cities_list import cities_list
from spoken import components, spoken

LINKS = CitiesLinks(ALL, None)


@pytest.fixture
def shown(public_record: Repository) -> CitiesListed:
    return public_record.cities(ALL)


def _names(table: html.Table) -> list[str]:
    heads = [part for part in components(table) if isinstance(part, html.Th)]
    return [spoken(head.children[0]) for head in heads if getattr(head, "scope", "") == "row"]


def _order(shown: CitiesListed, sort: Sort) -> list[str]:
    return _names(cities_list(shown, sort, LINKS, "plain"))


def test_by_country_members_come_first(shown: CitiesListed) -> None:
    names = _order(shown, Sort("country"))
    assert names[:2] == ["Elbasan", "Durrës"]
    assert names.index("Peja") < names.index("Prishtina")
    assert len(names) == 21


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        (Sort("name"), ["Bihać", "Brčko District"]),
        (Sort("activities", descending=True), ["Strumica", "Prizren"]),
        (Sort("contact", descending=True), ["Strumica"]),
        (Sort("joined"), ["Novi Pazar"]),
    ],
)
def test_in_the_order_asked_for(shown: CitiesListed, sort: Sort, first: Sequence[str]) -> None:
    assert _order(shown, sort)[: len(first)] == list(first)


def test_each_city_leads_to_its_journey(public_record: Repository) -> None:
    parts = page_parts(public_record, "/cities", "country=ME&profile=eu")
    links = [part.href for part in components(parts) if isinstance(part, html.A)]
    assert "/cities/danilovgrad?country=ME&profile=eu" in links


def test_the_head_counts_by_membership(public_record: Repository) -> None:
    said = spoken(page_parts(public_record, "/cities"))
    assert "21 cities : 12 members of the network and 9 that take part ." in said
    assert "10 of them have neither an activity nor support under this filter." in said


def test_an_unknown_order_is_said(public_record: Repository) -> None:
    found = page_parts(public_record, "/cities", "sort=colour")
    assert "Elbasan" in spoken(found)


def test_without_cities_the_page_says_so(shown: CitiesListed) -> None:
    empty = replace(shown, rows=(), marks=shown.marks.iloc[:0])
    assert _order(empty, Sort("country")) == []


def test_a_hostile_name_stays_text(shown: CitiesListed) -> None:
    row = shown.rows[0]
    named: Any = replace(row, city=replace(row.city, name="<script>alert(1)</script>" * 20))
    assert _order(replace(shown, rows=(named,)), Sort("name")) == [named.city.name]

"""The records pages as they are laid out: rows in words, ways on and back, what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash import html

from callbacks import find_page
from callbacks.pages import Asked, Content
from callbacks.requests import read_request, read_view
from callbacks.setting import Setting
from data.records.shown import SHOWN_SHEETS
from data.records.sorting import SORTS
from data.repository import Repository
from data.workbook.sheets import SHEETS_BY_NAME
from layouts.record_columns import LIST_COLUMNS
from layouts.record_terms import COLUMNS, VALUES
from layouts.records_words import SHEET_ORDER
from loaded import fill, opened
from small_workbooks import TOWNS, activity, city, dataset, write_workbook
from spoken import components, spoken


def shown(repository: Repository, path: str, query: str = "") -> Content:
    found = find_page(path)
    assert found is not None
    page, names = found
    assert page.answer is not None
    view = read_view(query, repository.vocabulary(), "plain")
    request = read_request({"path": path, "query": query})
    return page.answer(Asked(repository, request, view, Setting("plain", ""), names))


def links(content: Content) -> dict[str, str]:
    """Give the addresses of a page's links by their words, the first of each."""
    found = [part for part in components(content.parts) if isinstance(part, html.A)]
    return {spoken(link.children): link.href for link in reversed(found)}


def test_every_sheet_is_named_and_its_columns_and_values_have_words():
    assert sorted(SHEET_ORDER) == sorted(SHOWN_SHEETS) == sorted(LIST_COLUMNS)
    for sheet in SHOWN_SHEETS:
        for column in SHEETS_BY_NAME[sheet].columns:
            assert COLUMNS[column.name]
            known = VALUES.get((sheet, column.name)) or VALUES.get(("", column.name))
            if column.choices and column.type == "choice" and known:
                assert set(column.choices) <= set(known), (sheet, column.name)
        sorts = [column.sort for column in LIST_COLUMNS[sheet] if column.sort]
        assert set(sorts) <= set(SORTS[sheet])
        assert len(set(sorts)) == len(sorts)


@pytest.mark.parametrize("sheet", SHOWN_SHEETS)
def test_every_list_and_the_page_of_its_first_record_can_be_read(
    public_record: Repository, sheet: str
):
    content = shown(public_record, f"/records/{sheet}", "programme=all")
    headings = [part for part in components(content.parts) if isinstance(part, html.H1)]
    assert [spoken(heading) for heading in headings] == [content.title]
    rows = [part for part in components(content.parts) if isinstance(part, html.Tr)]
    if sheet == "targets":
        assert "There are no targets here" in spoken(content.parts)
        return
    (way,) = [part for part in components(rows[1]) if isinstance(part, html.A)
              if part.href.startswith(f"/records/{sheet}/")][:1]  # fmt: skip
    path, _, query = way.href.partition("?")
    record = shown(public_record, path, query)
    assert [part for part in components(record.parts) if isinstance(part, html.H1)]
    assert "None" not in spoken(record.parts)
    assert "Strong Cities Network Western Balkans" not in record.title


def test_a_record_is_said_in_words_with_ways_on(public_record: Repository):
    content = shown(public_record, "/records/activities/elbasan-workshop-2023")
    text = spoken(content.parts)
    for words in ("Workshop", "3 June 2023", "the hub and a partner together", "not recorded",
                  "Head-counts 1", "Support that was delivered at it 1"):  # fmt: skip
        assert words in text
    ways = links(content)
    assert ways["Elbasan"] == "/records/cities/elbasan"
    assert ways["Engaging young people in Elbasan"].startswith("/records/support/")
    assert ways["Back to: Activities"] == "/records/activities"
    sources = [part for part in components(content.parts) if isinstance(part, html.A)
               if part.href.startswith("https://")]  # fmt: skip
    assert sources
    assert all(link.rel == "noopener noreferrer" for link in sources)


def test_the_way_back_leads_to_the_list_as_it_was(public_record: Repository):
    query = "country=AL&profile=eu&figure=activities-held&reason=place&sort=title"
    content = shown(public_record, "/records/activities", query)
    assert spoken(content.parts).count("another country or city") == 1
    (way,) = {href for href in links(content).values() if "fifth-global-summit" in href}
    path, _, kept = way.partition("?")
    record = shown(public_record, path, kept)
    assert links(record)["Back to: Activities"] == f"/records/activities?{query}"


def test_headers_sort_and_say_how(public_record: Repository):
    def heads(query: str) -> dict[str, Any]:
        content = shown(public_record, "/records/activities", query)
        found = [part for part in components(content.parts) if isinstance(part, html.Th)]
        return {spoken(head).rstrip(" ↑↓"): head for head in found if head.scope == "col"}

    def next_sort(head: html.Th) -> str:
        value: str = getattr(head.children, "data-value")
        return value

    plain = heads("")
    assert getattr(plain["Date"], "aria-sort") == "descending"
    assert next_sort(plain["Date"]) == "date"
    assert next_sort(plain["Title"]) == "title"
    assert not hasattr(plain["Title"], "aria-sort")
    sorted_ = heads("sort=title")
    assert getattr(sorted_["Title"], "aria-sort") == "ascending"
    assert next_sort(sorted_["Title"]) == "-title"
    assert next_sort(sorted_["Date"]) == "-date"


def test_an_unknown_record_is_said_calmly(public_record: Repository):
    content = shown(public_record, "/records/cities/atlantis", "country=AL")
    assert "There is no record of that name" in spoken(content.parts)
    assert links(content)["Back to: Cities"] == "/records/cities?country=AL"


def test_a_page_that_is_not_there_is_said_and_the_last_is_shown(public_record: Repository):
    content = shown(public_record, "/records/activities", "page=7&sort=place")
    assert [(item.key, item.value) for item in content.ignored] == [
        ("sort", "place"),
        ("page", "7"),
    ]


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Repository]:
    """Open 120 activities, one of them a draft, with a source whose address would run."""
    sheets = {
        "dataset": [dataset()],
        "cities": [city(id_) for id_ in TOWNS],
        "sources": [{"id": "odd", "title": "Odd", "url": "javascript:alert(1)"}],
        "activities": [activity(f"a{number:03}", start="2023", cities=["peja"], sources=["odd"])
                       for number in range(119)] + [activity("draft", review="draft")],
    }  # fmt: skip
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    fill(url, write_workbook(tmp_path / "workbook", sheets))
    with opened(url) as repository:
        yield repository


def test_pages_follow_each_other(many: Repository):
    first = shown(many, "/records/activities")
    assert "1–50 of 119" in spoken(first.parts)
    assert links(first)["Next"] == "/records/activities?page=2"
    assert "First" not in links(first)
    last = shown(many, "/records/activities", "page=3&sort=title")
    assert "101–119 of 119" in spoken(last.parts)
    assert links(last)["Previous"] == "/records/activities?sort=title&page=2"
    assert links(last)["First"] == "/records/activities?sort=title"
    assert "Next" not in links(last)


def test_related_records_are_the_first_twenty_and_their_number(many: Repository):
    text = spoken(shown(many, "/records/cities/peja").parts)
    assert "Activities that it took part in 119" in text
    assert "and 99 more" in text


def test_drafts_are_marked_and_addresses_that_would_run_are_text(many: Repository):
    assert "draft" not in spoken(shown(many, "/records/activities", "page=3").parts)
    assert "draft draft" in spoken(shown(many, "/records/activities", "quality=drafts").parts)
    assert "it counts nowhere" in spoken(shown(many, "/records/activities/draft").parts)
    source = shown(many, "/records/sources/odd")
    assert "javascript:alert(1)" in spoken(source.parts)
    everything = [*links(source).values(), *links(shown(many, "/records/activities/a001")).values()]
    assert not [href for href in everything if not href.startswith("/")]

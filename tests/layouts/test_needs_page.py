"""The page Needs and practices: with three needs, with none, with many priorities and odd texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crawled import linked_numbers
from data.dates import parse_date
from data.filters import ALL, Filters
from data.needs.shapes import NeedsAndPractices
from layouts import needs_words
from layouts.needs_tables import answers_table
from layouts.pages.needs import layout
from loaded import fill, opened
from small_needs import need, practice
from small_workbooks import TOWNS, Sheets, activity, city, dataset, support, write_workbook
from spoken import components, spoken

HOSTILE = "<script>alert('x')</script> & " + "Unbreakable" * 60 + " \u202e \U0001f642 {n} %s"
THREE: Sheets = {
    "needs": [
        need("open", city="elbasan", raised="2023-06", activity="a", statement="A room."),
        need("told", kind="concern", theme="trust", status="being-addressed", country="XK"),
        need("bare", kind="barrier", theme=None, status="unknown"),
    ],
    "activities": [activity("a", title="The workshop", start="2023-06-02")],
    "practices": [practice("shared", city="elbasan", themes="trust", activities="a")],
}


def shown(tmp_path: Path, sheets: Sheets, filters: Filters = ALL) -> NeedsAndPractices:
    base: Sheets = {
        "dataset": [dataset()],
        "cities": [city(id_) for id_ in TOWNS],
        "themes": [
            {"id": "youth", "label": "Youth", "order": 1, "priority": "Youth first."},
            {"id": "trust", "label": "Trust", "order": 2},
        ],
    }
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    fill(url, write_workbook(tmp_path / "workbook", base | sheets))
    with opened(url) as repository:
        return repository.needs(filters)


def page(found: NeedsAndPractices, profile: str = "plain") -> list[Any]:
    return list(layout(found, profile, {}))


def groups(parts: list[Any]) -> list[str]:
    named = (getattr(part, "id", None) or "" for part in components(parts))
    known = {f"needs-{answer}" for answer in needs_words.GROUPS}
    return [name for name in named if name in known]


def test_three_needs_in_words(tmp_path: Path) -> None:
    parts = page(shown(tmp_path, THREE))
    words = spoken(parts)
    assert (
        "3 needs, concerns and barriers are on record: 1 open , 1 being addressed and"
        " 1 whose status is not recorded . For 1 of them , no answer is on record yet."
        " 1 names no theme, so that nothing can be matched with it."
    ) in words
    assert groups(parts) == ["needs-none", "needs-no-theme", "needs-recorded"]
    assert "A room. need · Youth elbasan Albania June 2023 The workshop Status: open" in words
    assert "By kind they are 1 need , 1 concern and 1 barrier ." in words
    assert "Youth first. 1 in all 1 without an answer" in words
    assert "Other themes 1 in all" in words
    assert "No theme 1 in all" in words
    for rule in (*needs_words.RULE.values(), needs_words.PLACE_RULE):
        assert rule in words


def test_designations_follow_the_profile(tmp_path: Path) -> None:
    assert "Kosovo*" in spoken(page(shown(tmp_path, THREE), "eu"))


def test_what_answers_is_told_apart(tmp_path: Path) -> None:
    there = {"cities": "elbasan", "themes": "youth"}
    sheets: Sheets = {
        "needs": [
            need("said", city="elbasan", activity="a", raised="2023-06"),
            need("perhaps", city="elbasan", raised="2023-06"),
        ],
        "activities": [
            activity("a", start="2023-06-02"),
            activity("b", title="A later day", start="2023-09-01", **there),
        ],
        "support": [
            support("s", title="A first help", arose_from="a", themes="youth", completed="2024"),
            support("t", title="Another help", completed="2024-02-01", **there),
            support("u", title="A third help", completed="2024-01-01", **there),
        ],
    }
    words = spoken(page(shown(tmp_path, sheets)))
    outright, rest = words.split("Support that arose: A first help , delivered, 2024")
    assert rest.startswith(" May answer it as well Support: Another help")
    assert "Activity: A later day , 1 September 2023" in outright
    assert "Another help , delivered, 1 February 2024 · one of 2" in outright


def test_a_practice_says_what_its_themes_lack(tmp_path: Path) -> None:
    sheets = THREE | {"practices": [practice("lone"), practice("none", themes=None, city="peja")]}
    parts = page(shown(tmp_path, sheets))
    words = spoken(parts)
    assert "2 practices are on record. 2 of them were not shared at an activity on record." in (
        words.replace(" .", ".")
    )
    assert "Practice lone no summary no city named Youth not shared at an activity on record 1" in (
        words
    )
    assert (1, "/records/needs?part=practice.lone~answer.none") in set(linked_numbers(parts))


def test_quiet_words_say_what_a_filter_does_not_select(tmp_path: Path) -> None:
    period = Filters(start=parse_date("2023"), kinds=("workshop",))
    words = spoken(page(shown(tmp_path, THREE, period)))
    assert needs_words.PRACTICES_UNDATED in words
    assert needs_words.NOT_SELECTED_BY in words
    plain = spoken(page(shown(tmp_path, THREE)))
    assert needs_words.PRACTICES_UNDATED not in plain
    assert needs_words.NOT_SELECTED_BY not in plain


def test_without_needs_there_is_a_way_out(tmp_path: Path) -> None:
    parts = page(shown(tmp_path, THREE, Filters(countries=("RS",))))
    words = spoken(parts)
    assert "No needs, concerns or barriers of Serbia are selected. Show all needs" in words
    assert "No practices are selected." in words
    assert "/needs" in [getattr(part, "href", None) for part in components(parts)]
    assert not groups(parts)


def test_an_empty_workbook(tmp_path: Path) -> None:
    parts = page(shown(tmp_path, {"themes": [], "cities": []}))
    assert (
        f"No needs, concerns or barriers are on record. {needs_words.NOTHING_AT_ALL}"
        " Practices No practices are on record."
    ) in spoken(parts)
    assert not list(linked_numbers(parts))


@pytest.mark.parametrize("number", [0, 1, 3, 10])
def test_any_number_of_priorities(tmp_path: Path, number: int) -> None:
    themes = [
        {"id": f"t{place}", "label": f"Theme {place}", "order": place,
         "priority": f"Priority {place}." if place < number else None}
        for place in range(number + 2)
    ]  # fmt: skip
    needs = [need(f"n{place}", theme=f"t{place}") for place in range(number + 2)]
    found = shown(tmp_path, {"themes": themes, "needs": needs})
    words = spoken(page(found))
    assert [one.words for one in found.priorities] == [
        *(f"Priority {place}." for place in range(number)),
        "",
    ]
    assert "Other themes 2 in all" in words
    if number:
        assert f"On the themes of the {number} priorit" in words
    else:
        assert "The record states no priorities of the hub." in words


def test_many_themes_and_needs_are_bounded(tmp_path: Path) -> None:
    themes = [{"id": f"t{place}", "label": f"Theme {place}", "order": 1} for place in range(40)]
    needs = [need(f"n{place}", theme=f"t{place % 30}") for place in range(60)]
    practices = [practice(f"p{place}", themes="t0") for place in range(20)]
    parts = page(shown(tmp_path, {"themes": themes, "needs": needs, "practices": practices}))
    words = spoken(parts)
    assert "and 22 more themes None on: 10 other themes" in words
    assert "All 58" in words
    assert "All 20" in words
    assert len(components(parts)) < 1200


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    sheets: Sheets = {
        "themes": [{"id": "youth", "label": HOSTILE, "order": 1, "priority": HOSTILE}],
        "needs": [need("n", statement=HOSTILE, activity="a")],
        "activities": [activity("a", title=HOSTILE)],
        "practices": [practice("p", title=HOSTILE, summary=HOSTILE, activities="a")],
    }
    words = spoken(page(shown(tmp_path, sheets)))
    assert words.count(" ".join(HOSTILE.split())) >= 6


def test_the_rows_of_the_picture_are_its_numbers(tmp_path: Path) -> None:
    rows = answers_table(shown(tmp_path, THREE)).rows
    assert [row.cells for row in rows] == [
        ("Youth", 1, 1, 0, 0, 0),
        ("Trust", 1, 0, 0, 1, 0),
        ("No theme", 1, 0, 0, 0, 1),
    ]

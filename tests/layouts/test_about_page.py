"""The page About: every section has its words, with three records and with none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash.development.base_component import Component

from data.about import About
from data.filters import Filters, Vocabulary, require_filters
from data.quality import QUALITIES
from data.sources_used import SOURCED_SHEETS
from data.values import DATASET_KINDS, DIRECTIONS, FREQUENCIES, LEVELS, RULES, UNITS
from data.workbook.sheets import SHEETS
from layouts import about_words, rule_words
from layouts.canvas import Canvas
from layouts.licences import CREDITS, SOFTWARE
from layouts.pages.about import layout
from loaded import fill, opened
from repository_files import ROOT
from small_workbooks import Sheets, activity, dataset, indicator, write_workbook

WIDE, PHONE = Canvas(1200, 800, 16), Canvas(358, 800, 16)
THREE: Sheets = {
    "dataset": [dataset(kind="operational", contact="The hub")],
    "sources": [
        {"id": "paper", "title": "A paper", "url": "https://example.org/paper"},
        {"id": "trap", "title": "A trap", "url": "javascript:alert(1)"},
    ],
    "activities": [
        activity("one", start="2023-03", sources="paper"),
        activity("two", start="2023-03-08", sources="paper;trap"),
        activity("three", review="draft"),
    ],
    "indicators": [indicator("held", "activities-held", sources="paper", verification="Lists")],
}


def described(tmp_path: Path, sheets: Sheets, filters: Filters) -> About:
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    fill(url, write_workbook(tmp_path / "workbook", sheets))
    with opened(url) as repository:
        return repository.about(filters)


def page(tmp_path: Path, sheets: Sheets, query: Filters, canvas: Canvas = WIDE) -> list[Component]:
    about = described(tmp_path, sheets, query)
    return list(walk(layout(about, query, "plain", "eu", canvas)))


def walk(parts: Any) -> Iterator[Component]:
    """Go through components in the order of the page."""
    for part in parts if isinstance(parts, list) else [parts]:
        if isinstance(part, Component):
            yield part
            yield from walk(getattr(part, "children", None))


def words(part: Any) -> str:
    if isinstance(part, list):
        return " ".join(map(words, part))
    if isinstance(part, Component):
        return words(getattr(part, "children", None))
    return "" if part is None else str(part)


def section(parts: list[Component], key: str) -> str:
    return next(words(part) for part in parts if getattr(part, "id", None) == key)


def links(parts: list[Component]) -> dict[str, str]:
    """Give every link's address with its text."""
    return {part.href: words(part) for part in parts if getattr(part, "href", None)}


def test_every_section_is_there_and_listed(tmp_path: Path):
    parts = page(tmp_path, THREE, Filters())
    for key, title in about_words.SECTIONS.items():
        assert section(parts, key).startswith(title)
        assert links(parts)[f"#{key}"] == title


def test_three_records_are_described(tmp_path: Path):
    parts = page(tmp_path, THREE, Filters(programme="all"))
    assert "The hub’s own records" in section(parts, "dataset")
    assert "Lists" in section(parts, "indicators")
    filed = "programme=all&profile=eu"
    shown = links(parts)
    assert shown[f"/records/activities?{filed}&quality=imprecise"] == "1"
    assert shown[f"/records/activities?{filed}&quality=no-head-count"] == "2"
    assert shown[f"/records/activities?{filed}&quality=drafts"] == "1"
    assert f"/records/activities?{filed}&quality=undated" not in shown
    assert shown[f"/records/sources/paper?{filed}"] == "2\u00a0activities, 1\u00a0indicator"
    assert shown["https://example.org/paper"] == "A paper"
    assert not [address for address in shown if address.startswith("javascript")]


def test_each_figure_is_the_button_of_its_evidence(tmp_path: Path):
    parts = page(tmp_path, THREE, Filters())
    buttons = [part for part in parts if getattr(part, "className", "") == "number-button"]
    assert [getattr(button, "data-value") for button in buttons] == ["held"]
    assert words(buttons[0]) == "2"


@pytest.mark.parametrize(("canvas", "unfolded"), [(WIDE, True), (PHONE, False)])
def test_reference_sheets_are_folded_on_a_phone(tmp_path: Path, canvas: Canvas, unfolded: bool):
    parts = page(tmp_path, THREE, Filters(), canvas)
    assert [part.open for part in parts if getattr(part, "className", "") == "about-sheet"] == [
        unfolded
    ]


def test_an_empty_dataset_says_so_in_every_section(tmp_path: Path):
    parts = page(tmp_path, {"dataset": [dataset()]}, Filters())
    assert about_words.NO_ROWS in section(parts, "dataset")
    assert about_words.DATASET_KINDS["synthetic"] in section(parts, "dataset")
    assert about_words.NO_INDICATORS in section(parts, "indicators")
    assert about_words.NO_QUALITY in section(parts, "quality")
    assert about_words.NO_SOURCES in section(parts, "sources")
    assert "not recorded" in section(parts, "dataset")


@pytest.mark.parametrize(("query", "said"), [("from=2023", True), ("", False)])
def test_with_a_period_the_undated_are_said_to_be_outside(tmp_path: Path, query: str, said: bool):
    filters = require_filters(query, Vocabulary())
    parts = page(tmp_path, THREE, filters)
    assert (about_words.UNDATED_LEFT_OUT in section(parts, "quality")) == said


def test_everything_has_its_words():
    assert set(rule_words.RULE_SENTENCES) == set(rule_words.RULE_SPLITS) == set(RULES)
    assert set(rule_words.RULE_RECORDED) <= set(RULES)
    assert set(rule_words.UNITS) == set(UNITS)
    assert set(about_words.QUALITIES) == {(one.sheet, one.name) for one in QUALITIES}
    assert set(about_words.DATASET_KINDS) == set(DATASET_KINDS)
    assert set(about_words.SHEETS) == {sheet.name for sheet in SHEETS if not sheet.single}
    assert set(about_words.NOUNS) == set(SOURCED_SHEETS)
    assert set(about_words.LEVELS) == set(LEVELS)
    assert set(about_words.DIRECTIONS) == set(DIRECTIONS)
    assert set(about_words.FREQUENCIES) == set(FREQUENCIES)


def test_rules_are_told_in_whole_sentences():
    for sentence in rule_words.RULE_SENTENCES.values():
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert 40 < len(sentence) < 320


def test_licences_are_those_of_the_notice():
    notice = (ROOT / "NOTICE.md").read_text("utf-8")
    for credit in CREDITS:
        assert f"| {credit.whom} | {credit.terms} |" in notice
    assert "MIT" in notice


def test_all_software_is_named():
    wanted = (ROOT / "requirements" / "run.in").read_text("utf-8")
    names = re.findall(r"^([a-z-]+)", wanted, re.MULTILINE)
    assert sorted(name for group in SOFTWARE.values() for name in group) == sorted(names)

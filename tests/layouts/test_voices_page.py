"""The page Voices in words: three rows of each, none, hostile quotes, and the lens of a funder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crawled import figure_value, linked_numbers, listed, loose_digits, page_parts, said_figures
from data.filters import ALL, Vocabulary, require_filters
from data.repository import Repository
from layouts.parts.number_link import number_link
from layouts.parts.voices_quotes import LONGEST, in_marks
from layouts.voices_words import STAGE_RULES
from loaded import fill, opened
from small_workbooks import (
    Sheets,
    activity,
    city,
    dataset,
    indicator,
    output,
    support,
    write_workbook,
)
from spoken import components, spoken

HOSTILE = "<script>alert(1)</script> \u202eright to left " + "W" * 300
LONG = "word " * 1000


def quote(id_: str, text: str, **changes: object) -> dict[str, object]:
    """Give a quote that its speaker published."""
    own = {"id": id_, "text": text, "speaker": "Ana Example", "role": "Mayor of Elbasan"}
    return own | {"consent": "published"} | changes


BOOK: Sheets = {
    "dataset": [dataset()],
    "cities": [city("elbasan"), city("peja")],
    "sources": [{"id": "sheet", "title": "Fact sheet", "url": "https://example.org/sheet"}],
    "organisations": [
        {"id": "one", "name": "First fund", "short_name": "One"},
        {"id": "two", "name": "Second fund"},
        {"id": "three", "name": "Third body"},
    ],
    "voices": [
        quote("granted", "“Already in marks”", consent="granted", city="elbasan", said="2023-03"),
        quote("hostile", HOSTILE, sources="sheet"),
        quote("long", LONG, country="XK", said="2023-03-08"),
    ],
    "outputs": [
        output("guide", title="A guide", date="2023", activities="summit", cities="peja",
               summary="What it is for", sources="sheet"),
        output("law", title="A law", kind="legal-framework", country="AL"),
        output("old", title="An earlier report", kind="report", programme="earlier"),
    ],
    "activities": [
        activity("summit", title="A summit", kind="summit", reach="global", start="2023-09-01",
                 funders="one;two", partners="three", place="New York", place_country="US"),
        activity("coming", title="A meeting to come", kind="summit", reach="global",
                 status="planned", start="2025-03"),
        activity("national", title="A national table", kind="roundtable", reach="country",
                 start="2023-05", funders="one", cities="elbasan;peja"),
        activity("nobody", title="A workshop", reach="region"),
        activity("others", title="Another workshop", reach="region", funders="two"),
    ],
    "support": [support("help", title="Some help", funders="one;two", completed="2023-06")],
    "indicators": [indicator("outputs", "outputs", title="Policy outputs")],
}  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("voices")
    url = f"sqlite:///{folder / 'hub.sqlite'}"
    fill(url, write_workbook(folder / "workbook", BOOK))
    with opened(url) as repository:
        yield repository


def section(parts: Any, name: str) -> Any:
    return next(part for part in components(parts) if getattr(part, "id", None) == name)


def test_the_head_says_how_much_of_everything_there_is(book: Repository):
    words = spoken(page_parts(book, "/voices")[0])
    assert words.replace(" ,", ",").replace(" .", ".") == (
        "Voices and influence On record: 3 quotes, 2 policy outputs, 1 international stage,"
        " 1 national stage, 2 funders and 1 partner. Planned: 1 international stage."
    )


def test_a_quote_says_who_where_when_and_by_which_consent(book: Repository):
    words = spoken(section(page_parts(book, "/voices"), "quotes"))
    assert "“Already in marks” Ana Example , Mayor of Elbasan elbasan · March 2023" in words
    assert "8 March 2023 · published by the speaker or in the press · No source is named" in words
    assert "date not recorded · published by the speaker or in the press · Source: Fact" in words
    assert "2 published by their speakers or in the press and 1 granted to the hub" in words


def test_a_hostile_quote_stays_text_and_a_long_one_opens(book: Repository):
    parts = section(page_parts(book, "/voices"), "quotes")
    words = spoken(parts)
    assert HOSTILE in words
    folds = [part for part in components(parts) if type(part).__name__ == "Details"]
    assert [spoken(fold)[:20] for fold in folds] == ["The whole quote “wor"]
    start = next(part for part in components(parts)
                 if getattr(part, "className", None) == "quote-start")  # fmt: skip
    assert len(spoken(start)) <= LONGEST + 2
    assert not [part for part in components(parts) if type(part).__name__ == "Img"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plain", "“plain”"),
        ('"plain"', "“plain”"),
        ("„plain“", "“plain”"),
        ("“one” and “two”", "““one” and “two””"),
        ("  two\nlines ", "“two lines”"),
        ("\u202eturned", "“\u2068\u202eturned\u2069”"),
        ('"', '“"”'),
    ],
)
def test_quotes_stand_in_typographic_marks(text: str, said: str):
    assert in_marks(text) == said


def test_an_output_says_what_it_rests_on(book: Repository):
    words = spoken(section(page_parts(book, "/voices"), "outputs"))
    assert "Guides 1 2023 A guide Where: peja Rests on: A summit What it is for Source:" in words
    assert "Legal frameworks 1 no date A law Where: Albania No source is named" in words
    assert "report" not in words


def test_a_stage_says_its_rule_its_cities_and_who_was_behind_it(book: Repository):
    parts = page_parts(book, "/voices")
    abroad = spoken(section(parts, "international-stages"))
    assert STAGE_RULES["international"] in abroad
    assert "planned March 2025 A meeting to come Summit No city is named" in abroad
    assert (
        "1 September 2023 A summit Summit · New York, United States No city is named"
        " · with Third body Co-funded: One and Second fund"
    ) in abroad
    assert "1 international stage ; 1 is planned ." in abroad
    home = spoken(section(parts, "national-stages"))
    assert STAGE_RULES["national"] in home
    assert "Cities: elbasan , peja Funded by One" in home


def test_without_a_funder_the_split_is_shown_and_funders_can_be_chosen(book: Repository):
    parts = section(page_parts(book, "/voices"), "funding")
    words = spoken(parts)
    assert "4 activities held : 2 with one funder , 1 co-funded and 1 with no funder" in words
    choice = {getattr(part, "data-value", None): getattr(part, "aria-pressed", None)
              for part in components(parts) if getattr(part, "data-key", None)}  # fmt: skip
    assert choice == {"one": "false", "two": "false"}


def test_a_chosen_funder_sees_its_own_with_others_and_the_rest(book: Repository):
    words = spoken(section(page_parts(book, "/voices", "funder=one"), "funding"))
    assert "2 activities held funded by One : 1 alone and 1 co-funded ." in words
    assert (
        "2 others were made possible by others or name no funder ; of these 1 names none" in words
    )
    assert "1 One alone May 2023 A national table 1 Co-funded with others" in words
    assert "A summit Co-funded with Second fund" in words
    assert "Another workshop Funded by Second fund" in words
    assert "A workshop No funder is recorded" in words


def test_several_chosen_funders_fund_alone_together(book: Repository):
    words = spoken(section(page_parts(book, "/voices", "funder=one,two"), "funding"))
    assert "3 activities held funded by One and Second fund : 3 alone and 0 co-funded" in words
    assert "1 other names no funder." in words


def test_an_organisation_says_what_it_took_part_in(book: Repository):
    words = spoken(section(page_parts(book, "/voices"), "organisations"))
    assert "First fund 2 1 co-funded 0 1 1 co-funded 0" in words
    assert "Third body 0 1 0 0" in words
    lone = spoken(section(page_parts(book, "/voices", "kind=workshop"), "organisations"))
    assert "On record, but named in none of these ( 1 ): Third body" in lone


@pytest.mark.parametrize("query", ["", "funder=one", "funder=two,three", "kind=workshop&city=peja"])
def test_every_number_leads_to_just_its_records(book: Repository, query: str):
    parts = page_parts(book, "/voices", query)
    numbers = set(linked_numbers(parts))
    assert numbers
    for number, address in numbers:
        assert listed(book, address) == number, address
    filters = require_filters(query, book.vocabulary())
    for value, key in said_figures(parts):
        assert figure_value(book, key, filters) == value
    assert not loose_digits(parts)


def test_with_nothing_on_record_each_part_says_where_it_would_come_from(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    fill(url, write_workbook(tmp_path / "workbook", {"dataset": [dataset()]}))
    with opened(url) as repository:
        parts = page_parts(repository, "/voices")
        words = spoken(parts)
    assert "Nothing that cities said is on record here" in words
    assert words.count("of the workbook") == 4
    assert "No funder or partner is named here." in words
    assert not set(linked_numbers(parts))
    assert require_filters("", Vocabulary()) == ALL


def test_nothing_under_a_filter_leads_to_everything(book: Repository):
    parts = page_parts(book, "/voices", "from=2030&to=2031")
    links = [part.href for part in components(parts) if getattr(part, "href", None) == "/voices"]
    assert links
    assert "these filters do not select among them" not in spoken(parts)
    assert "these filters do not select among them" in spoken(
        page_parts(book, "/voices", "funder=one")
    )


def test_what_is_seen_of_a_number_is_heard_with_it():
    for label, heard in (("In 2024", "In 2024: 24"), ("24 held", "24 held")):
        link = number_link(24, "/records/activities", label)
        assert getattr(link, "aria-label") == heard

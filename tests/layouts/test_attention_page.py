"""The page Attention: sorted by urgency, bounded, calm where nothing is known, true when empty."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.attention.contacts import MemberContact
from data.attention.reading import Attention
from data.attention.thresholds import Thresholds
from data.database import open_for_reading
from data.filters import ALL, Filters
from data.repository import Repository
from layouts import attention_words
from layouts.attention_words import Urgency
from layouts.canvas import Canvas
from layouts.contact_places import MOST_ROWS, places
from layouts.pages.attention import layout
from layouts.parts.attention_findings import Shown, findings
from layouts.parts.attention_strip import ticks_of
from layouts.sentences.attention_details import Links, age
from loaded import fill
from small_workbooks import Sheets, activity, city, dataset, indicator, support, write_workbook
from spoken import components, spoken

MAIN = Canvas(1232, 720, 16)
FULL: Sheets = {
    "dataset": [dataset(as_of="2024-12-21", launched="2022-11")],
    "sources": [{"id": "open", "title": "Open", "url": "https://example.org/"},
                {"id": "shut", "title": "Shut"}],
    "cities": [city("elbasan", name="Elbasan", joined="2016-12"), city("durres"),
               city("peja"), city("kumanovo")],
    "activities": [
        activity("long-ago", cities="elbasan", start="2023-10-03", sources="shut"),
        activity("lately", cities="kumanovo", start="2024-11-03", sources="open;shut"),
        activity("some-day", cities="peja"),
        activity("to-come", countries="AL", start="2025-02-01", status="planned"),
    ],
    "support": [
        *(support(f"late-{number}", status="requested", due=f"2024-11-{number:02d}")
          for number in range(1, 9)),
        support("asked", status="agreed", requested="2024-01-01", beneficiary="Elbasan"),
        support("no-date", status="requested"),
    ],
    "indicators": [indicator("held", "activities-held", title="Activities")],
    "targets": [{"indicator": "held", "start": "2024-01-01", "end": "2025-12-31", "value": 99,
                 "kind": "incremental"}],
}  # fmt: skip


def read(tmp_path: Path, sheets: Sheets, filters: Filters = ALL) -> Attention:
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    fill(url, write_workbook(tmp_path / "workbook", sheets))
    engine = open_for_reading(url)
    try:
        return Repository(engine, attention=Thresholds()).attention(filters)
    finally:
        engine.dispose()


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Attention:
    return read(tmp_path_factory.mktemp("full"), FULL)


def page(attention: Attention, main: Canvas = MAIN) -> Any:
    return layout(attention, "plain", None, main)


def shown(attention: Attention) -> Shown:
    return Shown(attention, "plain", Links(attention.filters, None))


def part(parts: Any, name: str) -> Any:
    return next(one for one in components(parts) if getattr(one, "id", None) == f"attention-{name}")


def classes(parts: Any) -> set[str]:
    return {
        name
        for one in components(parts)
        for name in (getattr(one, "className", None) or "").split()
    }


def test_findings_are_sorted_by_urgency(full):
    found = findings(shown(full))
    assert [(one.name, one.urgency) for one in found] == [
        ("past-due", Urgency.NOW),
        ("long-open", Urgency.SOON),
        ("quiet", Urgency.SOON),
        ("countries", Urgency.SOON),
        ("steep", Urgency.LOOK),
        ("never", Urgency.LOOK),
        ("sources", Urgency.LOOK),
    ]


def test_each_finding_says_its_number_its_names_and_how_long(full):
    parts = page(full)
    for name, words in {
        "past-due": ("8 of 10 open requests are past their due dates.", "due 1 November 2024",
                     "50 days late", "and 2 more"),
        "long-open": ("1 of 10 open requests has waited for more than 90 days.",
                      "Elbasan , asked for 1 January 2024 , 355 days ago"),
        "quiet": ("1 of 4 member cities was last in contact 12 months ago or longer.",
                  "Elbasan, Albania", "member since December 2016 , no contact for 14 months"),
        "never": ("1 of 4 member cities has no contact on record", "durres, Albania"),
        "countries": ("4 of 6 countries had no activity in July–December 2024", "Albania",
                      "no dated activity for 14 months , 1 planned"),
        "steep": ("1 target needs more in each quarter left", "Activities", "a quarter"),
        "sources": ("1 source of 2 has no address", "On these alone rest 1 activity", "Shut"),
    }.items():  # fmt: skip
        told = spoken(part(parts, name)).replace(" ,", ",").replace(" .", ".")
        for sentence in words:
            assert sentence.replace(" ,", ",") in told, (name, sentence, told)


def test_only_so_many_records_are_named(full):
    parts = part(page(full), "past-due")
    lines = [one for one in components(parts) if type(one).__name__ == "Li"]
    assert len(lines) == 7
    more = next(one for one in components(lines[-1]) if type(one).__name__ == "A")
    assert more.href == "/records/support?part=attention.past-due"
    assert getattr(more, "data-counts") == "8"


def test_what_is_not_known_stands_apart_and_never_alarms(full):
    parts = part(page(full), "unknown")
    told = spoken(parts)
    assert "1 member city may have been without contact for 12 months" in told
    assert "1 of 10 open requests has no date of request" in told
    assert "1 country may have had an activity in July–December 2024" in told
    assert "Kosovo" in told
    assert "No date" in told
    marks = {name for name in classes(parts) if name.startswith("attention-")}
    assert marks.isdisjoint({"attention-now", "attention-soon", "attention-look"})


def test_rules_without_a_finding_are_gathered_in_one_calm_line(tmp_path):
    sheets: Sheets = {
        "dataset": [dataset(as_of="2024-12-21")],
        "sources": [{"id": "open", "title": "Open", "url": "https://example.org/"}],
        "cities": [city("elbasan", sources="open")],
        "activities": [activity("one", start="2024-12-01", cities="elbasan", sources="open",
                                countries="BA;XK;ME;MK;RS")],
    }  # fmt: skip
    attention = read(tmp_path, sheets)
    assert findings(shown(attention)) == []
    told = spoken(part(page(attention), "in-order"))
    for sentence in (
        "No request is open.",
        "No member is known to be without contact for 12 months .",
        "Every country had an activity in July–December 2024 .",
        "No target for the share of women belongs to this filter.",
        "Every source has an address.",
    ):
        assert sentence in told


def test_an_empty_workbook_says_that_nothing_is_there(tmp_path):
    parts = page(read(tmp_path, {"dataset": [dataset()]}))
    told = spoken(parts)
    assert attention_words.STRIP_NO_MEMBER in told
    assert "No request is open." in told
    assert "6 of 6 countries had no activity" in told
    assert "attention-now" not in classes(parts)


def test_the_strip_has_a_lane_for_each_country_and_a_dot_for_each_member(full):
    strip = part(page(full), "contact")
    dots = [one for one in components(strip) if "strip-city" in _class(one)]
    assert [(spoken(one), one.style["--at"]) for one in dots] == [
        ("Elbasan", "58.33%"),
        ("kumanovo", "4.17%"),
    ]
    told = spoken(strip)
    assert told.count("no member city") == 3
    assert "none on record" in told
    assert "Of 4 member cities , 1 was in contact within the last 12 months , 1 longer" in told


def _class(one: Any) -> list[str]:
    return (getattr(one, "className", None) or "").split()


def test_links_take_the_filter_and_the_profile_along(tmp_path):
    attention = read(tmp_path, FULL, Filters(countries=("AL",), programme="all"))
    parts = layout(attention, "eu", "eu", MAIN)
    addresses = {one.href for one in components(part(parts, "quiet")) if hasattr(one, "href")}
    assert addresses == {
        "/cities/elbasan?country=AL&programme=all&profile=eu",
        "/records/cities?country=AL&programme=all&profile=eu&part=attention.quiet",
        "/records/cities?country=AL&programme=all&profile=eu&part=attention.member",
    }


@pytest.mark.parametrize("width", [340.0, 1000.0])
def test_many_cities_keep_apart_on_their_lane(full, width):
    (one, *_) = full.silent("quiet")
    many = [_named(one, f"City of a long name {number}", number % 5) for number in range(30)]
    placed = places(many, 24, width)
    assert len(placed) == 30
    assert {place.row for place in placed} <= set(range(MOST_ROWS))
    assert all(0 <= place.share <= 1 for place in placed)
    spots = {(place.row, round(place.share * width)) for place in placed}
    assert len(spots) == 30 or width < 400


def _named(one: MemberContact, name: str, months: int) -> MemberContact:
    return replace(one, city=replace(one.city, id=name, name=name), months=months)


def test_few_cities_are_all_named(full):
    (one, *_) = full.silent("quiet")
    placed = places([_named(one, name, 12) for name in ("A", "B", "C")], 24, 700)
    assert sorted(place.row for place in placed) == [0, 1, 2]
    assert all(place.named and not place.before and place.share == 0.5 for place in placed)
    apart = places([_named(one, name, 2 * number) for number, name in enumerate("ABC", 6)], 24, 700)
    assert {(place.row, place.named) for place in apart} == {(0, True)}


def test_cities_seen_lately_give_way_and_lead_nowhere(full):
    (one, *_) = full.silent("quiet")
    lately = [replace(_named(one, f"Lately {number}", 0), silence="recent") for number in range(9)]
    placed = places([*lately, _named(one, "Long ago", 14)], 24, 700)
    assert placed[0].named
    assert placed[0].leads
    assert not any(place.leads for place in placed[1:])
    assert {place.row for place in placed} == {0, 1}


def test_the_axis_names_now_and_the_threshold_where_there_is_room():
    assert ticks_of(24, 12, 832) == [0, 6, 12, 18, 24]
    assert ticks_of(24, 12, 342) == [0, 6, 12, 24]
    assert ticks_of(24, 12, 240) == [0, 12]
    assert ticks_of(95, 12, 832) == [0, 12, 24, 48, 72]


def test_long_ages_are_said_in_years():
    assert [age(months).text for months in (1, 14, 23, 24, 95)] == [
        "1 month", "14 months", "23 months", "2 years", "7 years"
    ]  # fmt: skip


def test_hostile_text_stays_text(tmp_path):
    title = "<script>alert(1)</script>" * 8 + "x" * 300
    sheets = FULL | {"support": [support("late", status="requested", due="2024-01", title=title)]}
    told = spoken(part(page(read(tmp_path, sheets)), "past-due"))
    assert title in told

"""The page of a city with a chain, with nothing but the city, and with texts that are too long."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crawled import page_parts
from data.dates import parse_date
from data.filters import ALL, Filters
from data.repository import Repository
from layouts.pages.city import layout
from layouts.parts.detail import detail
from loaded import fill, opened
from small_needs import need, practice
from small_workbooks import Sheets, activity, city, dataset, output, support, write_workbook
from spoken import components, spoken

CHAIN: Sheets = {
    "dataset": [dataset()],
    "cities": [city("elbasan", name="Elbasan", local_name="Elbasani", joined="2017",
                    note="A note.", sources="s1"), city("peja", name="Peja")],
    "themes": [{"id": "youth", "label": "Youth", "order": 1}],
    "sources": [{"id": "s1", "title": "A report", "url": "https://example.org/report"},
                {"id": "s2", "title": "A letter"}],
    "activities": [
        activity("talk", title="First talk", start="2023-02-08", end="2023-02-09",
                 cities="elbasan;peja", sources="s1"),
        activity("visit", title="A visit", start="2023-07-25", host_city="elbasan",
                 cities="elbasan", place="Elbasan", place_country="AL", sources="s2"),
        activity("old", title="An old day", start="2019-05", programme="earlier",
                 cities="elbasan"),
        activity("next", title="The next talk", start="2025-03-01", status="planned",
                 cities="elbasan"),
        activity("off", title="Never held", start="2023-03-01", status="cancelled",
                 cities="elbasan"),
    ],
    "support": [
        support("council", title="A council", status="in-progress", requested="2023",
                started="2023-07-25", cities="elbasan", providers="peja", arose_from="talk",
                activities="visit", outcome="It works.", sources=["s1", "s2"]),
        support("no", title="Refused", status="declined", cities="elbasan"),
    ],
    "needs": [need("clubs", statement="Clubs for the young.", city="elbasan")],
    "practices": [practice("house", title="A house", city="elbasan", activities="visit"),
                  practice("bus", title="A bus", city="peja")],
    "voices": [{"id": "v", "text": "We asked.", "speaker": "A. Mayor", "role": "Mayor",
                "city": "elbasan", "consent": "granted", "said": "2023-08"}],
    "outputs": [output("plan", title="A plan", date="2023-09", cities="elbasan",
                       activities="visit")],
}  # fmt: skip


def page(tmp_path: Path, sheets: Sheets, filters: Filters = ALL, extras: Any = None) -> Any:
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    fill(url, write_workbook(tmp_path / "workbook", sheets))
    with opened(url) as repository:
        shown = repository.journey(filters, "elbasan")
    return layout(shown, filters, "plain", extras or {})


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """Open a record with a chain from a talk to support that goes on."""
    folder = tmp_path_factory.mktemp("chain")
    url = f"sqlite:///{folder / 'hub.sqlite'}"
    fill(url, write_workbook(folder / "workbook", CHAIN))
    with opened(url) as repository:
        yield repository


def of_chain(chain: Repository, filters: Filters = ALL, extras: Any = None) -> Any:
    return layout(chain.journey(filters, "elbasan"), filters, "plain", extras or {})


def part(parts: Any, name: str) -> Any:
    return next(item for item in components(parts) if getattr(item, "id", None) == name)


def addresses(parts: Any) -> list[str]:
    return [item.href for item in components(parts) if getattr(item, "href", None)]


def test_the_head_says_who_the_city_is_and_its_chain(chain):
    words = spoken(of_chain(chain))
    assert "Elbasani · Albania · member of the network, since 2017" in words
    assert "Note: A note. Source: A report" in words
    assert (
        "After “First talk” ( 8–9 February 2023 ), Elbasan asked for “A council” . It began on"
        " 25 July 2023 and is in progress as of 21 December 2024 ."
    ) in words
    assert "Earlier records, from before the hub, are not told here: 1 activity ." in words


def test_the_chain_is_linked_within_the_page(chain):
    parts = of_chain(chain)
    talk, asked = part(parts, "activity-talk"), part(parts, "support-council-requested")
    assert "Took part , with Peja Led to: A council, asked for" in spoken(talk)
    assert "#support-council-requested" in addresses(talk)
    assert (
        "2023 · Hub guidance Asked for: A council For Somebody. Arose from: First talk"
        in spoken(asked)
    )
    assert "#activity-talk" in addresses(asked)
    visit = spoken(part(parts, "activity-visit"))
    assert "25 July 2023 · Workshop · Elbasan, Albania A visit Hosted it" in visit
    assert "Shared its practice: A house" in visit
    state = part(parts, "support-council-underway")
    assert "as of 21 December 2024 · Hub guidance In progress: A council It works." in spoken(state)
    marks = [
        item.className
        for item in components(state)
        if "mark" in str(getattr(item, "className", ""))
    ]
    assert marks == ["journey-mark journey-mark-underway"]


def test_entries_stand_in_order_with_years_gaps_and_sources(chain):
    parts = part(of_chain(chain), "journey")
    ids = [item.id for item in components(parts) if str(getattr(item, "id", "")).count("-")]
    assert [key for key in ids if key != "journey-heading"] == [
        "activity-talk", "support-council-requested", "activity-visit", "support-council-started",
        "voice-v", "output-plan", "support-council-underway", "activity-next",
    ]  # fmt: skip
    words = spoken(parts)
    assert words.count("Source") == 8 - words.count("No source is named") + 1
    assert "Nothing dated is shown for 14 months 2024 as of 21 December 2024" in words
    assert "Workshop, planned The next talk Is to take part" in words
    assert "Never held" not in words
    assert "Refused" not in words
    assert "https://example.org/report" in addresses(parts)
    assert "/records/sources/s2" in addresses(parts)


def test_what_has_no_date_stands_apart(chain):
    words = spoken(part(of_chain(chain), "undated"))
    assert words.startswith("No date on record 1 entry has no date")
    assert "Raised a need: Clubs for the young." in words


def test_peers_needs_practices_and_neighbours_stand_beside(chain):
    parts = of_chain(chain)
    assert "Learned from Peja A council" in spoken(part(parts, "peers"))
    needs = spoken(part(parts, "needs"))
    assert "Clubs for the young. need · Youth · no date Status: open May have an answer" in needs
    assert "Practice: A house" in needs
    assert "A house Youth · shared at 1 activity" in spoken(part(parts, "practices"))
    neighbours = part(parts, "neighbours")
    assert "Peja Kosovo A bus Youth" in spoken(neighbours)
    assert "/cities/peja" in addresses(neighbours)


def test_links_keep_the_filter_and_the_profile(chain):
    filters = Filters(countries=("XK",), themes=("youth",))
    found = addresses(of_chain(chain, filters, {"profile": "eu"}))
    assert "/cities?country=XK&theme=youth&profile=eu" in found
    assert "/records/cities/elbasan?country=XK&theme=youth&profile=eu" in found
    assert "/records/needs?city=elbasan&theme=youth&profile=eu" in found


def test_nothing_but_a_city_is_said(tmp_path):
    parts = page(tmp_path, {"dataset": [dataset()], "cities": [city("elbasan")]})
    words = spoken(parts)
    assert "Nothing that happened with elbasan is on record yet." in words
    assert "Albania · member of the network, joining date not recorded" in words
    assert "No source is named" in words
    assert (
        "No activity, support, need, quote or policy output of this filter names elbasan ." in words
    )
    assert "No support here names a city that shared its practice with elbasan" in words
    assert "No need, concern or barrier of elbasan is on record here." in words.replace(" . ", ". ")
    assert "Without a need on record there is no theme to look for." in words
    assert not [
        item for item in components(parts) if getattr(item, "className", "") == "journey-line"
    ]
    assert "Show all that is on record" not in words


def test_a_gap_of_the_whole_record_is_one_of_the_record(tmp_path):
    rows = [activity("a", start="2022-01-01", cities="elbasan"),
            activity("b", start="2023-03-02", cities="elbasan")]  # fmt: skip
    sheets: Sheets = {"dataset": [dataset()], "cities": [city("elbasan")], "activities": rows}
    words = spoken(part(page(tmp_path, sheets), "journey"))
    assert "Nothing on record for 14 months" in words
    assert words.endswith("Nothing on record for 21 months")


def test_a_full_year_leads_to_the_rest(tmp_path):
    rows = [activity(f"a{n}", start=f"2023-01-{n + 1:02}", cities="elbasan") for n in range(20)]
    sheets: Sheets = {"dataset": [dataset()], "cities": [city("elbasan")], "activities": rows}
    parts = page(tmp_path, sheets)
    words = spoken(part(parts, "journey"))
    assert "and 12 more in 2023 : 20 activities in all." in words
    assert "/records/activities?part=journey.elbasan~year.2023" in addresses(parts)


def test_drafts_and_dates_at_odds_are_told_as_such(tmp_path):
    rows = [activity("seed", title="A draft", start="2023-01-01", review="draft"),
            activity("late", title="Late talk", start="2023-09-01", cities="elbasan")]  # fmt: skip
    given = [
        support(
            "one", title="One", started="2023-05", cities="elbasan", arose_from=["seed", "late"]
        )
    ]
    sheets: Sheets = {"dataset": [dataset()], "cities": [city("elbasan")], "activities": rows,
                      "support": given}  # fmt: skip
    words = spoken(part(page(tmp_path, sheets), "journey"))
    assert "A draft" not in words
    assert words.index("Late talk") < words.index("May 2023")
    assert "The date on record is earlier than that of what it followed." in words


def test_hostile_texts_are_cut(tmp_path):
    long = "W" * 3000
    rows = [activity("a", title=long, start="2023-01-01", cities="elbasan", sources="s")]
    sheets: Sheets = {
        "dataset": [dataset()],
        "cities": [city("elbasan", name=long, note=long)],
        "sources": [{"id": "s", "title": long, "url": "javascript:alert(1)"}],
        "activities": rows,
        "voices": [{"id": "v", "text": long, "speaker": "A", "role": "B", "city": "elbasan",
                    "consent": "granted"}],
    }  # fmt: skip
    parts = page(tmp_path, sheets)
    assert not any(address.startswith("javascript") for address in addresses(parts))
    assert max(map(len, spoken(part(parts, "undated")).split())) < 300


def test_an_unknown_city_is_one_clear_sentence(public_record: Repository):
    for name in ("nowhere", "..", "ELBASAN", "a" * 400):
        parts = page_parts(public_record, f"/cities/{name}", "country=AL")
        words = spoken(parts)
        assert words.startswith("Back to: Cities No such city There is no city of that name")
        assert "/cities?country=AL" in addresses(parts)


def test_details_and_records_of_a_city_lead_to_its_journey(public_record: Repository):
    record = page_parts(public_record, "/records/cities/elbasan", "country=AL")
    assert "Journey of Elbasan" in spoken(record)
    assert "/cities/elbasan?country=AL" in addresses(record)
    shown = public_record.overview(ALL, ("city", "elbasan")).detail
    assert shown is not None
    assert "/cities/elbasan" in addresses(detail(shown, "plain"))
    assert "Journey of" not in spoken(page_parts(public_record, "/records/themes/youth"))


def test_nothing_of_a_filter_leads_to_everything(chain):
    parts = of_chain(chain, Filters(start=parse_date("2030")))
    words = spoken(parts)
    assert "Nothing that happened with Elbasan belongs to this filter." in words
    assert "/cities/elbasan?programme=all" in addresses(parts)

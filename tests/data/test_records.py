"""Lists of records: what a filter, a figure or a question selects, in order, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa

from counted_twice import YEARS, Loaded
from data.evidence.asked import AskedFigure
from data.filters import ALL, Filters
from data.records import listing, paging
from data.records.asked import RecordsAsked, read_records_asked
from data.records.paging import ROWS_A_PAGE, TooManyToSort
from data.records.record import Record
from data.records.shown import SHOWN_SHEETS
from data.records.sorting import SORTS, Sort, default_sort
from data.repository import Repository
from random_filters import seeded_filters
from recount_quality import QualityRecount
from recount_rows import items, read_sheet

SELECTED = ("activities", "support", "outputs", "needs", "practices", "voices", "cities",
            "attendance", "published_figures")  # fmt: skip


@pytest.fixture(scope="module")
def naive(synthetic: Loaded) -> QualityRecount:
    return QualityRecount(synthetic.recount.folder)


def keys(repository: Repository, asked: RecordsAsked) -> list[str | int]:
    return [record.key for record in repository.all_records(asked)]


def paged(repository: Repository, asked: RecordsAsked) -> Iterator[Record]:
    first = repository.records(asked)
    for number in range(1, first.pages + 1):
        page = repository.records(replace(asked, page=number))
        assert page.page == number
        assert page.total == first.total
        assert 0 < len(page.records) <= ROWS_A_PAGE or first.total == 0
        yield from page.records


def test_only_sheets_that_people_may_see_are_listed():
    assert len(SHOWN_SHEETS) == 14
    assert not {"participants", "notes", "dataset"} & set(SHOWN_SHEETS)


def test_a_filter_lists_what_a_naive_selection_selects(synthetic: Loaded, naive: QualityRecount):
    listed = 0
    for filters in [ALL, *seeded_filters(41, 15, synthetic.vocabulary, YEARS)]:
        for sheet in SELECTED:
            ours = {
                row.get("id", number)
                for number, row in enumerate(naive.sheets[sheet], start=1)
                if naive._is_selected(sheet, row, filters) and naive._review(sheet, row) != "draft"
            }
            theirs = keys(synthetic.repository, RecordsAsked(sheet, filters))
            assert sorted(theirs, key=str) == sorted(ours, key=str), (sheet, filters.to_query())
            listed += len(theirs)
    assert listed > 300


def test_other_sheets_are_listed_whole_and_targets_by_country(synthetic: Loaded):
    chosen = Filters(countries=("AL", "XK"))
    for sheet in ("sources", "organisations", "themes", "indicators"):
        rows = [row["id"] for row in read_sheet(synthetic.recount.folder, sheet)]
        assert keys(synthetic.repository, RecordsAsked(sheet, chosen)) == rows
    rows = read_sheet(synthetic.recount.folder, "targets")
    ours = [place for place, row in enumerate(rows, 1) if row["country"] in ("AL", "XK")]
    assert keys(synthetic.repository, RecordsAsked("targets", chosen)) == ours
    assert len(keys(synthetic.repository, RecordsAsked("targets", ALL))) == len(rows) > len(ours)


def test_records_of_a_figure_are_its_evidence(synthetic: Loaded):
    indicators = synthetic.repository.reference().indicators
    elsewhere = Filters(countries=("RS",))
    seen = 0
    for filters in seeded_filters(43, 2, synthetic.vocabulary, YEARS):
        for id_, indicator in indicators.items():
            evidence = synthetic.recount.evidence(filters, id_)
            for reason in [*sorted({str(why) for *_, why in evidence if why})[:2], None]:
                ours = [key for _, key, why in evidence if why == reason]
                sheet = evidence[0][0] if evidence else "activities"
                figure = AskedFigure(indicator, filters, id_)
                sort = Sort("title") if sheet == "activities" and seen % 2 else default_sort(sheet)
                asked = RecordsAsked(sheet, elsewhere, figure=figure, reason=reason, sort=sort)
                theirs = keys(synthetic.repository, asked)
                assert sorted(map(str, theirs)) == sorted(ours), (id_, reason, filters.to_query())
                seen += len(ours)
    assert seen > 60


@pytest.mark.parametrize("sheet", SHOWN_SHEETS)
def test_pages_hold_each_record_once_and_in_the_order_asked_for(synthetic: Loaded, sheet: str):
    everything = Filters(programme="all")
    number = synthetic.repository.records(RecordsAsked(sheet, everything)).total
    sorts = [Sort(name, descending=place % 2 == 0) for place, name in enumerate(SORTS[sheet])]
    for sort in (None, *sorts):
        asked = RecordsAsked(sheet, everything, sort=sort)
        found = [record.key for record in paged(synthetic.repository, asked)]
        assert len(set(found)) == len(found) == number
        assert found == keys(synthetic.repository, asked), sort


@pytest.mark.parametrize("sort", ["date", "-date", "kind", "-kind", "-status", "title", "-title"])
def test_activities_stand_in_the_order_of_a_naive_sort(synthetic: Loaded, sort: str):
    asked, _ = read_records_asked(
        "activities", ALL, {"sort": sort}, synthetic.repository.reference()
    )
    found = list(synthetic.repository.all_records(asked))
    name, down = sort.removeprefix("-"), sort.startswith("-")
    if name == "date":
        days = [span.first for record in found if (span := record.values["start"])]  # type: ignore[union-attr]
        assert days == sorted(days, reverse=down)
        assert all(record.values["start"] is None for record in found[len(days) :])
        assert 0 < len(days) < len(found)
    elif name == "title":
        titles = [str(record.values["title"]) for record in found]
        engine = synthetic.repository._engine
        with engine.connect() as connection:
            known = sa.select(sa.column("title")).select_from(sa.table("activities"))
            ranked = list(connection.scalars(known.order_by(sa.column("title")).distinct()))
        places = [ranked.index(title) for title in titles]
        assert places == sorted(places, reverse=down)
    else:
        values = [str(record.values[name]) for record in found]
        assert values == sorted(values, reverse=down)


def test_values_and_lists_are_those_of_the_workbook(synthetic: Loaded):
    rows = {row["id"]: row for row in read_sheet(synthetic.recount.folder, "support")}
    found = list(synthetic.repository.all_records(RecordsAsked("support", ALL)))
    for record in found:
        row = rows[str(record.key)]
        for column in ("title", "status", "beneficiary", "requested", "due", "outcome"):
            assert (row[column] or "None") == str(record.values[column])
        for column in ("channels", "cities", "funders", "arose_from"):
            assert record.values[column] == tuple(items(row[column]))
    assert found


def test_small_chunks_give_the_same_records(synthetic: Loaded, monkeypatch: pytest.MonkeyPatch):
    wanted = [
        RecordsAsked("activities", Filters(countries=("AL",)), sort=sort)
        for sort in (Sort("date", descending=True), Sort("title"), Sort("status", descending=True))
    ] + [
        RecordsAsked("support", Filters(countries=("XK",)), sort=Sort("date")),
        RecordsAsked("cities", ALL),
    ]
    whole = [keys(synthetic.repository, asked) for asked in wanted]
    monkeypatch.setattr(listing, "KEYS_AT_ONCE", 7)
    monkeypatch.setattr(paging, "_RECORDS_AT_ONCE", 3)
    assert [keys(synthetic.repository, asked) for asked in wanted] == whole


def test_a_page_beyond_the_end_is_the_last(synthetic: Loaded):
    page = synthetic.repository.records(RecordsAsked("activities", ALL, page=9_999_999))
    assert page.page == page.pages
    assert page.records
    nothing = Filters(countries=("AL",), cities=("nowhere",))
    page = synthetic.repository.records(RecordsAsked("activities", nothing, page=3))
    assert (page.page, page.pages, page.total, page.records) == (1, 1, 0, ())


def test_too_many_records_are_not_sorted_by_what_they_are_not_kept_by(
    synthetic: Loaded, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(paging, "MOST_SORTED", 5)
    by_title = RecordsAsked("activities", ALL, sort=Sort("title"))
    page = synthetic.repository.records(by_title)
    assert page.asked.sort == default_sort("activities")
    plain = RecordsAsked("activities", ALL, sort=default_sort("activities"))
    assert page.records == synthetic.repository.records(plain).records
    with pytest.raises(TooManyToSort):
        list(synthetic.repository.all_records(by_title))
    by_kind = RecordsAsked("activities", ALL, sort=Sort("kind"))
    assert synthetic.repository.records(by_kind).asked == by_kind


def test_drafts_are_listed_where_they_are_asked_for_and_nowhere_else(synthetic: Loaded):
    for sheet in ("activities", "support"):
        plain = list(synthetic.repository.all_records(RecordsAsked(sheet, ALL)))
        asked = RecordsAsked(sheet, ALL, quality="drafts", sort=default_sort(sheet))
        drafts = list(synthetic.repository.all_records(asked))
        assert drafts
        assert all(record.draft for record in drafts)
        assert not any(record.draft for record in plain)


@pytest.mark.parametrize(
    ("sheet", "extras", "ignored"),
    [
        ("activities", {"figure": "happiness"}, ["figure"]),
        ("support", {"figure": "activities-held"}, ["figure"]),
        ("activities", {"figure": "activities-held~country.DE"}, ["figure"]),
        ("activities", {"figure": "activities-held", "reason": "boredom"}, ["reason"]),
        ("activities", {"reason": "place"}, ["reason"]),
        ("activities", {"quality": "rough"}, ["quality"]),
        ("activities", {"figure": "activities-held", "quality": "undated"}, ["quality"]),
        ("activities", {"sort": "host_city"}, ["sort"]),
        ("attendance", {"sort": "count"}, ["sort"]),
        ("activities", {"page": "0"}, ["page"]),
        ("activities", {"page": "٣"}, ["page"]),
        ("activities", {"page": "99999999999999999999"}, ["page"]),
        ("activities", {"figure": "activities-held", "reason": "planned", "page": "2"}, []),
        ("sources", {"sort": "-title"}, []),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_named_and_the_rest_is_kept(
    public_record: Repository, sheet: str, extras: dict[str, str], ignored: list[str]
):
    asked, found = read_records_asked(sheet, ALL, extras, public_record.reference())
    assert [item.key for item in found] == ignored
    assert public_record.records(asked).asked.sheet == sheet

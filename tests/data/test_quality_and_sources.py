"""What the page About counts: questions of data quality, sources, rows of sheets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from counted_twice import YEARS, Loaded
from data import schema
from data.counting.rules import Question
from data.filters import Filters
from data.quality import QUALITIES, quality_condition, quality_names
from data.records.asked import RecordsAsked
from data.records.listing import read_stretches
from data.records.selecting import listing_of
from data.repository import Repository
from data.sources_used import SOURCED_SHEETS
from random_filters import seeded_filters
from recount_quality import QualityRecount
from recount_rows import items, read_sheet
from served import PUBLIC_RECORD


@pytest.fixture(scope="module")
def recounted(synthetic: Loaded) -> Iterator[QualityRecount]:
    return QualityRecount(synthetic.recount.folder)


def numbers(repository: Repository, filters: Filters) -> dict[tuple[str, str], tuple[int, int]]:
    counts = repository.about(filters).qualities
    return {(count.sheet, count.name): (count.number, count.of) for count in counts}


def test_the_public_record_wants_what_its_rows_want(public_record: Repository):
    found = numbers(public_record, Filters())
    # Of the hub: the summit in Kristiansand has no date, four dates are a month.
    assert found["activities", "undated"] == (1, 13)
    assert found["activities", "imprecise"] == (4, 12)
    # Launch, exchange, three workshops and the global summit have head-counts; seven have none.
    assert found["activities", "no-head-count"] == (7, 13)
    assert found["activities", "drafts"] == (0, 13)
    assert found["support", "undated"] == (4, 10)
    assert found["cities", "joined-unknown"] == (0, 12)
    assert found["voices", "undated"] == (2, 2)
    # Two gaps of the fact sheet, and the counter on a web page.
    assert found["published_figures", "not-reported"] == (3, 10)


@pytest.mark.parametrize("filters", [Filters(), Filters(programme="all")], ids=["hub", "all"])
def test_the_public_record_is_asked_alike(public_record: Repository, filters: Filters):
    theirs = QualityRecount(PUBLIC_RECORD)
    for (sheet, name), number in numbers(public_record, filters).items():
        assert number == theirs.number(sheet, name, filters), (sheet, name)


def test_random_filters_are_asked_alike(synthetic: Loaded, recounted: QualityRecount):
    wanted = 0
    for filters in seeded_filters(31, 15, synthetic.vocabulary, YEARS):
        for (sheet, name), number in numbers(synthetic.repository, filters).items():
            words = (sheet, name, filters.to_query())
            assert number == recounted.number(sheet, name, filters), words
            wanted += number[0]
    assert wanted > 100


def test_questions_are_named_once_and_found_by_name():
    names = [(one.sheet, one.name) for one in QUALITIES]
    assert len(set(names)) == len(names)
    assert all(quality_condition(sheet, name) is not None for sheet, name in names)
    assert quality_condition("activities", "rough") is None
    assert quality_condition("nowhere", "drafts") is None
    assert quality_names("attendance") == ("rough", "gender-unspecified")


def test_records_that_rest_on_each_source_are_those_that_name_it(synthetic: Loaded):
    folder = synthetic.recount.folder
    sheets = {sheet: read_sheet(folder, sheet) for sheet in SOURCED_SHEETS}
    drafts = {row["id"] for row in sheets["activities"] if row["review"] == "draft"}
    for source in synthetic.repository.about(Filters()).sources:
        resting = {
            sheet: sum(
                source.id in items(row["sources"])
                and row["review"] != "draft"
                and not (sheet == "attendance" and row["activity"] in drafts)
                for row in rows
            )
            for sheet, rows in sheets.items()
        }
        assert dict(source.records) == {sheet: n for sheet, n in resting.items() if n}, source.id


def test_rows_are_those_of_the_workbook(synthetic: Loaded):
    rows = synthetic.repository.about(Filters(countries=("AL",))).rows
    folder = synthetic.recount.folder
    assert rows == {sheet: len(read_sheet(folder, sheet)) for sheet in rows}
    assert set(rows) <= set(schema.metadata.tables)
    assert len(rows) == 16


def test_figures_are_those_of_the_filter(public_record: Repository):
    filters = Filters(countries=("AL",))
    shown = {item.indicator.id: item.count for item in public_record.about(filters).indicators}
    figures = public_record.figures(filters)
    assert list(shown) == [figure.indicator.id for figure in figures]
    assert [shown[figure.indicator.id].value for figure in figures] == [
        figure.count.value for figure in figures
    ]


def test_each_number_lists_just_so_many_records(synthetic: Loaded):
    repository = synthetic.repository
    for filters in seeded_filters(32, 6, synthetic.vocabulary, YEARS):
        found = numbers(repository, filters)
        with repository._reading() as (connection, reference):
            question = Question(connection, filters, reference.dataset.as_of)
            for (sheet, name), (number, _) in found.items():
                listing = listing_of(question, RecordsAsked(sheet, filters, quality=name))
                listed = sum(part.records for part in read_stretches(connection, listing))
                assert listed == number, (sheet, name, filters.to_query())

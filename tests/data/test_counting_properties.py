"""The counting in the database against the naive recount, over many workbooks and filters."""

from __future__ import annotations

import random
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from counted_twice import (
    YEARS,
    Loaded,
    NewDatabase,
    assert_same,
    assert_same_evidence,
    assert_same_figures,
    loaded,
)
from data.filters import Filters
from random_filters import drawn_filters, seeded_filters
from recount import HEADS_RULES
from single_activities import filters_of, single_activities
from small_workbooks import (
    CHOICES,
    DATES,
    Sheets,
    activity,
    attendance,
    city,
    dataset,
    indicators,
    workbooks,
    write_workbook,
)


@pytest.fixture(scope="module")
def small_database(new_database: NewDatabase) -> str:
    """Give one database whose contents every small workbook replaces."""
    return new_database()


def _enough(case: Loaded) -> int:
    """200 filters for the workbook with every city; fewer for the small one with rare cases."""
    return 200 if len(case.vocabulary.cities) > 10 else 60


@pytest.mark.slow
def test_figures_of_200_filters_equal_their_recount(synthetic: Loaded):
    for filters in seeded_filters(7, _enough(synthetic), synthetic.vocabulary, YEARS):
        assert_same_figures(synthetic, filters)


@pytest.mark.slow
def test_evidence_equals_its_recount(synthetic: Loaded):
    ids = list(synthetic.recount.indicators)
    asked = seeded_filters(8, _enough(synthetic), synthetic.vocabulary, YEARS)
    for number, filters in enumerate(asked):
        assert_same_evidence(synthetic, filters, ids[number % len(ids)])


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sheets=workbooks(), some=st.lists(drawn_filters(CHOICES, DATES), min_size=1, max_size=6))
def test_small_workbooks_are_counted_alike(
    small_database: str,
    tmp_path_factory: pytest.TempPathFactory,
    sheets: Sheets,
    some: list[Filters],
):
    folder = write_workbook(tmp_path_factory.getbasetemp() / "small-workbook", sheets)
    with ExitStack() as stack:
        case = loaded(stack, small_database, folder)
        for filters in (Filters(), *some):
            note(f"filter: {filters.to_query() or 'none'}")
            assert_same_figures(case, filters)
            for id_ in case.recount.indicators:
                assert_same_evidence(case, filters, id_)


@pytest.mark.slow
def test_people_of_single_activities_are_counted_alike(new_database: NewDatabase, tmp_path: Path):
    draw = random.Random(21)
    sheets = single_activities(draw, 160)
    people = list(HEADS_RULES)
    with ExitStack() as stack:
        case = loaded(stack, new_database(), write_workbook(tmp_path, sheets))
        for row in sheets["activities"]:
            for filters in filters_of(draw, str(row["id"]), 4):
                theirs = case.repository.figures(filters, people)
                for figure in theirs:
                    words = (filters.to_query(), figure.indicator.id)
                    assert_same(case.recount.figure(filters, words[1]), figure.count, words)
                assert_same_evidence(case, filters, draw.choice(people))


def test_a_chosen_city_and_another_countrys_people_are_counted_alike(
    new_database: NewDatabase, tmp_path: Path
):
    # Elbasan took part and Kosovo is concerned: a head of Albania is of neither choice.
    sheets: Sheets = {
        "dataset": [dataset()],
        "cities": [city("elbasan"), city("durres"), city("peja")],
        "activities": [activity("one", cities=["elbasan"], countries=["XK"])],
        "attendance": [attendance("one", 5, country="AL"), attendance("one", 3, country="XK")],
        "indicators": indicators(),
    }
    with ExitStack() as stack:
        case = loaded(stack, new_database(), write_workbook(tmp_path, sheets))
        for countries in (("XK",), ("AL",), ("AL", "XK")):
            assert_same_figures(case, Filters(countries=countries, cities=("elbasan",)))
            assert_same_figures(case, Filters(countries=countries))


def test_the_public_record_is_counted_alike(new_database: NewDatabase):
    folder = Path(__file__).parents[2] / "data" / "public_record"
    with ExitStack() as stack:
        case = loaded(stack, new_database(), folder)
        some = seeded_filters(16, 60, case.vocabulary, (2015, 2025))
        for filters in (Filters(), Filters(programme="all"), *some):
            assert_same_figures(case, filters)
            for id_ in case.recount.indicators:
                assert_same_evidence(case, filters, id_)

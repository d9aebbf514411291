"""The counting in the database against the naive recount, and what holds for every filter."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from data import values
from data.database import migrate, open_for_loading, open_for_reading
from data.dates import parse_date
from data.figures import Count, Figure
from data.filters import Filters, Vocabulary
from data.repository import Repository
from data.workbook.loading import load
from data.workbook.synthetic import write_synthetic
from empty_databases import KINDS
from random_filters import PARTS, choices_of, drawn_filters, random_date, seeded_filters
from recount import HEADS_RULES, SHEET_OF_RULE, Recount
from recount_rows import Row
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

# One workbook is small enough for rare cases, one has every city several times over.
SIZES = ((60, 6, 1), (240, 60, 2))
NewDatabase = Callable[[], str]
YEARS = (2021, 2025)
PERCENTS = ("women-share", "follow-through")


@dataclass
class Loaded:
    """A workbook and the database that it was loaded into."""

    recount: Recount
    repository: Repository

    @property
    def vocabulary(self) -> Vocabulary:
        return self.repository.vocabulary()

    def figures(self, filters: Filters) -> dict[str, Figure]:
        return {figure.indicator.id: figure for figure in self.repository.figures(filters)}

    def evidence(self, filters: Filters, id_: str) -> list[tuple[str, str, str | None]]:
        records = self.repository.evidence(filters, id_)
        return [(record.sheet, record.id, record.reason) for record in records]


@pytest.fixture(scope="module", params=KINDS)
def new_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[NewDatabase]:
    """Make migrated databases for this module, of both kinds in turn."""
    with ExitStack() as stack:

        def make() -> str:
            if request.param == "sqlite":
                url = f"sqlite:///{tmp_path_factory.mktemp('database') / 'hub.sqlite'}"
            else:
                server = request.getfixturevalue("postgres_server")
                url = stack.enter_context(server.new_database())
            engine = open_for_loading(url)
            migrate(engine)
            engine.dispose()
            return url

        yield make


@pytest.fixture(scope="module")
def small_database(new_database: NewDatabase) -> str:
    """Give one database whose contents every small workbook replaces."""
    return new_database()


def loaded(stack: ExitStack, url: str, folder: Path) -> Loaded:
    """Replace a database's contents by a workbook."""
    engine = open_for_loading(url)
    load(engine, folder)
    engine.dispose()
    reading = open_for_reading(url)
    stack.callback(reading.dispose)
    return Loaded(Recount(folder), Repository(reading))


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}-activities")
def synthetic(
    request: pytest.FixtureRequest,
    new_database: NewDatabase,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Loaded]:
    """Load a synthetic workbook."""
    activities, cities, seed = request.param
    folder = tmp_path_factory.mktemp("workbook")
    write_synthetic(folder, activities, seed, cities=cities)
    with ExitStack() as stack:
        yield loaded(stack, new_database(), folder)


def assert_same(ours: Count, theirs: Count, words: object) -> None:
    """Compare a figure of the database with the recount's."""
    assert theirs.value == pytest.approx(ours.value), words
    assert replace(theirs, value=None) == replace(ours, value=None), words
    assert dict(theirs.left_out) == dict(ours.left_out), words


def assert_same_target(case: Loaded, filters: Filters, figure: Figure) -> None:
    """Compare a target with those that belong to the filter, and its actual with a recount."""
    known = case.recount.targets(filters, figure.indicator.id)
    assert (figure.target is None) == (not known), filters.to_query()
    if figure.target is None:
        return
    found = figure.target
    key = [found.start.isoformat(), found.end.isoformat(), found.kind, found.funder or ""]
    rows = [
        row for row in known if [row[part] for part in ("start", "end", "kind", "funder")] == key
    ]
    assert len(rows) == 1, filters.to_query()
    actual = case.recount.target_actual(filters, rows[0])
    assert (found.actual is None) == (actual is None), filters.to_query()
    if found.actual is not None and actual is not None:
        assert_same(actual, found.actual, (filters.to_query(), key))


def assert_same_figures(case: Loaded, filters: Filters) -> None:
    """Compare all figures of a filter, with what stands beside them."""
    theirs = case.figures(filters)
    ours = case.recount.figures(filters)
    assert set(theirs) == set(ours)
    for id_, count in ours.items():
        assert_same(count, theirs[id_].count, (filters.to_query(), id_))
        published = [figure.id for figure in theirs[id_].published]
        assert published == case.recount.published(filters, id_), (filters.to_query(), id_)
        assert_same_target(case, filters, theirs[id_])


def assert_same_evidence(case: Loaded, filters: Filters, id_: str) -> None:
    """Compare the records that an indicator counted and left out."""
    ours, theirs = case.recount.evidence(filters, id_), case.evidence(filters, id_)
    assert sorted(theirs, key=str) == sorted(ours, key=str), (filters.to_query(), id_)


# The database against the recount


@pytest.mark.slow
def test_figures_of_200_filters_equal_their_recount(synthetic: Loaded):
    for filters in seeded_filters(7, 200, synthetic.vocabulary, YEARS):
        assert_same_figures(synthetic, filters)


@pytest.mark.slow
def test_evidence_equals_its_recount(synthetic: Loaded):
    ids = list(synthetic.recount.indicators)
    for number, filters in enumerate(seeded_filters(8, 200, synthetic.vocabulary, YEARS)):
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


# What holds for every dataset and filter


def counts_only(case: Loaded, filters: Filters) -> dict[str, float]:
    """Give the values of all counts, null as 0; no percents and nothing without a count."""
    rules = {id_: row["rule"] for id_, row in case.recount.indicators.items()}
    return {
        id_: figure.count.value or 0
        for id_, figure in case.figures(filters).items()
        if rules[id_] not in (*PERCENTS, "published")
    }


@pytest.mark.parametrize("part", PARTS)
def test_a_union_lies_between_its_largest_part_and_the_sum(synthetic: Loaded, part: str):
    known = choices_of(synthetic.vocabulary)[part]
    assert len(known) > 1
    draw = random.Random(part)
    for filters in seeded_filters(9, 12, synthetic.vocabulary, YEARS):
        some = tuple(draw.sample(known, min(len(known), 3)))
        union = counts_only(synthetic, replace(filters, **{part: some}))
        parts = [counts_only(synthetic, replace(filters, **{part: (one,)})) for one in some]
        for id_, value in union.items():
            single = [counts[id_] for counts in parts]
            assert max(single) <= value <= sum(single), (filters.to_query(), some, id_)


def test_both_programmes_together_lie_between_the_larger_and_the_sum(synthetic: Loaded):
    for filters in seeded_filters(10, 12, synthetic.vocabulary, YEARS):
        hub, earlier, both = (
            counts_only(synthetic, replace(filters, programme=one))
            for one in ("hub", "earlier", "all")
        )
        for id_, value in both.items():
            assert max(hub[id_], earlier[id_]) <= value <= hub[id_] + earlier[id_], id_


def test_a_stock_never_falls_as_the_period_grows(synthetic: Loaded):
    stocks = [
        id_ for id_, row in synthetic.recount.indicators.items() if row["rule"] == "member-cities"
    ]
    assert stocks
    draw = random.Random(11)
    ends = sorted(
        (parse_date(random_date(draw, (2010, 2026))) for _ in range(25)), key=lambda end: end.last
    )
    for country in ("", *values.COUNTRY_CODES):
        chosen = Filters(countries=(country,) if country else ())
        series = [synthetic.figures(replace(chosen, end=end)) for end in ends]
        for id_ in stocks:
            stock = [figures[id_].count.value or 0 for figures in series]
            assert stock == sorted(stock), (country, id_)


def test_a_figure_equals_a_recount_of_the_records_it_lists(synthetic: Loaded):
    rows = {
        (sheet, row["id"]): row
        for sheet in set(SHEET_OF_RULE.values())
        for row in synthetic.recount.sheets[sheet]
    }
    for filters in seeded_filters(12, 12, synthetic.vocabulary, YEARS):
        for id_, figure in synthetic.figures(filters).items():
            evidence = synthetic.evidence(filters, id_)
            judged: list[tuple[Row, str | None]] = [
                (rows[sheet, record], reason) for sheet, record, reason in evidence
            ]
            recounted = synthetic.recount.figure_of(filters, id_, judged)
            assert_same(recounted, figure.count, (filters.to_query(), id_))


def test_counted_and_left_out_are_all_candidates_and_share_none(synthetic: Loaded):
    for filters in seeded_filters(13, 12, synthetic.vocabulary, YEARS):
        for id_, indicator in synthetic.recount.indicators.items():
            sheet = SHEET_OF_RULE.get(indicator["rule"])
            wanted = synthetic.recount.candidates(sheet, filters) if sheet else []
            listed = synthetic.evidence(filters, id_)
            assert Counter((sheet, row["id"]) for row in wanted) == Counter(
                (found, record) for found, record, _ in listed
            ), (filters.to_query(), id_)


def test_a_bound_is_null_exactly_when_the_value_is_and_shares_are_percents(synthetic: Loaded):
    seen = set()
    for filters in seeded_filters(14, 60, synthetic.vocabulary, YEARS):
        for id_, figure in synthetic.figures(filters).items():
            count = figure.count
            assert (count.bound is None) == (count.value is None), (filters.to_query(), id_)
            if figure.indicator.rule in PERCENTS:
                assert count.value is None or 0 <= count.value <= 100, (filters.to_query(), id_)
                assert count.numerator is not None
                assert count.denominator is not None
                assert (count.value is None) == (count.denominator == 0)
            elif count.value is not None:
                assert count.value >= 0
                assert count.value == int(count.value)
            seen.add(count.bound)
    assert seen == {None, "exact", "at-least"}


def test_asking_for_some_indicators_gives_the_same_figures(synthetic: Loaded):
    ids = list(synthetic.recount.indicators)
    for filters in seeded_filters(15, 6, synthetic.vocabulary, YEARS):
        everything = synthetic.figures(filters)
        for some in (ids[:1], ids[-2:], ids[::2]):
            asked = synthetic.repository.figures(filters, some)
            assert {figure.indicator.id: figure for figure in asked} == {
                id_: everything[id_] for id_ in some
            }


def test_the_public_record_is_counted_alike(new_database: NewDatabase):
    folder = Path(__file__).parents[2] / "data" / "public_record"
    with ExitStack() as stack:
        case = loaded(stack, new_database(), folder)
        some = seeded_filters(16, 60, case.vocabulary, (2015, 2025))
        for filters in (Filters(), Filters(programme="all"), *some):
            assert_same_figures(case, filters)
            for id_ in case.recount.indicators:
                assert_same_evidence(case, filters, id_)

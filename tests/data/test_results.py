"""The results held against the recount: figures, countries, targets and every point over time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counted_twice import YEARS, Loaded, assert_same, assert_same_target
from data.dates import parse_date
from data.figures import Count
from data.filters import ALL, Filters
from data.repository import Repository
from data.results.reading import countries_beside
from data.results.shapes import Course, Results
from data.results.status import Status
from data.values import COUNTRY_CODES
from random_filters import seeded_filters

DRAWN = ("people-engaged", "women-share", "cities-engaged", "follow-through", "support-delivered")


def asked(case: Loaded, seed: int, number: int) -> list[Filters]:
    drawn = seeded_filters(seed, number, case.vocabulary, YEARS)
    return [ALL, *drawn, Filters(countries=("AL", "XK"))]


def bare(count: Count) -> Count:
    """What results say of a count: not which records it left out."""
    return replace(count, left_out={})


def test_rows_and_countries_equal_their_recount(synthetic: Loaded):
    for filters in asked(synthetic, 41, 5):
        results = synthetic.repository.results(filters)
        assert [row.indicator.id for row in results.rows] == list(results.reference.indicators)
        for row in results.rows:
            words = (filters.to_query(), row.indicator.id)
            ours = synthetic.recount.figure(filters, row.indicator.id)
            assert_same(bare(ours), row.figure.count, words)
            assert_same_target(synthetic, filters, row.figure)
            for cell in row.countries:
                there = replace(filters, countries=(cell.country,))
                ours = synthetic.recount.figure(there, row.indicator.id)
                assert_same(bare(ours), cell.count, (*words, cell.country))
                figure = replace(row.figure, target=cell.target)
                assert_same_target(synthetic, there, figure)


def test_every_point_over_time_equals_its_recount(synthetic: Loaded):
    rules = {row["rule"]: id_ for id_, row in synthetic.recount.indicators.items()}
    for place, filters in enumerate(asked(synthetic, 42, 3)):
        results = synthetic.repository.results(filters, rules[DRAWN[place % len(DRAWN)]])
        chosen = results.chosen
        assert chosen is not None
        for course in (chosen.course, *chosen.countries[:2]):
            assert_same_course(synthetic, filters, chosen.indicator.id, course)


def assert_same_course(case: Loaded, filters: Filters, id_: str, course: Course) -> None:
    there = replace(filters, countries=(course.country,)) if course.country else filters
    points = [point for stretch in course.stretches for point in stretch.points]
    assert len(points) <= (8 if course.country else 16)
    for point in points:
        over = there.with_period(point.first, point.last)
        assert_same(bare(case.recount.figure(over, id_)), point.count, (over.to_query(), id_))


def test_the_last_point_is_what_stands_beside_the_target(synthetic: Loaded):
    for row in synthetic.repository.results(ALL).rows:
        if row.figure.target is None:
            continue
        chosen = synthetic.repository.results(ALL, row.indicator.id).chosen
        assert chosen is not None
        assert chosen.course.stretches[-1].points[-1].count == row.figure.target.actual


def test_what_is_withheld_alone_is_withheld_beside_others(synthetic: Loaded):
    """Shared reading must not show what counting one by one keeps back."""
    guarded = Repository(vars(synthetic.repository)["_engine"])
    withheld = 0
    for filters in (Filters(start=parse_date("2024-10")), Filters(kinds=("exchange",))):
        results = guarded.results(filters, "women-share")
        for place, code in enumerate(results.countries):
            figures = guarded.figures(replace(filters, countries=(code,)))
            for row, figure in zip(results.rows, figures, strict=True):
                found = row.countries[place].count
                assert found == bare(figure.count), (code, figure.indicator.id)
                withheld += found.withheld
        assert results.chosen is not None
        for point in results.chosen.course.stretches[-1].points:
            over = filters.with_period(point.first, point.last)
            assert point.count == bare(guarded.figures(over, ["women-share"])[0].count)
    assert withheld or len(synthetic.vocabulary.cities) < 10


def test_countries_stand_side_by_side_but_never_one_beside_itself(public_record: Repository):
    reference = public_record.reference()
    assert countries_beside(ALL, reference) == COUNTRY_CODES
    assert countries_beside(Filters(countries=("AL", "RS")), reference) == ("AL", "RS")
    assert countries_beside(Filters(countries=("AL",)), reference) == ()
    cities = Filters(cities=("elbasan", "kumanovo"))
    assert countries_beside(cities, reference) == ("AL", "MK")
    assert countries_beside(replace(cities, countries=("AL",)), reference) == ()


def test_an_indicator_that_is_not_there_gives_way(public_record: Repository):
    results = public_record.results(ALL, "nothing")
    assert results.chosen is not None
    first = next(item for item in results.reference.indicators.values() if item.headline)
    assert results.chosen.indicator == first
    named = public_record.results(ALL, "activities-held").chosen
    assert named is not None
    assert named.indicator.id == "activities-held"
    assert {row.standing.status for row in results.rows} == {Status.NO_TARGET}


@pytest.mark.parametrize("query", [Filters(), Filters(countries=("RS",))])
def test_unions_of_countries_hold_what_each_holds(public_record: Repository, query: Filters):
    """A union is at least its largest part; only counts, as percents are no unions."""
    results: Results = public_record.results(query)
    for row in results.rows:
        if row.indicator.unit != "percent":
            parts = [cell.count.value or 0 for cell in row.countries]
            assert (row.figure.count.value or 0) >= max(parts, default=0), row.indicator.id

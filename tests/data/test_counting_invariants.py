"""What holds for the figures of every dataset and filter."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest

from counted_twice import YEARS, Loaded, assert_same
from data import values
from data.dates import parse_date
from data.filters import Filters
from random_filters import PARTS, choices_of, random_date, seeded_filters
from recount import SHEET_OF_RULE
from recount_rows import Row

PERCENTS = ("women-share", "follow-through")


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

"""The rules of attention held against their naive recount: numbers, and the lists behind them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from counted_twice import YEARS, Loaded
from data.attention.reading import Attention
from data.attention.thresholds import Thresholds
from data.filters import ALL, Filters
from data.records.asked import read_records_asked
from data.repository import Repository
from data.small_numbers import SmallNumbers
from random_filters import seeded_filters
from recount_attention import RESTING, AttentionRecount

MONTHS, DAYS = 2, 30


@dataclass
class Case:
    """A workbook asked under some filters, and its recount."""

    repository: Repository
    recount: AttentionRecount
    answers: dict[Filters, Attention]

    def listed(self, sheet: str, value: str, filters: Filters) -> set[str]:
        """Name the records of the list that a number leads to."""
        extras, reference = {"part": f"attention.{value}"}, self.repository.reference()
        wanted, ignored = read_records_asked(sheet, filters, extras, reference)
        assert not ignored
        return {str(record.key) for record in self.repository.all_records(wanted)}


@pytest.fixture(scope="module")
def case(synthetic: Loaded) -> Case:
    repository = Repository(
        vars(synthetic.repository)["_engine"],
        small_numbers=SmallNumbers(threshold=0),
        attention=Thresholds(MONTHS, DAYS),
    )
    drawn = seeded_filters(51, 2, synthetic.vocabulary, YEARS)
    asked = [ALL, Filters(programme="all"), Filters(countries=("RS",)), *drawn]
    recount = AttentionRecount(synthetic.recount.folder, months=MONTHS, days=DAYS)
    return Case(repository, recount, {filters: repository.attention(filters) for filters in asked})


def test_members_equal_their_recount_and_their_lists(case: Case):
    met = set()
    for filters, attention in case.answers.items():
        ours = case.recount.silences(filters)
        assert {one.city.id: one.silence for one in attention.contacts} == ours, filters
        assert case.listed("cities", "member", filters) == set(ours)
        for silence in ("quiet", "never", "open"):
            wanted = {city for city, found in ours.items() if found == silence}
            assert case.listed("cities", silence, filters) == wanted, (silence, filters)
        met |= set(ours.values())
    assert len(met) > 1


def test_requests_equal_their_recount_and_their_lists(case: Case):
    met = set()
    for filters, attention in case.answers.items():
        ours = case.recount.waits(filters)
        for wait, number in attention.requests.numbers.items():
            wanted = {key for key, found in ours.items() if found == wait}
            assert number == len(wanted), (wait, filters)
            assert case.listed("support", wait, filters) == wanted
            named = [one.id for one in attention.requests.first[wait]]
            assert set(named) <= wanted
            assert len(named) == min(len(wanted), 6)
        assert attention.requests.open == len(case.listed("support", "open-request", filters))
        assert attention.requests.open >= len(ours)
        met |= set(ours.values())
    assert len(met) > 1


def test_countries_equal_their_recount_and_their_lists(case: Case):
    for filters, attention in case.answers.items():
        for one in attention.half_year.countries:
            held, perhaps, planned = case.recount.half_year(filters, one.country)
            assert one.held == len(held), (one.country, filters)
            if one.held:
                continue
            assert (one.perhaps, one.planned) == (len(perhaps), len(planned))
            there = replace(filters.with_period(None, None), countries=(one.country,))
            assert case.listed("activities", "perhaps", there) == perhaps
            assert case.listed("activities", "planned", there) == planned


def test_sources_equal_their_recount_and_their_lists(case: Case):
    closed = case.recount.closed()
    assert closed
    for filters, attention in case.answers.items():
        assert attention.sources.closed == len(closed)
        assert case.listed("sources", "closed", filters) == closed
        resting = dict(attention.sources.resting)
        for sheet in RESTING:
            wanted = case.recount.resting(sheet, filters)
            assert resting.get(sheet, 0) == len(wanted), (sheet, filters)
            assert case.listed(sheet, "closed", filters) == wanted


def test_targets_stand_as_on_the_page_of_results(case: Case):
    judged = 0
    for filters in (ALL, Filters(countries=("RS",))):
        rows = {row.indicator.id: row for row in case.repository.results(filters).rows}
        aims = case.answers[filters].aims
        for aim in (*aims.growing, *aims.women):
            row = rows[aim.indicator.id]
            assert row.figure.target == aim.target
            assert row.standing == aim.standing
            judged += 1
    assert judged


def test_a_period_moves_neither_members_nor_countries_nor_targets(case: Case):
    year_before = case.recount.as_of.replace(year=case.recount.as_of.year - 1)
    before = case.repository.attention(ALL.with_period(None, year_before))
    now = case.answers[ALL]
    assert before.as_of == now.as_of
    assert before.contacts == now.contacts
    assert before.half_year == now.half_year
    assert before.aims == now.aims
    assert before.requests.open < now.requests.open

"""What stands beside each city is what its records say, counted again from the workbook's rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from counted_twice import YEARS, Loaded
from data.cities.listed import CityListed
from data.dates import parse_date
from data.figures import Figure
from data.filters import ALL, Filters
from data.repository import Repository
from random_filters import seeded_filters
from small_books import NewBook
from small_workbooks import activity, city, support


def _row(rows: Iterable[CityListed], key: str) -> CityListed:
    return next(row for row in rows if row.city.id == key)


def _plain(figures: Iterable[Figure]) -> dict[str, str]:
    """Name the indicator of each rule that takes no kinds."""
    return {one.indicator.rule: one.indicator.id for one in figures if not one.indicator.kinds}


def test_numbers_are_those_of_the_recount(synthetic: Loaded) -> None:
    for filters in seeded_filters(51, 5, synthetic.vocabulary, YEARS):
        for row in synthetic.repository.cities(filters).rows[::7]:
            here = replace(filters, countries=(), cities=(row.city.id,))
            recount = synthetic.recount.figures(here)
            told = _plain(synthetic.repository.figures(here))
            words = (row.city.id, filters.to_query())
            assert row.held == recount[told["activities-held"]].value, words
            assert row.delivered == recount[told["support-delivered"]].value, words
            assert row.open == recount[told["support-open"]].value, words


def test_the_public_record(public_record: Repository) -> None:
    shown = public_record.cities(ALL)
    assert len(shown.rows) == 21
    danilovgrad = _row(shown.rows, "danilovgrad")
    assert (danilovgrad.held, danilovgrad.delivered, danilovgrad.open) == (2, 0, 1)
    assert (danilovgrad.needs, danilovgrad.practices) == (1, 1)
    assert danilovgrad.last is not None
    assert (str(danilovgrad.last.start), str(danilovgrad.last.end)) == ("2023-07-25", "2023-07-26")
    assert _row(shown.rows, "ulcinj").last is None
    assert shown.idle == sum(not row.held and not row.support for row in shown.rows) > 0


def test_places_choose_cities_and_the_period_what_is_counted(public_record: Repository) -> None:
    shown = public_record.cities(Filters(countries=("ME",), end=parse_date("2023-06")))
    assert {row.city.country for row in shown.rows} == {"ME"}
    danilovgrad = _row(shown.rows, "danilovgrad")
    assert (danilovgrad.held, danilovgrad.open) == (1, 0)
    assert shown.members is not None
    assert shown.members.count.value == 1
    assert [row.city.id for row in public_record.cities(Filters(cities=("budva",))).rows] == [
        "budva"
    ]


@pytest.mark.parametrize(
    ("started", "told"),
    [("2024-03", "2024-03"), ("2024", "2024"), ("", "2023-05-02"), ("2026", "2023-05-02")],
)
def test_the_last_contact_is_told_as_it_is_dated(book_of: NewBook, started: str, told: str) -> None:
    book = book_of(
        cities=[city("elbasan"), city("peja")],
        activities=[
            activity("first", cities="elbasan", start="2023-05-02"),
            activity("undated", cities="elbasan;peja", start=""),
            activity("planned", cities="elbasan", start="2024-11", status="planned"),
        ],
        support=[support("help", cities="elbasan", status="in-progress", started=started)],
    )
    rows = book.repository().cities(ALL).rows
    last = _row(rows, "elbasan").last
    assert last is not None
    assert str(last.start) == told
    assert _row(rows, "peja").last is None

"""What stands beside each city is what its records say, counted again from the workbook's rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from counted_twice import YEARS, Loaded
from data.cities.listed import CityListed
from data.dates import parse_date
from data.filters import ALL, Filters
from data.repository import Repository
from random_filters import seeded_filters
from recount_cities import CitiesRecount, Contact
from small_books import NewBook
from small_workbooks import activity, city, support


def _row(rows: Iterable[CityListed], key: str) -> CityListed:
    return next(row for row in rows if row.city.id == key)


def _filters(case: Loaded, seed: int) -> list[Filters]:
    found = seeded_filters(seed, 8, case.vocabulary, YEARS)
    return [ALL, Filters(programme="all"), Filters(end=parse_date("2023")), *found]


def test_numbers_are_those_of_the_workbook(synthetic: Loaded) -> None:
    recount = CitiesRecount(synthetic.recount.folder)
    for filters in _filters(synthetic, 51):
        shown, counted = synthetic.repository.cities(filters), recount.numbers(filters)
        assert [row.city.id for row in shown.rows] == recount.cities(filters), filters
        idle = 0
        for row in shown.rows:
            key, words = row.city.id, (row.city.id, filters.to_query())
            assert (row.held, row.needs) == (counted[key, "held"], counted[key, "needs"]), words
            assert (row.delivered, row.open) == (
                counted[key, "delivered"],
                counted[key, "open"],
            ), words
            assert row.practices == counted[key, "practices"], words
            idle += not any(counted[key, name] for name in ("held", "delivered", "open"))
        assert shown.idle == idle, filters


def test_last_contacts_are_those_of_the_workbook(synthetic: Loaded) -> None:
    recount = CitiesRecount(synthetic.recount.folder)
    for filters in _filters(synthetic, 52):
        contacts = recount.contacts(filters)
        for row in synthetic.repository.cities(filters).rows:
            words = (row.city.id, filters.to_query())
            assert _told(row) in _latest(contacts.get(row.city.id, [])), words


def _told(row: CityListed) -> Contact | None:
    if row.last is None:
        return (None, "") if row.in_contact else None
    return row.last.last_day, f"{row.last.start}/{row.last.end or ''}"


def _latest(contacts: list[Contact]) -> list[Contact | None]:
    """Give the contacts that lie latest: several may end on one day."""
    latest = max((day for day, _ in contacts if day), default=None)
    if latest is None:
        return [(None, "")] if contacts else [None]
    return [contact for contact in contacts if contact[0] == latest]


def test_the_public_record(public_record: Repository) -> None:
    shown = public_record.cities(ALL)
    assert len(shown.rows) == 21
    danilovgrad = _row(shown.rows, "danilovgrad")
    assert (danilovgrad.held, danilovgrad.delivered, danilovgrad.open) == (2, 0, 1)
    assert (danilovgrad.needs, danilovgrad.practices) == (1, 1)
    assert danilovgrad.last is not None
    assert (str(danilovgrad.last.start), str(danilovgrad.last.end)) == ("2023-07-25", "2023-07-26")
    assert not _row(shown.rows, "ulcinj").in_contact
    assert shown.idle == 10


def test_places_choose_cities_and_the_period_what_is_counted(public_record: Repository) -> None:
    shown = public_record.cities(Filters(countries=("ME",), end=parse_date("2023-06")))
    assert {row.city.country for row in shown.rows} == {"ME"}
    danilovgrad = _row(shown.rows, "danilovgrad")
    assert (danilovgrad.held, danilovgrad.open) == (1, 0)
    assert danilovgrad.last is not None
    assert danilovgrad.last.last_day == date(2023, 7, 26)
    assert shown.members is not None
    assert shown.members.count.value == 1
    assert [row.city.id for row in public_record.cities(Filters(cities=("budva",))).rows] == [
        "budva"
    ]


def test_a_contact_without_a_date_is_none_the_less_one(public_record: Repository) -> None:
    peja = _row(public_record.cities(Filters(programme="all")).rows, "peja")
    assert (peja.held, peja.last, peja.in_contact) == (1, None, True)


@pytest.mark.parametrize(
    ("started", "told"),
    [("2024-03", "2024-03"), ("2024", "2024"), ("", "2023-05-02"), ("2026", "2023-05-02")],
)
def test_the_last_contact_is_told_as_it_is_dated(book_of: NewBook, started: str, told: str) -> None:
    book = book_of(
        cities=[city("elbasan"), city("peja"), city("durres"), city("kumanovo")],
        activities=[
            activity("first", cities="elbasan", start="2023-05-02"),
            activity("undated", cities="elbasan;peja", start=""),
            activity("planned", cities="elbasan;durres", start="2024-11", status="planned"),
        ],
        support=[
            support(
                "help",
                cities="elbasan",
                providers="kumanovo",
                status="in-progress",
                started=started,
            )
        ],
    )
    rows = book.repository().cities(ALL).rows
    last = _row(rows, "elbasan").last
    assert last is not None
    assert str(last.start) == told
    assert (_row(rows, "peja").last, _row(rows, "peja").in_contact) == (None, True)
    assert not _row(rows, "durres").in_contact
    assert (_row(rows, "kumanovo").last is not None) == (told in ("2024-03", "2024"))

"""The page Support held against a naive count of the workbook's rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from counted_twice import YEARS, Loaded
from crawled import figure_value, linked_numbers, listed, loose_digits, page_parts, said_figures
from data.filters import ALL, Filters
from data.repository import Repository
from data.support import exchange
from data.support.courses import MOST_COURSES
from data.support.shapes import Support
from data.values import COUNTRY_CODES
from random_filters import seeded_filters
from recount import Recount
from recount_support import SupportRecount
from served import PUBLIC_RECORD
from small_books import NewBook
from small_workbooks import activity, support

PUBLIC_FILTERS = (
    ALL,
    Filters(programme="all"),
    Filters(countries=("MK",)),
    Filters(countries=("XK", "BA"), programme="all"),
    Filters(cities=("danilovgrad", "elbasan")),
    Filters(channels=("peer-learning",), kinds=("summit",)),
)


def asked(case: Loaded) -> list[Filters]:
    drawn = seeded_filters(57, 6, case.vocabulary, YEARS)
    return [ALL, Filters(programme="all"), Filters(countries=("AL", "XK")), *drawn]


def assert_as_recounted(shown: Support, ours: SupportRecount) -> None:
    words = ours.filters.to_query()
    assert_same_board(shown, ours, words)
    assert_same_places(shown, ours, words)
    assert_same_exchange(shown, ours, words)
    money = {(item.currency, item.status): (item.records, item.amount) for item in shown.money}
    assert money == ours.money(), words
    ages = {age.name: (age.records, age.past_due, age.vague) for age in shown.ages}
    assert ages == ours.ages(), words
    assert_same_timeline(shown, ours, words)
    for item in shown.follow_through:
        reasons = Counter(
            str(reason) for _, reason in ours.recount.judged(ours.filters, item.indicator.id)
        )
        assert item.too_recent == reasons["too recent"], words
        assert item.undated in (0, reasons["no date"]), words
        assert item.undated == reasons["no date"] or ours.filters.has_period, words


def assert_same_board(shown: Support, ours: SupportRecount, words: str) -> None:
    board, cells = shown.board, ours.board()
    assert {place: cell.number for place, cell in board.cells.items()} == {
        place: len(ids) for place, ids in cells.items()
    }, words
    most = 3 if len(ours.rows) <= MOST_COURSES else 1
    for place, cell in board.cells.items():
        assert [line.id for line in cell.latest] == cells[place][:most], (words, place)
    assert board.statuses == ours.statuses(), words
    named = {city for row in ours.rows for city in ours.cities(row)}
    assert shown.cities_named == len(named), words


def assert_same_places(shown: Support, ours: SupportRecount, words: str) -> None:
    found = {rows.country: rows for rows in shown.places}
    chosen = ours.filters.countries or {
        ours.recount.country_of_city[city] for city in ours.filters.cities
    }
    for code in chosen or COUNTRY_CODES:
        assert (code in found) == bool(ours.country(code)), (words, code)
    assert (None in found) == bool(ours.country(None)), words
    for code, rows in found.items():
        assert rows.statuses == ours.country(code), (words, code)
        for row in rows.rows:
            counted = ours.city(row.city) if row.city else ours.without_city_of(str(code))
            assert row.statuses == counted, (words, code, row.city)
    cities = {row.city for rows in found.values() for row in rows.rows if row.city}
    assert cities == {city for row in ours.live for city in ours.cities(row)}, words


def assert_same_exchange(shown: Support, ours: SupportRecount, words: str) -> None:
    pairs, there = ours.pairs(), shown.exchange
    cells: dict[tuple[str, str], set[str]] = {}
    for (provider, city), records in pairs.items():
        kept = (
            provider if provider in there.providers else "",
            city if city in there.cities else "",
        )
        cells.setdefault(kept, set()).update(records)
    assert there.cells == {pair: len(records) for pair, records in cells.items()}, words
    for side, named, others in (
        (0, there.providers, there.other_providers),
        (1, there.cities, there.other_cities),
    ):
        active = Counter[str]()
        for pair, records in pairs.items():
            active[pair[side]] += len(records)
        ordered = sorted(active, key=lambda city: (-active[city], city))
        assert list(named) == ordered[: exchange.MOST_CITIES], words
        assert others == len(ordered) - len(named), words
    assert there.unnamed == sum(not row["providers"] for row in ours.rows), words
    given = [row for row in ours.rows if row["providers"] and not ours.cities(row)]
    assert there.without_city == len(given), words


def assert_same_timeline(shown: Support, ours: SupportRecount, words: str) -> None:
    timeline, months = shown.timeline, ours.months()
    undated = Counter({status: number for (status, month), number in months.items() if not month})
    assert timeline.undated == undated, words
    assert len(timeline.undated_lines) == min(5, undated.total()), words
    if len(ours.rows) <= MOST_COURSES:
        assert {course.id for course in timeline.courses} == {row["id"] for row in ours.live}, words
        dates = {course.id: str(course.requested or "") for course in timeline.courses}
        assert dates == {row["id"]: row["requested"] for row in ours.live}, words
    else:
        counted = {(item.status, item.month): item.records for item in timeline.months}
        assert counted == months, words


def test_every_number_equals_its_recount(synthetic: Loaded):
    for filters in asked(synthetic):
        shown = synthetic.repository.support(filters)
        assert_as_recounted(shown, SupportRecount(synthetic.recount, filters))


def test_cities_that_are_not_named_are_counted_together(synthetic: Loaded, monkeypatch):
    """With fewer places, as with many cities: a record of several others counts once."""
    monkeypatch.setattr(exchange, "MOST_CITIES", 2)
    for filters in asked(synthetic)[:4]:
        shown = synthetic.repository.support(filters)
        assert_same_exchange(shown, SupportRecount(synthetic.recount, filters), filters.to_query())
        parts = page_parts(synthetic.repository, "/support", filters.to_query())
        for number, address in set(linked_numbers(parts)):
            if "other" in address:
                assert listed(synthetic.repository, address) == number, address


@pytest.mark.parametrize("filters", PUBLIC_FILTERS, ids=Filters.to_query)
def test_the_public_record_equals_its_recount_and_its_lists(
    public_record: Repository, filters: Filters
):
    shown = public_record.support(filters)
    assert_as_recounted(shown, SupportRecount(Recount(PUBLIC_RECORD), filters))
    parts = page_parts(public_record, "/support", filters.to_query())
    for number, address in set(linked_numbers(parts)):
        assert listed(public_record, address) == number, address
    for value, key in set(said_figures(parts)):
        assert figure_value(public_record, key, filters) == value, key
    assert not loose_digits(parts)


def test_kinds_of_activity_do_not_select_support(public_record: Repository):
    every, summits = (
        public_record.support(replace(ALL, kinds=kinds)) for kinds in ((), ("summit",))
    )
    assert every.board == summits.board
    assert public_record.support(replace(ALL, channels=("grant",))).board.records == 0


def test_amounts_are_exact_and_never_added_across_currencies(book_of: NewBook):
    cents = [support(f"c{place}", amount="0.1", currency="EUR") for place in range(30)]
    others = [
        support("large", amount="12345678901.2345", currency="EUR"),
        support("small", amount="0.0001", currency="EUR", status="agreed"),
        support("zero", amount="0", currency="BAM"),
        support("none", currency="BAM"),
        support("declined", amount="5", currency="EUR", status="declined"),
    ]
    money = book_of(support=[*cents, *others]).repository().support(ALL).money
    assert [(item.currency, item.status, item.records, item.amount) for item in money] == [
        ("BAM", "delivered", 1, Decimal(0)),
        ("EUR", "agreed", 1, Decimal("0.0001")),
        ("EUR", "delivered", 31, Decimal("12345678904.2345")),
        (None, "delivered", 1, Decimal(0)),
    ]  # fmt: skip


def test_ages_count_from_the_last_day_that_a_date_may_mean(book_of: NewBook):
    dates = {
        "up-to-30": ("2024-12-21", "2024-11-21", "2024", "2024-12", "2025-02"),
        "31-90": ("2024-11-20", "2024-09-22"),
        "91-180": ("2024-09-21", "2024-06-24", "2024-07"),
        "over-180": ("2024-06-23", "2023", "2022-01"),
        "no-date": (None,),
    }
    rows = [
        support(f"{name}-{place}", status=("requested", "agreed")[place % 2], requested=day)
        for name, days in dates.items()
        for place, day in enumerate(days)
    ]
    rows[0] |= {"due": "2024-12-20"}
    rows[1] |= {"due": "2024-12-21"}
    rows[2] |= {"due": "2024"}
    rows.append(support("begun", status="in-progress", requested="2022", due="2023"))
    shown = book_of(support=rows).repository().support(ALL)
    assert {age.name: age.records for age in shown.ages} == {
        name: len(days) for name, days in dates.items()
    }
    assert [age.past_due for age in shown.ages] == [1, 0, 0, 0, 0]
    assert [age.vague for age in shown.ages] == [3, 0, 1, 2, 0]
    assert [course.id for course in shown.longest][:2] == ["over-180-2", "over-180-1"]


def test_a_record_stands_with_each_of_its_channels_cities_and_countries(book_of: NewBook):
    one = support(
        "one",
        channels=["hub-guidance", "peer-learning"],
        cities=["elbasan", "durres", "peja"],
        countries=["MK"],
        providers=["kumanovo", "durres"],
    )
    shown = book_of(support=[one, support("two", channels="grant")]).repository().support(ALL)
    assert {place: cell.number for place, cell in shown.board.cells.items()} == {
        ("hub-guidance", "delivered"): 1,
        ("peer-learning", "delivered"): 1,
        ("grant", "delivered"): 1,
    }
    assert shown.board.records == 2
    albania, kosovo, macedonia, region = shown.places
    assert albania.statuses == {"delivered": 1}
    assert [row.city for row in albania.rows] == ["durres", "elbasan"]
    assert [row.city for row in kosovo.rows] == ["peja"]
    assert [row.city for row in macedonia.rows] == [None]
    assert (region.country, region.rows) == (None, ())
    assert shown.exchange.cells["durres", "durres"] == 1
    assert len(shown.exchange.cells) == 6


def test_places_and_pairs_keep_to_the_choice(book_of: NewBook):
    one = support("one", cities=["elbasan", "peja"], providers=["kumanovo"])
    shown = book_of(support=[one]).repository().support(Filters(countries=("AL",)))
    assert [rows.country for rows in shown.places] == ["AL"]
    assert shown.cities_named == 1
    assert list(shown.exchange.cells) == [("kumanovo", "elbasan")]


def test_follow_through_says_what_it_cannot_judge(book_of: NewBook):
    book = book_of(
        activities=[
            activity("old", start="2023-03-01"),
            activity("followed", start="2023-03-01", kind="roundtable"),
            activity("young", start="2024-12-01"),
            activity("undated"),
            activity("summit", start="2024-12-01", kind="summit"),
        ],
        support=[support("one", requested="2023-04", arose_from="followed")],
    )
    (item,) = book.repository().support(ALL).follow_through
    assert (item.count.numerator, item.count.denominator) == (1, 2)
    assert (item.too_recent, item.undated) == (1, 1)
    assert book_of(indicators=[]).repository().support(ALL).follow_through == ()

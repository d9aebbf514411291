"""The edges of the rules of attention, each on a few hand-written rows, on both databases."""

from __future__ import annotations

import pytest

from data.attention.days import half_year_of, months_before, whole_months
from data.attention.reading import Attention
from data.dates import parse_date
from data.filters import ALL, Filters
from data.records.asked import read_records_asked
from data.results.status import Doubt
from small_books import Book, NewBook, women_and_men
from small_workbooks import Record, activity, dataset, indicator, support

AS_OF = "2024-12-21"
TOWNS = ("elbasan", "durres", "peja", "kumanovo")
LAUNCHED = dataset(as_of=AS_OF, launched="2022-11")


def day(text: str):
    return parse_date(text).first


def read(book: Book, filters: Filters = ALL) -> Attention:
    return book.repository().attention(filters)


def silences(attention: Attention) -> list[tuple[str, int | None]]:
    """Say of each town, in the order of TOWNS, how silent it is, and for how many months."""
    known = {one.city.id: (one.silence, one.months) for one in attention.contacts}
    return [known[town] for town in TOWNS]


def at(town: str, **changes: object) -> Record:
    return activity(f"at-{town}", cities=town, **changes)


def test_exactly_twelve_months_are_long_and_a_day_less_is_not(book_of: NewBook):
    book = book_of(
        dataset=[LAUNCHED],
        activities=[
            at("elbasan", start="2023-12-21"),
            at("durres", start="2023-12-22"),
            at("peja", start="2023"),
            at("kumanovo", start="2023-01-09", end="2024-01-10"),
        ],
    )
    assert silences(read(book)) == [("quiet", 12), ("recent", 11), ("recent", 11), ("recent", 11)]
    far = read(book, Filters(cities=("durres",)))
    assert [one.city.id for one in far.contacts] == ["durres"]


def test_an_imprecise_date_counts_by_its_last_day_and_a_missing_one_leaves_it_open(
    book_of: NewBook,
):
    activities = [
        at("elbasan", start="2022"),
        at("durres"),
        at("peja", status="planned", start="2024-06-01"),
        at("kumanovo", programme="earlier"),
    ]
    book = book_of(dataset=[LAUNCHED], activities=activities)
    assert silences(read(book)) == [("quiet", 23), ("open", None), ("never", None), ("never", None)]
    kumanovo = next(one for one in read(book).contacts if one.city.id == "kumanovo")
    assert kumanovo.earlier == day("2022-11-29")
    whole = silences(read(book, Filters(programme="all")))
    assert whole[3] == ("quiet", 24)
    unknown = book_of(dataset=[dataset(as_of=AS_OF)], activities=activities)
    assert silences(read(unknown, Filters(programme="all")))[3] == ("open", None)


def test_what_is_no_draft_and_has_happened_is_a_contact(book_of: NewBook):
    book = book_of(
        dataset=[LAUNCHED],
        activities=[
            at("elbasan", start="2024-06-01", review="draft"),
            at("durres", start="2025-01-10"),
            at("peja", start="2024-12-21"),
            activity("hosted", start="2024-06-01", host_city="kumanovo"),
        ],
    )
    assert silences(read(book)) == [("never", None), ("never", None), ("recent", 0),
                                    ("never", None)]  # fmt: skip


def test_the_last_dated_step_of_support_is_a_contact_of_who_gets_and_who_gives(book_of: NewBook):
    book = book_of(
        dataset=[LAUNCHED],
        support=[
            support("to", cities="elbasan", status="in-progress", requested="2023",
                    started="2023-06-01"),
            support("by", providers="durres", requested="2024-11", status="requested"),
            support("ahead", cities="peja", status="in-progress", started="2023-11-21",
                    completed="2025-03"),
            support("undated", cities="kumanovo"),
        ],
    )  # fmt: skip
    assert silences(read(book)) == [("quiet", 18), ("recent", 0), ("quiet", 13), ("never", None)]


def test_parts_of_the_filter_choose_which_contacts_count(book_of: NewBook):
    book = book_of(
        dataset=[LAUNCHED],
        activities=[
            at("elbasan", start="2024-06-01", kind="summit", themes="youth"),
            at("durres", start="2024-06-01"),
            activity("far", cities="elbasan;peja", start="2023-01-01", themes="trust"),
        ],
    )
    assert silences(read(book, Filters(kinds=("workshop",))))[:2] == [("quiet", 23), ("recent", 6)]
    assert silences(read(book, Filters(themes=("youth",))))[:3] == [
        ("recent", 6), ("never", None), ("never", None)
    ]  # fmt: skip


REQUESTS = [
    ("due-today", {"due": AS_OF, "requested": "2024-12-01"}, None, None),
    ("due-yesterday", {"due": "2024-12-20", "requested": "2024-12-01"}, "past-due", 1),
    ("due-this-month", {"due": "2024-12", "requested": "2024-12-01"}, None, None),
    ("due-last-month", {"due": "2024-11", "requested": "2023"}, "past-due", 21),
    ("asked-90-days-ago", {"requested": "2024-09-22"}, None, None),
    ("asked-91-days-ago", {"requested": "2024-09-21", "status": "agreed"}, "long-open", 91),
    ("asked-in-that-month", {"requested": "2024-09"}, None, None),
    ("asked-that-year", {"requested": "2023"}, "long-open", 356),
    ("not-dated", {}, "no-request-date", None),
    ("in-progress", {"due": "2024-01", "requested": "2023", "status": "in-progress"}, None, None),
    ("delivered", {"due": "2024-01", "status": "delivered"}, None, None),
    ("draft", {"due": "2024-01", "review": "draft"}, None, None),
]


def test_requests_wait_in_one_way_each(book_of: NewBook):
    rows = [support(id_, **({"status": "requested"} | own)) for id_, own, _, _ in REQUESTS]
    requests = read(book_of(dataset=[LAUNCHED], support=rows)).requests
    found = {one.id: (wait, one.days) for wait, some in requests.first.items() for one in some}
    assert found == {id_: (wait, days) for id_, _, wait, days in REQUESTS if wait}
    assert requests.open == 9
    assert [one.id for one in requests.first["past-due"]] == ["due-last-month", "due-yesterday"]


@pytest.mark.parametrize(
    ("as_of", "without", "unsure"),
    [
        ("2024-06-30", ["BA", "XK", "ME", "RS"], ["MK"]),
        ("2024-07-01", ["AL", "BA", "ME", "RS"], ["MK"]),
    ],
)
def test_the_half_year_ends_on_30_june(book_of: NewBook, as_of, without, unsure):
    book = book_of(
        dataset=[dataset(as_of=as_of, launched="2022-11")],
        activities=[
            activity("june", start="2024-06-30", countries="AL"),
            activity("july", start="2024-07-01", countries="XK"),
            activity("year", start="2024", countries="MK"),
            activity("before", countries="RS", programme="earlier"),
            activity("to-come", start="2024-08", countries="BA", status="planned"),
        ],
    )
    found = read(book, Filters(programme="all")).half_year
    assert [one.country for one in found.without] == without
    assert [one.country for one in found.unsure] == unsure
    planned = {one.country: one.planned for one in found.countries}
    assert planned["BA"] == 1
    assert sum(planned.values()) == 1


QUARTERS = [
    activity(f"a{number}", start=start)
    for number, start in enumerate(
        ("2024-02-01", "2024-04-01", "2024-05-01", "2024-06-30", "2024-09-01")
    )
]


def target(indicator_id: str, value: float, **changes: object) -> Record:
    own = {"indicator": indicator_id, "start": "2024-01-01", "end": "2024-12-31"}
    return own | {"value": value, "kind": "incremental"} | changes


def test_a_target_is_steep_when_it_needs_more_than_the_best_quarter(book_of: NewBook):
    shared = {"dataset": [dataset(as_of="2024-09-30")], "activities": QUARTERS}
    book = book_of(**shared, targets=[target("activities-held", 12)])
    (aim,) = read(book).aims.growing
    assert aim.is_steep
    assert aim.needed == pytest.approx(7 / 92 * 365.25 / 12 * 3)
    assert aim.best is not None
    assert (aim.best.first, aim.best.last, aim.best.rise) == (day("2024-04"), day("2024-06-30"), 3)
    near = book_of(**shared, targets=[target("activities-held", 7)])
    assert read(near).aims.steep == ()
    assert book_of(**shared).repository().attention(ALL).aims.growing == ()


def test_a_target_that_cannot_be_judged_is_never_steep(book_of: NewBook):
    book = book_of(
        dataset=[dataset(as_of="2024-09-30")],
        activities=QUARTERS,
        attendance=women_and_men("a0", 8, 8),
        targets=[target("people-engaged", 900), target("activities-held", 12, end="2024-09-30")],
    )
    aims = read(book).aims
    assert aims.steep == ()
    assert [aim.indicator.id for aim in aims.unsure] == ["people-engaged"]


@pytest.mark.parametrize(
    ("women", "men", "below", "doubt"),
    [(6, 14, 1, None), (10, 10, 0, None), (2, 18, 0, Doubt.WITHHELD)],
)
def test_the_share_of_women_is_below_only_where_it_is_shown(
    book_of: NewBook, women, men, below, doubt
):
    book = book_of(
        dataset=[dataset(as_of="2024-09-30")],
        activities=QUARTERS[:1],
        attendance=women_and_men("a0", women, men),
        targets=[target("women-share", 50)],
    )
    aims = read(book).aims
    assert len(aims.women_below) == below
    assert [aim.standing.doubt for aim in aims.unsure] == ([doubt] if doubt else [])


def test_the_list_of_targets_names_those_that_are_steep(book_of: NewBook):
    book = book_of(
        dataset=[dataset(as_of="2024-09-30")],
        activities=QUARTERS,
        indicators=[indicator("held", "activities-held"), indicator("women", "women-share")],
        targets=[target("held", 12), target("held", 2, country="AL"), target("women", 50)],
    )
    repository = book.repository()
    for value, wanted in (("steep", 1), ("women-below", 0)):
        extras = {"part": f"attention.{value}"}
        asked, ignored = read_records_asked("targets", ALL, extras, repository.reference())
        assert not ignored
        assert repository.records(asked).total == wanted


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2023-12-21", AS_OF, 12),
        ("2023-12-22", AS_OF, 11),
        (AS_OF, AS_OF, 0),
        ("2025-01-01", AS_OF, 0),
        ("2024-01-31", "2024-02-29", 0),
    ],
)
def test_months_are_whole(first, last, months):
    assert whole_months(day(first), day(last)) == months


def test_days_that_a_month_has_not_become_its_last():
    assert months_before(day("2024-05-31"), 3) == day("2024-02-29")
    assert months_before(day("2024-01-15"), 13) == day("2022-12-15")
    assert half_year_of(day("2024-06-30")).first == day("2024-01-01")
    assert half_year_of(day("2024-07-01")).last == day("2024-12-31")

"""Needs and practices held against the recount: tallies, what answers each need, and its lists."""

from __future__ import annotations

from collections import Counter

import pytest

from counted_twice import YEARS, Loaded
from data.dates import parse_date
from data.filters import ALL, Filters
from data.needs.practices import PRACTICES
from data.needs.reading import NEEDS_A_GROUP
from data.needs.shapes import NeedsAndPractices
from data.records.asked import read_records_asked
from data.repository import Repository
from random_filters import seeded_filters
from recount_needs import NeedsRecount
from served import PUBLIC_RECORD
from small_books import NewBook
from small_needs import need, practice, random_needs
from small_workbooks import Sheets, activity, support

WAYS = ("arose", "support", "activities", "practices")
FILTERS = (
    ALL,
    Filters(countries=("XK",)),
    Filters(countries=("AL", "MK")),
    Filters(cities=("kumanovo",)),
    Filters(themes=("trust-building", "youth")),
    Filters(start=parse_date("2023"), end=parse_date("2023-06")),
    Filters(programme="all", kinds=("workshop",)),
)


def assert_same_page(shown: NeedsAndPractices, recount: NeedsRecount, filters: Filters) -> None:
    words = filters.to_query()
    rows = recount.needs(filters)
    answers = {row["id"]: recount.answered(row) for row in rows}
    tallied = Counter(
        (row["theme"] or None, row["kind"], row["status"], answers[row["id"]].answer)
        for row in rows
    )
    assert {tally[:4]: tally.records for tally in shown.tallies} == tallied, words
    for answer, needs in shown.groups.items():
        known = [key for key, found in answers.items() if found.answer == answer]
        assert len(needs) == min(len(known), NEEDS_A_GROUP), words
        for one in needs:
            found = answers[one.id]
            assert one.answer == found.answer == answer
            for way in WAYS:
                records, ours = getattr(one, way), getattr(found, way)
                assert records.number == len(ours), (words, one.id, way)
                assert records.named is None or records.named.id in ours, (words, one.id, way)
    assert_same_practices(shown, recount, filters)


def assert_same_practices(
    shown: NeedsAndPractices, recount: NeedsRecount, filters: Filters
) -> None:
    rows = {row["id"]: row for row in recount.practices(filters)}
    unanswered = Counter(
        row["theme"] for row in recount.needs(filters) if recount.answered(row).answer == "none"
    )
    assert shown.practice_number == len(rows)
    assert shown.unshared == sum(not recount.shared(row) for row in rows.values())
    assert len(shown.practices) == min(len(rows), PRACTICES)
    numbers = [one.unanswered for one in shown.practices]
    assert numbers == sorted(numbers, reverse=True)
    for one in shown.practices:
        assert one.shared == len(recount.shared(rows[one.id]))
        assert one.unanswered == sum(unanswered[theme] for theme in one.themes)


def listed(repository: Repository, sheet: str, part: str) -> set[str]:
    """Give the ids of a list of the whole record."""
    filters = Filters(programme="all")
    asked, ignored = read_records_asked(sheet, filters, {"part": part}, repository.reference())
    assert not ignored
    return {str(record.key) for record in repository.all_records(asked)}


def test_the_public_record_is_counted_the_same(public_record: Repository) -> None:
    recount = NeedsRecount(PUBLIC_RECORD)
    for filters in FILTERS:
        assert_same_page(public_record.needs(filters), recount, filters)
    shown = public_record.needs(ALL)
    assert (shown.total, shown.practice_number, shown.unshared) == (29, 8, 2)
    assert [len(one.themes) for one in shown.priorities] == [2, 1, 2, 4]
    assert [bool(one.words) for one in shown.priorities] == [True, True, True, False]


def test_synthetic_workbooks_are_counted_the_same(synthetic: Loaded) -> None:
    recount = NeedsRecount(synthetic.recount.folder)
    for filters in [ALL, *seeded_filters(53, 8, synthetic.vocabulary, YEARS)]:
        assert_same_page(synthetic.repository.needs(filters), recount, filters)


@pytest.mark.parametrize("seed", range(3))
def test_random_needs_are_answered_the_same(book_of: NewBook, seed: int) -> None:
    book = book_of(**random_needs(seed))
    recount = NeedsRecount(book.recount.folder)
    for filters in (ALL, Filters(countries=("AL",)), Filters(themes=("trust",))):
        assert_same_page(book.repository().needs(filters), recount, filters)


def test_each_number_of_answers_has_its_list(book_of: NewBook) -> None:
    book = book_of(**random_needs(11))
    recount, repository = NeedsRecount(book.recount.folder), book.repository()
    for row in recount.rows["needs"]:
        found = recount.answered(row)
        if row["theme"]:
            assert listed(repository, "support", f"arose.{row['id']}") == found.arose
            for sheet in ("support", "activities", "practices"):
                assert listed(repository, sheet, f"need.{row['id']}") == getattr(found, sheet)
    assert not listed(repository, "support", "need.nobody")


RAISED = {"city": "elbasan", "raised": "2023-06"}
THERE = {"cities": "elbasan", "themes": "youth"}


CASES: tuple[tuple[dict[str, list[dict[str, object]]], str], ...] = (
    ({"needs": [need("n", **RAISED)]}, "none"),
    ({"needs": [need("n", **RAISED, status="being-addressed")]}, "recorded"),
    ({"needs": [need("n", theme=None)], "practices": [practice("p")]}, "no-theme"),
    ({"needs": [need("n", theme=None, status="addressed")]}, "recorded"),
    # Support: the last day on record of what was delivered, declined support never.
    ({"support": [support("s", **THERE, completed="2023-05-31")]}, "none"),
    ({"support": [support("s", **THERE, completed="2023-06-01")]}, "possible"),
    ({"support": [support("s", **THERE, started="2022")]}, "none"),
    ({"support": [support("s", **THERE, started="2022", status="in-progress")]}, "possible"),
    ({"support": [support("s", **THERE)]}, "possible"),
    ({"support": [support("s", **THERE, status="declined")]}, "none"),
    ({"support": [support("s", **THERE, review="draft")]}, "none"),
    ({"support": [support("s", **THERE, programme="earlier")]}, "possible"),
    ({"support": [support("s", **(THERE | {"themes": "trust"}))]}, "none"),
    ({"support": [support("s", **(THERE | {"cities": "durres"}))]}, "none"),
    # Activities: held, and known to have begun later.
    ({"activities": [activity("a", **THERE, start="2023-06-30")]}, "none"),
    ({"activities": [activity("a", **THERE, start="2023-07-01")]}, "possible"),
    ({"activities": [activity("a", **THERE, start="2023")]}, "none"),
    ({"activities": [activity("a", **THERE)]}, "none"),
    ({"activities": [activity("a", **THERE, start="2024", status="planned")]}, "none"),
    ({"practices": [practice("p", city="elbasan")]}, "possible"),
    ({"practices": [practice("p", city="durres")]}, "none"),
    ({"practices": [practice("p")]}, "none"),
    # A need of a country takes any of it, one of the region what is of no single country.
    (
        {"needs": [need("n", country="AL")], "practices": [practice("p", city="durres")]},
        "possible",
    ),
    ({"needs": [need("n")], "practices": [practice("p", city="durres")]}, "none"),
    ({"needs": [need("n")], "practices": [practice("p")]}, "possible"),
    ({"needs": [need("n")], "support": [support("s", **THERE, countries="XK")]}, "possible"),
    ({"needs": [need("n")], "support": [support("s", **THERE)]}, "none"),
    # Support that arose where a need was raised, wherever it went; on another theme it did not.
    (
        {
            "needs": [need("n", **RAISED, activity="a")],
            "activities": [activity("a", start="2023-06-02", themes="youth")],
            "support": [support("s", arose_from="a", themes="youth", cities="peja")],
        },
        "recorded",
    ),
    (
        {
            "needs": [need("n", **RAISED, activity="a")],
            "activities": [activity("a", start="2023-06-02", themes="youth")],
            "support": [support("s", arose_from="a", themes="trust", cities="peja")],
        },
        "none",
    ),
    # The activity where it was raised is no answer, however early the need is dated.
    (
        {
            "needs": [need("n", city="elbasan", raised="2022", activity="a")],
            "activities": [activity("a", **THERE, start="2023-06-02")],
        },
        "none",
    ),
)


def test_the_rule_of_answers(book_of: NewBook) -> None:
    sheets: Sheets = {"themes": [], "needs": [], "support": [], "activities": [], "practices": []}
    for place, (case, _) in enumerate(CASES):
        for theme in ("youth", "trust"):
            sheets["themes"].append({"id": f"{theme}-{place}", "label": theme, "order": 1})
        for sheet, rows in ({"needs": [need("n", **RAISED)]} | case).items():
            sheets[sheet] += [apart(row, place) for row in rows]
    book = book_of(**sheets)
    recount = NeedsRecount(book.recount.folder)
    for place, (case, answer) in enumerate(CASES):
        found = listed(book.repository(), "needs", f"answer.{answer}")
        assert f"n-{place}" in found, (case, answer)
        row = next(row for row in recount.rows["needs"] if row["id"] == f"n-{place}")
        assert recount.answered(row).answer == answer, case


def apart(row: dict[str, object], place: int) -> dict[str, object]:
    """Give a row ids and themes of its own, so that many cases stand in one workbook."""
    named = ("id", "theme", "themes", "activity", "activities", "arose_from")
    return {
        name: f"{cell}-{place}" if name in named and cell else cell for name, cell in row.items()
    }


def test_open_needs_come_first_and_the_latest_of_them(book_of: NewBook) -> None:
    book = book_of(
        needs=[
            need("unknown", status="unknown", raised="2024-03"),
            need("undated"),
            need("early", raised="2023-01-01"),
            need("late", raised="2024-02-01"),
        ]
    )
    needs = book.repository().needs(ALL).groups["none"]
    assert [one.id for one in needs] == ["late", "early", "undated", "unknown"]


def test_a_draft_is_neither_named_nor_shared_at(book_of: NewBook) -> None:
    book = book_of(
        activities=[activity("a", start="2023-06-02", review="draft")],
        needs=[need("n", activity="a")],
        practices=[practice("p", activities="a")],
    )
    shown = book.repository().needs(ALL)
    (one,) = shown.groups["possible"]
    assert one.activity is None
    assert (shown.unshared, shown.practices[0].shared) == (1, 0)

"""Rows of head-counts are withheld where they, their totals or figures would tell of few people."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

import numpy as np
import pytest
import sqlalchemy as sa

from data.filters import Filters
from data.small_head_counts import COUNT, WHOLE, HeadCount, withheld_cells
from data.small_numbers import SmallNumbers
from recount_withholding import Withholding, too_small
from small_books import ALL_TOLD, MAYORS, RULE, THRESHOLD, Book, NewBook, women_and_men
from small_workbooks import COUNTRIES, Sheets, activity, attendance, participant

REGION = Filters()
PLACES = (REGION, *(Filters(countries=(code,)) for code in COUNTRIES))


def withheld(*rows: tuple[str, str, str | None, int], rule: SmallNumbers = RULE) -> dict[int, Any]:
    return withheld_cells([HeadCount(place, *row) for place, row in enumerate(rows)], rule)


def by_group(*rows: tuple[str, int]) -> list[tuple[str, str, str | None, int]]:
    return [(group, "unspecified", None, people) for group, people in rows]


def test_a_small_row_takes_the_smallest_other_with_it():
    rows = by_group(("youth", 3), ("practitioners", 12), ("civil-society", 9))
    assert withheld(*rows) == {0: COUNT, 2: COUNT}
    assert withheld(*rows, rule=ALL_TOLD) == {}
    assert withheld(*by_group(("youth", 5), ("practitioners", 12))) == {}


def test_rows_that_are_withheld_add_up_to_the_threshold():
    rows = by_group(("youth", 1), ("practitioners", 2), ("civil-society", 9), ("unspecified", 30))
    assert withheld(*rows) == {0: COUNT, 1: COUNT, 2: COUNT}


def test_a_row_alone_does_not_say_whom_it_counts():
    assert withheld(*by_group(("youth", 3))) == {0: WHOLE}
    assert withheld(("unspecified", "male", None, 20)) == {0: WHOLE}


def test_rows_that_part_nobody_by_gender_or_group_are_shown():
    rows = [("unspecified", "unspecified", code, 2) for code in COUNTRIES]
    assert withheld(*rows) == {}
    genders = [("unspecified", gender, None, people)
               for gender, people in (("female", 9), ("male", 8), ("unspecified", 1))]  # fmt: skip
    assert withheld(*genders) == {}


def test_few_office_holders_are_shown_but_not_their_genders():
    few = by_group((MAYORS, 2), ("practitioners", 12))
    assert withheld(*few) == {}
    assert withheld(*few, rule=SmallNumbers(THRESHOLD, office_holders_exempt=False)) == {
        0: COUNT,
        1: COUNT,
    }
    women = [(MAYORS, "female", None, 2), (MAYORS, "male", None, 20)]
    assert withheld(*women) == {0: COUNT, 1: COUNT}


def test_office_holders_hide_the_few_others_beside_them():
    rows = by_group((MAYORS, 15), ("practitioners", 3))
    assert withheld(*rows) == {0: COUNT, 1: COUNT}


def test_rows_of_two_groups_by_gender_hide_one_another_in_both_directions():
    rows = [
        ("youth", "female", None, 3),
        (MAYORS, "female", None, 12),
        ("youth", "male", None, 20),
        (MAYORS, "male", None, 10),
    ]
    assert withheld(*rows) == dict.fromkeys(range(4), COUNT)


def test_a_row_is_not_solved_from_several_sums_together():
    rows = [
        ("youth", "female", None, 6),
        ("practitioners", "female", None, 7),
        ("youth", "unspecified", None, 3),
        (MAYORS, "unspecified", None, 9),
        (MAYORS, "male", None, 8),
        ("practitioners", "male", None, 8),
    ]
    secret = sorted(withheld(*rows))
    known = [
        [gender == asked for _, gender, *_ in rows] for asked in ("female", "male", "unspecified")
    ] + [[(group == MAYORS) is asked for group, *_ in rows] for asked in (True, False)]
    equations = np.array(known, dtype=int)[:, secret]
    wanted = np.array([[place == 2 for place in secret]], dtype=int)
    rank = np.linalg.matrix_rank
    assert wanted.any()
    assert rank(np.vstack([equations, wanted])) > rank(equations)


def shown_rows(book: Book, rule: SmallNumbers = RULE) -> list[sa.RowMapping]:
    cells = book.withheld_rows(rule)
    return [row for row in book.rows() if row["row"] not in cells]


def test_a_row_is_withheld_when_the_share_of_all_would_tell_another_activitys(book_of: NewBook):
    book = book_of(
        activities=[activity("large"), activity("small"), activity("other", programme="earlier")],
        attendance=[
            *women_and_men("large", 12, 8),
            *women_and_men("small", 3, 20),
            *women_and_men("other", 12, 8),
        ],
    )
    assert (book.count(REGION).numerator, book.count(REGION).denominator) == (15, 43)
    shown = shown_rows(book)
    assert {row["activity"] for row in shown} == {"other"}
    assert len(shown_rows(book, ALL_TOLD)) == 6


def test_shares_less_the_rows_that_are_shown_tell_of_nobody(book_of: NewBook):
    """Take the rows away that anybody can read, and count the shares of what is left."""
    tried = 0
    for seed in range(12):
        book = book_of(**large_and_small(Random(200 + seed)))
        shown = {row["row"] for row in shown_rows(book)}
        left = Withholding(book.recount, THRESHOLD)
        stored = {key_of(row): row["row"] for row in book.rows()}
        for id_, some in book.recount.attendance.items():
            book.recount.attendance[id_] = [row for row in some if stored[key_of(row)] not in shown]
        for place in PLACES:
            if book.count(place).value is not None:
                sides = left.sides(place)
                assert not too_small(sides, THRESHOLD), (seed, place.to_query(), sides)
                tried += bool(shown)
    assert tried > 12


def large_and_small(random: Random) -> Sheets:
    """Make a workbook of large activities and a small one, of one country or of three."""
    ids = ["large", "larger", "small"]
    countries = random.choice((["AL"], list(COUNTRIES)))
    heads = [
        row
        for id_ in ids
        for code in random.sample(countries, random.randint(1, len(countries)))
        for row in women_and_men(
            id_,
            random.choice((0, 2, 3) if id_ == "small" else (6, 12, 30)),
            random.randint(8, 20),
            country=code,
        )
    ]
    listed = [
        participant("names", f"p-{number}", gender=random.choice(("female", "male")), country="AL")
        for number in range(random.choice((0, 0, 3)))
    ]
    return {
        "activities": [activity(id_, countries=countries) for id_ in (*ids, "names")],
        "attendance": heads,
        "participants": listed,
    }


def key_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(row[name] or "" for name in ("activity", "group", "gender", "country", "scope"))


@pytest.mark.parametrize("exempt", [True, False])
def test_no_row_can_be_solved_from_the_figures_of_its_activity(book_of: NewBook, exempt: bool):
    """Ask every figure of one activity, as equations for the rows that are withheld."""
    rule = SmallNumbers(THRESHOLD, office_holders_exempt=exempt)
    hidden = 0
    for seed in range(12):
        random = Random(300 + seed)
        one = activity("one", countries=list(COUNTRIES), reach="region")
        book = book_of(activities=[one], attendance=rows_of_one(random))
        cells, rows = book.withheld_rows(rule), book.rows()
        secret = [row for row in rows if cells.get(row["row"]) == COUNT]
        equations = np.array(
            [[int(row in told) for row in secret] for told in told_by_figures(book, rows, rule)]
        )
        for place, row in enumerate(secret):
            small = rule.is_small(row["group"], row["gender"], row["count"])
            hidden += small
            if small:
                wanted = np.eye(len(secret))[place]
                both = np.vstack([equations, wanted])
                rank = np.linalg.matrix_rank
                assert rank(both) > rank(equations), (seed, dict(row))
        assert len(secret) != 1
        assert not secret or sum(row["count"] for row in secret) >= THRESHOLD
    assert hidden > 10


def rows_of_one(random: Random) -> list[dict[str, object]]:
    genders = random.choice((("female", "male"), ("unspecified",), ("female", "male", "other")))
    groups = random.choice((("youth", MAYORS), ("youth", "practitioners", MAYORS), ("youth",)))
    countries = random.choice(((None,), COUNTRIES[:2]))
    return [
        attendance("one", random.choice((0, 2, 4, 7, 12, 30)), gender=gender, group=group,
                   country=country)
        for gender in genders
        for group in groups
        for country in countries
    ]  # fmt: skip


def told_by_figures(
    book: Book, rows: list[sa.RowMapping], rule: SmallNumbers
) -> list[list[sa.RowMapping]]:
    """List which rows each shown figure of the region and of each country adds up."""
    told = []
    for place in PLACES:
        there = [row for row in rows if not place.countries or row["country"] in place.countries]
        told += [there, [row for row in there if row["gender"] == "unspecified"]]
        if book.count(place, rule=rule).value is not None:
            told.append([row for row in there if row["gender"] == "female"])
        if book.count(place, "mayors-engaged", rule).value is not None:
            told.append([row for row in there if row["group"] == MAYORS])
    return told

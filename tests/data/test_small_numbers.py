"""Shares of women and counts of mayors that would tell of few people are withheld."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations
from random import Random

import numpy as np
import pytest

from data.dates import parse_date
from data.figures import Count
from data.filters import Filters
from data.small_numbers import SmallNumbers
from data.values import COUNTRY_CODES
from recount_withholding import Sides, Withholding, too_small
from small_books import ALL_TOLD, MAYORS, THRESHOLD, NewBook, women_and_men
from small_groups import KINDS, small_groups
from small_workbooks import COUNTRIES, THEMES, TOWNS, activity, attendance, participant

AL, XK = Filters(countries=("AL",)), Filters(countries=("XK",))
REGION = Filters()
NOT_EXEMPT = SmallNumbers(THRESHOLD, office_holders_exempt=False)


def shown(count: Count) -> tuple[int | None, int | None]:
    return count.numerator, count.denominator


@pytest.mark.parametrize(
    ("women", "men", "withheld"),
    [(5, 5, False), (4, 20, True), (20, 4, True), (0, 20, True), (20, 0, True), (0, 0, False)],
)
def test_a_side_below_the_threshold_is_withheld_with_its_complement(
    book_of: NewBook, women: int, men: int, withheld: bool
):
    book = book_of(activities=[activity("one")], attendance=women_and_men("one", women, men))
    count = book.count(REGION)
    assert count.withheld is withheld
    if withheld:
        assert (count.value, count.bound, *shown(count)) == (None, None, None, None)
        assert (count.withheld_below, count.counted) == (THRESHOLD, 1)
    assert not book.count(REGION, rule=ALL_TOLD).withheld


def test_people_whose_gender_is_not_recorded_stay_beside_a_withheld_share(book_of: NewBook):
    rows = [*women_and_men("one", 2, 9), attendance("one", 3)]
    count = book_of(activities=[activity("one")], attendance=rows).count(REGION)
    assert (count.withheld, count.unrecorded) == (True, 3)


def test_a_country_that_is_too_small_takes_the_smallest_other_with_it(book_of: NewBook):
    one = activity("one", countries=["AL", "XK", "MK"])
    rows = [
        *women_and_men("one", 3, 9, country="AL"),
        *women_and_men("one", 8, 8, country="XK"),
        *women_and_men("one", 20, 20, country="MK"),
    ]
    book = book_of(activities=[one], attendance=rows)
    assert shown(book.count(REGION)) == (31, 68)
    small, beside = book.count(AL), book.count(XK)
    assert (small.withheld, small.withheld_beside) == (True, False)
    assert (beside.withheld, beside.withheld_beside) == (True, True)
    assert shown(book.count(Filters(countries=("MK",)))) == (20, 40)
    assert shown(book.count(Filters(countries=("AL", "XK")))) == (11, 28)
    assert book.count(Filters(countries=("AL", "MK"))).withheld
    assert book.count(Filters(countries=("XK", "MK"))).withheld


def test_a_country_is_withheld_when_people_of_no_country_would_be_left(book_of: NewBook):
    one = activity("one", countries=["AL", "XK"])
    rows = [*women_and_men("one", 9, 9, country="AL"), *women_and_men("one", 1, 9)]
    book = book_of(activities=[one], attendance=rows)
    assert shown(book.count(REGION)) == (10, 28)
    assert book.count(AL).withheld
    assert book.count(Filters(countries=COUNTRY_CODES)).withheld


def test_a_city_is_withheld_when_few_of_its_country_would_be_left(book_of: NewBook):
    people = [("elbasan", 6, 6), ("durres", 1, 7), ("peja", 9, 9)]
    rows = [
        participant("one", f"p-{town}-{gender}-{number}", city=town, gender=gender)
        for town, women, men in people
        for gender, size in (("female", women), ("male", men))
        for number in range(size)
    ]
    book = book_of(activities=[activity("one", cities=list(TOWNS))], participants=rows)
    assert shown(book.count(AL)) == (7, 20)
    for town in ("elbasan", "durres"):
        assert book.count(Filters(cities=(town,))).withheld, town
    assert shown(book.count(Filters(cities=("peja",)))) == (9, 18)
    assert shown(book.count(Filters(cities=("elbasan", "durres", "peja")))) == (16, 38)


def test_kinds_programmes_themes_and_periods_are_held_against_what_they_leave(book_of: NewBook):
    large = {"kind": "workshop", "start": "2023", "themes": ["youth"]}
    book = book_of(
        activities=[activity("large", **large), activity("small", kind="summit", start="2024")],
        attendance=[*women_and_men("large", 9, 9), *women_and_men("small", 2, 9)],
    )
    assert shown(book.count(REGION)) == (11, 29)
    year = parse_date("2023")
    for part in ({"kinds": ("workshop",)}, {"themes": ("youth",)}, {"start": year, "end": year}):
        assert book.count(replace(REGION, **part)).withheld_beside, part
    earlier = book_of(
        activities=[activity("large"), activity("small", programme="earlier")],
        attendance=[*women_and_men("large", 9, 9), *women_and_men("small", 2, 9)],
    )
    assert shown(earlier.count(REGION)) == (9, 18)
    assert earlier.count(replace(REGION, programme="earlier")).withheld
    assert earlier.count(replace(REGION, programme="all")).withheld


def test_office_holders_are_shown_unless_exempt_no_more(book_of: NewBook):
    rows = [attendance("one", 2, group=MAYORS), attendance("one", 30, group="youth")]
    book = book_of(activities=[activity("one")], attendance=rows)
    assert book.count(REGION, "mayors-engaged").value == 2
    count = book.count(REGION, "mayors-engaged", NOT_EXEMPT)
    assert (count.value, count.withheld, count.withheld_beside) == (None, True, False)


@pytest.mark.parametrize(
    ("mayors", "others", "withheld"),
    [(15, 3, True), (2, 0, False), (0, 3, False), (15, 5, False)],
)
def test_office_holders_are_withheld_when_they_would_tell_of_few_others(
    book_of: NewBook, mayors: int, others: int, withheld: bool
):
    rows = [attendance("one", mayors, group=MAYORS), attendance("one", others, group="youth")]
    book = book_of(activities=[activity("one")], attendance=rows)
    count = book.count(REGION, "mayors-engaged")
    assert (count.withheld, count.withheld_beside) == (withheld, withheld)
    assert book.count(REGION, "attendances").value == mayors + others


def test_the_trend_of_mayors_is_left_out_where_a_slot_would_tell_of_few_others(book_of: NewBook):
    def trends(others: int, rule: SmallNumbers) -> set[str]:
        sheets = {
            "activities": [activity("one", start="2023"), activity("two", start="2024")],
            "attendance": [
                *(attendance(id_, 9, group=MAYORS) for id_ in ("one", "two")),
                attendance("one", 30, group="youth"),
                attendance("two", others, group="youth"),
            ],
            "indicators": [
                row | {"headline": "yes"}
                for row in book_of().recount.sheets["indicators"]
                if row["rule"] in ("mayors-engaged", "attendances")
            ],
        }
        return set(book_of(**sheets).repository(rule).overview(REGION).trends)

    rule = SmallNumbers(THRESHOLD)
    assert trends(30, rule) == {"mayors-engaged", "attendances"}
    assert trends(2, rule) == {"attendances"}
    assert trends(2, ALL_TOLD) == {"mayors-engaged", "attendances"}
    assert trends(30, NOT_EXEMPT) == {"attendances"}


def test_a_course_leaves_no_step_that_tells_of_few_people(book_of: NewBook):
    """What was added between two points that are shown passes, or is nobody."""
    months = (("2023-02", 9, 9), ("2023-05", 2, 9), ("2023-08", 5, 7), ("2023-11", 0, 0))
    rows = [row for month, *sides in months for row in women_and_men(month, *sides)]
    book = book_of(activities=[activity(month, start=month) for month, *_ in months],
                   attendance=rows)  # fmt: skip
    course = book.repository().results(Filters(start=parse_date("2023")), "women-share").chosen
    assert course is not None
    points = {
        str(point.last)[:7]: point.count
        for each in course.course.stretches
        for point in each.points
    }
    assert shown(points["2023-12"]) == (16, 41)
    assert shown(points["2023-09"]) == (16, 41)
    assert shown(points["2023-06"]) == (11, 29)
    assert points["2023-03"].withheld_beside


def test_the_actual_of_a_target_is_withheld_like_its_figure(book_of: NewBook):
    target = {"indicator": "women-share", "start": "2023-01-01", "end": "2023-12-31", "value": 40,
              "kind": "incremental"}  # fmt: skip
    book = book_of(
        activities=[activity("one", start="2023")],
        attendance=women_and_men("one", 2, 9),
        targets=[target],
    )
    (figure,) = book.repository().figures(REGION, ["women-share"])
    assert figure.target is not None
    assert figure.target.actual is not None
    assert figure.target.actual.withheld
    assert figure.target.actual.value is None


def places() -> list[Filters]:
    """Give the region, and every choice of countries and of one or two cities."""
    countries = chain.from_iterable(combinations((*COUNTRIES, "BA"), size) for size in range(4))
    cities = chain(*(combinations(TOWNS, size) for size in (1, 2, 4)))
    return [
        *(Filters(countries=some) for some in countries),
        Filters(countries=COUNTRY_CODES),
        *(Filters(cities=some) for some in cities),
        *(Filters(countries=(code,), cities=(town,)) for code in COUNTRIES for town in TOWNS),
    ]


def test_what_is_withheld_equals_the_rule_counted_anew(book_of: NewBook):
    withheld = []
    for seed in range(6):
        random = Random(seed)
        book = book_of(**small_groups(random))
        naive = Withholding(book.recount, THRESHOLD)
        for place in random.sample(places(), 12):
            filters = replace(
                place,
                kinds=random.choice(((), (), KINDS[:1])),
                themes=random.choice(((), (), THEMES[:1])),
                end=random.choice((None, None, parse_date("2023-04-01"))),
                programme=random.choice(("hub", "hub", "earlier", "all")),
            )
            count, exact = book.count(filters), book.count(filters, rule=ALL_TOLD)
            words = (seed, filters.to_query())
            assert count.withheld is not (naive.may_show(filters) or exact.value is None), words
            if not count.withheld:
                assert count == exact, words
            withheld.append(count.withheld)
    assert 0.2 < sum(withheld) / len(withheld) < 0.9


def test_no_sum_or_difference_of_shown_places_tells_of_few_people(book_of: NewBook):
    """Solve the shown shares as equations, knowing where nobody is recorded."""
    solved = withheld = 0
    for seed in range(5):
        book = book_of(**small_groups(Random(100 + seed)))
        naive = Withholding(book.recount, THRESHOLD)
        for kinds, programme in (((), "hub"), (KINDS[:1], "all")):
            asked = [replace(place, kinds=kinds, programme=programme) for place in places()]
            cells = people_of_cells(asked[0], naive)
            shown = [query for query in asked if book.count(query).value is not None]
            equations = np.array([vector(query, cells) for query in shown])
            for wanted in np.vstack([np.eye(len(cells)), *(vector(one, cells) for one in asked)]):
                sides = sides_of(wanted, cells)
                if in_span(equations, wanted):
                    assert not too_small(sides, THRESHOLD), (seed, kinds, programme, wanted)
                    solved += sum(sides) > 0
                withheld += too_small(sides, THRESHOLD)
    assert solved > 20
    assert withheld > 50


Cells = dict[tuple[str | None, str | None], Sides]


def people_of_cells(everywhere: Filters, naive: Withholding) -> Cells:
    """Count who is of which country (or none) and city (or none); empty cells are left out."""
    codes, towns = [(), *((code,) for code in COUNTRIES)], [(), *((town,) for town in TOWNS)]
    sums = {
        (code, town): np.array(naive.sides(replace(everywhere, countries=code, cities=town)))
        for code in codes
        for town in towns
    }
    for town in towns:
        sums[(), town] = sums[(), town] - sum(sums[code, town] for code in codes[1:])
    for code in codes:
        sums[code, ()] = sums[code, ()] - sum(sums[code, town] for town in towns[1:])
    return {
        (code[0] if code else None, town[0] if town else None): (int(sides[0]), int(sides[1]))
        for (code, town), sides in sums.items()
        if sides.sum()
    }


def vector(query: Filters, cells: Cells) -> list[int]:
    """Write a choice of places as the cells that it adds up."""
    return [
        int((not query.countries or code in query.countries)
            and (not query.cities or town in query.cities))
        for code, town in cells
    ]  # fmt: skip


def sides_of(wanted: np.ndarray, cells: Cells) -> Sides:
    some = [sides for factor, sides in zip(wanted, cells.values(), strict=True) if factor]
    return sum(women for women, _ in some), sum(others for _, others in some)


def in_span(equations: np.ndarray, wanted: np.ndarray) -> bool:
    if not len(equations):
        return False
    rank = np.linalg.matrix_rank
    return bool(rank(np.vstack([equations, wanted])) == rank(equations))

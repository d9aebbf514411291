"""The naive recount of people: attendances, persons, mayors and the share of women."""

from __future__ import annotations

from typing import Any

import pytest

from recount_asking import AL, ELBASAN, Make, asked, reasons, value
from small_workbooks import activity, attendance, participant


def test_attendances_add_up_region_rows_and_prefer_participants(recount_of: Make):
    recount = recount_of(
        activities=[activity("heads"), activity("names")],
        attendance=[
            attendance("heads", 7, gender="female"),
            attendance("heads", 5, gender="male"),
            attendance("heads", 90, scope="all"),
            attendance("names", 40),
        ],
        participants=[participant("names", "p-01"), participant("names", "p-02")],
    )
    assert value(recount, "attendances", asked()) == (14, "exact")


@pytest.mark.parametrize("basis", ["at-least", "estimate"])
def test_a_vague_row_makes_a_lower_bound(recount_of: Make, basis: str):
    rows = [attendance("one", 7, basis=basis)]
    recount = recount_of(activities=[activity("one")], attendance=rows)
    assert value(recount, "attendances", asked()) == (7, "at-least")


def test_no_head_count_is_null_beside_nothing_selected_which_is_0(recount_of: Make):
    recount = recount_of(
        activities=[activity("one", start="2023"), activity("two", start="2024")],
        attendance=[attendance("one", 0), attendance("two", 9, scope="all")],
    )
    assert value(recount, "attendances", asked("2023", "2023")) == (0, "exact")
    assert value(recount, "attendances", asked("2024", "2024")) == (None, None)
    assert value(recount, "attendances", asked("2022", "2022")) == (0, "exact")
    assert value(recount, "attendances", asked()) == (0, "at-least")
    assert reasons(recount, "attendances", asked()) == {"one": None, "two": "no head-count"}


@pytest.mark.parametrize(
    ("reach", "countries", "row_country", "expected"),
    [
        ("region", ["AL", "XK"], "AL", (5, "exact")),
        ("region", ["AL", "XK"], "XK", (None, None)),
        ("region", ["AL"], "MK", (None, None)),
        ("country", ["AL"], None, (5, "exact")),
        ("city", ["AL"], None, (5, "exact")),
        ("region", ["AL"], None, (None, None)),
        ("country", ["AL", "XK"], None, (None, None)),
    ],
)
def test_head_counts_of_a_chosen_country(
    recount_of: Make,
    reach: str,
    countries: list[str],
    row_country: str | None,
    expected: tuple[int | None, str | None],
):
    recount = recount_of(
        activities=[activity("one", reach=reach, countries=countries)],
        attendance=[attendance("one", 5, country=row_country)],
    )
    assert value(recount, "attendances", AL) == expected


def test_a_row_without_country_makes_a_bound_and_one_from_elsewhere_does_not(recount_of: Make):
    one = activity("one", countries=["AL", "XK"])
    here, there = attendance("one", 5, country="AL"), attendance("one", 3, country="XK")
    exact = recount_of(activities=[one], attendance=[here, there])
    assert value(exact, "attendances", AL) == (5, "exact")
    vague = recount_of(activities=[one], attendance=[here, attendance("one", 3)])
    assert value(vague, "attendances", AL) == (5, "at-least")
    # A country that the activity does not concern is never counted, chosen or not.
    chosen = asked(countries=("AL", "MK"))
    stranger = recount_of(activities=[one], attendance=[here, attendance("one", 3, country="MK")])
    assert value(stranger, "attendances", chosen) == (5, "exact")


@pytest.mark.parametrize(
    ("changes", "row_country", "expected"),
    [
        ({}, "AL", (5, "exact")),
        ({"host_city": "peja"}, "AL", (5, "exact")),
        ({}, None, (None, None)),
        ({"reach": "city"}, None, (5, "exact")),
        ({"reach": "city", "host_city": "peja"}, None, (None, None)),
        ({"countries": ["XK"]}, "XK", (None, None)),
        ({"cities": ["elbasan", "durres"], "reach": "country"}, "AL", (None, None)),
    ],
)
def test_head_counts_of_a_chosen_city(
    recount_of: Make,
    changes: dict[str, Any],
    row_country: str | None,
    expected: tuple[int | None, str | None],
):
    recount = recount_of(
        activities=[activity("one", **({"cities": ["elbasan"]} | changes))],
        attendance=[attendance("one", 5, country=row_country)],
    )
    assert value(recount, "attendances", ELBASAN) == expected


def test_a_head_count_of_the_citys_country_may_hide_people_of_the_city(recount_of: Make):
    counted = activity("counted", cities=["elbasan"], reach="city")
    two = activity("two", cities=["elbasan", "durres", "peja"])
    first = attendance("counted", 4)
    hidden = recount_of(
        activities=[counted, two],
        attendance=[first, attendance("two", 9, country="AL")],
    )
    assert value(hidden, "attendances", ELBASAN) == (4, "at-least")
    one = activity("one", cities=["elbasan"], countries=["XK"])
    rows = [attendance("one", 4, country="AL"), attendance("one", 9, country="XK")]
    abroad = recount_of(activities=[one], attendance=rows)
    assert value(abroad, "attendances", ELBASAN) == (4, "exact")


def test_participants_of_a_chosen_place(recount_of: Make):
    one = activity("one", cities=["elbasan", "durres", "peja"])
    rows = [
        participant("one", "p-1", city="elbasan"),
        participant("one", "p-2", country="AL"),
        participant("one", "p-3", city="peja"),
        participant("one", "p-4", city="kumanovo"),
    ]
    recount = recount_of(activities=[one], participants=rows)
    assert value(recount, "attendances", asked()) == (4, "exact")
    assert value(recount, "attendances", AL) == (2, "exact")
    assert value(recount, "attendances", ELBASAN) == (1, "at-least")
    assert value(recount, "attendances", asked(cities=("peja",))) == (1, "exact")
    assert value(recount, "attendances", asked(countries=("AL", "MK"))) == (2, "exact")
    unknown = recount_of(activities=[one], participants=[*rows, participant("one", "p-5")])
    assert value(unknown, "attendances", AL) == (2, "at-least")
    assert value(unknown, "attendances", asked(cities=("peja",))) == (1, "at-least")


def test_participants_from_elsewhere_only_are_a_usable_0(recount_of: Make):
    recount = recount_of(
        activities=[activity("one", cities=["elbasan"])],
        participants=[participant("one", "p-1", city="peja")],
        attendance=[attendance("one", 40, country="AL")],
    )
    for rule in ("attendances", "people-engaged", "mayors-engaged"):
        assert value(recount, rule, AL) == (0, "exact")
        assert reasons(recount, rule, AL) == {"one": None}


def test_people_are_different_persons(recount_of: Make):
    recount = recount_of(
        activities=[activity("one"), activity("two")],
        participants=[
            participant("one", "p-1"),
            participant("one", "p-2"),
            participant("two", "p-2"),
        ],
    )
    assert value(recount, "attendances", asked()) == (3, "exact")
    assert value(recount, "people-engaged", asked()) == (2, "exact")


@pytest.mark.parametrize(("crowds", "people"), [((1, 1), 2), ((5, 4), 5), ((0, 0), 2)])
def test_head_counts_are_never_added_up_into_people(
    recount_of: Make, crowds: tuple[int, int], people: int
):
    recount = recount_of(
        activities=[activity("names"), activity("heads"), activity("more")],
        participants=[participant("names", "p-1"), participant("names", "p-2")],
        attendance=[
            attendance("heads", crowds[0]),
            attendance("more", crowds[1]),
        ],
    )
    assert value(recount, "people-engaged", asked()) == (people, "at-least")


def test_the_largest_head_count_is_that_of_one_activity(recount_of: Make):
    recount = recount_of(
        activities=[activity("one"), activity("two")],
        attendance=[
            attendance("one", 6, gender="female"),
            attendance("one", 5, gender="male"),
            attendance("two", 10),
        ],
    )
    assert value(recount, "people-engaged", asked()) == (11, "at-least")


MAYORS = "mayors-local-leaders"


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ({MAYORS: 3, "youth": 9, "unspecified": 8}, (3, "at-least")),
        ({"youth": 9}, (0, "exact")),
        ({"youth": 9, "unspecified": 8}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_mayors_in_head_counts(
    recount_of: Make, groups: dict[str, int], expected: tuple[int | None, str | None]
):
    recount = recount_of(
        activities=[activity("one")],
        attendance=[attendance("one", count, group=group) for group, count in groups.items()],
    )
    assert value(recount, "mayors-engaged", asked()) == expected
    reason = None if expected[1] else "no head-count"
    assert reasons(recount, "mayors-engaged", asked()) == {"one": reason}


def test_mayors_by_name(recount_of: Make):
    rows = [
        participant("one", "p-1", group=MAYORS, city="elbasan"),
        participant("one", "p-2", group="youth", city="elbasan"),
        participant("two", "p-1", group=MAYORS, city="elbasan"),
        participant("three", "p-3", group="unspecified", city="elbasan"),
    ]
    one, two, three = (activity(id_, cities=["elbasan"]) for id_ in ("one", "two", "three"))
    assert value(
        recount_of(activities=[one, two], participants=rows[:3]), "mayors-engaged", asked()
    ) == (1, "exact")
    partly = recount_of(activities=[one, two, three], participants=rows)
    assert value(partly, "mayors-engaged", asked()) == (1, "at-least")
    assert reasons(partly, "mayors-engaged", asked())["three"] == "no head-count"
    # Only people of the group whose country is unknown make a bound.
    stray = [*rows[:3], participant("one", "p-4", group="youth")]
    assert value(recount_of(activities=[one, two], participants=stray), "mayors-engaged", AL) == (
        1,
        "exact",
    )
    stray.append(participant("one", "p-5", group=MAYORS))
    assert value(recount_of(activities=[one, two], participants=stray), "mayors-engaged", AL) == (
        1,
        "at-least",
    )


def test_women_among_those_whose_gender_is_recorded(recount_of: Make):
    recount = recount_of(
        activities=[activity("one", start="2023"), activity("two", start="2024")],
        attendance=[
            attendance("one", 3, gender="female", basis="estimate"),
            attendance("one", 4, gender="male"),
            attendance("one", 1, gender="other"),
            attendance("one", 9),
            attendance("two", 5),
        ],
    )
    share = recount.figure(asked(), "women-share")
    assert (share.value, share.bound) == (37.5, "exact")
    assert (share.numerator, share.denominator, share.unrecorded) == (3, 8, 14)
    unknown = recount.figure(asked("2024"), "women-share")
    assert (unknown.value, unknown.bound, unknown.counted) == (None, None, 1)
    assert (unknown.numerator, unknown.denominator, unknown.unrecorded) == (0, 0, 5)


def test_with_country_and_city_chosen_a_row_must_be_of_both(recount_of: Make):
    # Elbasan took part and Kosovo is concerned: a head of Albania is of neither choice.
    one = activity("one", cities=["elbasan"], countries=["XK"])
    kosovo = asked(cities=("elbasan",), countries=("XK",))
    albania = asked(cities=("elbasan",), countries=("AL",))
    heads = recount_of(activities=[one], attendance=[attendance("one", 5, country="AL")])
    assert value(heads, "attendances", kosovo) == (None, None)
    assert value(heads, "attendances", albania) == (5, "exact")
    rows = [participant("one", "p-1", city="elbasan"), participant("one", "p-2", country="XK")]
    names = recount_of(activities=[one], participants=rows)
    assert value(names, "attendances", kosovo) == (0, "exact")
    assert value(names, "attendances", albania) == (1, "exact")

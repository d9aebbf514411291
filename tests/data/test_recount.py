"""The naive recount itself: every rule of the contract on a few rows, expected values by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from data.dates import parse_date
from data.filters import Filters
from recount import Recount
from small_workbooks import (
    activity,
    attendance,
    city,
    dataset,
    indicator,
    indicators,
    output,
    participant,
    support,
    write_workbook,
)

CITIES = [city("elbasan"), city("durres"), city("peja"), city("kumanovo")]
Make = Callable[..., Recount]


@pytest.fixture
def recount_of(tmp_path: Path) -> Make:
    def make(**sheets: Sequence[dict[str, Any]]) -> Recount:
        base = {"dataset": [dataset()], "cities": CITIES, "indicators": indicators()}
        return Recount(write_workbook(tmp_path / "workbook", base | sheets))

    return make


def asked(start: str | None = None, end: str | None = None, **parts: Any) -> Filters:
    bounds = (parse_date(text) if text else None for text in (start, end))
    return Filters(**parts, **dict(zip(("start", "end"), bounds, strict=True)))


def value(recount: Recount, rule: str, filters: Filters) -> tuple[float | None, str | None]:
    count = recount.figure(filters, rule)
    return count.value, count.bound


def reasons(recount: Recount, rule: str, filters: Filters) -> dict[str, str | None]:
    return {id_: reason for _, id_, reason in recount.evidence(filters, rule)}


AL = asked(countries=("AL",))
ELBASAN = asked(cities=("elbasan",))


# Which records a filter selects


def test_drafts_and_other_programmes_are_no_candidates(recount_of: Make):
    rows = [
        activity("hub"),
        activity("draft", review="draft"),
        activity("before", programme="earlier"),
    ]
    recount = recount_of(activities=rows)
    assert reasons(recount, "activities-held", asked()) == {"hub": None}
    assert reasons(recount, "activities-held", asked(programme="earlier")) == {"before": None}
    assert len(reasons(recount, "activities-held", asked(programme="all"))) == 2


def test_the_country_is_that_of_cities_host_and_own_never_of_the_place(recount_of: Make):
    rows = [
        activity("takes-part", cities=["elbasan"], place_country="US"),
        activity("hosted", host_city="elbasan"),
        activity("concerned", countries=["AL", "XK"]),
        activity("only-there", place_country="AL"),
        activity("elsewhere", cities=["peja"]),
    ]
    assert reasons(recount_of(activities=rows), "activities-held", AL) == {
        "takes-part": None,
        "hosted": None,
        "concerned": None,
        "only-there": "regional",
        "elsewhere": "other country or city",
    }


def test_the_city_is_not_the_host_alone_and_city_and_country_must_both_hold(recount_of: Make):
    rows = [activity("hosted", host_city="elbasan"), activity("came", cities=["elbasan", "peja"])]
    recount = recount_of(activities=rows)
    hosted, came = "hosted", "came"
    assert reasons(recount, "activities-held", ELBASAN) == {
        hosted: "other country or city",
        came: None,
    }
    both = asked(cities=("elbasan",), countries=("XK",))
    assert reasons(recount, "activities-held", both)[came] is None
    neither = asked(cities=("elbasan",), countries=("MK",))
    assert reasons(recount, "activities-held", neither)[came] == "other country or city"


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        ("2023-02-08", None, None),
        ("2023-03", None, None),
        ("2023", None, "date too imprecise or running across the period's edge"),
        ("2023-03-31", "2023-04-01", "date too imprecise or running across the period's edge"),
        ("2023-03", "2023-03-31", None),
        ("2023-04-01", None, "outside the period"),
        ("2022", None, "outside the period"),
        (None, None, "no date"),
    ],
)
def test_the_whole_interval_lies_inside_the_period(
    recount_of: Make, start: str | None, end: str | None, reason: str | None
):
    recount = recount_of(activities=[activity("one", start=start, end=end)])
    assert reasons(recount, "activities-held", asked("2023-01", "2023-03")) == {"one": reason}
    assert reasons(recount, "activities-held", asked()) == {"one": None}


def test_a_bound_that_is_not_given_does_not_bind(recount_of: Make):
    recount = recount_of(activities=[activity("one", start="2023"), activity("none")])
    assert reasons(recount, "activities-held", asked("2023"))["one"] is None
    assert reasons(recount, "activities-held", asked(None, "2023"))["one"] is None
    assert reasons(recount, "activities-held", asked(None, "2023"))["none"] == "no date"


@pytest.mark.parametrize(
    ("status", "dates", "month"),
    [
        ("delivered", ("2023-01", "2023-02", "2023-03"), "2023-03"),
        ("in-progress", ("2023-01", "2023-02", "2023-03"), "2023-02"),
        ("agreed", ("2023-01", "2023-02", "2023-03"), "2023-01"),
        ("delivered", ("2023-01", "2023-02", None), "2023-02"),
        ("in-progress", ("2023-01", None, "2023-03"), "2023-03"),
        ("requested", (None, "2023-02", "2023-03"), "2023-03"),
        ("requested", (None, "2023-02", None), "2023-02"),
    ],
)
def test_the_date_of_support_goes_by_its_status(
    recount_of: Make, status: str, dates: tuple[str | None, ...], month: str
):
    columns = dict(zip(("requested", "started", "completed"), dates, strict=True))
    recount = recount_of(support=[support("one", status=status, **columns)])
    rule = "support-delivered" if status == "delivered" else "support-open"
    inside = [
        text
        for text in ("2023-01", "2023-02", "2023-03")
        if reasons(recount, rule, asked(text, text)) == {"one": None}
    ]
    assert inside == [month]


def test_parts_select_only_where_the_sheet_has_the_column(recount_of: Make):
    recount = recount_of(
        activities=[activity("one", themes=["youth"])],
        support=[support("help", themes=["youth"], channels=["training"])],
        outputs=[output("guide")],
    )
    for part in ({"channels": ("grant",)}, {"kinds": ("summit",)}, {"themes": ("trust",)}):
        assert value(recount, "outputs", asked(**part)) == (1, "exact")
    channel = asked(channels=("grant",))
    assert reasons(recount, "activities-held", channel) == {"one": None}
    assert reasons(recount, "support-delivered", channel) == {"help": "other channel"}
    kind = asked(kinds=("summit",))
    assert reasons(recount, "activities-held", kind) == {"one": "other kind"}
    assert reasons(recount, "support-delivered", kind) == {"help": None}
    assert reasons(recount, "activities-held", asked(themes=("youth", "trust"))) == {"one": None}


def test_the_first_reason_in_the_order_of_the_contract_stands(recount_of: Make):
    everything = {"status": "planned", "cities": ["peja"], "start": "2022"}
    mended = [
        {},
        {"status": "held"},
        {"cities": ["elbasan"]},
        {"kind": "summit"},
        {"themes": ["youth"]},
        {"funders": ["fund-a"]},
        {"start": "2023"},
        {"cities": ["elbasan", "durres"]},
    ]
    rows = []
    for step in mended:
        everything = everything | step
        rows.append(activity(f"a{len(rows)}", **everything))
    rows.append(activity("regional"))
    filters = asked(
        "2023",
        "2023",
        countries=("AL",),
        kinds=("summit",),
        themes=("youth",),
        funders=("fund-a",),
    )
    assert list(reasons(recount_of(activities=rows), "attendances", filters).values()) == [
        "planned",
        "other country or city",
        "other kind",
        "other theme",
        "other funder",
        "outside the period",
        "no head-count",
        "no head-count",
        "regional",
    ]


# Rules


def test_member_cities_are_a_stock_at_the_end_of_the_period(recount_of: Make):
    rows = [
        city("elbasan", joined="2023"),
        city("durres"),
        city("peja", joined="2023-04-01"),
        city("kumanovo", membership="participant"),
    ]
    recount = recount_of(cities=rows)
    march = asked("2023-02", "2023-03", programme="earlier", kinds=("summit",), themes=("youth",))
    assert reasons(recount, "member-cities", march) == {
        "elbasan": None,
        "durres": None,
        "peja": "outside the period",
        "kumanovo": "participant",
    }
    assert value(recount, "member-cities", march) == (2, "exact")
    assert value(recount, "member-cities", asked("2024")) == (3, "exact")
    assert reasons(recount, "member-cities", AL)["peja"] == "other country or city"
    both = asked(countries=("AL",), cities=("elbasan", "peja"))
    assert value(recount, "member-cities", both) == (1, "exact")


def test_cities_engaged_are_different_cities_of_the_choice(recount_of: Make):
    rows = [
        activity("one", cities=["elbasan", "peja"]),
        activity("two", cities=["elbasan", "durres"]),
        activity("hosted", host_city="elbasan"),
        activity("concerned", countries=["AL"], cities=["peja"]),
        activity("summit", kind="summit", cities=["kumanovo"]),
        activity("planned", status="planned", cities=["kumanovo"]),
    ]
    recount = recount_of(activities=rows)
    assert value(recount, "cities-engaged", asked()) == (4, "exact")
    assert value(recount, "workshop-cities", asked()) == (3, "exact")
    assert value(recount, "cities-engaged", AL) == (2, "exact")
    assert reasons(recount, "cities-engaged", AL)["hosted"] == "names no city"
    assert reasons(recount, "cities-engaged", AL)["concerned"] == "names no city"
    both = asked(countries=("AL",), cities=("peja", "elbasan"))
    assert value(recount, "cities-engaged", both) == (1, "exact")


def test_kinds_of_indicator_and_filter_must_both_hold(recount_of: Make):
    recount = recount_of(activities=[activity("one"), activity("two", kind="summit")])
    assert value(recount, "summits-held", asked()) == (1, "exact")
    assert value(recount, "summits-held", asked(kinds=("workshop", "summit"))) == (1, "exact")
    workshops = asked(kinds=("workshop",))
    assert value(recount, "summits-held", workshops) == (0, "exact")
    assert set(reasons(recount, "summits-held", workshops).values()) == {"other kind"}


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


def test_support_by_status(recount_of: Make):
    statuses = ("requested", "agreed", "in-progress", "delivered", "declined")
    recount = recount_of(support=[support(status, status=status) for status in statuses])
    assert value(recount, "support-delivered", asked()) == (1, "exact")
    assert value(recount, "support-open", asked()) == (3, "exact")
    assert reasons(recount, "support-open", asked()) == {
        "requested": None,
        "agreed": None,
        "in-progress": None,
        "delivered": "delivered",
        "declined": "declined",
    }


def test_cities_supported_are_beneficiaries_not_providers(recount_of: Make):
    rows = [
        support("one", cities=["elbasan", "peja"], providers=["kumanovo"]),
        support("two", cities=["elbasan"], status="in-progress"),
        support("three", cities=["durres"], status="agreed"),
        support("four", countries=["AL"], cities=["peja"]),
    ]
    recount = recount_of(support=rows)
    assert value(recount, "cities-supported", asked()) == (2, "exact")
    assert value(recount, "cities-supported", AL) == (1, "exact")
    assert reasons(recount, "cities-supported", AL) == {
        "one": None,
        "two": None,
        "three": "agreed",
        "four": "names no city",
    }
    provider = asked(countries=("MK",))
    assert reasons(recount, "cities-supported", provider)["one"] == "other country or city"


AS_OF_MINUS_183 = "2024-06-21"


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        (AS_OF_MINUS_183, None, None),
        ("2024-06-20", "2024-06-22", "too recent"),
        ("2024-06", None, "too recent"),
        ("2024-05", None, None),
        (None, None, "no date"),
    ],
)
def test_follow_through_waits_for_183_days(
    recount_of: Make, start: str | None, end: str | None, reason: str | None
):
    recount = recount_of(activities=[activity("one", start=start, end=end)])
    assert reasons(recount, "follow-through", asked()) == {"one": reason}
    summit = recount_of(activities=[activity("one", kind="summit", start=start)])
    assert reasons(summit, "follow-through", asked()) == {"one": "other kind"}


@pytest.mark.parametrize(
    ("changes", "followed"),
    [
        ({"requested": "2023-03-10"}, 1),
        ({"requested": "2023-03-09"}, 0),
        ({"requested": "2023"}, 1),
        ({"requested": "2023-09-10"}, 1),
        ({"requested": "2023-09-11"}, 0),
        ({"requested": "2023-09"}, 1),
        ({"requested": "2023-10"}, 0),
        ({"requested": "2022", "started": "2023-03-10"}, 0),
        ({"started": "2023-03-10", "completed": "2024"}, 1),
        ({"completed": "2023-03-10"}, 1),
        ({}, 0),
        ({"requested": "2023-03-10", "status": "declined"}, 0),
        ({"requested": "2023-03-10", "review": "draft"}, 0),
        ({"requested": "2023-03-10", "programme": "earlier", "countries": ["MK"]}, 1),
        ({"requested": "2023-03-10", "arose_from": ["two"]}, 0),
    ],
)
def test_follow_through_asks_for_support_that_arose_in_time(
    recount_of: Make, changes: dict[str, Any], followed: int
):
    # Half a year after 11 March 2023 ends on 10 September 2023.
    recount = recount_of(
        activities=[
            activity("one", start="2023-03-10", end="2023-03-11", countries=["AL"]),
            activity("two", start="2020", kind="summit"),
        ],
        support=[support("help", **({"arose_from": ["one"]} | changes))],
    )
    share = recount.figure(AL, "follow-through")
    assert (share.numerator, share.denominator) == (followed, 1)
    assert (share.value, share.bound) == (100 * followed, "exact")


def test_follow_through_of_nothing_is_null(recount_of: Make):
    share = recount_of().figure(asked(), "follow-through")
    assert (share.value, share.bound, share.numerator, share.denominator) == (None, None, 0, 0)


def test_outputs_have_a_programme_a_place_and_a_date(recount_of: Make):
    rows = [
        output("one", date="2023-09", cities=["elbasan"]),
        output("two", country="XK"),
        output("three", programme="earlier"),
        output("four"),
    ]
    recount = recount_of(outputs=rows)
    assert value(recount, "outputs", asked()) == (3, "exact")
    assert reasons(recount, "outputs", AL) == {
        "one": None,
        "two": "other country or city",
        "four": "regional",
    }
    assert value(recount, "outputs", asked("2023", "2023")) == (1, "exact")


def test_published_counts_nothing_of_its_own(recount_of: Make):
    recount = recount_of(activities=[activity("one")])
    assert value(recount, "published", asked()) == (None, None)
    assert recount.evidence(asked(), "published") == []


# Beside the count


def figure(id_: str, as_of: str | None, **changes: object) -> dict[str, Any]:
    own = {"id": id_, "indicator": "published", "as_of": as_of, "value": 1, "status": "exact"}
    return own | changes


def test_the_latest_published_figure_stands_first_and_gaps_last(recount_of: Make):
    rows = [
        figure("gap", "2024", value=None, status="missing"),
        figure("undated-above", None),
        figure("march", "2023-03"),
        figure("year-above", "2023"),
        figure("year-below", "2023"),
        figure("undated-below", None),
        figure("gap-undated", None, value=None, status="missing"),
        figure("kosovo", "2024", country="XK"),
        figure("other", "2024", indicator="outputs"),
    ]
    recount = recount_of(published_figures=rows)
    assert recount.published(asked(), "published") == [
        "year-below",
        "year-above",
        "march",
        "undated-below",
        "undated-above",
        "gap",
        "gap-undated",
    ]
    assert recount.published(asked(None, "2023-06"), "published") == ["march"]
    assert recount.published(asked(countries=("XK",)), "published") == ["kosovo"]
    assert recount.published(asked(countries=("XK", "AL")), "published") == []
    assert recount.published(asked(cities=("peja",)), "published") == []
    assert recount.published(asked(countries=("XK",), cities=("peja",)), "published") == []


def target(value: int, **changes: object) -> dict[str, Any]:
    own = {"indicator": "activities-held", "start": "2023-01-01", "end": "2023-12-31"}
    return own | {"value": value, "kind": "incremental"} | changes


def test_which_targets_belong_to_a_filter(recount_of: Make):
    rows = [target(1), target(2, country="AL"), target(3, funder="fund-a")]
    recount = recount_of(targets=rows)

    def found(filters: Filters) -> list[str]:
        return [row["value"] for row in recount.targets(filters, "activities-held")]

    assert found(asked()) == ["1"]
    assert found(AL) == ["2"]
    assert found(asked(countries=("AL", "XK"))) == []
    assert found(ELBASAN) == []
    assert found(asked(funders=("fund-a", "fund-b"))) == ["3"]
    assert found(asked(funders=("fund-b",))) == []
    assert found(asked("2023-12-31")) == ["1"]
    assert found(asked("2024")) == []
    assert found(asked(None, "2022")) == []


def test_the_actual_of_a_target_is_counted_over_its_own_period(recount_of: Make):
    dates = ("2022-06", "2022-12", "2023-03", "2023-09", "2024-01")
    recount = recount_of(
        dataset=[dataset(launched="2022-11")],
        activities=[activity(f"a{start}", start=start) for start in dates],
        targets=[target(5), target(5, kind="cumulative")],
    )

    def actuals(filters: Filters) -> list[float | None]:
        rows = recount.targets(filters, "activities-held")
        return [recount.target_actual(filters, row).value for row in rows]

    assert actuals(asked()) == [2, 3]
    assert actuals(asked("2023-06")) == [2, 3]
    assert actuals(asked(None, "2023-06")) == [1, 2]
    assert actuals(asked(kinds=("summit",))) == [0, 0]


def test_without_a_launch_a_cumulative_target_counts_from_the_beginning(recount_of: Make):
    recount = recount_of(
        activities=[activity("old", start="2015"), activity("new", start="2023")],
        targets=[target(5, kind="cumulative")],
    )
    row = recount.targets(asked(), "activities-held")[0]
    assert recount.target_actual(asked(), row).value == 2


# The public record, where it is easiest to count wrongly


@pytest.fixture(scope="module")
def public_record() -> Recount:
    return Recount(Path(__file__).parents[2] / "data" / "public_record")


@pytest.mark.parametrize(
    ("filters", "id_", "expected"),
    [
        # 15 + 45 at the launch, 30, 20, 20, 50 and 24; never the 240 of the whole world.
        (asked(), "attendances", (204, "at-least")),
        # The launch alone, its two groups together: no sum over activities.
        (asked(), "individual-stakeholders", (60, "at-least")),
        # The 150 of the mayoral meeting and the 60 of 2024 are people from everywhere.
        (asked(), "mayors-engaged", (15, "at-least")),
        (asked("2023", "2023"), "mayors-engaged", (None, None)),
        (asked(), "member-cities", (12, "exact")),
        (asked(), "activities-held", (13, "exact")),
        (asked(), "cities-engaged", (11, "exact")),
        # "September 2023" lies inside the quarter, "2023" does not.
        (asked("2023-07", "2023-09"), "activities-held", (5, "exact")),
        # Skopje hosts the GPM summit, no city of North Macedonia took part in it.
        (asked(countries=("MK",)), "activities-held", (6, "exact")),
        (asked(countries=("XK",)), "attendances", (None, None)),
        # "ME" is written at 20 heads of Danilovgrad's workshop; of five cities, it has no city.
        (asked(countries=("ME",)), "attendances", (20, "at-least")),
        (asked(cities=("danilovgrad",)), "attendances", (None, None)),
        (asked("2024", "2024", countries=("RS",)), "individual-stakeholders", (0, "exact")),
        (asked(), "women-share", (None, None)),
        # Only Sarajevo's workshop prompted support: one of five.
        (asked(), "follow-through", (20, "exact")),
        (asked(), "cities-supported", (4, "exact")),
        (asked(), "policy-outputs", (4, "exact")),
    ],
)
def test_the_public_record(
    public_record: Recount,
    filters: Filters,
    id_: str,
    expected: tuple[float | None, str | None],
):
    assert value(public_record, id_, filters) == expected


def test_a_published_gap_never_hides_a_real_figure(public_record: Recount):
    assert public_record.published(asked(), "member-cities")[0] == "member-cities-2018"
    year = asked("2023", "2023")
    assert public_record.published(year, "member-cities") == ["member-cities-2023"]
    assert public_record.published(asked(countries=("XK",)), "member-cities") == [
        "member-cities-kosovo"
    ]


def test_a_missing_sheet_is_an_empty_one(tmp_path: Path):
    folder = write_workbook(
        tmp_path, {"dataset": [dataset()], "indicators": [indicator("one", "activities-held")]}
    )
    assert Recount(folder).figure(asked(), "one").value == 0

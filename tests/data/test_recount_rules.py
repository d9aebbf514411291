"""The naive recount of cities, activities, support, follow-through and outputs."""

from __future__ import annotations

from typing import Any

import pytest

from recount_asking import AL, Make, asked, reasons, value
from small_workbooks import activity, city, output, support


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

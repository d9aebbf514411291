"""The naive recount selects records as the contract says, expected values by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from recount import Recount
from recount_asking import AL, ELBASAN, Make, asked, reasons, value
from small_workbooks import activity, dataset, indicator, output, support, write_workbook


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
        ("2022-12-31", "2023-01-01", "date too imprecise or running across the period's edge"),
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


def test_a_missing_sheet_is_an_empty_one(tmp_path: Path):
    folder = write_workbook(
        tmp_path, {"dataset": [dataset()], "indicators": [indicator("one", "activities-held")]}
    )
    assert Recount(folder).figure(asked(), "one").value == 0

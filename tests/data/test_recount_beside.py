"""What the naive recount sets beside a figure: published figures and targets."""

from __future__ import annotations

from typing import Any

from data.filters import Filters
from recount_asking import AL, ELBASAN, Make, asked
from small_workbooks import activity, dataset


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


def test_a_cumulative_target_that_ends_before_the_launch_has_no_actual(recount_of: Make):
    rows = [target(5, kind="cumulative"), target(5)]
    recount = recount_of(dataset=[dataset(launched="2024-02")], targets=rows)
    cumulative, incremental = recount.targets(asked(), "activities-held")
    assert recount.target_actual(asked(), cumulative) is None
    count = recount.target_actual(asked(), incremental)
    assert count is not None
    assert count.value == 0

"""How an indicator stands against its target: a table of cases, bounds and both directions."""

from datetime import date

import pytest

from data.figures import Count, Indicator, Target
from data.filters import Filters
from data.results.status import (
    Doubt,
    Status,
    nature_of,
    pace_of,
    run_rate_of,
    shows_part,
    standing_of,
)

START, END = date(2024, 1, 1), date(2024, 12, 31)
MIDDLE = date(2024, 7, 1)
EXACT, LOW = "exact", "at-least"


def indicator(rule="activities-held", unit="activities", direction="up"):
    return Indicator("x", "X", "X", "output", unit, rule, (), direction, None, None, 1, True)


COUNT = indicator()
FEWER = indicator(direction="down")
STOCK = indicator("member-cities", "cities")
LEVEL = indicator("women-share", "percent")
LOWER_LEVEL = indicator("follow-through", "percent", "down")


def target(value, actual, *, bound=EXACT, kind="incremental", baseline=None):
    count = Count(actual, None if actual is None else bound)
    return Target(value, kind, START, END, None, None, baseline, None, count)


CASES = {
    # A count is held against its pace: 50 of 100 in the middle of the year.
    "at the pace": (COUNT, target(100, 50), MIDDLE, Status.ON_TRACK, None),
    "below the pace": (COUNT, target(100, 49), MIDDLE, Status.BEHIND, None),
    "reached early": (COUNT, target(100, 100), MIDDLE, Status.MET, None),
    "not reached": (COUNT, target(100, 99), END, Status.BEHIND, None),
    "reached at the end": (COUNT, target(100, 100), END, Status.MET, None),
    "nothing at the end": (COUNT, target(100, 0), END, Status.BEHIND, None),
    "not begun": (COUNT, target(100, 0), date(2023, 12, 31), Status.NOT_DUE, None),
    "whole records on the first day": (COUNT, target(100, 0), START, Status.ON_TRACK, None),
    "long ended": (COUNT, target(100, 99), date(2026, 1, 1), Status.BEHIND, None),
    # A lower bound that reaches is sure; one that does not says nothing.
    "bound reaches": (COUNT, target(100, 100, bound=LOW), END, Status.MET, None),
    "bound at the pace": (COUNT, target(100, 50, bound=LOW), MIDDLE, Status.ON_TRACK, None),
    "bound below the pace": (
        COUNT, target(100, 49, bound=LOW), MIDDLE, Status.CANNOT_SAY, Doubt.LOWER_BOUND,
    ),
    "bound short at the end": (
        COUNT, target(100, 99, bound=LOW), END, Status.CANNOT_SAY, Doubt.LOWER_BOUND,
    ),
    "not recorded": (COUNT, target(100, None), END, Status.CANNOT_SAY, Doubt.NOT_RECORDED),
    # A stock begins where it was; what it reached stays reached.
    "stock at the pace": (STOCK, target(40, 30), MIDDLE, Status.ON_TRACK, None),
    "stock below the pace": (STOCK, target(40, 29), MIDDLE, Status.BEHIND, None),
    "stock reached early": (STOCK, target(40, 40), MIDDLE, Status.MET, None),
    # A percent is at its value or not; it is met only when the period has ended with it.
    "level reached": (LEVEL, target(50.0, 50.0), MIDDLE, Status.ON_TRACK, None),
    "level below": (LEVEL, target(50.0, 49.9), MIDDLE, Status.BEHIND, None),
    "level met": (LEVEL, target(50.0, 50.0), END, Status.MET, None),
    "level missed": (LEVEL, target(50.0, 49.9), END, Status.BEHIND, None),
    # Targets to stay below are mirrored.
    "fewer within": (FEWER, target(100, 50), MIDDLE, Status.ON_TRACK, None),
    "fewer beyond": (FEWER, target(100, 52), MIDDLE, Status.BEHIND, None),
    "fewer at the end": (FEWER, target(100, 100), END, Status.MET, None),
    "more at the end": (FEWER, target(100, 101), END, Status.BEHIND, None),
    "bound beyond": (FEWER, target(100, 52, bound=LOW), MIDDLE, Status.BEHIND, None),
    "bound within": (
        FEWER, target(100, 50, bound=LOW), MIDDLE, Status.CANNOT_SAY, Doubt.LOWER_BOUND,
    ),
    "lower level within": (LOWER_LEVEL, target(10.0, 10.0), MIDDLE, Status.ON_TRACK, None),
    "lower level met": (LOWER_LEVEL, target(10.0, 9.0), END, Status.MET, None),
    "lower level beyond": (LOWER_LEVEL, target(10.0, 10.1), END, Status.BEHIND, None),
}  # fmt: skip


def standing(asked, aimed, today, *, part=False):
    begins_at = 20.0 if asked is STOCK else 0.0
    return standing_of(asked, aimed, today, begins_at=begins_at, part=part)


@pytest.mark.parametrize("case", CASES)
def test_the_rule(case):
    asked, aimed, today, status, doubt = CASES[case]
    found = standing(asked, aimed, today)
    assert (found.status, found.doubt) == (status, doubt)


def test_without_a_target_there_is_no_status():
    assert standing(COUNT, None, END).status is Status.NO_TARGET


def test_what_is_withheld_cannot_be_said():
    count = Count(None, None, withheld_below=5)
    aimed = Target(3, "incremental", START, END, None, None, None, None, count)
    found = standing(COUNT, aimed, END)
    assert (found.status, found.doubt) == (Status.CANNOT_SAY, Doubt.WITHHELD)


def test_a_part_of_the_records_can_reach_a_count_but_never_miss_it():
    assert standing(COUNT, target(100, 100), MIDDLE, part=True).status is Status.MET
    missed = standing(COUNT, target(100, 10), END, part=True)
    assert (missed.status, missed.doubt) == (Status.CANNOT_SAY, Doubt.PART)
    level = standing(LEVEL, target(50.0, 60.0), END, part=True)
    assert (level.status, level.doubt) == (Status.CANNOT_SAY, Doubt.PART)
    assert standing(FEWER, target(100, 101), END, part=True).status is Status.BEHIND


def test_which_filters_show_a_part():
    assert not shows_part(COUNT, Filters(countries=("AL",), funders=("f",)))
    assert shows_part(COUNT, Filters(kinds=("workshop",)))
    assert shows_part(COUNT, Filters(programme="all"))
    assert not shows_part(STOCK, Filters(themes=("t",), programme="all"))
    support = indicator("support-open", "support")
    assert not shows_part(support, Filters(kinds=("workshop",)))
    assert shows_part(support, Filters(channels=("training",)))


def test_what_accumulates():
    assert [nature_of(item) for item in (COUNT, STOCK, LEVEL)] == ["count", "stock", "level"]
    assert nature_of(indicator("support-open", "support")) == "level"


def test_the_pace_is_a_straight_line():
    aimed = target(366, 0)
    assert pace_of(COUNT, aimed, START, 0.0) == pytest.approx(1)
    assert pace_of(COUNT, aimed, date(2024, 12, 30), 0.0) == pytest.approx(365)
    assert pace_of(COUNT, aimed, date(2027, 1, 1), 0.0) == 366
    assert pace_of(COUNT, aimed, date(2023, 1, 1), 12.0) == 12
    assert pace_of(LEVEL, target(50.0, 0.0), MIDDLE, 0.0) is None


def test_the_run_rate_is_what_is_left_over_the_months_that_are_left():
    today, aimed = date(2024, 6, 30), target(100, 40)
    rate = run_rate_of(COUNT, standing(COUNT, aimed, today), aimed, today, START)
    assert rate.needed == pytest.approx(60 / 6.04, rel=0.01)
    assert rate.so_far == pytest.approx(40 / 5.98, rel=0.01)
    assert rate.until == END


@pytest.mark.parametrize(
    ("asked", "aimed", "today"),
    [
        (COUNT, target(100, 100), MIDDLE),
        (COUNT, target(100, 40), END),
        (COUNT, target(100, None), MIDDLE),
        (COUNT, None, MIDDLE),
        (COUNT, target(100, 0), date(2023, 1, 1)),
        (FEWER, target(100, 40), MIDDLE),
        (LEVEL, target(50.0, 40.0), MIDDLE),
        (STOCK, target(40, 30), MIDDLE),
    ],
)
def test_nothing_is_needed_where_nothing_accumulates_or_is_left(asked, aimed, today):
    assert run_rate_of(asked, standing(asked, aimed, today), aimed, today, START) is None


def test_a_lower_bound_makes_the_run_rate_a_bound():
    aimed = target(100, 40, bound=LOW)
    rate = run_rate_of(COUNT, standing(COUNT, aimed, MIDDLE), aimed, MIDDLE, None)
    assert rate.is_bound
    assert rate.so_far is None

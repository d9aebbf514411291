"""A bar of the timeline names a figure that counts records of its own lane and months."""

from datetime import date

import pytest

from data.evidence.asked import read_figure_key
from data.filters import Filters
from data.overview.lane_figures import NO_FIGURES, lane_figures
from data.overview.lanes import LANE_KINDS, LANES, SUPPORT_LANE

SEPTEMBER = date(2023, 9, 1), date(2023, 9, 30)


@pytest.mark.parametrize("filters", [Filters(), Filters(kinds=("workshop",), countries=("XK",))])
def test_the_figure_of_a_bar_counts_its_lane_and_months(public_record, filters):
    reference = public_record.reference()
    figures = lane_figures(reference, filters)
    for lane in LANES:
        key = figures.key(lane, *SEPTEMBER)
        kinds = set(LANE_KINDS.get(lane, ()))
        if lane != SUPPORT_LANE and filters.kinds and not kinds & set(filters.kinds):
            assert key is None
            continue
        asked = read_figure_key(key, filters, reference)
        assert asked.filters.countries == filters.countries
        shown = public_record.explain(asked)
        assert shown.figure.count.value == shown.figure.count.counted
        if lane != SUPPORT_LANE:
            assert {line.kind for line in shown.counted} <= kinds


def test_without_indicators_a_bar_opens_nothing():
    assert [NO_FIGURES.key(lane, *SEPTEMBER) for lane in LANES] == [None] * len(LANES)

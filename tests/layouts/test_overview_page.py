"""What the overview's frame tells the browser about its charts."""

import json

from data.evidence.asked import figure_key, read_figure_key
from data.filters import Filters
from data.overview.lanes import LANE_KINDS
from layouts.pages.overview import layout
from spoken import components


def figures_of_lanes(reference):
    (frame,) = [
        part for part in components(layout(reference)) if getattr(part, "id", "") == "timeline"
    ]
    return json.loads(getattr(frame, "data-figures"))


def test_a_bar_of_each_lane_opens_a_figure_of_its_own_months(public_record):
    reference = public_record.reference()
    found = figures_of_lanes(reference)
    assert found["support"] == ["support-delivered"]
    for lane, kinds in LANE_KINDS.items():
        figure, *named = found[lane]
        assert tuple(named) == kinds
        months = {"from": "2023-09", "to": "2023-09", "kind": ",".join(kinds)}
        asked = read_figure_key(figure_key(figure, months), Filters(), reference)
        shown = public_record.explain(asked)
        assert shown.figure.count.value == shown.figure.count.counted
        assert {line.kind for line in shown.counted} <= set(kinds)

"""What the browser asks with is cleaned before anything is done with it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacks.requests import read_request, read_view
from data.filters import Vocabulary

VOCABULARY = Vocabulary(cities=("elbasan",))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def test_a_plain_request_is_read_as_it_is():
    request = read_request(
        {"query": "country=AL", "turn": 3, "tables": True, "map": [456, 540],
         "timeline": [744, 0], "em": 22.4}
    )  # fmt: skip
    assert (request.query, request.turn, request.tables) == ("country=AL", 3, True)
    assert (request.map.width, request.map.height, request.map.em) == (456, 540, 22.4)
    assert request.timeline.height == 0


@given(JSON)
def test_nothing_that_json_can_say_breaks_the_reader(data):
    request = read_request(data)
    assert 120 <= request.map.width <= 8000
    assert 0 <= request.timeline.height <= 8000


@given(st.dictionaries(st.sampled_from(["query", "turn", "tables", "map", "timeline", "em"]), JSON))
def test_odd_values_under_the_right_names_neither(data):
    request = read_request(data)
    assert len(request.query) <= 4000
    assert math.isfinite(request.map.em)
    read_view(request.query, VOCABULARY, "plain")


def test_an_address_names_how_to_show():
    view = read_view("profile=eu&show=city:elbasan", VOCABULARY, "plain")
    assert (view.profile, view.show, view.ignored) == ("eu", ("city", "elbasan"), ())


@pytest.mark.parametrize("query", ["show=planet:mars", "show=elbasan", "show=city:"])
def test_a_record_that_cannot_be_shown_is_named(query):
    view = read_view(query, VOCABULARY, "plain")
    assert view.show is None
    assert [item.key for item in view.ignored] == ["show"]

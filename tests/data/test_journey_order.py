"""The order of a journey: causes before effects whatever the dates, then the days."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from data.cities.journey_order import Happening, in_order
from data.dates import parse_date


def happening(key: str, text: str = "") -> Happening:
    when = parse_date(text) if text else None
    return Happening(key, when and when.first, when and when.last)


def keys(*args: object, **more: object) -> list[str]:
    return [key for key, _ in in_order(*args, **more)]  # type: ignore[arg-type]


def test_a_vague_request_stands_between_what_it_arose_from_and_its_start():
    rows = [
        happening("start", "2023-07-25"),
        happening("request", "2023"),
        happening("workshop", "2023-02-08"),
        happening("other", "2023-01-20"),
    ]
    causes = [("workshop", "request"), ("request", "start")]
    assert keys(rows, causes) == ["other", "workshop", "request", "start"]


def test_what_has_no_date_stands_where_its_chain_demands():
    rows = [
        happening("end"),
        happening("cause"),
        happening("start", "2023-07-25"),
        happening("before", "2023-03"),
        happening("after", "2023-12"),
        happening("alone"),
    ]
    found = in_order(rows, [("cause", "start"), ("start", "end")])
    assert [key for key, _ in found] == ["before", "cause", "start", "end", "after", "alone"]
    days = dict(found)
    assert days["cause"] == days["end"] == date(2023, 7, 25)
    assert days["alone"] is None


def test_a_step_stands_right_beside_its_activity():
    rows = [
        happening("step", "2023-06"),
        happening("activity", "2023-06-13"),
        happening("same day", "2023-06-13"),
    ]
    beside = {"step": "activity"}
    found = keys(rows, [], [("activity", "step")], beside)
    assert found == ["activity", "step", "same day"]


def test_what_is_left_over_stays_together_chain_by_chain():
    rows = [happening(key) for key in ("b", "lone", "a", "c")]
    assert keys(rows, [("a", "b"), ("b", "c")]) == ["a", "b", "c", "lone"]


def test_likely_pairs_give_way_to_causes_and_to_each_other():
    rows = [happening("a", "2023"), happening("b", "2023")]
    assert keys(rows, [("a", "b")], [("b", "a")]) == ["a", "b"]
    assert keys(rows, [], [("b", "a")]) == ["b", "a"]
    assert sorted(keys(rows, [], [("a", "b"), ("b", "a")])) == ["a", "b"]


TEXTS = st.sampled_from(("", "", "2022", "2023", "2023-03", "2023-03-31", "2023-07-25", "2024"))


@st.composite
def journeys(draw: st.DrawFn) -> tuple[list[Happening], list[tuple[str, str]]]:
    size = draw(st.integers(1, 9))
    rows = [happening(f"h{place}", draw(TEXTS)) for place in range(size)]
    ranks = draw(st.permutations(range(size)))
    pairs = draw(st.lists(st.tuples(*[st.integers(0, size - 1)] * 2), max_size=10))
    causes = [(f"h{a}", f"h{b}") for a, b in pairs if ranks[a] < ranks[b]]
    return rows, causes


@given(journeys(), st.lists(st.tuples(*[st.integers(0, 8)] * 2), max_size=6))
def test_causes_come_first_whatever_the_dates(case, loose):
    rows, causes = case
    likely = [(f"h{a}", f"h{b}") for a, b in loose if a != b]
    found = in_order(rows, causes, likely)
    order = [key for key, _ in found]
    assert sorted(order) == sorted(row.key for row in rows)
    for cause, effect in causes:
        assert order.index(cause) < order.index(effect)
    if not likely:
        days = [day for _, day in found if day is not None]
        assert days == sorted(days)
    placed = [key for key, day in found if day is not None]
    assert order[: len(placed)] == placed
    for row in rows:
        linked = any(row.key in pair for pair in (*causes, *likely))
        assert (row.key in placed) or row.first is None
        assert row.first or linked or row.key not in placed

"""Labels find places without overlapping, by importance, within their frame."""

import math
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from layouts.boxes import Box, Disc, boxes_along
from layouts.label_placement import Field, Wish, place_labels
from layouts.text_width import text_width

FRAME = Box(0, 0, 400, 400)


def wish(key: str, x: float, y: float, reach: float = 0, width: float = 60) -> Wish:
    return Wish(key, Disc(x, y, 4), width=width, height=13, reach=reach)


def ground(*wishes: Wish, boxes: list[Box] | None = None) -> Field:
    return Field(FRAME, list(boxes or []), [w.mark for w in wishes])


def test_a_lone_label_stands_to_the_right_of_its_mark() -> None:
    only = wish("a", 200, 200)
    place = place_labels([only], ground(only))["a"]
    assert place.align == "left"
    assert place.box == Box(207, 193.5, 267, 206.5)
    assert place.leader is None


def test_at_the_right_edge_the_label_goes_to_the_left() -> None:
    only = wish("a", 380, 200)
    assert place_labels([only], ground(only))["a"].align == "right"


def test_a_label_steps_aside_so_that_a_later_one_finds_room() -> None:
    first, second = wish("a", 100, 200), wish("b", 180, 200)
    corridor = [Box(0, 0, 400, 190), Box(0, 210, 400, 400), Box(186, 190, 400, 210)]
    alone = place_labels([first], ground(first, boxes=corridor))
    assert alone["a"].align == "left"
    places = place_labels([first, second], ground(first, second, boxes=corridor))
    assert (places["a"].align, places["b"].align) == ("right", "right")


def test_without_room_the_less_important_label_is_dropped() -> None:
    first, second = wish("a", 40, 7, width=40), wish("b", 40, 9, width=40)
    tight = Field(Box(0, 0, 90, 15), [], [first.mark, second.mark])
    assert set(place_labels([first, second], tight)) == {"a"}


def test_a_label_with_reach_goes_further_off_and_gets_a_leader() -> None:
    walls = [Box(0, 150, 190, 250), Box(210, 150, 400, 250)]
    near, far = wish("a", 200, 200), wish("a", 200, 200, reach=80)
    assert place_labels([near], ground(near, boxes=walls)) == {}
    place = place_labels([far], ground(far, boxes=walls))["a"]
    assert place.leader is not None
    assert 40 < math.dist(*place.leader) <= 80
    assert not any(place.box.overlaps(wall) for wall in walls)


def test_ground_wanted_for_something_else_is_left_free_where_that_is_cheap() -> None:
    only = wish("a", 200, 200)
    wanted = Field(FRAME, [], [only.mark], [(Box(210, 190, 240, 210), 3.5)])
    assert place_labels([only], wanted)["a"].align == "right"


def test_rectangles_take_the_first_free_candidate() -> None:
    taken = Field(FRAME, [Box(0, 0, 50, 50)])
    first, second = Box(40, 40, 60, 60), Box(50, 0, 60, 10)
    assert taken.first_free([first, second]) == second
    assert taken.first_free([first, second]) is None


def test_boxes_along_a_line_leave_no_gap_wider_than_their_reach() -> None:
    middles = [(box.left + 2, box.top + 2) for box in boxes_along((0, 0), (30, 40), 2)]
    assert middles[0] == (0, 0)
    assert middles[-1] == (30, 40)
    assert all(math.dist(a, b) <= 7 for a, b in pairwise(middles))


points = st.tuples(st.integers(0, 400), st.integers(0, 400))


@given(st.lists(points, max_size=40), st.sampled_from([0, 34]))
def test_no_label_ever_overlaps_a_label_a_mark_or_the_frame(
    at: list[tuple[int, int]], reach: int
) -> None:
    wishes = [wish(str(number), x, y, reach) for number, (x, y) in enumerate(at)]
    places = place_labels(wishes, ground(*wishes))
    boxes = [place.box for place in places.values()]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(box.within(FRAME) for box in boxes)
    assert not any(w.mark.touches(box) for w in wishes for box in boxes)


def test_text_widths_are_those_of_the_font() -> None:
    """Widths measured in a browser at 12 px; the table leaves kerning out."""
    measured = {("Prizren", 600): 37.1, ("Sarajevo", 400): 43.4, ("Čair (Skopje)", 600): 66.0}
    for (text, weight), width in measured.items():
        assert abs(text_width(text, 12, weight) - width) < 1.2
    assert text_width("abc", 24) == 2 * text_width("abc", 12)
    assert text_width("abc", 10, tracking=0.1) == text_width("abc", 10) + 3

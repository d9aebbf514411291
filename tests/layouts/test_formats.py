"""Numbers and dates as people read them."""

from datetime import date

import pytest

from data.dates import parse_date
from data.figures import Count
from layouts import formats


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (12, "12"), (1234, "1234"), (9999, "9999"), (12345, "12\u202f345"), (2.5, "2.5")],
)
def test_numbers_are_whole_and_full(value, text):
    assert formats.number(value) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2023", None, "2023"),
        ("2023-03", None, "March 2023"),
        ("2023-02-08", "2023-02-09", "8–9 February 2023"),
        ("2023-01-30", "2023-02-02", "30 January – 2 February 2023"),
        ("2022-12-30", "2023-01-02", "30 December 2022 – 2 January 2023"),
        ("2016-11", "2017-09", "November 2016 – September 2017"),
        ("2023-03", "2023-03", "March 2023"),
        (None, None, "no date"),
    ],
)
def test_intervals_say_nothing_twice(start, end, text):
    spans = [parse_date(item) if item else None for item in (start, end)]
    assert formats.interval(*spans) == text


@pytest.mark.parametrize(
    ("unit", "beside", "text"),
    [
        ("people", False, "fewer than 5"),
        ("percent", False, "withheld: fewer than 5"),
        ("percent", True, "withheld"),
        ("people", True, "withheld"),
    ],
)
def test_what_is_withheld_is_neither_zero_nor_unknown(unit, beside, text):
    count = Count(None, None, withheld_below=5, withheld_beside=beside)
    assert formats.count(count, unit) == text


def test_unknown_is_not_zero():
    assert formats.count(Count(None, None), "people") == "not recorded"
    assert formats.count(Count(0, "exact"), "people") == "0"
    assert formats.count(Count(15, "at-least"), "people") == "at least 15"
    assert formats.count(Count(41.6, "exact"), "percent") == "42 %"


def test_words_are_joined_as_in_a_sentence():
    assert formats.joined([]) == ""
    assert formats.joined(["a"]) == "a"
    assert formats.joined(("a", "b", "c")) == "a, b and c"
    assert formats.plural(1, "activity", "activities") == "1 activity"
    assert formats.day(date(2024, 12, 21)) == "21 December 2024"

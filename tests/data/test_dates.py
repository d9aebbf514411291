"""Dates as precise as they are known."""

from datetime import date

import pytest

from data.dates import DateSpan, days_before, parse_date


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-03-08", date(2023, 3, 8), date(2023, 3, 8), "day"),
    ],
)
def test_a_date_is_its_earliest_day_its_latest_day_and_its_precision(text, first, last, precision):
    span = parse_date(text)
    assert span == DateSpan(first, last, precision)
    assert str(span) == text


@pytest.mark.parametrize(
    "text",
    ["", "23", "2023-13", "2023-00", "2023-02-29", "2023-3", "2023/03", "0000", "2023-03-08T00",
     "٢٠٢٣", "2023-03-08 ", "-2023"],
)  # fmt: skip
def test_anything_else_is_no_date(text):
    with pytest.raises(ValueError):  # noqa: PT011 - each cause has its own words
        parse_date(text)


def test_a_day_before_the_calendar_begins_is_its_first() -> None:
    assert days_before(date(2024, 3, 1), 1) == date(2024, 2, 29)
    assert days_before(date(1, 1, 5), 183) == date.min

"""Sentences on screen that depend on the filter."""

from datetime import date

import pytest

from data.dates import parse_date
from data.filters import Filters
from data.overview.scope import Scope
from data.reference import City, Dataset, Named, Reference, Totals
from layouts import words

DATASET = Dataset("T", "public-record", date(2024, 12, 21), parse_date("2022-11"), None, None,
                  None, None, "v")  # fmt: skip
REFERENCE = Reference(
    dataset=DATASET,
    indicators={},
    cities={"elbasan": City("elbasan", "Elbasan", None, "AL", 41.1, 20.1, "member", None, None)},
    themes=(Named("youth", "Youth empowerment"),),
    organisations={"eu": Named("eu", "European Union", "EU")},
    funders=("eu",),
    published={},
    targets={},
    totals=Totals({}, {}),
)


def between(start, end):
    dates = [parse_date(item) if item else None for item in (start, end)]
    return Filters(start=dates[0], end=dates[1])


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, None, "all dates"),
        ("2023", "2023", "2023"),
        ("2023-01", "2023-12", "January 2023 – December 2023"),
        ("2022-11", None, "since November 2022"),
        (None, "2022", "until 2022"),
        ("2023-10", "2024-09", "FY 2024"),
        ("2023-10", "2023-12", "Q1 FY 2024"),
        ("2024-07", "2024-09", "Q4 FY 2024"),
        ("2023-10-01", "2023-12-31", "1 October – 31 December 2023"),
    ],
)
def test_periods_have_names(start, end, text):
    assert words.period(between(start, end)) == text


def test_the_scope_says_which_months_all_dates_span():
    scope = Scope(1, 1, 2, 2, 0, 0, "2022-11", "2024-12")
    assert words.scope_dates(Filters(), scope) == "all dates, November 2022 – December 2024"
    nothing = Scope(1, 1, 0, 2, 0, 0, None, None)
    assert words.scope_dates(Filters(), nothing) == "all dates"


def test_an_empty_picture_says_why():
    filters = Filters(countries=("RS",), start=parse_date("2024"), end=parse_date("2024"))
    sentence = words.nothing_found(filters, REFERENCE, "plain")
    assert sentence == "No activities or support in Serbia in 2024."
    kinds = Filters(kinds=("workshop",), themes=("youth",), cities=("elbasan",))
    assert words.nothing_found(kinds, REFERENCE, "plain") == (
        "No workshops or support in Elbasan for Youth empowerment."
    )


def test_the_designation_profile_reaches_the_places():
    kosovo = Filters(countries=("XK",))
    assert words.places(kosovo, REFERENCE, "plain") == "Kosovo"
    assert words.places(kosovo, REFERENCE, "eu") == "Kosovo*"


def test_the_button_for_more_filters_counts_them():
    assert words.more_label(Filters()) == "More filters"
    assert words.more_label(Filters(kinds=("summit",), programme="all")) == "More filters (2)"

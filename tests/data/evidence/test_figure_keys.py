"""A figure has a name in addresses, and the name leads back to it."""

import pytest

from data.errors import InvalidFilter, UnknownRecord
from data.evidence.asked import figure_key, read_figure_key
from data.evidence.reasons import reason_name, reason_of
from data.figures import Reason
from data.filters import Filters
from recount_asking import asked


@pytest.fixture
def reference(public_record):
    return public_record.reference()


def test_a_plain_name_takes_the_filter_of_its_page(reference):
    page = asked("2023", countries=("AL",))
    found = read_figure_key("activities-held", page, reference)
    assert (found.indicator.id, found.filters) == ("activities-held", page)


def test_a_name_replaces_and_clears_parts_of_the_filter(reference):
    key = figure_key("activities-held", {"country": "XK", "from": "", "to": "2023-06"})
    assert key == "activities-held~country.XK~from.~to.2023-06"
    page = asked("2023", kinds=("workshop",))
    found = read_figure_key(key, page, reference)
    assert found.filters == asked(None, "2023-06", countries=("XK",), kinds=("workshop",))
    assert found.key == key


@pytest.mark.parametrize(
    ("key", "error"),
    [
        ("nothing", UnknownRecord),
        ("", UnknownRecord),
        ("activities-held~country.ZZ", InvalidFilter),
        ("activities-held~colour.red", InvalidFilter),
        ("activities-held~country", InvalidFilter),
        ("activities-held~profile.eu", InvalidFilter),
        ("activities-held~from.2024~to.2023", InvalidFilter),
        ("activities-held~to.<script>", InvalidFilter),
    ],
)
def test_a_name_that_is_none_is_refused(reference, key, error):
    with pytest.raises(error):
        read_figure_key(key, Filters(), reference)


def test_every_reason_has_a_short_name_and_a_status_names_itself():
    for reason in Reason:
        assert reason_of(reason_name(reason)) == reason
    assert reason_of(reason_name("postponed")) == "postponed"

"""From the address to a filter and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dates import parse_date
from data.errors import InvalidFilter
from data.filters import ALL, Filters, Vocabulary, parse_query, require_filters
from data.values import ACTIVITY_KINDS, CHANNELS, COUNTRY_CODES

VOCABULARY = Vocabulary(
    cities=("cair", "danilovgrad", "elbasan"),
    themes=("youth", "reintegration"),
    funders=("eu", "dfat"),
)


def read(query):
    return parse_query(query, VOCABULARY)


def test_an_empty_address_selects_everything_of_the_hub():
    assert read("") == (ALL, ())
    assert read("?") == (ALL, ())
    assert ALL.to_query() == ""


def test_every_part_is_read_and_written_in_one_order():
    query = (
        "programme=all&channel=grant&funder=eu&theme=youth&kind=summit,workshop&to=2023-06"
        "&from=2023&city=elbasan&country=XK,AL"
    )
    filters, ignored = read(query)
    assert ignored == ()
    assert filters.countries == ("AL", "XK")
    assert filters.kinds == ("workshop", "summit")
    assert (filters.first_day, filters.last_day) == (date(2023, 1, 1), date(2023, 6, 30))
    assert filters.to_query() == (
        "country=AL,XK&city=elbasan&from=2023&to=2023-06&kind=workshop,summit&theme=youth"
        "&funder=eu&channel=grant&programme=all"
    )


def test_a_repeated_list_key_adds_to_the_list():
    assert read("country=AL&country=RS")[0].countries == ("AL", "RS")


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("country=DE", "country"),
        ("city=paris", "city"),
        ("kind=party", "kind"),
        ("theme=x", "theme"),
        ("funder=x", "funder"),
        ("channel=x", "channel"),
        ("programme=later", "programme"),
        ("from=yesterday", "from"),
        ("to=2023-02-30", "to"),
        ("from=2024&to=2023", "from"),
        ("colour=red", "colour"),
        ("from=2023&from=2024", "from"),
        ("profile=xx", "profile"),
    ],
)
def test_what_is_not_understood_is_left_out_and_named(query, key):
    filters, ignored = read(query)
    assert [item.key for item in ignored] == [key]
    assert filters == (Filters(start=filters.start) if "from=2023&from" in query else ALL)
    with pytest.raises(InvalidFilter, match=key):
        require_filters(query, VOCABULARY)


def test_known_values_stay_when_others_are_left_out():
    filters, ignored = read("country=AL,XX")
    assert filters.countries == ("AL",)
    assert ignored[0].sentence == "country=XX: there is no such country"


def test_how_to_show_is_no_part_of_the_filter():
    assert read("profile=eu&show=city:elbasan") == (ALL, ())


def test_an_address_with_hundreds_of_parts_is_left_out_whole():
    filters, ignored = read("&".join(f"country=AL&k{n}=1" for n in range(100)))
    assert filters == ALL
    assert len(ignored) == 1


def some(values):
    return st.lists(st.sampled_from(values), unique=True).map(
        lambda chosen: tuple(value for value in values if value in chosen)
    )


DATES = st.sampled_from([None, "2021", "2022-11", "2023-02-08"])


@given(
    countries=some(COUNTRY_CODES),
    cities=some(VOCABULARY.cities),
    kinds=some(ACTIVITY_KINDS),
    themes=some(VOCABULARY.themes),
    funders=some(VOCABULARY.funders),
    channels=some(CHANNELS),
    programme=st.sampled_from(["hub", "earlier", "all"]),
    start=DATES,
)
def test_a_filter_survives_the_address(start, **parts):

    filters = Filters(start=parse_date(start) if start else None, **parts)
    assert read(filters.to_query()) == (filters, ())


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text):
    filters, ignored = read(text)
    assert read(filters.to_query()) == (filters, ())
    assert all(item.sentence for item in ignored)

"""A path leads to one page, or to none."""

import pytest

from callbacks import PAGES, find_page
from callbacks.pages import Page
from layouts.pages import document


def test_every_page_in_the_top_line_is_found_at_its_target():
    for page in PAGES:
        if page.name:
            found = find_page(page.target)
            assert found is not None
            assert found[0] is page
            assert page.section == page.name


@pytest.mark.parametrize("path", ["", "/nothing", "//", "/about/x", "/records", "/records/persons"])
def test_an_address_that_is_not_in_the_table_is_no_page(path):
    assert find_page(path) is None


def test_the_places_of_a_path_are_read_and_may_be_limited():
    page = Page("/records/<sheet>/<key>", document.layout, choices={"sheet": ("cities",)})
    assert page.names_in("/records/cities/elbasan") == {"sheet": "cities", "key": "elbasan"}
    assert page.names_in("/records/people/elbasan") is None
    assert page.names_in("/records/cities/elbasan/more") is None

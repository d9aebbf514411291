"""axe-core finds nothing, on the page and in each of its states."""

import pytest

from axe import faults

pytestmark = pytest.mark.browser


def nothing(_page):
    """Leave the page as it is."""


STATES = {
    "plain": ("/", nothing),
    "period open": ("/", lambda page: page.click("#filter-period summary")),
    "more open": ("/", lambda page: page.click("#filter-more summary")),
    "search open": ("/", lambda page: page.focus("#city-search")),
    "definition open": ("/", lambda page: page.focus("#figure-member-cities .definition")),
    "help open": ("/", lambda page: page.keyboard.press("?")),
    "city open": ("/?city=danilovgrad&show=city:danilovgrad", nothing),
    "activity open": ("/?show=activity:budva-workshop-2023", nothing),
    "support open": ("/?show=support:elbasan-youth", nothing),
    "filtered": ("/?country=XK&kind=workshop&from=2023&to=2023&profile=eu", nothing),
    "evidence open": ("/?evidence=mayors-engaged", nothing),
    "chart menu open": ("/", lambda page: page.click("#city-map .graph-tools summary")),
    "notice": ("/?country=XX", nothing),
    "empty": ("/?country=RS&from=2024&to=2024", nothing),
    "results": ("/results", nothing),
    "results explained": (
        "/results?country=AL,XK",
        lambda page: page.click(".results-fold summary"),
    ),
    "definition on results": (
        "/results",
        lambda page: page.focus("#result-member-cities .definition"),
    ),
    "records": ("/records/activities?sort=title&hxl=1", nothing),
    "records of a figure": ("/records/activities?country=AL&figure=activities-held", nothing),
    "no records": ("/records/targets", nothing),
    "a record": ("/records/activities/elbasan-workshop-2023", nothing),
    "no record": ("/records/cities/atlantis", nothing),
    "about": ("/about", nothing),
    "about filtered": ("/about?country=RS&from=2024&to=2024&profile=eu", nothing),
}


@pytest.mark.parametrize("state", STATES)
def test_the_overview_has_no_fault_in_any_state(watch, public_record_address, state):
    path, reach = STATES[state]
    page = watch(public_record_address, bypass_csp=True).open(path)
    reach(page)
    assert faults(page) == []


@pytest.mark.parametrize(
    ("width", "path"),
    [
        (390, "/"),
        (320, "/"),
        (320, "/about"),
        (320, "/results"),
        (320, "/records/support"),
        (320, "/records/cities/elbasan"),
    ],
)
def test_nor_on_a_phone(watch, public_record_address, width, path):
    page = watch(public_record_address, width, 844, bypass_csp=True).open(path)
    assert faults(page) == []


def test_nor_as_tables(watch, public_record_address):
    overview = watch(public_record_address, bypass_csp=True)
    page = overview.open("/")
    page.keyboard.press("t")
    page.wait_for_selector("#city-map-table table")
    overview.settled()
    assert faults(page) == []


def test_pictures_have_names_and_descriptions(overview):
    page = overview.page
    for frame in ("city-map", "timeline"):
        picture = page.locator(f"#{frame} .picture")
        assert picture.get_attribute("role") == "group"
        assert picture.get_attribute("aria-label")
        described = picture.get_attribute("aria-describedby")
        assert len(page.inner_text(f"#{described}")) > 40

"""The page Results as a person uses it: choose an indicator, open a number, see a table."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def results(watch, public_record_address):
    """The page Results of the public record at 1280 × 720, opened and settled."""
    item = watch(public_record_address)
    item.open("/results")
    return item


def choose(results, indicator):
    results.page.click(f"#result-{indicator} .results-choose")
    results.page.wait_for_selector(f"#result-{indicator}.results-chosen")
    results.settled()


def test_chart_and_first_rows_are_seen_without_scrolling(results):
    for part in ("#results-course", "#results-countries", "#result-individual-stakeholders"):
        box = results.page.locator(part).bounding_box()
        assert box["y"] + box["height"] < 720, part
    assert results.page.evaluate("document.documentElement.scrollWidth") == 1280


def test_an_indicator_is_drawn_when_chosen_and_back_undoes_it(results):
    page = results.page
    choose(results, "activities-held")
    assert page.url.endswith("/results?indicator=activities-held")
    assert page.inner_text("#results-drawn") == "Activities held"
    assert "By 21 December 2024: 12." in page.inner_text("#results-course-caption")
    page.go_back()
    page.wait_for_selector("#result-individual-stakeholders.results-chosen")
    results.settled()


def test_numbers_of_countries_open_their_evidence(results):
    page = results.page
    page.click("#result-member-cities .results-country:nth-last-child(4) .number-button")
    page.wait_for_selector("#evidence-title")
    results.settled()
    assert page.url.endswith("/results?evidence=member-cities~country.XK")
    assert "Counted: 5 cities" in page.inner_text("#evidence")


def test_points_open_their_evidence(results):
    page = results.page
    choose(results, "activities-held")
    point = page.locator("#results-course .scatterlayer .points path").last.bounding_box()
    page.mouse.click(point["x"] + point["width"] / 2, point["y"] + point["height"] / 2)
    page.wait_for_selector("#evidence-title")
    results.settled()
    assert "evidence=activities-held" in page.url
    assert "Counted: 12 activities" in page.inner_text("#evidence")


def test_the_charts_have_tables(results):
    page = results.page
    choose(results, "activities-held")
    page.keyboard.press("t")
    page.wait_for_selector("#results-course .table", state="visible")
    results.settled()
    assert "2024-12-21" in page.inner_text("#results-course .table")


def test_a_phone_shows_a_card_an_indicator_and_nothing_sideways(watch, public_record_address):
    page = watch(public_record_address, 390, 844, has_touch=True, is_mobile=True).open("/results")
    assert page.evaluate("document.getElementById('document').scrollWidth") <= 374
    assert page.locator("#result-member-cities").bounding_box()["width"] >= 350

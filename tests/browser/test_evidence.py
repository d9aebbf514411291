"""The evidence panel as a person opens it: by click, by keys, by its address."""

import pytest

pytestmark = pytest.mark.browser


def is_open(page):
    return page.locator("#evidence").is_visible()


def test_a_number_opens_its_evidence_and_gives_the_focus_back(overview):
    page = overview.page
    page.click("#figure-activities-held .number-button")
    page.wait_for_selector("#evidence-title")
    overview.settled()
    assert page.url.endswith("/?evidence=activities-held")
    assert "Counted: 13 activities" in page.inner_text("#evidence")
    assert page.evaluate("document.activeElement.id") == "evidence-title"
    page.keyboard.press("Escape")
    page.wait_for_selector("#evidence", state="hidden")
    overview.settled()
    assert page.url.endswith("/")
    focused = page.evaluate("document.activeElement.dataset.value")
    assert focused == "activities-held"


def test_keys_alone_open_it(overview):
    page = overview.page
    page.focus("#figure-mayors-engaged .published .number-button")
    page.keyboard.press("Enter")
    page.wait_for_selector("#evidence-title")
    overview.settled()
    assert "Published" in page.inner_text("#evidence")


def test_touch_opens_it(watch, public_record_address):
    overview = watch(public_record_address, 390, 844, has_touch=True, is_mobile=True)
    page = overview.open("/")
    page.tap("#figure-member-cities .number-button")
    page.wait_for_selector("#evidence-title")
    overview.settled()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_it_has_an_address_follows_the_filter_and_back_closes_it(watch, public_record_address):
    overview = watch(public_record_address)
    page = overview.open("/?country=XK&evidence=member-cities")
    assert "Counted: 5 cities" in page.inner_text("#evidence")
    page.click("#country-XK")
    overview.shows("")
    assert "Counted: 12 cities" in page.inner_text("#evidence")
    page.go_back()
    overview.shows("country=XK")
    assert "Counted: 5 cities" in page.inner_text("#evidence")


def test_an_address_of_no_figure_is_named(watch, public_record_address):
    page = watch(public_record_address).open("/?evidence=nothing")
    assert not is_open(page)
    assert "there is no such figure" in page.inner_text("#notice")


def test_charts_are_taken_along_as_picture_with_words(overview):
    page = overview.page
    for form, start in (("svg", b"<svg"), ("png", b"\x89PNG")):
        page.click("#timeline .graph-tools summary")
        with page.expect_download() as waiting:
            page.click(f"#timeline [data-mode=picture-{form}]")
        content = waiting.value.path().read_bytes()
        assert content.startswith(start)
        if form == "svg":
            text = content.decode()
            assert "Timeline of activities and support" in text
            assert "21 of 21 cities" in text
            assert "Data as of 21 December 2024" in text
    assert overview.violations() == []


def test_the_menu_of_a_chart_leads_to_its_rows(watch, public_record_address):
    overview = watch(public_record_address)
    page = overview.open("/?country=XK&evidence=member-cities")
    href = page.get_attribute("#city-map .graph-tools a >> nth=0", "href")
    assert href == f"{public_record_address}/charts/city-map.csv?country=XK"
    answer = page.request.get(href)
    assert "Prizren,Kosovo,member,3,0" in answer.text()

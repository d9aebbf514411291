"""The overview as a person uses it: look, click, type, Back, reload, keys alone."""

import pytest

pytestmark = pytest.mark.browser

COUNTRIES = ("AL", "BA", "XK", "ME", "MK", "RS")


def value(page, indicator):
    card = page.locator(f"#figure-{indicator}")
    return card.get_attribute("data-value"), card.get_attribute("data-bound")


def test_the_public_record_stands_there(overview):
    page = overview.page
    assert value(page, "member-cities") == ("12", "exact")
    assert value(page, "mayors-engaged") == ("15", "at-least")
    assert value(page, "individual-stakeholders") == ("60", "at-least")
    assert value(page, "activities-held") == ("13", "exact")
    assert "21 of 21 cities" in page.inner_text("#scope")
    assert "not reported" in page.inner_text("#figure-individual-stakeholders")
    assert "23" in page.inner_text("#figure-mayors-engaged .published")
    assert page.locator("#dataset-kind").count() == 0
    assert page.locator("#designation").count() == 0


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1024, 768), (1920, 1080), (1366, 768)])
def test_it_fits_on_one_screen(watch, public_record_address, width, height):
    page = watch(public_record_address, width, height).open("/")
    size = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    )
    assert size == [width, height]


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_scrolls_one_way_only(watch, public_record_address, width):
    page = watch(public_record_address, width, 844).open("/")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_country_is_toggled_by_click_key_and_map(overview):
    page = overview.page
    page.click("#country-AL")
    overview.shows("country=AL")
    assert page.get_attribute("#country-AL", "aria-pressed") == "true"
    assert page.url.endswith("/?country=AL")
    page.keyboard.press("3")
    overview.shows("country=AL,XK")
    page.keyboard.press("1")
    overview.shows("country=XK")
    page.keyboard.press("0")
    overview.shows("")


def test_each_key_has_its_country(overview):
    for key, code in enumerate(COUNTRIES, start=1):
        overview.page.keyboard.press(str(key))
        overview.shows(f"country={code}")
        overview.page.keyboard.press("0")
        overview.shows("")


def test_back_and_reload_bring_the_same_view(overview):
    page = overview.page
    page.click("#country-ME")
    overview.shows("country=ME")
    page.click("#country-RS")
    overview.shows("country=ME,RS")
    before = page.inner_text("#figures")
    page.reload()
    overview.shows("country=ME,RS")
    assert page.inner_text("#figures") == before
    page.go_back()
    overview.shows("country=ME")
    page.go_back()
    overview.shows("")
    page.go_forward()
    overview.shows("country=ME")


def test_reset_clears_the_selection_and_keeps_the_profile(watch, public_record_address):
    overview = watch(public_record_address)
    page = overview.open("/?country=AL&from=2023&to=2023&kind=workshop&profile=eu")
    page.keyboard.press("r")
    overview.shows("")
    assert page.url.endswith("/?profile=eu")
    assert page.locator("#designation").count() == 1


def test_a_link_opens_the_view_in_canonical_form(watch, public_record_address):
    overview = watch(public_record_address)
    overview.open("/?programme=all&kind=summit,workshop&country=RS,AL&to=2023-12")
    assert overview.filter == "country=AL,RS&to=2023-12&kind=workshop,summit&programme=all"


def test_what_the_address_says_wrongly_is_named(watch, public_record_address):
    overview = watch(public_record_address)
    page = overview.open("/?country=AL,XX&colour=red&from=yesterday&show=city:atlantis")
    assert overview.filter == "country=AL"
    notice = page.inner_text("#notice")
    assert "XX" in notice
    assert "colour" in notice
    assert "yesterday" in notice


@pytest.mark.parametrize(
    ("typed", "city"),
    [("brcko", "brcko-district"), ("pec", "peja"), ("cair", "cair"), ("Чаир", "cair"),
     ("gnjilane", "gjilan"), ("durres", "durres"), ("скопје", "skopje")],
)  # fmt: skip
def test_a_city_is_found_under_any_spelling(overview, typed, city):
    page = overview.page
    page.keyboard.press("/")
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    overview.shows(f"city={city}")
    assert page.locator("#detail").is_visible()


def test_a_period_preset_and_own_dates(overview):
    page = overview.page
    page.click("#filter-period summary")
    page.click('#filter-period [data-from="2023"][data-to="2023"]')
    overview.shows("from=2023&to=2023")
    assert page.inner_text("#period-label") == "2023"
    page.click("#filter-period summary")
    page.fill("#period-from", "2023-06-01")
    page.fill("#period-to", "2023-06-30")
    page.click("#filter-period [data-mode=custom-period]")
    overview.shows("from=2023-06-01&to=2023-06-30")
    assert value(page, "activities-held") == ("2", "exact")


def test_more_filters_narrow_and_are_taken_away_again(overview):
    page = overview.page
    page.click("#filter-more summary")
    page.click('#filter-more [data-key="kind"][data-value="workshop"]')
    overview.shows("kind=workshop")
    page.click('#filter-more [data-key="theme"][data-value="youth"]')
    overview.shows("kind=workshop&theme=youth")
    page.keyboard.press("Escape")
    assert not page.locator("#filter-more[open]").count()
    page.click("#active-filters >> text=Workshop")
    overview.shows("theme=youth")


def largest_mark(page, graph):
    """Where the largest mark of a graph stands, the legend at the lower left aside."""
    boxes = page.evaluate(
        """graph => [...document.querySelectorAll(`#${graph} .point`)].map(point => {
          const box = point.getBoundingClientRect();
          return [box.width, box.x + box.width / 2, box.y + box.height / 2];
        }).filter(([, x]) => x > 200).sort((one, other) => other[0] - one[0])""",
        graph,
    )
    return boxes[0][1:]


def test_a_click_on_a_city_filters_and_tells_what_it_is(overview):
    page = overview.page
    page.mouse.click(*largest_mark(page, "city-map"))
    page.wait_for_url("**/?city=*&show=city:*")
    overview.settled()
    assert overview.filter.startswith("city=")
    assert page.locator("#detail h2").inner_text()
    assert page.locator("#detail .detail-sources a").count() >= 1
    record = page.get_by_text("All that is recorded").get_attribute("href")
    assert "/records/cities/" in record
    page.click("#detail .close")
    page.wait_for_function("!location.search.includes('show=')")
    overview.settled()
    assert not page.locator("#detail").is_visible()
    assert overview.filter.startswith("city=")


def test_a_click_on_a_country_is_its_button(overview):
    page = overview.page
    box = page.locator("#city-map .picture").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.66, box["y"] + box["height"] * 0.27)
    overview.shows("country=RS")
    assert page.get_attribute("#country-RS", "aria-pressed") == "true"


def test_a_click_on_a_mark_of_the_timeline_tells_what_it_is(overview):
    page = overview.page
    page.mouse.click(*largest_mark(page, "timeline"))
    page.wait_for_url("**/?show=activity:*")
    overview.settled()
    assert overview.filter == ""
    assert page.locator("#detail h2").inner_text()
    assert page.locator("#detail .detail-sources li").count() >= 1
    page.keyboard.press("Escape")
    page.wait_for_function("location.search === ''")


def test_tables_take_the_place_of_pictures(overview):
    page = overview.page
    page.keyboard.press("t")
    page.wait_for_selector("#city-map-table table")
    assert page.locator("#city-map-table tbody tr").count() == 21
    assert page.locator("#timeline-table tbody tr").count() == 23
    page.click("#timeline-table tbody tr >> nth=1 >> button")
    page.wait_for_selector("#detail:not([hidden]) h2")
    overview.settled()


def test_an_empty_picture_says_why_and_offers_a_way_out(watch, public_record_address):
    overview = watch(public_record_address)
    page = overview.open("/?country=RS&from=2024&to=2024")
    assert "No activities or support in Serbia in 2024." in page.inner_text("#timeline-empty")
    assert value(page, "activities-held") == ("0", "exact")
    page.click("#timeline-empty >> text=Show all dates")
    overview.shows("country=RS")
    assert not page.locator("#timeline-empty").is_visible()


def test_every_definition_shows_on_hover_and_on_focus(overview):
    page = overview.page
    card = page.locator("#figure-member-cities")
    assert not card.locator(".tip").is_visible()
    card.locator(".definition").hover()
    assert card.locator(".tip").is_visible()
    page.mouse.move(1, 1)
    assert not card.locator(".tip").is_visible()
    card.locator(".definition").focus()
    assert card.locator(".tip").is_visible()


def test_the_help_opens_and_closes_by_key(overview):
    page = overview.page
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("1")
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    assert overview.filter == ""


def test_the_whole_bar_is_reached_by_tab(overview):
    page = overview.page
    reached = []
    for _ in range(24):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    wanted = ["country-all", *(f"country-{code}" for code in COUNTRIES), "city-search", "reset"]
    assert [item for item in reached if item in wanted] == wanted


@pytest.mark.parametrize("profile", ["eu", "un", "coe"])
def test_a_profile_designates_kosovo_with_one_footnote(watch, public_record_address, profile):
    page = watch(public_record_address).open(f"/?profile={profile}")
    assert page.locator("#designation").count() == 1
    assert page.inner_text("#country-XK").startswith("Kosovo*")


def test_a_click_on_a_neighbour_or_the_sea_changes_nothing(overview):
    page = overview.page
    box = page.locator("#city-map .picture").bounding_box()
    for across, down in ((0.95, 0.05), (0.2, 0.7)):
        page.mouse.click(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
    page.wait_for_timeout(300)
    assert overview.filter == ""
    assert page.url.endswith("/")

"""What goes over the wire: little at first, one small answer per change, nothing from outside."""

import pytest

pytestmark = pytest.mark.browser

FIRST_LOAD_BYTES = 1_000_000
FIRST_LOAD_REQUESTS = 25
ANSWER_BYTES = 60_000


def wire(page):
    """Collect the compressed size of every answer by its address."""
    sizes, urls = {}, {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.requestWillBeSent", lambda e: urls.update({e["requestId"]: e["request"]["url"]})
    )
    session.on(
        "Network.loadingFinished",
        lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]}),
    )
    return sizes, urls


def test_the_first_load_is_light(watch, public_record_address):
    watched = watch(public_record_address)
    sizes, urls = wire(watched.page)
    watched.open("/")
    served = {key: size for key, size in sizes.items() if urls[key].startswith("http")}
    total = sum(served.values())
    print(f"first load: {total:,} bytes in {len(served)} requests")
    assert len(served) <= FIRST_LOAD_REQUESTS
    assert 100_000 < total <= FIRST_LOAD_BYTES


@pytest.mark.parametrize("change", ["#country-AL", "#country-XK", "#country-BA"])
def test_a_change_is_one_post_with_a_small_answer(overview, change):
    sizes, urls = wire(overview.page)
    overview.requests.clear()
    overview.page.click(change)
    overview.page.wait_for_selector(f'#page[data-filter="country={change[-2:]}"]')
    overview.page.wait_for_timeout(300)
    # When a title changes, Chromium may look for the icon of the window: not the page's doing.
    asked = [url for url in overview.requests if "favicon" not in url]
    assert asked == overview.posts()
    assert len(asked) == 1
    (answer,) = [size for key, size in sizes.items() if "_dash-update-component" in urls[key]]
    print(f"change {change}: {answer:,} bytes")
    assert 500 < answer <= ANSWER_BYTES


def test_the_policy_refuses_nothing_that_the_page_needs(overview):
    page = overview.page
    page.keyboard.press("t")
    overview.settled()
    page.keyboard.press("t")
    page.click("#country-ME")
    overview.shows("country=ME")
    assert overview.violations() == []

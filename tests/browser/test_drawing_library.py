"""The map is drawn by the small plotly.js, fetched once, and with boundaries of our own."""

import pytest
from plotly.offline import get_plotlyjs_version

from dashboard.browser_files import drawing_library

pytestmark = pytest.mark.browser


def test_one_small_library_draws_the_map_and_nothing_else_is_fetched(overview):
    page, asked = overview.page, overview.requests
    assert page.locator(".choroplethlayer path[d]").count() >= 6
    assert page.evaluate("window.Plotly.version") == get_plotlyjs_version()
    assert sum(drawing_library().url in url for url in asked) == 1
    assert [url for url in asked if "package_data" in url or "topojson" in url] == []
    assert [url for url in asked if url.endswith(".map")] == []


def test_the_fonts_are_ours_and_only_those_that_are_read(overview):
    fonts = {url.rpartition("/")[2] for url in overview.requests if url.endswith(".woff2")}
    assert {name.split(".")[0] for name in fonts} == {
        "source-sans-3-latin",
        "source-sans-3-latin-extended",
    }
    assert overview.page.evaluate("document.fonts.check('600 16px \"Source Sans 3\"')")

"""The records pages in a browser: sorting, leafing, and files of what is shown."""

import csv
import io

import pytest

from data.workbook.synthetic import write_synthetic
from served import load_workbook, serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def many_records(tmp_path_factory):
    """Serve 240 synthetic activities."""
    folder = tmp_path_factory.mktemp("records")
    write_synthetic(folder / "workbook", 240, seed=5)
    url = f"sqlite:///{folder / 'hub.sqlite'}"
    load_workbook(url, folder / "workbook")
    with serving(url) as address:
        yield address


def test_a_header_sorts_and_the_files_are_sorted_alike(watch, many_records):
    watched = watch(many_records)
    page = watched.open("/records/activities")
    page.click(".records-sort:has-text('Title')")
    page.wait_for_selector("th[aria-sort='ascending']:has-text('Title')")
    assert page.url.endswith("?sort=title")
    watched.settled()
    titles = page.locator("tbody th").all_inner_texts()
    assert titles == sorted(titles)
    with page.expect_download() as started:
        page.click("a:has-text('CSV')")
    text = started.value.path().read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    # What a spreadsheet would run stands behind an apostrophe in the file.
    listed = [row[1].removeprefix("'") for row in rows[rows.index([]) + 2 :]]
    assert listed[:50] == titles
    assert len(listed) > 100


def test_one_leafs_to_a_record_and_back(watch, many_records):
    watched = watch(many_records)
    page = watched.open("/records/activities")
    page.click(".records-pager >> nth=0 >> text=Last")
    watched.settled()
    assert "page=" in page.url
    where = page.url
    page.click("tbody th a >> nth=0")
    watched.settled()
    page.wait_for_selector(".record")
    page.click(".record-back a")
    watched.settled()
    assert page.url == where


def test_a_filter_starts_the_list_anew_and_hxl_goes_into_the_links(watch, many_records):
    watched = watch(many_records)
    page = watched.open("/records/activities?page=2")
    page.click("#country-AL")
    watched.shows("country=AL")
    assert page.url.endswith("/records/activities?country=AL")
    page.click(".records-hxl")
    page.wait_for_selector(".records-hxl[aria-pressed='true']")
    watched.settled()
    assert page.get_attribute("a:has-text('CSV')", "href").endswith("csv?country=AL&hxl=1")


@pytest.mark.parametrize("path", ["/records/support", "/records/attendance"])
def test_a_list_fits_a_phone(watch, many_records, path):
    page = watch(many_records, 390, 844).open(path)
    table = page.locator(".records-table").bounding_box()
    assert table["x"] >= 0
    assert table["x"] + table["width"] <= 390

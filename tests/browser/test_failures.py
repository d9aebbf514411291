"""The database gone, empty or of another version: the page says so, and recovers by itself."""

import shutil
import sqlite3

import pytest

from served import PUBLIC_RECORD, load_workbook, serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def record_file(tmp_path_factory):
    """A file with the public record, to be copied."""
    path = tmp_path_factory.mktemp("record") / "hub.sqlite"
    load_workbook(f"sqlite:///{path}", PUBLIC_RECORD)
    return path


def begin_with(state, record_file, path):
    """Put the database into a state in which it cannot be shown."""
    if state == "empty":
        sqlite3.connect(path).close()
    elif state == "behind":
        shutil.copy(record_file, path)
        with sqlite3.connect(path) as database:
            database.execute("UPDATE alembic_version SET version_num = '0000'")
        database.close()


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("missing", "The reporting database's file is not there."),
        ("empty", "The reporting database is empty: no workbook has been loaded."),
        ("behind", "The reporting database was made by another version of the dashboard."),
    ],
)
def test_a_page_says_what_is_wrong_and_opens_by_itself(
    watch, record_file, tmp_path, state, sentence
):
    path = tmp_path / "hub.sqlite"
    begin_with(state, record_file, path)
    with serving(f"sqlite:///{path}") as address:
        watched = watch(address)
        page = watched.page
        page.goto(address)
        page.wait_for_selector("h1")
        assert page.inner_text("h1") == sentence
        assert page.evaluate("fetch('/readyz').then(answer => answer.status)") == 503
        path.unlink(missing_ok=True)
        shutil.copy(record_file, path)
        page.wait_for_selector("#page[data-filter]", timeout=45_000)
        assert page.get_attribute("#figure-member-cities", "data-value") == "12"
        # The browser itself writes the 503 that was asked for into its console.
        watched.complaints = [text for text in watched.complaints if "503" not in text]
        page.goto("about:blank")


def test_an_open_page_keeps_what_it_shows_and_catches_up(watch, record_file, tmp_path):
    path = tmp_path / "hub.sqlite"
    shutil.copy(record_file, path)
    with serving(f"sqlite:///{path}") as address:
        watched = watch(address)
        page = watched.open("/")
        away = tmp_path / "away.sqlite"
        path.rename(away)
        page.click("#country-XK")
        page.wait_for_selector("#notice:not(:empty)")
        assert "not there" in page.inner_text("#notice")
        assert page.get_attribute("#figure-member-cities", "data-value") == "12"
        assert page.get_attribute("#page", "data-filter") is None
        away.rename(path)
        watched.shows("country=XK")
        assert page.get_attribute("#figure-member-cities", "data-value") == "5"
        assert page.inner_text("#notice") == ""
        watched.complaints = [text for text in watched.complaints if "503" not in text]
        page.goto("about:blank")

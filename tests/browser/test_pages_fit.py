"""Every page at every size of screen: nothing sideways, no text upon another, no fault of axe."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from axe import faults
from callbacks import PAGES
from repository_files import ROOT
from served import hub_dashboard, load_workbook, serving

pytestmark = pytest.mark.browser

SIZES = (
    *(("synthetic", size) for size in ((1920, 1080), (1280, 720), (1024, 768), (390, 844))),
    *(("public record", size) for size in ((1600, 900), (390, 844))),
)
"""At 1600 px the page has just grown; little data need less room than much."""
WITH_AXE = {"synthetic": (1280,), "public record": (390,)}
"""Of the public record at 1280 px, `test_accessibility` looks at many more states."""
OVERLAPS = (ROOT / "tests" / "support" / "overlaps.js").read_text(encoding="utf-8")


def _paths(city: str, activity: str) -> list[str]:
    """Give one address of each page there is."""
    names = {"<city>": city, "<sheet>": "activities", "<key>": activity}
    paths = []
    for page in PAGES:
        path = page.path
        for place, name in names.items():
            path = path.replace(place, name)
        paths.append(path)
    return paths


@pytest.fixture(scope="session")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """Serve a synthetic workbook of 60 cities and 1,000 activities; give its address and paths."""
    folder: Path = tmp_path_factory.mktemp("synthetic")
    book, url = folder / "book", f"sqlite:///{folder / 'hub.sqlite'}"
    made = hub_dashboard(
        "synthetic", str(book), "--activities", "1000", "--seed", "1", database_url=url
    )
    assert made.returncode == 0, made.stderr
    load_workbook(url, book)
    with serving(url) as address:
        yield address, _paths(_first(book / "cities.csv"), _first(book / "activities.csv"))


def _first(sheet: Path) -> str:
    with sheet.open(encoding="utf-8", newline="") as rows:
        return next(csv.DictReader(rows))["id"]


@pytest.mark.parametrize(("name", "size"), SIZES, ids=str)
def test_every_page_fits(watch, request, name, size):
    if name == "synthetic":
        address, paths = request.getfixturevalue("synthetic")
    else:
        address = request.getfixturevalue("public_record_address")
        paths = _paths("danilovgrad", "elbasan-workshop-2023")
    watched = watch(address, *size, bypass_csp=True)
    for path in paths:
        page = watched.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") == size[0], path
        assert page.evaluate(OVERLAPS) == [], path
        if size[0] in WITH_AXE[name]:
            assert faults(page) == [], path

"""Every page that is read like a document, and the evidence panel, as the browser asks for them.

A *first* answer comes from a repository that has read no page yet; *again* is the same question
asked of the same repository a second time.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa
from dash import Dash
from werkzeug.test import TestResponse

from callbacks import PAGES
from callbacks.pages import Page
from dashboard.app import create_app
from dashboard.settings import Settings
from data.database import open_for_reading
from data.filters import ALL
from data.records.asked import RecordsAsked
from data.records.sorting import default_sort
from data.reference import Reference
from data.repository import Repository
from layouts.ids import Id

FILTERS = (
    "",
    "country=AL",
    "country=XK,MK&kind=workshop",
    "from=2023&to=2023",
    "from=2023-01-15&to=2024-03-20",
    "theme={theme}",
    "funder={funder}",
)
"""Filters under which every page is asked for; names in braces are filled from the dataset."""
UNDER_EVIDENCE = "/records/themes"
"""A page that costs little, to open the evidence of a figure on."""
ROUNDS = 3
LIMIT = 3.0


class Asked(NamedTuple):
    """One page of a dataset: its name in the table, its address and what to open on it."""

    name: str
    path: str
    evidence: str = ""


class PageTimes(NamedTuple):
    """Milliseconds of a first answer and of the same answer again."""

    first: float
    again: float


_Timed = tuple[Asked, dict[str, PageTimes]]


def pages_asked(repository: Repository) -> list[Asked]:
    """List every page of the table of pages that answers, and the evidence of every figure."""
    reference = repository.reference()
    documents = [page for page in PAGES if page.answer is not None]
    return [
        *(asked for page in documents for asked in _addresses(page, repository, reference)),
        *(Asked(f"evidence {key}", UNDER_EVIDENCE, key) for key in reference.indicators),
    ]


def _addresses(page: Page, repository: Repository, reference: Reference) -> Iterator[Asked]:
    """Fill the places of a page's pattern: each value that they may take, or one of the dataset."""
    if "<sheet>" not in page.path:
        city = sorted(reference.cities)[3]
        yield Asked(page.path, page.path.replace("<city>", city))
        return
    for sheet in page.choices["sheet"]:
        path = page.path.replace("<sheet>", sheet)
        key = _middle_key(repository, sheet) if "<key>" in path else ""
        yield Asked(path, path.replace("<key>", key))


def _middle_key(repository: Repository, sheet: str) -> str:
    """Name a record from the middle of the first page of a sheet."""
    page = repository.records(RecordsAsked(sheet, ALL, sort=default_sort(sheet)))
    return str(page.records[len(page.records) // 2].key)


def page_times(url: str) -> dict[Asked, dict[str, PageTimes]]:
    """Return the milliseconds of each page under each of its filters, the least of some rounds."""
    engine = open_for_reading(url)
    repository = Repository(engine)
    reference = repository.reference()
    names = {"theme": reference.themes[0].id, "funder": reference.funders[0]}
    browser = Browser(engine)
    times = {
        asked: {query: _times(browser, asked, query.format(**names)) for query in _filters(asked)}
        for asked in pages_asked(repository)
    }
    engine.dispose()
    return times


def report_pages(kind: str, urls: Mapping[int, str]) -> bool:
    """Print each page with its worst filter; say whether every ratio holds."""
    small, large = (page_times(url) for url in urls.values())
    sizes = "".join(f"{size:>10,}" for size in urls)
    print(f"\n{kind}: server time of a page, first and again, least of {ROUNDS} rounds, ms")
    print(f"{'page':<28}{'worst under':<32}{'':<8}{sizes}{'ratio':>8}")
    over = [
        line
        for one, other in zip(small.items(), large.items(), strict=True)
        for line in _report(one, other)
    ]
    for line in over:
        print(f"over the limit of {LIMIT:.0f}: {line}", flush=True)
    return not over


def _report(one: _Timed, other: _Timed) -> list[str]:
    """Print a page's worst ratios; return those that are over the limit."""
    (asked, small), (_, large) = one, other
    over = []
    for turn in PageTimes._fields:
        ratios = {query: getattr(large[query], turn) / getattr(small[query], turn)
                  for query in small}  # fmt: skip
        worst = max(ratios, key=lambda query: ratios[query])
        times = [getattr(each[worst], turn) for each in (small, large)]
        numbers = "".join(f"{each:>10.0f}" for each in times) + f"{ratios[worst]:>8.1f}"
        print(f"{asked.name:<28}{worst or 'everything':<32}{turn:<8}{numbers}", flush=True)
        if ratios[worst] > LIMIT:
            over.append(f"{asked.name} {turn} under {worst or 'everything'}")
    return over


def _filters(asked: Asked) -> tuple[str, ...]:
    """Ask lists and single records, of which there are many kinds, under fewer filters."""
    if asked.evidence:
        return FILTERS[:4]
    return FILTERS[:2] if asked.path.startswith("/records") else FILTERS


class Browser:
    """Asks an app for documents, as the browser does, and takes the time of each answer."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self.forget()

    def forget(self) -> None:
        """Begin with a repository that has read no page yet, as after a restart."""
        repository = Repository(self._engine)
        repository.reference()
        self._app = create_app(repository, Settings())
        self._client = self._app.server.test_client()
        self._post({"path": "/nowhere", "query": ""})

    def milliseconds(self, asked: Asked, query: str) -> float:
        """Ask for a page under a filter; return the time from the posted body to the answer."""
        opened = f"evidence={asked.evidence}" if asked.evidence else ""
        whole = "&".join(part for part in (query, opened) if part)
        begun = time.perf_counter()
        answer = self._post({"path": asked.path, "query": whole})
        taken = (time.perf_counter() - begun) * 1000
        assert answer.status_code == 200, f"{asked.path}?{whole}: {answer.status_code}"
        shown = json.loads(answer.get_data(as_text=True))["response"][Id.DOCUMENT_ANSWER]["data"]
        assert not shown.get("failed"), f"{asked.path}?{whole}: the database does not answer"
        return taken

    def _post(self, place: dict[str, str]) -> TestResponse:
        body = document_body(self._app, place)
        return self._client.post("/_dash-update-component", json=body)


def document_body(app: Dash, place: Mapping[str, str]) -> dict[str, Any]:
    """Write the body that the browser posts when a document's address becomes another."""
    output = next(key for key in app.callback_map if f"{Id.DOCUMENT}.children" in key)
    names = output.strip(".").split("...")
    request = {"turn": 1, "tables": False, "main": [1232, 540], "em": 16, **place}
    return {
        "output": output,
        "outputs": [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True))
                    for name in names],
        "inputs": [{"id": Id.DOCUMENT_REQUEST, "property": "data", "value": request}],
        "changedPropIds": [f"{Id.DOCUMENT_REQUEST}.data"],
        "parsedChangedPropsIds": [f"{Id.DOCUMENT_REQUEST}.data"],
    }  # fmt: skip


def _times(browser: Browser, asked: Asked, query: str) -> PageTimes:
    first, again = [], []
    for _ in range(ROUNDS):
        browser.forget()
        first.append(browser.milliseconds(asked, query))
        again.append(browser.milliseconds(asked, query))
    return PageTimes(min(first), min(again))

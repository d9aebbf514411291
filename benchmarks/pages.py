"""Every page that is read like a document, and the evidence panel, as the browser asks for them.

A *first* answer comes from a repository that has read no page yet; *again* is the same question
asked of the same repository a second time.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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
QUICK = 40.0
"""An answer within so many milliseconds holds, whatever its ratio: it is mostly the frame."""


class Asked(NamedTuple):
    """One page of a dataset: its name in the table, its address and what to open on it."""

    name: str
    path: str
    evidence: str = ""


class PageTimes(NamedTuple):
    """Milliseconds of a first answer and of the same answer again."""

    first: float
    again: float


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


@contextmanager
def browsers(urls: Iterable[str]) -> Iterator[list[Browser]]:
    """Give a browser for each database."""
    engines = [open_for_reading(url) for url in urls]
    yield [Browser(engine) for engine in engines]
    for engine in engines:
        engine.dispose()


def report_pages(kind: str, urls: Mapping[int, str]) -> bool:
    """Print each page with its worst filter; say whether every ratio holds."""
    sizes = "".join(f"{size:>10,}" for size in urls)
    print(f"\n{kind}: server time of a page, first and again, least of {ROUNDS} rounds, ms")
    print(f"{'page':<32}{'worst under':<32}{'':<8}{sizes}{'ratio':>8}")
    over: list[str] = []
    with browsers(urls.values()) as both:
        for pages in zip(*(pages_asked(browser.repository) for browser in both), strict=True):
            over += _report(pages[0].name, _measured(both, pages))
    for line in over:
        print(f"over the limit of {LIMIT:.0f}: {line}", flush=True)
    return not over


def _measured(both: Sequence[Browser], pages: Sequence[Asked]) -> dict[str, list[PageTimes]]:
    """Measure a page in each database under each filter, in turn, as the machine's load changes."""
    times = {}
    for query in _filters(pages[0]):
        rounds = [
            [browser.twice(asked, query) for browser, asked in zip(both, pages, strict=True)]
            for _ in range(ROUNDS)
        ]
        times[query] = [_least(taken) for taken in zip(*rounds, strict=True)]
    return times


def _least(taken: Sequence[PageTimes]) -> PageTimes:
    return PageTimes(min(each.first for each in taken), min(each.again for each in taken))


def _report(name: str, times: Mapping[str, Sequence[PageTimes]]) -> list[str]:
    """Print a page's worst ratios; return those that are over the limit."""
    over = []
    for turn in PageTimes._fields:
        pairs = {query: [getattr(one, turn) for one in both] for query, both in times.items()}
        worst = max(pairs, key=lambda query: pairs[query][1] / pairs[query][0])
        small, large = pairs[worst]
        under, numbers = worst or "everything", f"{small:>10.0f}{large:>10.0f}{large / small:>8.1f}"
        print(f"{name:<32}{under:<32}{turn:<8}{numbers}", flush=True)
        beyond = [
            query or "everything"
            for query, (one, other) in pairs.items()
            if other > max(LIMIT * one, QUICK)
        ]
        over += [f"{name} {turn} under {' and '.join(beyond)}"] if beyond else []
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
        self.repository = Repository(engine)
        reference = self.repository.reference()
        self._names = {"theme": reference.themes[0].id, "funder": reference.funders[0]}
        self.forget()

    def twice(self, asked: Asked, template: str) -> PageTimes:
        """Ask for a page under a filter for the first time, and again."""
        query = template.format(**self._names)
        self.forget()
        return PageTimes(self.milliseconds(asked, query), self.milliseconds(asked, query))

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

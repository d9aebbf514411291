"""The numbers of a page, each with where it leads: a figure's evidence, or a list of records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from dash.development.base_component import Component

from callbacks import find_page
from callbacks.pages import Asked
from callbacks.requests import read_request, read_view
from callbacks.setting import Setting
from data.evidence.asked import read_figure_key
from data.filters import Filters
from data.records.asked import read_records_asked
from data.repository import Repository
from spoken import components


def page_parts(repository: Repository, path: str, query: str = "") -> list[Component]:
    """Answer a page as its wires do."""
    found = find_page(path)
    assert found is not None, path
    assert found[0].answer is not None, path
    request = read_request({"path": path, "query": query})
    view = read_view(query, repository.vocabulary(), "plain")
    setting = Setting("plain", "/boundaries.geojson")
    return found[0].answer(Asked(repository, request, view, setting, found[1])).parts


def linked_numbers(parts: Any) -> Iterator[tuple[int, str]]:
    """Give each number that leads to a list of records, with the list's address."""
    for part in components(parts):
        counts = getattr(part, "data-counts", None)
        if counts is not None:
            yield int(counts), part.href


def listed(repository: Repository, address: str) -> int:
    """Count the records that a list's address names; nothing of it may be misunderstood."""
    split = urlsplit(address)
    sheet = unquote(split.path).removeprefix("/records/")
    view = read_view(split.query, repository.vocabulary(), "plain")
    asked, ignored = read_records_asked(sheet, view.filters, view.extras, repository.reference())
    assert not (*view.ignored, *ignored), (address, view.ignored, ignored)
    return repository.records(asked).total


def said_figures(parts: Any) -> Iterator[tuple[float | None, str]]:
    """Give each figure that a sentence says, with its name in addresses."""
    for part in components(parts):
        said = getattr(part, "data-said", None)
        if said is not None:
            yield float(said) if said else None, getattr(part, "data-value")


def figure_value(repository: Repository, key: str, filters: Filters) -> float | None:
    """Count the figure of a name on a page with a filter."""
    asked = read_figure_key(key, filters, repository.reference())
    return repository.figures(asked.filters, [asked.indicator.id])[0].count.value


def loose_digits(parts: Any) -> list[str]:
    """List the digits that sentences say in their own words, with nothing behind them."""
    sentences = [part for part in components(parts) if _is_sentence(part)]
    texts = [text for part in sentences for text in part.children if isinstance(text, str)]
    return [found for text in texts for found in re.findall(r"\d+", text)]


def _is_sentence(part: Component) -> bool:
    return "sentence" in (getattr(part, "className", None) or "").split()

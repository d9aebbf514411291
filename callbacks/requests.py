"""What the browser asks with: the query, the sizes of its boxes, and whether it wants tables."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from data.details import SHOWABLE
from data.filters import PROFILES, VIEW_KEYS, Filters, Ignored, Vocabulary, parse_query
from layouts.canvas import Canvas

LARGEST = 8000
LONGEST_QUERY = 4000
LONGEST_PATH = 500


@dataclass(frozen=True, slots=True)
class Request:
    """One change as the browser tells it, cleaned."""

    path: str
    query: str
    turn: int
    tables: bool
    map: Canvas
    timeline: Canvas
    main: Canvas


@dataclass(frozen=True, slots=True)
class View:
    """A request understood: the filter, how to show it, and what was not understood.

    `extras` are the keys of the address that say how to show, as they were written.
    """

    filters: Filters
    profile: str
    show: tuple[str, str] | None
    ignored: tuple[Ignored, ...]
    extras: Mapping[str, str]

    @property
    def query(self) -> str:
        """The canonical query of the filter and of how it is shown."""
        return self.filters.to_query()


def read_request(data: Any) -> Request:
    """Clean what came over the wire; anything odd becomes the plainest request."""
    given = data if isinstance(data, dict) else {}
    em = _between(given.get("em"), 8, 64, 16)
    query, path = given.get("query"), given.get("path")
    return Request(
        path=path[:LONGEST_PATH] if isinstance(path, str) else "/",
        query=query[:LONGEST_QUERY] if isinstance(query, str) else "",
        turn=int(_between(given.get("turn"), 0, 10**9, 0)),
        tables=given.get("tables") is True,
        map=_canvas(given.get("map"), em, Canvas(456, 540, em)),
        timeline=_canvas(given.get("timeline"), em, Canvas(744, 232, em)),
        main=_canvas(given.get("main"), em, Canvas(1232, 540, em)),
    )


def read_view(query: str, vocabulary: Vocabulary, profile: str) -> View:
    """Read the filter, the designation profile and the open record from a query."""
    filters, ignored = parse_query(query, vocabulary)
    given = parse_qs(query, max_num_fields=60)
    extra = {key: given[key][-1] for key in VIEW_KEYS if key in given}
    asked = extra.get("profile", profile)
    kind, _, key = extra.get("show", "").partition(":")
    show = (kind, key) if kind in SHOWABLE and key else None
    if "show" in extra and show is None:
        ignored = (*ignored, Ignored("show", extra["show"], "there is no such record"))
    return View(filters, asked if asked in PROFILES else profile, show, ignored, extra)


def _canvas(size: Any, em: float, default: Canvas) -> Canvas:
    if not isinstance(size, list) or len(size) != 2:
        return default
    width = int(_between(size[0], 120, LARGEST, default.width))
    height = int(_between(size[1], 0, LARGEST, default.height))
    return Canvas(width, height if height >= 80 else 0, em)


def _between(value: Any, least: float, most: float, default: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
        return default
    return min(max(value, least), most)

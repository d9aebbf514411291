"""Dash's own scripts as one file, without the ones that no page of ours uses.

Dash lists a script tag for each library. The same bytes in one file are one request, compressed
once; its address lies where Dash's scripts lie, so that parts they load later are found.
"""

from __future__ import annotations

import pkgutil
import re
from functools import cache

from dash.fingerprint import check_fingerprint

from dashboard.browser_files import BrowserFile

SUITES = "/_dash-component-suites/"

_NAME = "dash_renderer_and_components.js"
_PREFIX = f"{SUITES}dash/dcc/"
_TAG = re.compile(rf'<script src="[^"]*{SUITES}([^/"]+)/([^"]+)"></script>\n?')
_LEFT_OUT = ("deps/polyfill", "dash_table/")
"""For browsers older than those that can run our own scripts, and a table that no page has."""

_LOADED_LATER = (("dash", "dcc/async-graph.js"),)
"""Parts that Dash would fetch at the first graph: every page starts with one."""

_COMMENTS_THEN_STRICT = re.compile(rb'\s*(?:/\*.*?\*/\s*)*"use strict"', re.DOTALL)
_SOURCE_MAP = re.compile(rb"^//# sourceMappingURL=.*$", re.MULTILINE)


def bundled(tags: str) -> tuple[str, BrowserFile]:
    """Replace Dash's script tags by one; return the tags that stay and the file.

    A tag that is none of Dash's stays after the file's own.
    """
    parts = tuple((found[1], plain_path(found[2])) for found in _TAG.finditer(tags))
    file = _bundle(parts)
    rest = _TAG.sub("", tags).strip()
    return f'<script src="{file.url}"></script>\n{rest}', file


@cache
def _bundle(parts: tuple[tuple[str, str], ...]) -> BrowserFile:
    kept = [part for part in parts if not part[1].startswith(_LEFT_OUT)]
    contents = [_script(package, path) for package, path in (*kept, *_LOADED_LATER)]
    return BrowserFile(_NAME, b"\n;\n".join((b"", *contents)), prefix=_PREFIX)


def plain_path(path: str) -> str:
    """Return a path of Dash's without its fingerprint."""
    plain, _ = check_fingerprint(path)  # type: ignore[no-untyped-call]
    return str(plain)


def _script(package: str, path: str) -> bytes:
    content = pkgutil.get_data(package, path)
    if content is None:
        raise FileNotFoundError(f"{package} has no {path}")
    content = _SOURCE_MAP.sub(b"", content)
    # Strictness holds for a whole file: a function keeps it to the part that asked for it.
    strict = _COMMENTS_THEN_STRICT.match(content)
    return b"(function () {\n" + content + b"\n})();" if strict else content

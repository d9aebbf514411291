"""What the browser is sent besides answers: the index, our files and Dash's scripts.

A file under its fingerprint is kept for a year; under its plain name it is asked for again.
Source maps and the full plotly.js are never sent.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dash import Dash
from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard.browser_files import (
    BOUNDARIES,
    PREFIX,
    SCRIPTS,
    STYLES,
    BrowserFile,
    browser_file,
    browser_files,
    drawing_library,
)
from dashboard.compression import accepted_encoding, compress_responses
from dashboard.dash_scripts import SUITES, bundled, plain_path

__all__ = [
    "INDEX_STRING",
    "boundaries_url",
    "compress_responses",
    "register_static_files",
    "use_partial_plotly",
]

INDEX_STRING = """<!doctype html>
<html lang="en">
  <head>
    {%metas%}
    <meta name="color-scheme" content="light">
    <title>{%title%}</title>
    {%favicon%}
    {%css%}
  </head>
  <body>
    <noscript>This dashboard needs JavaScript; the figures are also at /api/figures.</noscript>
    {%app_entry%}
    {%config%}
    {%scripts%}
    {%renderer%}
  </body>
</html>
"""

_FOREVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "public, no-cache"
_FULL_PLOTLY = f"{SUITES}plotly/"
_FINGERPRINT = re.compile(r"\.[0-9a-f]{12}(?=\.\w+$)")
_BUNDLES = "bundles of Dash's scripts"
_APP = "the app of the server"


def boundaries_url() -> str:
    """Return the address of the country outlines."""
    return browser_file(BOUNDARIES).url


def use_partial_plotly(app: Dash) -> None:
    """Let this app's index name our files, one bundle of Dash's scripts, and the small plotly.js.

    The index must be INDEX_STRING or have the same places.
    """
    plain: Callable[..., str] = app.interpolate_index
    bundles: dict[str, BrowserFile] = app.server.extensions.setdefault(_BUNDLES, {})
    app.server.extensions[_APP] = app

    def interpolate(**parts: str) -> str:
        scripts, bundle = bundled(parts["scripts"])
        bundles[bundle.url] = bundle
        ours = f'<script src="{browser_file(SCRIPTS).url}"></script>\n{scripts}'
        css = f"{_head()}\n{parts['css']}"
        return plain(**{**parts, "scripts": ours, "css": css, "favicon": _favicon()})

    app.interpolate_index = interpolate  # type: ignore[method-assign, assignment]


def register_static_files(server: Flask) -> None:
    """Answer for /assets/ and for Dash's scripts, before any other route can.

    The server is that of an app which uses the partial plotly.js.
    """
    app: Dash = server.extensions[_APP]

    @server.before_request
    def serve() -> AnyResponse | None:
        path = request.path
        if path.endswith(".map"):
            return _missing()
        if path.startswith(_FULL_PLOTLY):
            return redirect(drawing_library().url)
        if path.startswith(PREFIX):
            return _serve_asset(path.removeprefix(PREFIX))
        if path.startswith(SUITES):
            return _serve_script(app, path)
        return None


def _serve_asset(rest: str) -> Response:
    file = browser_files().get(_FINGERPRINT.sub("", rest))
    return _answer(file, fingerprinted=request.path == file.url) if file else _missing()


def _serve_script(app: Dash, path: str) -> Response | None:
    """Serve the bundle, leave to Dash what it knows besides, and refuse the rest."""
    bundles: dict[str, BrowserFile] = app.server.extensions[_BUNDLES]
    if not bundles:  # another worker wrote the reader's index: write one to learn the parts
        app.index()  # type: ignore[no-untyped-call]
    if path in bundles:
        return _answer(bundles[path], fingerprinted=True)
    package, _, rest = path.removeprefix(SUITES).partition("/")
    known = app.registered_paths.get(package, ())
    return None if plain_path(rest) in known else _missing()


def _answer(file: BrowserFile, *, fingerprinted: bool) -> Response:
    encoding = accepted_encoding()
    encoded = file.encoded(encoding)
    answer = Response(file.content if encoded is None else encoded, mimetype=file.mimetype)
    if encoding and encoded is not None:
        answer.headers["Content-Encoding"] = encoding
    answer.vary.add("Accept-Encoding")
    answer.headers["Cache-Control"] = _FOREVER if fingerprinted else _ASK_AGAIN
    answer.set_etag(file.fingerprint if encoded is None else f"{file.fingerprint}-{encoding}")
    answer.make_conditional(request)
    return answer


def _missing() -> Response:
    return Response("There is no such file.", 404, mimetype="text/plain")


def _head() -> str:
    font = browser_file("fonts/source-sans-3-latin.woff2").url
    library = drawing_library().url
    return "\n    ".join(
        (
            f'<link rel="stylesheet" href="{browser_file(STYLES).url}">',
            f'<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>',
            f'<link rel="preload" href="{library}" as="script" id="drawing-library">',
        )
    )


def _favicon() -> str:
    return f'<link rel="icon" type="image/svg+xml" href="{browser_file("favicon.svg").url}">'

"""The application factory: the only place where all layers meet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from dash import Dash
from dash.development.base_component import Component
from flask import Flask, Response, request

import callbacks
from callbacks import PAGES, find_page
from callbacks.setting import Setting
from dashboard.api import register_api
from dashboard.browser_files import STYLES, browser_file
from dashboard.charts import register_charts
from dashboard.headers import secure
from dashboard.records_downloads import register_records
from dashboard.settings import Settings
from dashboard.static_files import (
    INDEX_STRING,
    boundaries_url,
    compress_responses,
    register_static_files,
    use_partial_plotly,
)
from data.errors import DatabaseEmpty, DatabaseUnavailable, SchemaOutdated
from data.repository import Repository
from layouts import shell, words
from layouts.language import speak
from layouts.pages import failure

_LONGEST_BODY = 256_000
_DASH_PREFIX = "/_dash"


def create_app(repository: Repository, settings: Settings) -> Dash:
    """Build the dashboard around a repository; nothing is read before the first request."""
    app = Dash(
        "dashboard",
        title=f"{words.PRODUCT} dashboard",
        update_title="",
        assets_folder="",
        compress=False,
        serve_locally=True,
        suppress_callback_exceptions=True,
        index_string=INDEX_STRING,
        enable_mcp=False,
    )
    app.layout = _layout(repository, settings)
    callbacks.register(app, repository, Setting(settings.profile, boundaries_url()))
    _dress(app, repository, settings)
    return app


def _dress(app: Dash, repository: Repository, settings: Settings) -> None:
    """Add what stands around the pages: API, files, doors, compression, headers."""
    server: Flask = app.server
    server.before_request(partial(speak, settings.language))
    server.config["MAX_CONTENT_LENGTH"] = _LONGEST_BODY
    use_partial_plotly(app)
    register_api(server, repository, settings)
    register_charts(server, repository, settings)
    register_records(server, repository, settings)
    _close_doors(server, settings)
    register_static_files(server)
    compress_responses(server)
    secure(server, app.csp_hashes())


def _layout(repository: Repository, settings: Settings) -> Callable[[], Component]:
    def layout() -> Component:
        try:
            reference = repository.reference()
        except DatabaseUnavailable as error:
            return failure.layout(error.sentence, _advice(error))
        page, _ = find_page(request.args.get("path", "/")) or (PAGES[0], {})
        names = [(item.target, item.name) for item in PAGES if item.name]
        frame = page.frame(reference)
        return shell.shell(frame, names, page.section, reference, settings.profile)

    return layout


def _advice(error: DatabaseUnavailable) -> str:
    """Say what the people who run the server can do."""
    match error:
        case SchemaOutdated():
            return "Load the workbook anew with: hub-dashboard load WORKBOOK"
        case DatabaseEmpty():
            return "Load a workbook with: hub-dashboard load WORKBOOK"
        case _:
            return "Check that the database server runs and that HUB_DATABASE_URL names it."


def _close_doors(server: Flask, settings: Settings) -> None:
    """Answer only under trusted names, and only on paths that exist."""

    @server.before_request
    def check() -> Response | None:
        host = request.host.rsplit(":", 1)[0]
        if settings.hosts and host not in settings.hosts:
            return Response("This server does not answer under that name.", 400)
        if request.method in ("GET", "HEAD") and request.endpoint in (None, "/", "/<path:path>"):
            return None if find_page(request.path) else _not_found()
        return None

    @server.errorhandler(404)
    def not_found(_: Any) -> Response:
        return _not_found()


def _not_found() -> Response:
    page = f"""<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Not found · {words.PRODUCT} dashboard</title>
    <link rel="stylesheet" href="{browser_file(STYLES).url}">
  </head>
  <body>
    <header class="top"><a class="product" href="/">{words.PRODUCT}</a></header>
    <main class="failure">
      <h1>There is no page at this address</h1>
      <p><a href="/">Go to the overview</a></p>
    </main>
  </body>
</html>
"""
    return Response(page, 404, mimetype="text/html")

"""Downloads of what just one chart shows: `/charts/<name>.csv` and `.xlsx`."""

from __future__ import annotations

from typing import Literal

from flask import Flask, Response, request

from callbacks.charts import CHARTS
from callbacks.requests import View, read_view
from dashboard.downloads import Column, Download, download_response
from dashboard.settings import Settings
from data.errors import HubError, InvalidFilter, UnknownRecord
from data.geography import designation
from data.reference import Reference
from data.repository import Repository
from layouts import words
from layouts.chart_table import ChartTable


def register_charts(server: Flask, repository: Repository, settings: Settings) -> None:
    """Add the downloads of charts to the server; what is not understood is refused."""

    @server.get("/charts/<name>.<any(csv, xlsx):form>")
    def chart(name: str, form: Literal["csv", "xlsx"]) -> Response:
        try:
            if name not in CHARTS:
                raise UnknownRecord(f"There is no chart {name}.")
            with repository.one_moment() as moment:
                view = _required_view(moment, settings.profile)
                shown = CHARTS[name](moment, view)
                return download_response(_download(shown, moment.reference(), view), form)
        except HubError as error:
            return Response(error.sentence, error.status, mimetype="text/plain")


def _required_view(repository: Repository, profile: str) -> View:
    query = request.query_string.decode("utf-8", errors="replace")
    view = read_view(query, repository.vocabulary(), profile)
    if view.ignored:
        raise InvalidFilter("; ".join(item.sentence for item in view.ignored))
    return view


def _download(shown: ChartTable, reference: Reference, view: View) -> Download:
    dataset = reference.dataset
    return Download(
        name=shown.name,
        title=f"{shown.title}: {shown.caption}",
        filter_words=words.filter_line(view.filters, reference, view.profile),
        as_of=dataset.as_of,
        note=designation(view.profile).footnote or None,
        address=request.url,
        columns=tuple(Column(item.name, item.hxl, item.kind) for item in shown.columns),
        rows=lambda: [row.cells for row in shown.rows],
        synthetic=dataset.kind == "synthetic",
        hxl=view.extras.get("hxl") == "1",
    )

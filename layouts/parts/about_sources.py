"""The sources of the dataset, with what rests on each."""

from __future__ import annotations

from typing import Any

from dash import html

from data.about import About
from data.filters import Filters
from data.sources_used import SourceUse
from layouts import about_words, formats
from layouts.addresses import page_address
from layouts.attributes import attributes

Parts = list[Any]
MOST_SOURCES = 200


def sources_section(about: About, filters: Filters, profile_asked: str | None) -> Parts:
    """List the sources in the workbook's order; the rest of a long list is on its own page."""
    if not about.sources:
        return [html.P(about_words.NO_SOURCES)]
    shown = about.sources[:MOST_SOURCES]
    return [
        html.P(about_words.SOURCES_LEAD),
        html.Table(
            [
                html.Caption("Sources", className="visually-hidden"),
                html.Thead(
                    html.Tr(
                        [
                            html.Th(name, scope="col")
                            for name in ("Title", "Publisher", "Published", "What rests on it")
                        ]
                    )
                ),
                html.Tbody([_row(source, filters, profile_asked) for source in shown]),
            ],
            className="about-sources",
        ),
        *_more(len(about.sources), filters, profile_asked),
    ]


def _row(source: SourceUse, filters: Filters, profile_asked: str | None) -> html.Tr:
    published = formats.date_span(source.published) if source.published else "no date"
    return html.Tr(
        [
            html.Th(_title(source), scope="row", id=f"source-{source.id}"),
            html.Td(source.publisher or formats.NOT_RECORDED),
            html.Td(published),
            html.Td(_resting(source, filters, profile_asked)),
        ]
    )


def _title(source: SourceUse) -> Any:
    if source.url and source.url.startswith(("https://", "http://")):
        return html.A(source.title, href=source.url, target="_blank", rel="noopener noreferrer")
    return source.title


def _resting(source: SourceUse, filters: Filters, profile_asked: str | None) -> Any:
    said = about_words.resting(dict(source.records))
    if not said:
        return "nothing"
    address = page_address(f"/records/sources/{source.id}", filters, profile=profile_asked)
    label = f"{said}: what rests on {source.title}"
    return html.A(said, href=address, **attributes({"aria-label": label}))


def _more(number: int, filters: Filters, profile_asked: str | None) -> Parts:
    if number <= MOST_SOURCES:
        return []
    address = page_address("/records/sources", filters, profile=profile_asked)
    return [html.P(html.A(f"All {formats.number(number)} sources", href=address))]

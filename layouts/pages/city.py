"""The page of one city: its journey with the hub."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from data.cities.journey_shapes import Journey
from data.filters import Filters
from data.geography import country_name
from layouts import journey_words, needs_words
from layouts.journey_links import JourneyLinks
from layouts.parts.journey_beside import needs, neighbours, peers, practices
from layouts.parts.journey_line import journey_line, undated_entries
from layouts.parts.journey_writer import JourneyWriter
from layouts.parts.section import section
from layouts.parts.sentence import sentence, sentence_parts
from layouts.sentences import journey as said

TITLE = "City"
Parts = list[Any]


def layout(
    shown: Journey, asked: Filters, profile: str, extras: Mapping[str, str]
) -> list[Component]:
    """Lay out the page; `asked` and `extras` are the filter and view keys of the address."""
    links = JourneyLinks(shown.city.id, asked, extras)
    writer = JourneyWriter(shown, links, profile)
    return [
        way_back(links),
        *_head(writer),
        html.Div(
            [
                html.Div(_timeline(writer), className="journey-main"),
                *_undated(writer),
                html.Div(_beside(writer), className="journey-side"),
            ],
            className="journey",
        ),
    ]


def no_city(links: JourneyLinks) -> list[Component]:
    """Say calmly that there is no such city."""
    return [way_back(links), html.H1("No such city"), html.P(journey_words.NO_SUCH_CITY)]


def way_back(links: JourneyLinks) -> html.P:
    """Lead back to all cities, under the same filter."""
    return html.P(html.A("Back to: Cities", href=links.cities()), className="record-back no-print")


def _head(writer: JourneyWriter) -> Parts:
    shown, links = writer.shown, writer.links
    city, record = shown.city, links.record("cities", shown.city.id)
    line = journey_words.city_line(city, country_name(city.country, writer.profile))
    beside = html.A(journey_words.RECORD, href=record, className="no-print")
    note = [html.P([html.B("Note: "), city.note])] if city.note else []
    return [
        html.Div(
            [
                html.Div([html.H1(city.name), beside], className="page-title"),
                html.P(line, className="journey-known"),
                sentence(said.head_said(shown, links), "sentence lead"),
            ],
            className="page-head journey-top",
        ),
        html.Div(
            [
                *note,
                html.P(writer.sources(shown.city_sources, record), className="journey-sources"),
                html.P(_reading(writer), className="sentence journey-reading"),
            ],
            className="journey-head",
        ),
    ]


def _reading(writer: JourneyWriter) -> Parts:
    read = sentence_parts(said.reading_said(writer.shown, writer.links))
    if not writer.shown.earlier:
        return read
    show = html.A(
        journey_words.SHOW_EARLIER, href=writer.links.all_programmes(), className="no-print"
    )
    return [*read, " ", show]


def _timeline(writer: JourneyWriter) -> html.Section:
    shown = writer.shown
    drawn = journey_line(shown, writer)
    if not drawn and (shown.earlier or not shown.is_whole):
        way_out = html.A(journey_words.SHOW_EVERYTHING, href=writer.links.everything())
        drawn = [html.P(way_out)]
    return section("journey", journey_words.TIMELINE, drawn, said=said.timeline_said(shown))


def _undated(writer: JourneyWriter) -> Parts:
    drawn = undated_entries(writer.shown, writer)
    if not drawn:
        return []
    told = said.undated_said(writer.shown)
    return [html.Div(section("undated", journey_words.UNDATED, drawn, said=told),
                     className="journey-undated")]  # fmt: skip


def _of_no_date(shown: Journey) -> Parts:
    """Say that a period does not select practices."""
    if not shown.filters.has_period:
        return []
    return [html.P(needs_words.PRACTICES_UNDATED, className="quiet")]


def _beside(writer: JourneyWriter) -> Parts:
    shown, links = writer.shown, writer.links
    return [
        section("peers", "Peers", peers(writer), said=said.peers_said(shown)),
        section("needs", journey_words.NEEDS, needs(writer), said=said.needs_said(shown, links)),
        section(
            "practices",
            journey_words.PRACTICES,
            [*practices(writer), *_of_no_date(shown)],
            said=said.practices_said(shown, links),
        ),
        section(
            "neighbours",
            journey_words.NEIGHBOURS,
            neighbours(writer),
            said=said.neighbours_said(shown),
        ),
    ]

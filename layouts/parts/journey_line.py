"""The timeline of a city from above to below: years at the side, marks on a line, what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from dash import html

from data.cities.journey_shapes import SHEETS, Entry, Journey, Stretch
from layouts.attributes import attributes
from layouts.parts.journey_writer import JourneyWriter
from layouts.parts.sentence import sentence
from layouts.sentences.journey import gap_said, more_said

Parts = list[Any]


def journey_line(shown: Journey, writer: JourneyWriter) -> Parts:
    """Draw what has a place in time; nothing where nothing has."""
    if not shown.entries:
        return []
    return [html.Ol(list(_placed(shown, writer)), className="journey-line")]


def _placed(shown: Journey, writer: JourneyWriter) -> Iterator[html.Li]:
    rest = _rest_by_year(shown)
    year: int | None = None
    for entry in shown.entries:
        assert entry.day is not None
        for passed in sorted(known for known in rest if known < entry.day.year):
            yield _more(rest.pop(passed), passed, writer)
        if entry.months:
            yield _gap(entry.months, shown)
        yield _entry(entry, writer, entry.day if entry.day.year != year else None)
        year = entry.day.year
    for passed in sorted(rest):
        yield _more(rest[passed], passed, writer)
    if shown.since:
        yield _gap(shown.since, shown)


def _rest_by_year(shown: Journey) -> dict[int, list[Stretch]]:
    """The years of which not everything is told."""
    found: dict[int, list[Stretch]] = {}
    for stretch in sorted(shown.stretches, key=lambda item: SHEETS.index(item.sheet)):
        if stretch.year is not None and stretch.told < stretch.records:
            found.setdefault(stretch.year, []).append(stretch)
    return found


def _entry(entry: Entry, writer: JourneyWriter, new_year: date | None) -> html.Li:
    year = html.Span(str(new_year.year), className="journey-year") if new_year else None
    mark = html.Span(
        className=f"journey-mark journey-mark-{_mark(entry)}", **attributes({"aria-hidden": "true"})
    )
    return html.Li(
        [*([year] if year else []), mark, html.Div(_body(entry, writer))],
        id=entry.key,
        className="journey-entry journey-new-year" if new_year else "journey-entry",
    )


def _mark(entry: Entry) -> str:
    """The shape of an entry: planned and asked for are hollow, in progress is half filled."""
    planned = entry.record is not None and entry.record.values.get("status") == "planned"
    return "planned" if entry.what == "activity" and planned else entry.what


def _body(entry: Entry, writer: JourneyWriter) -> Parts:
    when, small = writer.when(entry) if entry.day else "", writer.small(entry)
    line: Parts = [html.B(when)] if when else []
    line += [f" · {small}" if when else small] if small else []
    details = [html.P(parts) for parts in writer.details(entry) if parts != [""]]
    title, doubt = writer.title(entry), writer.doubt(entry)
    ties = [html.P(parts, className="journey-tie") for parts in writer.ties(entry)]
    sheet, key = ("cities", writer.shown.city.id) if entry.record is None else (
        entry.record.sheet, entry.record.key)  # fmt: skip
    return [
        *([html.P(line, className="journey-when")] if line else []),
        html.H3(title, className="journey-bare" if len(title) == 1 else None),
        *details,
        *([html.P(doubt, className="journey-doubt")] if doubt else []),
        *ties,
        html.P(
            writer.sources(entry.sources, writer.links.record(sheet, key)),
            className="journey-sources",
        ),
    ]


def _gap(months: int, shown: Journey) -> html.Li:
    return html.Li(sentence(gap_said(months, shown)), className="journey-gap")


def _more(rest: Sequence[Stretch], year: int, writer: JourneyWriter) -> html.Li:
    said = more_said(rest, year, writer.links)
    return html.Li(sentence(said), className="journey-more")


def undated_entries(shown: Journey, writer: JourneyWriter) -> Parts:
    """Draw what has no date and nothing that places it; nothing where all has a place."""
    rest = [item for item in shown.stretches if item.year is None and item.told < item.records]
    entries = [_entry(entry, writer, None) for entry in shown.unplaced]
    line = [html.Ol(entries, className="journey-line")] if entries else []
    more = [sentence(more_said(rest, None, writer.links))] if rest else []
    return [*line, *more]

"""Writes what the lists of the page Voices say of a record: when, where, who, on what grounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from data.dates import DateSpan
from data.geography import country_name, place_country_name
from data.records.record import Record
from data.voices.shapes import Voices
from layouts import formats, voices_words, words
from layouts.parts.co_funding import co_funding
from layouts.parts.record_values import RecordWriter, outbound, shortened
from layouts.parts.voices_entry import dotted, joined
from layouts.voices_links import VoicesLinks

Parts = list[Any]
MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class VoicesWriter:
    """Writes records under the filter and profile of the page."""

    shown: Voices
    links: VoicesLinks
    profile: str

    def title(self, record: Record) -> str:
        """The name of a record, cut where it is long."""
        return RecordWriter(self.shown.names, self.links.records, self.profile).title(record)

    def href(self, record: Record) -> str:
        """The page of a record."""
        return self.links.records.record(record.sheet, record.key)

    def when(self, record: Record) -> str:
        """The dates of a record as precisely as they are known."""
        if record.sheet == "support":
            return _support_date(record)
        start, end = (_span(record, name) for name in ("start", "end"))
        return formats.interval(start or _span(record, "date"), end)

    def place(self, record: Record) -> Parts:
        """Where an activity was held."""
        place, country = record.values.get("place"), record.values.get("place_country")
        named = [place_country_name(str(country), self.profile)] if country else []
        return [", ".join([*([str(place)] if place else []), *named])] if place or named else []

    def cities(self, record: Record) -> Parts:
        """The cities that a record names, each a link to its page."""
        return joined([self.city(key) for key in _ids(record, "cities")], MOST_NAMED)

    def city(self, key: str) -> html.A:
        """The name of a city, a link to its page."""
        return html.A(self.shown.reference.cities[key].name, href=self.links.city(key))

    def country(self, record: Record) -> Parts:
        """The country that a record names."""
        code = record.values.get("country")
        return [country_name(str(code), self.profile)] if code else []

    def organisations(self, record: Record, column: str) -> Parts:
        """The organisations that a column names, each a link to its record."""
        return joined([self.organisation(key) for key in _ids(record, column)], MOST_NAMED)

    def organisation(self, key: str) -> html.A:
        """The short name of an organisation, a link to its record."""
        name = words.organisation(self.shown.reference, key)
        return html.A(name, href=self.links.records.record("organisations", key))

    def funders(self, record: Record) -> Parts:
        """Who funded a record: the mark of several, or the one, or that none is recorded."""
        funders = _ids(record, "funders")
        mark = co_funding(funders, self.shown.reference, self.shown.filters.funders)
        if mark is not None:
            return [mark]
        return ["Funded by ", *self.organisations(record, "funders")] if funders else []

    def activities(self, record: Record) -> Parts:
        """The activities that a record names, each a link to its record."""
        names = self.shown.names.get("activities", {})
        linked = [
            html.A(shortened(names[key]), href=self.links.records.record("activities", key))
            for key in _ids(record, "activities")
        ]
        return joined(linked, MOST_NAMED)

    def sources(self, record: Record) -> Parts:
        """The sources of a record, each a link to where it was published."""
        found = [self.shown.sources[key] for key in _ids(record, "sources")]
        linked = [
            outbound(source.title, source.url)
            if source.url
            else html.A(source.title, href=self.links.records.record("sources", source.id))
            for source in found
        ]
        return ["Source: ", *joined(linked, MOST_NAMED)] if linked else ["No source is named"]

    def kind(self, record: Record) -> Parts:
        """The kind of an activity."""
        return [words.KINDS[str(record.values["kind"])]]

    def stage(self, record: Record) -> list[Parts]:
        """Say of a stage where it was, which cities took part, and who was behind it."""
        took_part, partners = self.cities(record), self.organisations(record, "partners")
        cities = ["Cities: ", *took_part] if took_part else [voices_words.NO_CITY]
        return [
            dotted(self.kind(record), self.place(record)),
            dotted(cities, ["with ", *partners] if partners else []),
            self.funders(record),
        ]


def _support_date(record: Record) -> str:
    order = {"delivered": "completed", "in-progress": "started"}
    first = order.get(str(record.values["status"]), "requested")
    found = [_span(record, name) for name in (first, "completed", "started", "requested")]
    known = next((span for span in found if span), None)
    return formats.date_span(known) if known else voices_words.NO_DATE


def _span(record: Record, name: str) -> DateSpan | None:
    value = record.values.get(name)
    return value if isinstance(value, DateSpan) else None


def _ids(record: Record, column: str) -> Sequence[str]:
    value = record.values[column]
    assert isinstance(value, tuple)
    return value

"""Reads the journey of one city, of what the period and the other parts of a filter select."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from data import schema
from data.cities.journey_entries import activity_key, tell
from data.cities.journey_gaps import with_gaps
from data.cities.journey_records import Told, count_earlier, read_told, without_place
from data.cities.journey_shapes import Entry, Journey
from data.cities.neighbours import read_neighbours
from data.cities.peers import read_peers
from data.counting.rules import Question
from data.dates import DateSpan
from data.details import linked, read_sources
from data.errors import UnknownRecord
from data.filters import Filters
from data.needs.linked import read_linked
from data.needs.reading import read_needs
from data.records.record import Record, names_of, read_records_by_key
from data.reference import Reference

_PRACTICES, _SHARED_AT = schema.practices.c, schema.LINKS["practices", "activities"].c


def read_journey(asked: Question, reference: Reference, city: str) -> Journey:
    """Read what happened with a city; UnknownRecord where there is no such city.

    Countries and cities of the filter play no part.
    """
    if city not in reference.cities:
        raise UnknownRecord("There is no city of that name.")
    everywhere = asked.under(without_place(asked.filters))
    question = asked.under(replace(everywhere.filters, cities=(city,)))
    connection = question.connection
    keys, stretches = read_told(question, city)
    records = _records(connection, keys)
    city_sources = linked(connection, "cities", "sources", city)
    entries, unplaced = tell(
        *(reference.cities[city], city_sources, records, question.as_of),
        joined=_within(reference.cities[city].joined, question.filters),
    )
    entries, unplaced = _without_drafts(connection, entries), _without_drafts(connection, unplaced)
    shared = _shared(connection, city, [record.key for record in records])
    crowded = {item.year for item in stretches if item.year and item.told < item.records}
    until = min(question.as_of, question.filters.last_day or question.as_of)
    dated, since = with_gaps(_with_practices(entries, shared), question.as_of, until, crowded)
    return Journey(
        reference=reference,
        city=reference.cities[city],
        filters=question.filters,
        entries=dated,
        unplaced=_with_practices(unplaced, shared),
        stretches=stretches,
        since=since,
        earlier=count_earlier(question, city),
        names=names_of(connection, reference, records),
        sources=read_sources(connection, _source_ids((*entries, *unplaced), city_sources)),
        city_sources=city_sources,
        practices={key: title for found in shared.values() for key, title in found.items()},
        peers=read_peers(everywhere, city),
        needs=read_needs(question, reference),
        neighbours=read_neighbours(everywhere, question, city),
    )


def _without_drafts(connection: sa.Connection, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Leave out what ties an entry to an activity that nobody has approved."""
    elsewhere = {tie.id for entry in entries for tie in entry.ties if tie.entry is None}
    approved = read_linked(connection, "activities", elsewhere)
    return tuple(
        replace(entry, ties=tuple(tie for tie in entry.ties if tie.entry or tie.id in approved))
        for entry in entries
    )


def _records(connection: sa.Connection, told: Told) -> list[Record]:
    return [
        record
        for sheet, keys in told.items()
        if keys
        for record in read_records_by_key(connection, sheet, keys)
    ]


def _within(joined: DateSpan | None, filters: Filters) -> bool:
    """Whether all that a date may mean lies in the period."""
    if joined is None:
        return False
    first, last = filters.first_day or date.min, filters.last_day or date.max
    return first <= joined.first and joined.last <= last


def _shared(
    connection: sa.Connection, city: str, told: Sequence[Any]
) -> Mapping[str, dict[str, str]]:
    """Read the city's practices that were shared at activities: activity → id → title."""
    query = (
        sa.select(_SHARED_AT.value, _PRACTICES.id, _PRACTICES.title)
        .join(schema.practices, _PRACTICES.id == _SHARED_AT.record)
        .where(_PRACTICES.city == city, _SHARED_AT.value.in_(told))
        .order_by(_PRACTICES.row)
    )
    found: dict[str, dict[str, str]] = {}
    for activity, key, title in connection.execute(query):
        found.setdefault(activity, {})[key] = title
    return found


def _with_practices(
    entries: Sequence[Entry], shared: Mapping[str, dict[str, str]]
) -> tuple[Entry, ...]:
    by_key = {activity_key(activity): tuple(found) for activity, found in shared.items()}
    return tuple(replace(entry, practices=by_key.get(entry.key, ())) for entry in entries)


def _source_ids(entries: Iterable[Entry], city_sources: Sequence[str]) -> set[str]:
    return {key for entry in entries for key in entry.sources} | set(city_sources)

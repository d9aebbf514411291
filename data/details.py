"""One record or one city in full, with the records it is linked to and its sources."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from data import schema
from data.dates import DateSpan
from data.errors import UnknownRecord
from data.reference import Reference, span


@dataclass(frozen=True, slots=True)
class Source:
    """A published source that a record rests on."""

    id: str
    title: str
    publisher: str | None
    url: str | None
    published: DateSpan | None


@dataclass(frozen=True, slots=True)
class ActivityDetail:
    """One approved activity; `cities` and `funders` are names."""

    id: str
    title: str
    kind: str
    status: str
    programme: str
    start: DateSpan | None
    end: DateSpan | None
    place: str | None
    place_country: str | None
    cities: tuple[str, ...]
    funders: tuple[str, ...]
    summary: str | None
    note: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class SupportDetail:
    """One approved support; `cities`, `providers` and `funders` are names."""

    id: str
    title: str
    status: str
    programme: str
    beneficiary: str
    channels: tuple[str, ...]
    requested: DateSpan | None
    started: DateSpan | None
    completed: DateSpan | None
    cities: tuple[str, ...]
    providers: tuple[str, ...]
    funders: tuple[str, ...]
    outcome: str | None
    note: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class CityEvent:
    """One thing that happened with a city: an activity it took part in, or support to it."""

    sheet: str
    id: str
    title: str
    kind: str
    status: str
    place: str | None
    start: DateSpan | None
    end: DateSpan | None


@dataclass(frozen=True, slots=True)
class CityDetail:
    """One city: what it is, its latest events, and who shared practice with it."""

    id: str
    name: str
    local_name: str | None
    country: str
    membership: str
    joined: DateSpan | None
    note: str | None
    events: tuple[CityEvent, ...]
    more_events: int
    providers: tuple[str, ...]
    sources: tuple[Source, ...]


Detail = ActivityDetail | SupportDetail | CityDetail
SHOWABLE = ("city", "activity", "support")
MOST_EVENTS = 5


def read_detail(connection: sa.Connection, reference: Reference, kind: str, key: str) -> Detail:
    """Read one record; UnknownRecord when there is none, or it is a draft."""
    if kind == "city" and key in reference.cities:
        return _city(connection, reference, key)
    if kind == "activity":
        return _activity(connection, reference, key)
    if kind == "support":
        return _support(connection, reference, key)
    raise UnknownRecord(f"There is no {kind if kind in SHOWABLE else 'record'} of that name.")


def _activity(connection: sa.Connection, reference: Reference, key: str) -> ActivityDetail:
    row = _approved(connection, schema.activities, key)
    plain = (
        "id",
        "title",
        "kind",
        "status",
        "programme",
        "place",
        "place_country",
        "summary",
        "note",
    )
    return ActivityDetail(
        **{name: row[name] for name in plain},
        start=span(row, "start"),
        end=span(row, "end"),
        cities=_city_names(reference, linked(connection, "activities", "cities", key)),
        funders=_names(reference, linked(connection, "activities", "funders", key)),
        sources=_sources(connection, "activities", key),
    )


def _support(connection: sa.Connection, reference: Reference, key: str) -> SupportDetail:
    row = _approved(connection, schema.support, key)
    plain = ("id", "title", "status", "programme", "beneficiary", "outcome", "note")
    return SupportDetail(
        **{name: row[name] for name in plain},
        requested=span(row, "requested"),
        started=span(row, "started"),
        completed=span(row, "completed"),
        channels=linked(connection, "support", "channels", key),
        cities=_city_names(reference, linked(connection, "support", "cities", key)),
        providers=_city_names(reference, linked(connection, "support", "providers", key)),
        funders=_names(reference, linked(connection, "support", "funders", key)),
        sources=_sources(connection, "support", key),
    )


def _city(connection: sa.Connection, reference: Reference, key: str) -> CityDetail:
    city = reference.cities[key]
    events = [*_city_activities(connection, key), *_city_support(connection, key)]
    latest = sorted(events, key=_when, reverse=True)[:MOST_EVENTS]
    providers = connection.scalars(_providers_of(key))
    return CityDetail(
        id=city.id,
        name=city.name,
        local_name=city.local_name,
        country=city.country,
        membership=city.membership,
        joined=city.joined,
        note=city.note,
        events=tuple(sorted(latest, key=_when)),
        more_events=_city_event_count(connection, key) - len(latest),
        providers=tuple(providers),
        sources=_sources(connection, "cities", key),
    )


def _providers_of(key: str) -> sa.Select[Any]:
    """Select the ids of the cities that shared their practice in support to a city."""
    support, helped = schema.support.c, schema.LINKS["support", "cities"].c
    shared = schema.LINKS["support", "providers"].c
    to_city = sa.select(helped.record).where(helped.value == key)
    shown = sa.select(support.id).where(
        support.id.in_(to_city), support.review == "approved", support.status != "declined"
    )
    return sa.select(shared.value).where(shared.record.in_(shown)).distinct().order_by(shared.value)


def _city_activities(connection: sa.Connection, key: str) -> list[CityEvent]:
    table, links = schema.activities, schema.LINKS["activities", "cities"].c
    query = (
        sa.select(table)
        .join(schema.LINKS["activities", "cities"], links.record == table.c.id)
        .where(
            links.value == key,
            table.c.review == "approved",
            table.c.status.in_(("held", "planned")),
        )
        .order_by(table.c.first_day.is_(None), table.c.first_day.desc())
        .limit(MOST_EVENTS)
    )
    return [
        CityEvent(
            "activities",
            row["id"],
            row["title"],
            row["kind"],
            row["status"],
            row["place"],
            span(row, "start"),
            span(row, "end"),
        )
        for row in connection.execute(query).mappings()
    ]


def _city_support(connection: sa.Connection, key: str) -> list[CityEvent]:
    table, links = schema.support, schema.LINKS["support", "cities"].c
    query = (
        sa.select(table)
        .join(schema.LINKS["support", "cities"], links.record == table.c.id)
        .where(links.value == key, table.c.review == "approved", table.c.status != "declined")
        .order_by(table.c.first_day.is_(None), table.c.first_day.desc())
        .limit(MOST_EVENTS)
    )
    return [
        CityEvent(
            "support",
            row["id"],
            row["title"],
            "support",
            row["status"],
            None,
            span(row, "started") or span(row, "requested") or span(row, "completed"),
            span(row, "completed"),
        )
        for row in connection.execute(query).mappings()
    ]


def _city_event_count(connection: sa.Connection, key: str) -> int:
    counts = []
    for sheet, table, shown in (
        ("activities", schema.activities, schema.activities.c.status.in_(("held", "planned"))),
        ("support", schema.support, schema.support.c.status != "declined"),
    ):
        links = schema.LINKS[sheet, "cities"].c
        query = (
            sa.select(sa.func.count())
            .select_from(table)
            .join(schema.LINKS[sheet, "cities"], links.record == table.c.id)
            .where(links.value == key, table.c.review == "approved", shown)
        )
        counts.append(connection.scalar(query) or 0)
    return sum(counts)


def _when(event: CityEvent) -> date:
    return event.start.first if event.start else date.min


def _approved(connection: sa.Connection, table: sa.Table, key: str) -> sa.RowMapping:
    query = sa.select(table).where(table.c.id == key, table.c.review == "approved")
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise UnknownRecord("There is no record of that name.")
    return row


def linked(connection: sa.Connection, sheet: str, column: str, key: str) -> tuple[str, ...]:
    """Read one record's list column, in the order of the workbook."""
    links = schema.LINKS[sheet, column].c
    query = sa.select(links.value).where(links.record == key).order_by(links.place)
    return tuple(connection.scalars(query))


def _sources(connection: sa.Connection, sheet: str, key: str) -> tuple[Source, ...]:
    links, table = schema.LINKS[sheet, "sources"].c, schema.sources
    query = (
        sa.select(table)
        .join(schema.LINKS[sheet, "sources"], links.value == table.c.id)
        .where(links.record == key)
        .order_by(links.place)
    )
    return tuple(read_source(row) for row in connection.execute(query).mappings())


def read_sources(connection: sa.Connection, keys: Collection[str]) -> dict[str, Source]:
    """Read sources by their ids; one that is not there is left out."""
    if not keys:
        return {}
    query = sa.select(schema.sources).where(schema.sources.c.id.in_(keys))
    return {row["id"]: read_source(row) for row in connection.execute(query).mappings()}


def read_source(row: sa.RowMapping) -> Source:
    """Read a source from a row of its table."""
    return Source(row["id"], row["title"], row["publisher"], row["url"], span(row, "published"))


def _city_names(reference: Reference, ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(reference.cities[key].name for key in ids)


def _names(reference: Reference, ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(reference.organisations[key].name for key in ids)

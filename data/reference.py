"""What changes only with a load: dataset, indicators, places, themes and organisations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import sqlalchemy as sa

from data import schema, values
from data.dates import DateSpan
from data.figures import Indicator, Published
from data.filters import Vocabulary


@dataclass(frozen=True, slots=True)
class Dataset:
    """The loaded workbook: what it is, for which day it stands, and its content's version."""

    title: str
    kind: str
    as_of: date
    launched: DateSpan | None
    publisher: str | None
    contact: str | None
    acknowledgement: str | None
    copyright: str | None
    version: str


@dataclass(frozen=True, slots=True)
class City:
    """One city as the workbook documents it; latitude and longitude in WGS 84 degrees."""

    id: str
    name: str
    local_name: str | None
    country: str
    latitude: float
    longitude: float
    membership: str
    joined: DateSpan | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A theme or an organisation: its id and the name that people read."""

    id: str
    name: str
    short_name: str | None = None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One row of the targets sheet."""

    indicator: str
    country: str | None
    start: date
    end: date
    value: float
    kind: str
    baseline: float | None
    baseline_date: DateSpan | None
    funder: str | None


@dataclass(frozen=True, slots=True)
class Totals:
    """Approved records of each programme: held activities, and support that was not declined."""

    held: Mapping[str, int]
    support: Mapping[str, int]


@dataclass(frozen=True)
class Reference:
    """All small tables of one dataset version, read once and kept until the next load."""

    dataset: Dataset
    indicators: Mapping[str, Indicator]
    cities: Mapping[str, City]
    themes: tuple[Named, ...]
    organisations: Mapping[str, Named]
    funders: tuple[str, ...]
    published: Mapping[str, tuple[Published, ...]]
    targets: Mapping[str, tuple[TargetRow, ...]]
    totals: Totals

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The values that a filter may name."""
        return Vocabulary(
            cities=tuple(sorted(self.cities)),
            themes=tuple(theme.id for theme in self.themes),
            funders=tuple(self.organisations),
            city_countries={city.id: city.country for city in self.cities.values()},
        )


def span(row: sa.RowMapping, name: str) -> DateSpan | None:
    """Read a date's three columns from a row; None when the date is not recorded."""
    first = row[f"{name}_first"]
    if first is None:
        return None
    return DateSpan(first, row[f"{name}_last"], row[f"{name}_precision"])


def read_version(connection: sa.Connection) -> str | None:
    """Read which content is loaded; None when nothing is."""
    return connection.scalar(sa.select(schema.dataset.c.version))


def read_reference(connection: sa.Connection) -> Reference:
    """Read every small table; the dataset must be there."""
    return Reference(
        dataset=_dataset(connection),
        indicators={item.id: item for item in _indicators(connection)},
        cities={item.id: item for item in _cities(connection)},
        themes=tuple(_themes(connection)),
        organisations={item.id: item for item in _organisations(connection)},
        funders=tuple(_funders(connection)),
        published=_published(connection),
        targets=_targets(connection),
        totals=_totals(connection),
    )


def _rows(connection: sa.Connection, query: sa.Select[Any]) -> Sequence[sa.RowMapping]:
    return connection.execute(query).mappings().all()


def _dataset(connection: sa.Connection) -> Dataset:
    row = connection.execute(sa.select(schema.dataset)).mappings().one()
    plain = ("title", "kind", "as_of", "publisher", "contact", "acknowledgement", "copyright")
    return Dataset(
        **{name: row[name] for name in plain},
        launched=span(row, "launched"),
        version=row["version"],
    )


def _indicators(connection: sa.Connection) -> list[Indicator]:
    table = schema.indicators
    kinds = _linked(connection, "indicators", "kinds")
    names = (
        "id",
        "title",
        "definition",
        "level",
        "unit",
        "rule",
        "direction",
        "frequency",
        "verification",
        "order",
        "headline",
    )
    query = sa.select(table).order_by(table.c.order, table.c.row)
    return [
        Indicator(**{name: row[name] for name in names}, kinds=kinds.get(row["id"], ()))
        for row in _rows(connection, query)
    ]


def _cities(connection: sa.Connection) -> list[City]:
    names = ("id", "name", "local_name", "country", "latitude", "longitude", "membership", "note")
    query = sa.select(schema.cities).order_by(schema.cities.c.row)
    return [
        City(**{name: row[name] for name in names}, joined=span(row, "joined"))
        for row in _rows(connection, query)
    ]


def _themes(connection: sa.Connection) -> list[Named]:
    table = schema.themes
    query = sa.select(table.c.id, table.c.label).order_by(table.c.order, table.c.row)
    return [Named(*row) for row in connection.execute(query)]


def _organisations(connection: sa.Connection) -> list[Named]:
    table = schema.organisations
    query = sa.select(table.c.id, table.c.name, table.c.short_name).order_by(table.c.row)
    return [Named(*row) for row in connection.execute(query)]


def _funders(connection: sa.Connection) -> list[str]:
    """List the organisations that fund something, in the order of their sheet."""
    organisations = schema.organisations.c
    used = [schema.LINKS[sheet, "funders"].c for sheet in ("activities", "support")]
    query = sa.select(organisations.id).where(
        sa.or_(*(sa.exists().where(links.value == organisations.id) for links in used))
    )
    return list(connection.scalars(query.order_by(organisations.row)))


def _published(connection: sa.Connection) -> dict[str, tuple[Published, ...]]:
    """Read the published figures of each indicator, in the order of their sheet."""
    table, sources = schema.published_figures, _linked(connection, "published_figures", "sources")
    names = ("id", "value", "status", "as_published", "country", "note")
    found: dict[str, list[Published]] = defaultdict(list)
    for row in _rows(connection, sa.select(table).order_by(table.c.row)):
        plain = {name: row[name] for name in names}
        found[row["indicator"]].append(
            Published(**plain, as_of=span(row, "as_of"), sources=sources.get(row["id"], ()))
        )
    return {indicator: tuple(rows) for indicator, rows in found.items()}


def _targets(connection: sa.Connection) -> dict[str, tuple[TargetRow, ...]]:
    table = schema.targets
    names = ("indicator", "country", "start", "end", "value", "kind", "baseline", "funder")
    found: dict[str, list[TargetRow]] = defaultdict(list)
    for row in _rows(connection, sa.select(table).order_by(table.c.row)):
        plain = {name: row[name] for name in names}
        target = TargetRow(**plain, baseline_date=span(row, "baseline_date"))
        found[target.indicator].append(target)
    return {indicator: tuple(rows) for indicator, rows in found.items()}


def _totals(connection: sa.Connection) -> Totals:
    facts, support = schema.activity_facts.c, schema.support.c
    shown = (support.review == "approved") & (support.status != "declined")
    queries = (
        sa.select(facts.programme, sa.func.count()).where(facts.status == "held"),
        sa.select(support.programme, sa.func.count()).where(shown),
    )
    held, open_or_done = (
        dict.fromkeys(values.PROGRAMMES, 0)
        | {row[0]: row[1] for row in connection.execute(query.group_by(query.selected_columns[0]))}
        for query in queries
    )
    return Totals(held, open_or_done)


def _linked(connection: sa.Connection, sheet: str, column: str) -> dict[str, tuple[str, ...]]:
    links = schema.LINKS[sheet, column].c
    found: dict[str, list[str]] = defaultdict(list)
    for record, value in connection.execute(
        sa.select(links.record, links.value).order_by(links.record, links.place)
    ):
        found[record].append(value)
    return {record: tuple(linked) for record, linked in found.items()}

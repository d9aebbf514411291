"""What the dataset is, what it rests on and what is missing in it: all that the page About says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from data import schema
from data.counting.answering import count_of
from data.counting.rules import Question
from data.figures import Count, Indicator
from data.quality_counts import QualityCount, read_quality_counts
from data.reference import Reference
from data.sources_used import SourceUse, read_source_uses
from data.workbook.sheets import SHEETS


@dataclass(frozen=True, slots=True)
class IndicatorSheet:
    """One indicator with its figure for the filter and the ids of the sources of its definition."""

    indicator: Indicator
    count: Count
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """A dataset described.

    `rows` are the rows of each sheet as loaded, whatever the filter; `indicators` and `qualities`
    follow the filter; `sources` count approved records of the whole dataset.
    """

    reference: Reference
    rows: Mapping[str, int]
    indicators: tuple[IndicatorSheet, ...]
    qualities: tuple[QualityCount, ...]
    sources: tuple[SourceUse, ...]


def read_about(question: Question, reference: Reference) -> About:
    """Describe the loaded dataset; figures and questions of quality are those of the filter."""
    connection = question.connection
    return About(
        reference=reference,
        rows=_rows(connection),
        indicators=_indicators(question, reference),
        qualities=read_quality_counts(question),
        sources=read_source_uses(connection),
    )


def _rows(connection: sa.Connection) -> dict[str, int]:
    """Count the rows of every sheet, participants as a mere number."""
    tables = [schema.metadata.tables[sheet.name] for sheet in SHEETS if not sheet.single]
    numbers = [
        sa.select(sa.func.count()).select_from(table).scalar_subquery().label(table.name)
        for table in tables
    ]
    return dict(connection.execute(sa.select(*numbers)).mappings().one())


def _indicators(question: Question, reference: Reference) -> tuple[IndicatorSheet, ...]:
    links = schema.LINKS["indicators", "sources"].c
    sources: dict[str, list[str]] = defaultdict(list)
    for record, value in question.connection.execute(
        sa.select(links.record, links.value).order_by(links.record, links.place)
    ):
        sources[record].append(value)
    return tuple(
        IndicatorSheet(item, count_of(question, item), tuple(sources[item.id]))
        for item in reference.indicators.values()
    )

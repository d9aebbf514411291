"""The one place that is asked: a filter in, figures, frames and records out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pandas as pd
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from data.about import About, read_about
from data.attention.reading import Attention, read_attention
from data.attention.thresholds import STANDARD_THRESHOLDS, Thresholds
from data.beside import published_for, target_filters, target_for, target_of
from data.cities.journey import read_journey
from data.cities.journey_shapes import Journey
from data.cities.listed import CitiesListed, read_cities
from data.counting.answering import count_of
from data.counting.rules import RULES, Question, left_out
from data.database import require_current
from data.details import Detail, read_detail
from data.errors import DatabaseEmpty, DatabaseUnavailable, UnknownRecord
from data.evidence.around import read_around
from data.evidence.asked import AskedFigure
from data.evidence.explaining import Explanation, explain
from data.figures import EvidenceRecord, Figure, Indicator, Target, Trend
from data.filters import ALL, Filters, Vocabulary
from data.needs.reading import read_needs
from data.needs.shapes import NeedsAndPractices
from data.overview.scope import Scope, read_city_marks, read_scope
from data.overview.timeline import Timeline, read_timeline
from data.overview.trends import read_trend
from data.records.asked import RecordsAsked
from data.records.one import RecordInFull, read_record
from data.records.paging import RecordsPage, read_all, read_page, read_row_numbers
from data.records.record import Record
from data.reference import Dataset, Reference, read_reference, read_version
from data.results.kept import KeptResults
from data.results.reading import read_results
from data.results.shapes import Results
from data.small_numbers import STANDARD, SmallNumbers
from data.support.reading import read_support
from data.support.shapes import Support
from data.voices.reading import read_voices
from data.voices.shapes import Voices


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the overview shows for one filter, read at one moment."""

    reference: Reference
    figures: tuple[Figure, ...]
    trends: dict[str, Trend]
    scope: Scope
    city_marks: pd.DataFrame
    timeline: Timeline
    detail: Detail | None


class Repository:
    """Answers questions from the reporting database; DatabaseUnavailable when it cannot.

    Each method reads within one transaction, so that an answer never mixes two datasets.
    """

    def __init__(
        self,
        engine: sa.Engine,
        *,
        small_numbers: SmallNumbers = STANDARD,
        attention: Thresholds = STANDARD_THRESHOLDS,
    ) -> None:
        self._engine = engine
        self._small_numbers = small_numbers
        self._attention = attention
        self._reference: Reference | None = None
        self._kept_results = KeptResults()
        self._row_numbers: dict[str, Mapping[str, int]] = {}

    def ping(self) -> Dataset:
        """Return the dataset, having asked the database anew; raise what is wrong with it."""
        with self._reading() as (_, reference):
            return reference.dataset

    def reference(self) -> Reference:
        """Return the small tables of the dataset that is loaded now."""
        with self._reading() as (_, reference):
            return reference

    def vocabulary(self) -> Vocabulary:
        """Return the values that a filter may name."""
        return self.reference().vocabulary

    def figures(self, filters: Filters, ids: Sequence[str] | None = None) -> tuple[Figure, ...]:
        """Return the figures of all indicators, or of those named, in the workbook's order."""
        with self._reading() as (connection, reference):
            chosen = [_indicator(reference, key) for key in ids or reference.indicators]
            question = self._question(connection, reference, filters)
            return tuple(
                _with_left_out(_figure(question, reference, indicator), question)
                for indicator in chosen
            )

    def evidence(self, filters: Filters, indicator_id: str) -> tuple[EvidenceRecord, ...]:
        """Return every candidate record of an indicator, in the workbook's order."""
        with self._reading() as (connection, reference):
            indicator = _indicator(reference, indicator_id)
            rule = RULES[indicator.rule]
            question = self._question(connection, reference, filters)
            records = rule.evidence(question, indicator).subquery()
            query = sa.select(records.c.id, records.c.reason).order_by(records.c.row)
            return tuple(EvidenceRecord(rule.sheet, *row) for row in connection.execute(query))

    def scope(self, filters: Filters) -> Scope:
        """Return what a filter selects of all: cities, activities, support and their months."""
        with self._reading() as (connection, reference):
            question = self._question(connection, reference, filters)
            return read_scope(question, dict(reference.cities), reference.totals)

    def explain(self, asked: AskedFigure) -> Explanation:
        """Return a figure with the records behind it and what stands beside it."""
        with self._reading() as (connection, reference):
            question = self._question(connection, reference, asked.filters)
            figure = _figure(question, reference, asked.indicator)
            around = read_around(question, asked.indicator)
            return explain(question, asked, replace(figure, around=around))

    def results(self, filters: Filters, indicator_id: str | None = None) -> Results:
        """Return every indicator against its target, by country; one of them over time."""
        with self._reading() as (connection, reference):
            question = self._question(connection, reference, filters)
            return read_results(question, reference, indicator_id, self._kept_results)

    def needs(self, filters: Filters) -> NeedsAndPractices:
        """Return what cities asked for, what answers it, and the practices that they share."""
        with self._reading() as (connection, reference):
            question = self._question(connection, reference, filters)
            return read_needs(question, reference)

    def cities(self, filters: Filters) -> CitiesListed:
        """Return every city in the places of a filter, with what is on record for each."""
        with self._reading() as (connection, reference):
            return read_cities(self._question(connection, reference, filters), reference)

    def journey(self, filters: Filters, city: str) -> Journey:
        """Return what happened with one city, and its peers; UnknownRecord if there is none."""
        with self._reading() as (connection, reference):
            question = self._question(connection, reference, filters)
            return read_journey(question, reference, city)

    def attention(self, filters: Filters) -> Attention:
        """Return what needs a hand on the day of the data, by the rules of attention."""
        with self._reading() as (connection, reference):
            question = self._question(connection, reference, filters)
            return read_attention(question, reference, self._kept_results)

    def support(self, filters: Filters) -> Support:
        """Return the support of a filter: by channel, place, time, amount and age."""
        with self._reading() as (connection, reference):
            question = self._question(connection, reference, filters)
            return read_support(question, reference)

    def about(self, filters: Filters) -> About:
        """Return what the dataset is, rests on and lacks, with the figures of a filter."""
        with self._reading() as (connection, reference):
            question = self._question(connection, reference, filters)
            return read_about(question, reference)

    def voices(self, filters: Filters) -> Voices:
        """Return what cities said, where they were heard, and who made it possible."""
        with self._reading() as (connection, reference):
            return read_voices(self._question(connection, reference, filters), reference)

    def records(self, asked: RecordsAsked) -> RecordsPage:
        """Return one page of the records of a sheet that people may see."""
        with self._reading() as (connection, reference):
            question = self._question(connection, reference, asked.filters)
            return read_page(question, reference, asked)

    def all_records(self, asked: RecordsAsked) -> Iterator[Record]:
        """Give all records in the order of their pages, read while they are taken."""
        with self._reading() as (connection, reference):
            yield from read_all(self._question(connection, reference, asked.filters), asked)

    def record(self, sheet: str, key: str) -> RecordInFull:
        """Return one record with what it rests on and what names it; UnknownRecord if none."""
        with self._reading() as (connection, reference):
            return read_record(self._question(connection, reference, ALL), reference, sheet, key)

    def row_numbers(self) -> Mapping[str, int]:
        """Return how many rows of each sheet are loaded, of the sheets that people may see."""
        with self._reading() as (connection, reference):
            version = reference.dataset.version
            if version not in self._row_numbers:
                self._row_numbers.clear()
                self._row_numbers[version] = read_row_numbers(connection)
            return self._row_numbers[version]

    @contextmanager
    def one_moment(self) -> Iterator[Repository]:
        """Give a repository whose answers all come from one dataset, also while a load goes on."""
        with self._reading() as (connection, reference):
            yield _Moment(self, connection, reference)

    def overview(self, filters: Filters, show: tuple[str, str] | None = None) -> Overview:
        """Return the overview of a filter; `show` names the record whose details are open."""
        with self._reading() as (connection, reference):
            question = self._question(connection, reference, filters)
            shown = [item for item in reference.indicators.values() if _on_overview(item)]
            trends = {item.id: read_trend(question, item) for item in shown if item.headline}
            return Overview(
                reference=reference,
                figures=tuple(_figure(question, reference, item, reached=False) for item in shown),
                trends={key: trend for key, trend in trends.items() if trend},
                scope=read_scope(question, dict(reference.cities), reference.totals),
                city_marks=read_city_marks(question, dict(reference.cities)),
                timeline=read_timeline(question, dict(reference.cities)),
                detail=_detail(connection, reference, show),
            )

    def _question(
        self, connection: sa.Connection, reference: Reference, filters: Filters
    ) -> Question:
        as_of = reference.dataset.as_of
        return Question(connection, filters, as_of, self._small_numbers, self._attention)

    @contextmanager
    def _reading(self) -> Iterator[tuple[sa.Connection, Reference]]:
        """Open one read-only moment; whatever the database says no with, readers get one error."""
        try:
            with self._engine.connect() as connection, connection.begin():
                require_current(connection)
                yield connection, self._current_reference(connection)
        except (DBAPIError, PoolTimeout) as error:
            raise DatabaseUnavailable("The reporting database does not answer.") from error

    def _current_reference(self, connection: sa.Connection) -> Reference:
        version = read_version(connection)
        if version is None:
            raise DatabaseEmpty("The reporting database is empty: no workbook has been loaded.")
        known = self._reference
        if known is None or known.dataset.version != version:
            known = read_reference(connection)
            self._reference = known
        return known


class _Moment(Repository):
    """A repository within one open transaction."""

    def __init__(self, whole: Repository, connection: sa.Connection, reference: Reference) -> None:
        vars(self).update(vars(whole))
        self._moment = connection, reference
        self._questions: dict[Filters, Question] = {}

    def _question(
        self, connection: sa.Connection, reference: Reference, filters: Filters
    ) -> Question:
        """Ask what was asked before of the same question, which has its tallies already."""
        if filters not in self._questions:
            self._questions[filters] = super()._question(connection, reference, filters)
        return self._questions[filters]

    @contextmanager
    def _reading(self) -> Iterator[tuple[sa.Connection, Reference]]:
        yield self._moment


def _detail(
    connection: sa.Connection, reference: Reference, show: tuple[str, str] | None
) -> Detail | None:
    """Read the open record; one that does not exist leaves the overview as it is."""
    if show is None:
        return None
    try:
        return read_detail(connection, reference, *show)
    except UnknownRecord:
        return None


def _on_overview(indicator: Indicator) -> bool:
    """Headlines have a card; open support is said beside delivered support."""
    return indicator.headline or indicator.rule == "support-open"


def _indicator(reference: Reference, key: str) -> Indicator:
    if key not in reference.indicators:
        raise UnknownRecord(f"There is no indicator {key}.")
    return reference.indicators[key]


def _with_left_out(figure: Figure, question: Question) -> Figure:
    reasons = left_out(question, figure.indicator)
    around = read_around(question, figure.indicator)
    return replace(figure, count=replace(figure.count, left_out=reasons), around=around)


def _figure(
    question: Question, reference: Reference, indicator: Indicator, *, reached: bool = True
) -> Figure:
    """Answer one indicator; `reached`: count what its target has reached as well."""
    return Figure(
        indicator=indicator,
        count=count_of(question, indicator),
        published=published_for(reference.published.get(indicator.id, ()), question.filters),
        target=_target(question, reference, indicator, reached=reached),
    )


def _target(
    question: Question, reference: Reference, indicator: Indicator, *, reached: bool
) -> Target | None:
    """Read the target of an indicator with its actual, counted over the target's own days."""
    rows = reference.targets.get(indicator.id, ())
    row = target_for(rows, question.filters, question.as_of)
    if row is None:
        return None
    over = target_filters(row, question.filters, reference.dataset)
    actual = None
    if reached and over is not None:
        actual = count_of(question.under(over), indicator)
    return target_of(row, actual)

"""One workbook counted twice: in the database and by the naive recount, and the two compared."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from data.database import open_for_loading, open_for_reading
from data.figures import Count, Figure
from data.filters import Filters, Vocabulary
from data.repository import Repository
from data.small_numbers import SmallNumbers
from data.workbook.loading import load
from recount import Recount

NewDatabase = Callable[[], str]
"""Makes an empty, migrated database and gives its URL."""

YEARS = (2021, 2025)
"""The years in which random filters begin and end: those of the synthetic workbooks, and beyond."""


@dataclass
class Loaded:
    """A workbook and the database that it was loaded into."""

    recount: Recount
    repository: Repository

    @property
    def vocabulary(self) -> Vocabulary:
        return self.repository.vocabulary()

    def figures(self, filters: Filters) -> dict[str, Figure]:
        return {figure.indicator.id: figure for figure in self.repository.figures(filters)}

    def evidence(self, filters: Filters, id_: str) -> list[tuple[str, str, str | None]]:
        records = self.repository.evidence(filters, id_)
        return [(record.sheet, record.id, record.reason) for record in records]


def loaded(stack: ExitStack, url: str, folder: Path) -> Loaded:
    """Replace a database's contents by a workbook; nothing is withheld, so that all compares."""
    engine = open_for_loading(url)
    load(engine, folder)
    engine.dispose()
    reading = open_for_reading(url)
    stack.callback(reading.dispose)
    exactly = SmallNumbers(threshold=0)
    return Loaded(Recount(folder), Repository(reading, small_numbers=exactly))


def assert_same(ours: Count, theirs: Count, words: object) -> None:
    """Compare a figure of the database with the recount's."""
    assert theirs.value == pytest.approx(ours.value), words
    assert replace(theirs, value=None) == replace(ours, value=None), words
    assert dict(theirs.left_out) == dict(ours.left_out), words


def assert_same_target(case: Loaded, filters: Filters, figure: Figure) -> None:
    """Compare a target with those that belong to the filter, and its actual with a recount."""
    known = case.recount.targets(filters, figure.indicator.id)
    assert (figure.target is None) == (not known), filters.to_query()
    if figure.target is None:
        return
    found = figure.target
    key = [found.start.isoformat(), found.end.isoformat(), found.kind, found.funder or ""]
    rows = [
        row for row in known if [row[part] for part in ("start", "end", "kind", "funder")] == key
    ]
    assert len(rows) == 1, filters.to_query()
    actual = case.recount.target_actual(filters, rows[0])
    assert (found.actual is None) == (actual is None), filters.to_query()
    if found.actual is not None and actual is not None:
        # What a target leaves out is asked nowhere, so it is not counted.
        assert_same(replace(actual, left_out={}), found.actual, (filters.to_query(), key))


def assert_same_figures(case: Loaded, filters: Filters) -> None:
    """Compare all figures of a filter, with what stands beside them."""
    theirs = case.figures(filters)
    ours = case.recount.figures(filters)
    assert set(theirs) == set(ours)
    for id_, count in ours.items():
        assert_same(count, theirs[id_].count, (filters.to_query(), id_))
        published = [figure.id for figure in theirs[id_].published]
        assert published == case.recount.published(filters, id_), (filters.to_query(), id_)
        assert_same_target(case, filters, theirs[id_])


def assert_same_evidence(case: Loaded, filters: Filters, id_: str) -> None:
    """Compare the records that an indicator counted and left out."""
    ours, theirs = case.recount.evidence(filters, id_), case.evidence(filters, id_)
    assert sorted(theirs, key=str) == sorted(ours, key=str), (filters.to_query(), id_)

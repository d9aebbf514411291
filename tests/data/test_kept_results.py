"""What is kept of results is what is read anew, and nothing is kept beyond its dataset."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import sqlalchemy as sa

from counted_twice import NewDatabase
from data.database import open_for_loading, open_for_reading
from data.filters import ALL, Filters
from data.repository import Repository
from data.results.shapes import Results
from data.workbook.loading import load
from data.workbook.synthetic import write_synthetic

ASKED = (ALL, Filters(countries=("AL", "XK")), Filters(programme="all"))


def _load(url: str, folder: Path, seed: int) -> None:
    write_synthetic(folder, 60, seed=seed, cities=6)
    engine = open_for_loading(url)
    load(engine, folder)
    engine.dispose()


def _said(repository: Repository, filters: Filters) -> list[object]:
    results: Results = repository.results(filters)
    return [results.today, results.countries, results.rows, results.chosen]


def _anew(engine: sa.Engine, filters: Filters) -> list[object]:
    return _said(Repository(engine), filters)


def test_a_kept_answer_is_a_fresh_one_also_after_a_load(new_database: NewDatabase, tmp_path: Path):
    url = new_database()
    _load(url, tmp_path / "first", seed=1)
    with ExitStack() as stack:
        engine = open_for_reading(url)
        stack.callback(engine.dispose)
        repository = Repository(engine)
        before = [_said(repository, filters) for filters in ASKED]
        assert before == [_said(repository, filters) for filters in ASKED]
        assert before == [_anew(engine, filters) for filters in ASKED]
        _load(url, tmp_path / "second", seed=2)
        after = [_said(repository, filters) for filters in ASKED]
        assert after == [_anew(engine, filters) for filters in ASKED]
        assert all(one != other for one, other in zip(before, after, strict=True))


def test_a_kept_answer_is_read_once(new_database: NewDatabase, tmp_path: Path):
    url = new_database()
    _load(url, tmp_path / "only", seed=3)
    engine = open_for_reading(url)
    repository = Repository(engine)
    statements: list[str] = []
    repository.results(ALL)
    sa.event.listen(
        engine, "before_cursor_execute", lambda *given: statements.append(str(given[2]))
    )
    repository.results(ALL)
    engine.dispose()
    assert not [text for text in statements if "activity_" in text or "head_count" in text]

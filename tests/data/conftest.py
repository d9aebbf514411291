"""What the tests of counting share: recounts of small workbooks, and workbooks counted twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from counted_twice import Loaded, NewDatabase, loaded
from data.database import migrate, open_for_loading
from data.workbook.synthetic import write_synthetic
from empty_databases import KINDS
from recount import Recount
from recount_asking import Make
from small_books import Book, NewBook, load_book
from small_workbooks import TOWNS, city, dataset, indicators, write_workbook

# One workbook is small enough for rare cases, one has every city several times over.
SIZES = ((60, 6, 1), (240, 60, 2))


@pytest.fixture
def recount_of(tmp_path: Path) -> Make:
    """Make a recount of some sheets; four member cities and an indicator per rule are there."""

    def make(**sheets: Sequence[dict[str, Any]]) -> Recount:
        base = {
            "dataset": [dataset()],
            "cities": [city(id_) for id_ in TOWNS],
            "indicators": indicators(),
        }
        return Recount(write_workbook(tmp_path / "workbook", base | sheets))

    return make


@pytest.fixture(scope="module", params=KINDS)
def new_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[NewDatabase]:
    """Make migrated databases for this module, of both kinds in turn."""
    with ExitStack() as stack:

        def make() -> str:
            if request.param == "sqlite":
                url = f"sqlite:///{tmp_path_factory.mktemp('database') / 'hub.sqlite'}"
            else:
                server = request.getfixturevalue("postgres_server")
                url = stack.enter_context(server.new_database())
            engine = open_for_loading(url)
            migrate(engine)
            engine.dispose()
            return url

        yield make


@pytest.fixture(scope="module")
def one_database(new_database: NewDatabase) -> str:
    """Give one database whose contents every small workbook replaces."""
    return new_database()


@pytest.fixture
def book_of(one_database: str, tmp_path: Path) -> Iterator[NewBook]:
    """Load small workbooks, one after the other, and give each with its naive count."""
    with ExitStack() as stack:

        def make(**sheets: Sequence[dict[str, Any]]) -> Book:
            return load_book(stack, one_database, tmp_path / "book", dict(sheets))

        yield make


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}-activities")
def synthetic(
    request: pytest.FixtureRequest,
    new_database: NewDatabase,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Loaded]:
    """Load a synthetic workbook."""
    activities, cities, seed = request.param
    folder = tmp_path_factory.mktemp("workbook")
    write_synthetic(folder, activities, seed, cities=cities)
    with ExitStack() as stack:
        yield loaded(stack, new_database(), folder)

"""The public record, loaded once a session into each kind of database and opened for reading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from data.database import migrate, open_for_loading, open_for_reading
from data.repository import Repository
from data.workbook.loading import load
from empty_databases import KINDS
from served import PUBLIC_RECORD


def fill(url: str, workbook: Path) -> None:
    """Migrate a database and load a workbook into it."""
    engine = open_for_loading(url)
    try:
        migrate(engine)
        load(engine, workbook)
    finally:
        engine.dispose()


@contextmanager
def opened(url: str) -> Iterator[Repository]:
    """Open a repository for reading, and let go of the database at the end."""
    engine = open_for_reading(url)
    try:
        yield Repository(engine)
    finally:
        engine.dispose()


@pytest.fixture(scope="session", params=KINDS)
def public_record_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Give the URL of a database with the public record; a test that asks runs on both kinds."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('record') / 'hub.sqlite'}"
        fill(url, PUBLIC_RECORD)
        yield url
    else:
        with request.getfixturevalue("postgres_server").new_database() as url:
            fill(url, PUBLIC_RECORD)
            yield url


@pytest.fixture
def public_record(public_record_url: str) -> Iterator[Repository]:
    """Open the public record for reading."""
    with opened(public_record_url) as repository:
        yield repository

"""What the tests of exports share: a database to load into and to read from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from data.database import open_for_loading, open_for_reading


@pytest.fixture
def engines(empty_database_url: str) -> Iterator[tuple[sa.Engine, sa.Engine]]:
    """Give one engine to load with and one to read with."""
    made = open_for_loading(empty_database_url), open_for_reading(empty_database_url)
    yield made
    for engine in made:
        engine.dispose()

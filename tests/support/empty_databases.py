"""A fresh, empty database for a test, of both kinds that the dashboard runs on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

KINDS = ("sqlite", "postgresql")


@pytest.fixture(params=KINDS)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the SQLAlchemy URL of a database without tables; a test that asks runs on both kinds."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'hub.sqlite'}"
    else:
        with request.getfixturevalue("postgres_server").new_database() as url:
            yield url

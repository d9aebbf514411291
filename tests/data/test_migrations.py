"""The migrations make exactly the tables that data/schema.py declares, on both databases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from data import schema
from data.database import migrate, open_for_loading


@pytest.fixture
def migrated(empty_database_url: str) -> Iterator[sa.Engine]:
    engine = open_for_loading(empty_database_url)
    migrate(engine)
    yield engine
    engine.dispose()


def test_a_migrated_database_has_no_difference_to_the_schema(migrated: sa.Engine) -> None:
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []


def described(engine: sa.Engine) -> dict[str, dict[str, Any]]:
    """Describe every table as the database sees it, checks and comments among it."""
    inspector = sa.inspect(engine)
    names = set(inspector.get_table_names()) - {"alembic_version"}
    return {
        name: {
            "columns": [
                (column["name"], str(column["type"]), column["nullable"], column["default"])
                for column in inspector.get_columns(name)
            ],
            "key": inspector.get_pk_constraint(name),
            "links": sorted(inspector.get_foreign_keys(name), key=str),
            "indexes": sorted(inspector.get_indexes(name), key=str),
            "unique": sorted(inspector.get_unique_constraints(name), key=str),
            "checks": sorted(
                (check["name"] or "", re.sub(r"\s+", " ", check["sqltext"]))
                for check in inspector.get_check_constraints(name)
            ),
        }
        for name in names
    }


def test_keys_checks_and_indexes_are_those_of_the_schema(migrated: sa.Engine) -> None:
    by_migration = described(migrated)
    with migrated.begin() as connection:
        schema.metadata.drop_all(connection)
        schema.metadata.create_all(connection)
    assert by_migration == described(migrated)
    assert any(table["checks"] for table in by_migration.values())
    assert set(by_migration) == set(schema.metadata.tables)


def test_migrating_again_changes_nothing(migrated: sa.Engine) -> None:
    before = described(migrated)
    migrate(migrated)
    assert described(migrated) == before

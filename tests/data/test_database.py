"""Opening the reporting database: who reads cannot write, and what is wrong is one sentence."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from data import schema
from data.database import (
    migrate,
    open_for_loading,
    open_for_reading,
    require_current,
    schema_state,
)
from data.errors import DatabaseEmpty, DatabaseUnavailable, SchemaOutdated, WrongDatabaseAddress
from data.workbook.loading import load
from small_workbooks import activity, dataset, write_workbook


def loaded(url: str, folder: Path, **changes: object) -> None:
    engine = open_for_loading(url)
    load(engine, write_workbook(folder, {"dataset": [dataset(**changes)]}))
    engine.dispose()


def title(connection: sa.Connection) -> str | None:
    return connection.scalar(sa.select(schema.dataset.c.title))


def ask(url: str, question: Callable[[sa.Connection], Any]) -> Any:
    engine = open_for_reading(url)
    try:
        with engine.connect() as connection, connection.begin():
            return question(connection)
    finally:
        engine.dispose()


def test_a_reader_reads(empty_database_url: str, tmp_path: Path) -> None:
    loaded(empty_database_url, tmp_path / "book", title="First")
    ask(empty_database_url, require_current)
    assert ask(empty_database_url, title) == "First"


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM dataset", "CREATE TABLE more (id TEXT)", "UPDATE dataset SET title = 'x'"],
)
def test_a_reader_cannot_write(empty_database_url: str, tmp_path: Path, statement: str) -> None:
    loaded(empty_database_url, tmp_path / "book")
    with pytest.raises(DBAPIError, match=r"read-?only"):
        ask(empty_database_url, lambda connection: connection.execute(sa.text(statement)))


def test_a_slow_question_is_given_up(empty_database_url: str, tmp_path: Path) -> None:
    loaded(empty_database_url, tmp_path / "book")
    counted = sa.text(
        "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number"
        " WHERE n < 1000000000) SELECT count(*) FROM number"
    )
    start = time.monotonic()
    with pytest.raises(DBAPIError, match=r"interrupted|statement timeout"):
        ask(empty_database_url, lambda connection: connection.scalar(counted))
    assert 1.5 < time.monotonic() - start < 10


def test_each_question_has_its_own_time(empty_database_url: str, tmp_path: Path) -> None:
    loaded(empty_database_url, tmp_path / "book")
    engine = open_for_reading(empty_database_url)
    with engine.connect() as connection, connection.begin():
        connection.scalar(sa.text("SELECT 1"))
        time.sleep(2.2)
        assert connection.scalar(sa.text("SELECT count(*) FROM themes")) == 0
    engine.dispose()


def test_a_reader_sees_one_moment_while_a_load_goes_on(
    empty_database_url: str, tmp_path: Path
) -> None:
    loaded(empty_database_url, tmp_path / "book", title="First")
    loader, reader = open_for_loading(empty_database_url), open_for_reading(empty_database_url)
    with loader.connect() as loading, reader.connect() as reading:
        change = loading.begin()
        loading.execute(schema.dataset.update().values(title="Second"))
        with reading.begin():
            assert title(reading) == "First"
            change.commit()
            assert title(reading) == "First"
        with reading.begin():
            assert title(reading) == "Second"
    loader.dispose()
    reader.dispose()


def test_a_load_waits_for_a_reader_to_end(empty_database_url: str, tmp_path: Path) -> None:
    loaded(empty_database_url, tmp_path / "book", title="First")
    asked = threading.Event()

    def read_slowly(connection: sa.Connection) -> tuple[str | None, str | None]:
        first = title(connection)
        asked.set()
        time.sleep(1)
        return first, title(connection)

    with ThreadPoolExecutor() as threads:
        reader = threads.submit(ask, empty_database_url, read_slowly)
        assert asked.wait(10)
        loaded(empty_database_url, tmp_path / "second", title="Second")
        assert reader.result() == ("First", "First")
    assert ask(empty_database_url, title) == "Second"


def test_readers_come_through_a_load_without_an_error(
    empty_database_url: str, tmp_path: Path
) -> None:
    loaded(empty_database_url, tmp_path / "book", title="First")
    done = threading.Event()

    def read_on(_: int) -> set[str | None]:
        seen = set()
        while not done.is_set():
            seen.add(ask(empty_database_url, title))
        return seen

    with ThreadPoolExecutor() as threads:
        readers = [threads.submit(read_on, number) for number in range(3)]
        try:
            for number in range(5):
                loaded(empty_database_url, tmp_path / f"book{number}", title=f"No. {number}")
        finally:
            done.set()
        seen = set().union(*(reader.result() for reader in readers))
    assert seen <= {"First", *(f"No. {number}" for number in range(5))}
    assert len(seen) > 1


def test_states_of_the_schema(empty_database_url: str, tmp_path: Path) -> None:
    engine = open_for_loading(empty_database_url)
    assert schema_state(engine) == "empty"
    migrate(engine)
    assert schema_state(engine) == "current"
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = 'later'"))
    assert schema_state(engine) == "unknown"
    with pytest.raises(SchemaOutdated):
        ask(empty_database_url, require_current)
    with pytest.raises(SchemaOutdated, match="another program or of a newer version"):
        load(engine, write_workbook(tmp_path, {"dataset": [dataset()]}))
    engine.dispose()


def test_tables_of_another_program_are_left_alone(empty_database_url: str, tmp_path: Path) -> None:
    engine = open_for_loading(empty_database_url)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE activities (name TEXT)"))
    assert schema_state(engine) == "unknown"
    with pytest.raises(SchemaOutdated):
        load(engine, write_workbook(tmp_path, {"dataset": [dataset()]}))
    assert sa.inspect(engine).get_table_names() == ["activities"]
    engine.dispose()


def test_a_database_without_tables_is_empty(empty_database_url: str) -> None:
    open_for_loading(empty_database_url).connect().close()
    with pytest.raises(DatabaseEmpty):
        ask(empty_database_url, require_current)


def test_a_missing_file_is_never_made(tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    with pytest.raises(DatabaseUnavailable, match="file is not there"):
        ask(f"sqlite:///{path}", require_current)
    assert not path.exists()


def test_a_foreign_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "letter.sqlite"
    path.write_text("Dear colleagues, this is no database." * 100, encoding="utf-8")
    with pytest.raises(DatabaseUnavailable, match="no SQLite database"):
        ask(f"sqlite:///{path}", require_current)


def test_a_server_that_is_not_there_is_told_soon() -> None:
    url = "postgresql://hub:secret@127.0.0.1:1/hub"
    start = time.monotonic()
    with pytest.raises(DatabaseUnavailable, match="does not answer"):
        schema_state(open_for_reading(url))
    assert time.monotonic() - start < 8


@pytest.mark.parametrize(
    "url",
    [
        "",
        "reporting.sqlite",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:a?uri=true",
        "mysql://hub@localhost/hub",
        "postgresql+asyncpg://localhost/hub",
        "oracle://",
    ],
)
@pytest.mark.parametrize("opener", [open_for_reading, open_for_loading])
def test_a_wrong_address_is_one_sentence(url: str, opener: Callable[[str], sa.Engine]) -> None:
    with pytest.raises(WrongDatabaseAddress) as caught:
        opener(url)
    assert caught.value.sentence.endswith(".")


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_every_usual_address_of_postgresql_means_psycopg(scheme: str) -> None:
    engine = open_for_reading(f"{scheme}://hub:p%40ss@localhost/hub")
    assert engine.url.drivername == "postgresql+psycopg"
    assert engine.url.password == "p@ss"


def test_a_file_can_be_read_from_a_folder_in_which_nothing_may_be_written(
    tmp_path: Path,
) -> None:
    path = tmp_path / "shelf" / "hub.sqlite"
    loaded(f"sqlite:///{path}", tmp_path / "book", title="First")
    assert [file.name for file in path.parent.iterdir()] == ["hub.sqlite"]
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        if os.geteuid() == 0:  # root may write anywhere: ask as nobody
            assert _title_as_nobody(path) == "First"
        else:
            assert ask(f"sqlite:///{path}", title) == "First"
    finally:
        path.parent.chmod(0o755)


def _title_as_nobody(path: Path) -> str:
    for folder in path.parents:
        if folder.stat().st_uid == 0 and not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o011)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setuid(65534)
            os.write(writing, (ask(f"sqlite:///{path}", title) or "").encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as answer:
        return answer.read()


def test_a_name_with_signs_of_an_address_is_still_that_file(tmp_path: Path) -> None:
    path = tmp_path / "100% hub #1.sqlite"
    url = sa.URL.create("sqlite", database=str(path)).render_as_string()
    loaded(url, tmp_path / "book", title="First")
    assert path.exists()
    assert ask(url, title) == "First"


def test_foreign_keys_hold_in_a_load(empty_database_url: str) -> None:
    engine = open_for_loading(empty_database_url)
    migrate(engine)
    link = schema.LINKS["cities", "sources"]
    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.execute(link.insert().values(record="nowhere", value="nothing", place=0))
    engine.dispose()


def test_a_load_makes_the_folder_of_its_file(tmp_path: Path) -> None:
    loaded(f"sqlite:///{tmp_path / 'var' / 'deep' / 'hub.sqlite'}", tmp_path / "book")
    assert (tmp_path / "var/deep/hub.sqlite").exists()


def test_activities_need_their_city(empty_database_url: str, tmp_path: Path) -> None:
    engine = open_for_loading(empty_database_url)
    load(engine, write_workbook(tmp_path, {"dataset": [dataset()], "activities": [activity("a1")]}))
    table = schema.activities
    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.execute(table.update().values(host_city="nowhere"))
    engine.dispose()

"""A load that is cut short, by whatever, leaves the old contents whole and readable."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from data import schema
from data.database import open_for_loading, open_for_reading, require_current
from data.errors import DatabaseUnavailable
from data.workbook.loading import load
from small_workbooks import activity, dataset, write_workbook

ROOT = Path(__file__).parents[3]
MANY = 12_000

# A load in a process of its own that, once something is written, does what the test says.
CUT_SHORT = """
import os, resource, signal, sys
from pathlib import Path
from data.database import open_for_loading
from data.errors import DatabaseUnavailable
from data.workbook.loading import load

def watch(what, done, total):
    if what == sys.argv[3] and done:
        os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[3] == "full disk":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), int(sys.argv[4])))
try:
    load(open_for_loading(sys.argv[1]), Path(sys.argv[2]), watch)
except DatabaseUnavailable as error:
    sys.exit(error.sentence)
"""


@pytest.fixture
def old(empty_database_url: str, tmp_path: Path) -> str:
    """Give the URL of a database that holds two activities."""
    sheets = {"dataset": [dataset(title="Old")], "activities": [activity("a1"), activity("a2")]}
    engine = open_for_loading(empty_database_url)
    load(engine, write_workbook(tmp_path / "old", sheets))
    engine.dispose()
    return empty_database_url


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Give a workbook of many activities."""
    rows = [activity(f"b{number}", summary="x" * 200) for number in range(MANY)]
    sheets = {"dataset": [dataset(title="New")], "activities": rows}
    return write_workbook(tmp_path / "large", sheets)


def contents(url: str) -> tuple[str | None, list[str]]:
    engine = open_for_reading(url)
    with engine.connect() as connection, connection.begin():
        require_current(connection)
        title = connection.scalar(sa.select(schema.dataset.c.title))
        ids = connection.scalars(sa.select(schema.activities.c.id).limit(3)).all()
    engine.dispose()
    return title, sorted(ids)


OLD = ("Old", ["a1", "a2"])


def cut_short(url: str, workbook: Path, *how: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", CUT_SHORT, url, str(workbook), *how]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("moment", ["writing", "deriving facts"])
def test_a_kill_in_the_middle_leaves_the_old_contents(old: str, large: Path, moment: str) -> None:
    killed = cut_short(old, large, moment)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert contents(old) == OLD
    engine = open_for_loading(old)
    assert load(engine, large).replaced
    engine.dispose()
    assert contents(old)[0] == "New"


def test_a_full_disk_leaves_the_old_contents(tmp_path: Path, large: Path) -> None:
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    engine = open_for_loading(url)
    sheets = {"dataset": [dataset(title="Old")], "activities": [activity("a1"), activity("a2")]}
    load(engine, write_workbook(tmp_path / "old", sheets))
    engine.dispose()
    stopped = cut_short(url, large, "full disk", "1500000")
    assert stopped.returncode == 1, stopped.stderr
    assert "The load was not finished, and nothing was changed: " in stopped.stderr
    assert contents(url) == OLD


def test_a_limit_of_pages_leaves_the_old_contents(tmp_path: Path, large: Path) -> None:
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    engine = open_for_loading(url)
    load(engine, write_workbook(tmp_path / "old", {"dataset": [dataset(title="Old")]}))

    @sa.event.listens_for(engine, "connect")
    def limit(connection, _) -> None:
        connection.execute("PRAGMA max_page_count = 200")

    with pytest.raises(DatabaseUnavailable, match="nothing was changed: database or disk is full"):
        load(engine, large)
    engine.dispose()
    assert contents(url) == ("Old", [])


def test_a_session_that_the_server_ends_leaves_the_old_contents(
    postgres_server, tmp_path: Path, large: Path
) -> None:
    with postgres_server.new_database() as url:
        engine = open_for_loading(url)
        load(engine, write_workbook(tmp_path / "old", {"dataset": [dataset(title="Old")]}))
        name = sa.make_url(url).database

        def end_session(what: str, done: int, _: int) -> None:
            if what == "writing" and done > 1:
                postgres_server.say(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    f" WHERE datname = '{name}' AND pid <> pg_backend_pid()"
                )

        with pytest.raises(DatabaseUnavailable, match="nothing was changed: "):
            load(engine, large, end_session)
        engine.dispose()
        assert contents(url) == ("Old", [])


def test_a_stop_by_hand_leaves_the_old_contents(old: str, large: Path) -> None:
    def stop(what: str, done: int, _: int) -> None:
        if what == "writing" and done > 1:
            raise KeyboardInterrupt

    engine = open_for_loading(old)
    with pytest.raises(KeyboardInterrupt):
        load(engine, large, stop)
    engine.dispose()
    assert contents(old) == OLD

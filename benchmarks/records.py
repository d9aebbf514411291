"""Measure the pages and downloads of a million records.

The database is a synthetic one whose activities are multiplied within it, as no workbook of that
size needs to be written for that.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from data import schema  # noqa: E402
from data.database import open_for_loading, open_for_reading  # noqa: E402
from data.filters import ALL  # noqa: E402
from data.records.asked import RecordsAsked  # noqa: E402
from data.records.sorting import default_sort  # noqa: E402
from data.repository import Repository  # noqa: E402
from data.workbook.loading import load  # noqa: E402
from data.workbook.synthetic import write_synthetic  # noqa: E402
from temporary_postgres import TemporaryPostgres, free_port  # noqa: E402

RECORDS = 1_000_000
LOADED = 20_000
DEEP = 10_000
ROUNDS = 5
LIMIT = 3.0
MOST_MEGABYTES = 150.0

_COPIED = (
    schema.activities,
    schema.activity_facts,
    schema.LINKS["activities", "cities"],
    schema.LINKS["activities", "themes"],
)


@dataclass(frozen=True, slots=True)
class RecordTimes:
    """Milliseconds of the first page and of a deep one; megabytes grown and seconds of a CSV."""

    first: float
    deep: float
    grown: float
    seconds: float

    @property
    def holds(self) -> bool:
        """Whether both are within their limits."""
        return self.deep <= LIMIT * self.first and self.grown <= MOST_MEGABYTES


def multiply(url: str, records: int, loaded: int) -> None:
    """Copy the loaded activities within the database until there are so many."""
    engine = open_for_loading(url)
    with engine.begin() as connection:
        for copy in range(1, records // loaded):
            for table in _COPIED:
                connection.execute(_copied(table, copy, loaded))
        for table in _COPIED:
            quoted = connection.dialect.identifier_preparer.quote(table.name)
            connection.exec_driver_sql(f"ANALYZE {quoted}")
    engine.dispose()


def _copied(table: sa.Table, copy: int, loaded: int) -> sa.Insert:
    """Insert each of the first rows once more, under another id and row number."""
    named = "record" if "record" in table.c else "id"
    changed = {named: table.c[named] + f"-{copy}"}
    query = sa.select(*(_changed(column, changed, copy * loaded) for column in table.columns))
    number = table.c.get("row", table.c.get("activity"))
    if number is None:
        first = sa.select(schema.activities.c.id).where(schema.activities.c.row <= loaded)
        query = query.where(table.c[named].in_(first))
    else:
        query = query.where(number <= loaded)
    return table.insert().from_select([column.name for column in table.columns], query)


def _changed(
    column: sa.Column[Any], changed: dict[str, sa.ColumnElement[str]], more: int
) -> sa.ColumnElement[Any]:
    if column.name in ("row", "activity"):
        return column + more
    return changed.get(column.name, column)


def page_times(url: str) -> tuple[float, float]:
    """Return the median milliseconds of the first page and of the deep one."""
    engine = open_for_reading(url)
    repository = Repository(engine)
    asked = RecordsAsked("activities", ALL, sort=default_sort("activities"))
    taken: dict[int, list[float]] = {1: [], DEEP: []}
    for _ in range(ROUNDS):
        for page, times in taken.items():
            begun = time.perf_counter()
            found = repository.records(replace(asked, page=page))
            times.append((time.perf_counter() - begun) * 1000)
            assert found.page == page
    engine.dispose()
    return statistics.median(taken[1]), statistics.median(taken[DEEP])


@contextmanager
def served(url: str) -> Iterator[tuple[str, int]]:
    """Serve a database with one worker; give the address and the worker's process."""
    port = free_port()
    command = [sys.executable, "-m", "dashboard", "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(
        command, cwd=ROOT, env={"HUB_DATABASE_URL": url, "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as server:  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address)
            yield address, _worker(server.pid)
        finally:
            server.terminate()


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("The server does not answer.")


def _worker(server: int) -> int:
    children = Path(f"/proc/{server}/task/{server}/children").read_text("ascii").split()
    return int(children[0]) if children else server


def _megabytes(process: int, name: str = "VmRSS") -> float:
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))


def download(url: str, form: str = "csv") -> tuple[float, float]:
    """Download every activity; return the megabytes that the worker grew by, and the seconds."""
    with served(url) as (address, worker):
        urllib.request.urlopen(f"{address}/records/themes.csv", timeout=30).close()
        before, begun = _megabytes(worker), time.perf_counter()
        path = f"{address}/records/activities.{form}?programme=all"
        with urllib.request.urlopen(path, timeout=600) as answer:
            while answer.read(1 << 20):
                pass
        return _megabytes(worker, "VmHWM") - before, time.perf_counter() - begun


def measure(url: str) -> RecordTimes:
    """Measure one database of a million activities."""
    return RecordTimes(*page_times(url), *download(url))


def prepare(folder: Path, url: str) -> None:
    """Fill a database with a million activities."""
    workbook = folder / "records"
    if not workbook.exists():
        write_synthetic(workbook, LOADED, seed=7)
    engine = open_for_loading(url)
    load(engine, workbook)
    engine.dispose()
    multiply(url, RECORDS, LOADED)


def report_records(folder: Path) -> bool:
    """Measure both kinds of databases and print; say whether every limit holds."""
    print(f"\nrecords of {RECORDS:,} activities: page, ms; CSV of all: MB grown, s")
    print(f"{'database':<12}{'first':>8}{f'{DEEP:,}th':>10}{'ratio':>8}{'MB':>8}{'s':>8}")
    held = True
    with ExitStack() as stack:
        server = TemporaryPostgres()
        stack.callback(server.stop)
        server.start()
        postgresql = stack.enter_context(server.new_database())
        urls = {"sqlite": f"sqlite:///{folder / 'records.sqlite'}", "postgresql": postgresql}
        for kind, url in urls.items():
            prepare(folder, url)
            times = measure(url)
            print(
                f"{kind:<12}{times.first:>8.0f}{times.deep:>10.0f}{times.deep / times.first:>8.1f}"
                f"{times.grown:>8.0f}{times.seconds:>8.0f}",
                flush=True,
            )
            held = held and times.holds
    return held

"""Measure what must stay fast: `make bench`.

Server time of a filter change, from the posted body to the answer's bytes, on SQLite and on a
temporary PostgreSQL, at 1,000 and 100,000 synthetic activities. Each change is asked for the
first time of its filter (no answer is kept); the ratio of the two sizes is what counts. So is every
page and the evidence of every figure (`benchmarks.pages`). Then the records of a million
activities: pages and a whole download (`benchmarks.records`).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import sqlalchemy as sa

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from benchmarks.changes import CHANGES, change_body  # noqa: E402
from benchmarks.pages import report_pages  # noqa: E402
from benchmarks.records import report_records  # noqa: E402
from dashboard.app import create_app  # noqa: E402
from dashboard.settings import Settings  # noqa: E402
from data.database import open_for_loading, open_for_reading  # noqa: E402
from data.repository import Repository  # noqa: E402
from data.workbook.loading import load  # noqa: E402
from data.workbook.synthetic import write_synthetic  # noqa: E402
from temporary_postgres import TemporaryPostgres  # noqa: E402

SIZES = (1_000, 100_000)
ROUNDS = 5
LIMIT = 3.0


@contextmanager
def databases(folder: Path) -> Iterator[dict[str, dict[int, str]]]:
    """Give the URL of a loaded database of each kind and size."""
    server = TemporaryPostgres()
    with ExitStack() as stack:
        stack.callback(server.stop)
        server.start()
        urls: dict[str, dict[int, str]] = {"sqlite": {}, "postgresql": {}}
        for size in SIZES:
            workbook = folder / f"workbook-{size}"
            write_synthetic(workbook, size, seed=7)
            urls["sqlite"][size] = f"sqlite:///{folder / f'{size}.sqlite'}"
            urls["postgresql"][size] = stack.enter_context(server.new_database())
            for kind in urls:
                seconds = fill(urls[kind][size], workbook)
                print(f"load {size:>8,} activities into {kind}: {seconds:.1f} s", flush=True)
        yield urls


def fill(url: str, workbook: Path) -> float:
    """Load a workbook; return the seconds it took."""
    engine = open_for_loading(url)
    begun = time.perf_counter()
    load(engine, workbook)
    seconds = time.perf_counter() - begun
    settle(engine)
    engine.dispose()
    return seconds


def settle(engine: sa.Engine) -> None:
    """Do at once what PostgreSQL's own housekeeping does in the minutes after a load."""
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("VACUUM ANALYZE")


def change_times(url: str) -> dict[str, float]:
    """Return the median milliseconds of each kind of change."""
    engine = open_for_reading(url)
    repository = Repository(engine)
    app = create_app(repository, Settings())
    client = app.server.test_client()
    reference = repository.reference()
    names = {
        "theme": reference.themes[0].id,
        "funder": reference.funders[0],
        "city": sorted(reference.cities)[3],
    }
    times = {}
    for kind, queries in CHANGES.items():
        taken = []
        for turn in range(ROUNDS):
            for query in queries:
                body = change_body(app, query.format(**names), turn)
                begun = time.perf_counter()
                answer = client.post("/_dash-update-component", json=body)
                taken.append((time.perf_counter() - begun) * 1000)
                assert answer.status_code == 200
        times[kind] = statistics.median(taken)
    engine.dispose()
    return times


def report(kind: str, times: dict[int, dict[str, float]]) -> bool:
    """Print the table of one kind of database; say whether every ratio holds."""
    small, large = SIZES
    print(f"\n{kind}: server time of a change, median of {ROUNDS} rounds, ms")
    print(f"{'change':<12}{small:>10,}{large:>10,}{'ratio':>8}")
    ratios = []
    for change in CHANGES:
        one, other = times[small][change], times[large][change]
        ratios.append(other / one)
        print(f"{change:<12}{one:>10.0f}{other:>10.0f}{other / one:>8.1f}")
    print(f"largest ratio {max(ratios):.1f}, limit {LIMIT:.0f}")
    return max(ratios) <= LIMIT


def main() -> None:
    """Load, measure and print; exit 1 when a ratio is over its limit."""
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        with databases(Path(folder)) as urls:
            held = [
                report(kind, {size: change_times(url) for size, url in sizes.items()})
                for kind, sizes in urls.items()
            ]
            held += [report_pages(kind, sizes) for kind, sizes in urls.items()]
        held.append(report_records(Path(folder)))
    sys.exit(0 if all(held) else 1)


if __name__ == "__main__":
    main()

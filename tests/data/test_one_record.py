"""One record and what names it, small head-counts, and how the database reads a page."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from counted_twice import Loaded
from data.counting.withheld_rows import withheld_attendance
from data.database import open_for_reading
from data.errors import UnknownRecord
from data.filters import ALL, Filters
from data.records.asked import RecordsAsked
from data.records.shown import SHOWN_SHEETS
from data.records.sorting import Sort, default_sort
from data.repository import Repository
from data.small_numbers import SmallNumbers
from data.workbook.synthetic import write_synthetic
from loaded import fill
from recount_rows import items, read_sheet


def test_a_record_knows_what_names_it(synthetic: Loaded):
    folder = synthetic.recount.folder
    activities = {row["id"]: row for row in read_sheet(folder, "activities")}
    for city in [row["id"] for row in read_sheet(folder, "cities")][:4]:
        shown = synthetic.repository.record("cities", city)
        found = {(group.sheet, group.column): group.number for group in shown.related}
        took_part = sum(
            city in items(row["cities"]) and row["review"] != "draft" for row in activities.values()
        )
        needs = sum(row["city"] == city for row in read_sheet(folder, "needs"))
        assert found.get(("activities", "cities"), 0) == took_part
        assert found.get(("needs", "city"), 0) == needs
        assert all(len(group.records) == min(group.number, 20) for group in shown.related)
    assert {sheet for sheet, _ in found} <= set(SHOWN_SHEETS)


def test_head_counts_are_named_by_their_row_and_withheld_where_they_are_small(synthetic: Loaded):
    rows = read_sheet(synthetic.recount.folder, "attendance")
    repository, rule = Repository(synthetic.repository._engine), SmallNumbers()
    with synthetic.repository._engine.connect() as connection:
        withheld = withheld_attendance(connection, {row["activity"] for row in rows}, rule)
    listed = {
        record.key: record
        for record in repository.all_records(RecordsAsked("attendance", Filters(programme="all")))
    }
    assert any(withheld.get(int(key)) for key in listed)
    for key, record in listed.items():
        assert record.withheld == withheld.get(int(key), frozenset())
        assert all(record.values[column] is None for column in record.withheld)
        if not record.withheld:
            assert str(record.values["count"]) == rows[int(key) - 1]["count"]
    for key in Random(1).sample(sorted(listed, key=str), 5):
        assert repository.record("attendance", str(key)).record == listed[key]
        activity = str(listed[key].values["activity"])
        (counts,) = [
            group
            for group in repository.record("activities", activity).related
            if group.sheet == "attendance"
        ]
        assert listed[key] in counts.records


@pytest.mark.parametrize(
    ("sheet", "key"),
    [("activities", "nothing"), ("attendance", "0"), ("attendance", "x"), ("attendance", "-1"),
     ("attendance", "9" * 30), ("targets", "²"), ("cities", "' OR 1=1 --")],
)  # fmt: skip
def test_an_unknown_record_is_said_to_be_unknown(public_record: Repository, sheet: str, key: str):
    with pytest.raises(UnknownRecord):
        public_record.record(sheet, key)


def test_a_page_of_activities_reads_the_wide_table_by_key_alone(tmp_path: Path):
    write_synthetic(tmp_path / "workbook", 2_000, seed=3)
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    fill(url, tmp_path / "workbook")
    plans = plans_of(
        url,
        [
            RecordsAsked("activities", filters, sort=sort, page=page)
            for filters in (ALL, Filters(countries=("AL",)), Filters(programme="all"))
            for sort in (default_sort("activities"), Sort("kind"))
            for page in (1, 20)
        ],
    )
    assert any("activity_facts" in step for step in plans)
    assert any(step.startswith("SEARCH activities ") for step in plans)
    assert "SCAN activities" not in {" ".join(step.split()[:2]) for step in plans}


def plans_of(url: str, pages: list[RecordsAsked]) -> list[str]:
    """Read pages, and give the steps by which SQLite answers every statement that they took."""
    engine = open_for_reading(url)
    statements: list[tuple[str, Any]] = []

    @sa.event.listens_for(engine, "before_cursor_execute")
    def note(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
        statements.append((statement, parameters))

    repository = Repository(engine)
    repository.reference()
    statements.clear()
    for asked in pages:
        repository.records(asked)
    with engine.connect() as connection:
        steps = [
            step[3]
            for statement, parameters in list(statements)
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    engine.dispose()
    return steps

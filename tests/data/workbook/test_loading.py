"""A load makes the database hold the workbook: all of it, in order, or leaves it as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa

from data import schema
from data.database import open_for_loading
from data.workbook.checking import check
from data.workbook.comparing import SheetChange
from data.workbook.faults import WorkbookFaulty
from data.workbook.loading import LoadReport, load
from small_workbooks import (
    Sheets,
    activity,
    attendance,
    city,
    dataset,
    indicator,
    participant,
    support,
    write_workbook,
)

PUBLIC_RECORD = Path(__file__).parents[3] / "data/public_record"


@pytest.fixture
def engine(empty_database_url: str) -> Iterator[sa.Engine]:
    made = open_for_loading(empty_database_url)
    yield made
    made.dispose()


def sheets() -> Sheets:
    return {
        "dataset": [dataset(launched="2022-11")],
        "themes": [{"id": "youth", "label": "Youth", "order": 1}],
        "cities": [city("peja", joined="2016"), city("elbasan")],
        "activities": [
            activity(
                "a2", start="2023-05", end="2023-06-02", cities="elbasan;peja", themes="youth"
            ),
            activity("a1", host_city="peja", countries="MK"),
            activity("a3", start="2023", cities="peja"),
        ],
        "attendance": [attendance("a2", 0, country="AL"), attendance("a2", 7)],
        "participants": [
            participant("a1", "p-01", city="elbasan"),
            participant("a1", "p-02", country="XK", city="elbasan"),
            participant("a1", "p-03"),
        ],
        "support": [
            support("s1", amount="12.50", currency="EUR", providers="peja", countries="BA")
        ],
        "indicators": [indicator("held", "activities-held", headline="yes")],
    }


def rows(engine: sa.Engine, query: sa.Select[tuple[object, ...]]) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(query)]


def everything(engine: sa.Engine) -> dict[str, set[tuple[object, ...]]]:
    with engine.connect() as connection:
        return {
            name: {tuple(row) for row in connection.execute(sa.select(table))}
            for name, table in schema.metadata.tables.items()
        }


def change_of(report: LoadReport, sheet: str) -> SheetChange:
    return next(change for change in report.sheets if change.sheet == sheet)


def test_dates_numbers_and_order_are_stored(engine: sa.Engine, tmp_path: Path) -> None:
    load(engine, write_workbook(tmp_path, sheets()))
    table = schema.activities.c
    query = sa.select(table.id, table.start_first, table.start_last, table.start_precision)
    assert rows(engine, query.order_by(table.row)) == [
        ("a2", date(2023, 5, 1), date(2023, 5, 31), "month"),
        ("a1", None, None, None),
        ("a3", date(2023, 1, 1), date(2023, 12, 31), "year"),
    ]
    assert rows(engine, sa.select(schema.support.c.amount)) == [(Decimal("12.5"),)]
    counts = sa.select(schema.attendance.c["count"], schema.attendance.c.country)
    assert rows(engine, counts.order_by(schema.attendance.c.row)) == [(0, "AL"), (7, None)]
    assert rows(engine, sa.select(schema.indicators.c.headline)) == [(True,)]


def test_lists_keep_their_order(engine: sa.Engine, tmp_path: Path) -> None:
    load(engine, write_workbook(tmp_path, sheets()))
    links = schema.LINKS["activities", "cities"].c
    query = sa.select(links.record, links.value, links.place).order_by(links.record, links.place)
    assert rows(engine, query) == [("a2", "elbasan", 0), ("a2", "peja", 1), ("a3", "peja", 0)]


def test_the_public_record_is_stored_cell_by_cell(engine: sa.Engine) -> None:
    load(engine, PUBLIC_RECORD)
    content, _ = check(PUBLIC_RECORD)
    assert content is not None
    for name, sheet in content.sheets.items():
        table = schema.metadata.tables[name]
        for column in sheet.sheet.columns:
            if column.type in ("text", "choice", "id") and column.name in table.columns:
                if column.choices == ("yes", "no"):
                    continue
                order = table.columns.get("row", table.columns[0])
                query = sa.select(table.columns[column.name]).order_by(order)
                assert [row[0] for row in rows(engine, query)] == list(sheet.columns[column.name])
    assert len(rows(engine, sa.select(schema.cities.c.id))) == 21


def test_the_same_workbook_again_changes_nothing(engine: sa.Engine, tmp_path: Path) -> None:
    first = load(engine, write_workbook(tmp_path, sheets()))
    before = everything(engine)
    again = load(engine, write_workbook(tmp_path / "again", sheets()))
    assert (first.replaced, again.replaced) == (True, False)
    assert first.version == again.version
    assert everything(engine) == before
    assert change_of(again, "activities") == SheetChange("activities", 3, 3)


def test_a_load_tells_what_changed(engine: sa.Engine, tmp_path: Path) -> None:
    first = load(engine, write_workbook(tmp_path, sheets()))
    assert change_of(first, "activities") == SheetChange("activities", 0, 3, ("a2", "a1", "a3"))
    changed = sheets()
    changed["activities"] = [
        activity("a4"),
        activity("a2", start="2023-05", end="2023-06-02", cities="peja;elbasan", themes="youth"),
        activity("a1", host_city="peja", countries="MK"),
    ]
    changed["attendance"].reverse()
    changed["support"][0]["outcome"] = "Done"
    report = load(engine, write_workbook(tmp_path / "changed", changed))
    assert change_of(report, "activities") == SheetChange(
        "activities", 3, 3, added=("a4",), removed=("a3",), changed=("a2",)
    )
    assert change_of(report, "support") == SheetChange("support", 1, 1, changed=("s1",))
    assert change_of(report, "attendance") == SheetChange("attendance", 2, 2)


def test_a_faulty_workbook_leaves_the_database_as_it_was(engine: sa.Engine, tmp_path: Path) -> None:
    load(engine, write_workbook(tmp_path, sheets()))
    before = everything(engine)
    faulty = sheets()
    faulty["activities"][0]["kind"] = "meeting"
    faulty["activities"][2]["cities"] = "nowhere"
    with pytest.raises(WorkbookFaulty) as caught:
        load(engine, write_workbook(tmp_path / "faulty", faulty))
    assert [fault.where for fault in caught.value.faults] == [
        "activities:2:kind",
        "activities:4:cities",
    ]
    assert everything(engine) == before


def test_a_faulty_workbook_leaves_an_empty_database_empty(
    engine: sa.Engine, tmp_path: Path
) -> None:
    with pytest.raises(WorkbookFaulty):
        load(engine, write_workbook(tmp_path, {"dataset": [dataset(kind="?")]}))
    assert sa.inspect(engine).get_table_names() == []


def test_progress_ends_with_everything_written(engine: sa.Engine, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    load(engine, write_workbook(tmp_path, sheets()), lambda *what: told.append(what))
    written = [(done, total) for what, done, total in told if what == "writing"]
    assert written[-1][0] == written[-1][1] > 0
    assert [done for done, _ in written] == sorted(done for done, _ in written)

"""The files of an export: what their cells are, what they cannot hold, one moment, no database."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa

from data.database import open_for_loading, open_for_reading
from data.errors import DatabaseEmpty, DatabaseUnavailable
from data.workbook.exporting import xlsx_book
from data.workbook.exporting.records import export_records
from data.workbook.exporting.stored import open_stored
from data.workbook.exporting.xlsx_book import TooLargeForXlsx
from data.workbook.sheets import SHEETS
from data.workbook.xlsx_text import escaped, is_too_long
from exported import FORMS, assert_round_trip, exported, fill
from small_workbooks import Sheets, activity, dataset, support


def test_text_is_text_and_numbers_are_numbers_in_xlsx(
    engines: tuple[sa.Engine, sa.Engine],
) -> None:
    loading, reading = engines
    one = support("2023-03", title="=1+1", amount="12.5", currency="EUR", due="2024-05")
    fill(loading, {"dataset": [dataset()], "support": [one]})
    with exported(reading, "records.xlsx") as path:
        book = openpyxl.load_workbook(path)
        sheet = book["support"]
        names = [cell.value for cell in sheet[1]]
        cells = dict(zip(names, sheet[2], strict=True))
        book.close()
    assert {
        name: (cells[name].value, cells[name].data_type) for name in ("id", "title", "due")
    } == {
        "id": ("2023-03", "s"),
        "title": ("=1+1", "s"),
        "due": ("2024-05", "s"),
    }
    assert cells["due"].number_format == "@"
    assert (cells["amount"].value, cells["amount"].data_type) == (12.5, "n")


def test_the_zip_holds_every_sheet_and_the_same_bytes_each_time(
    public_record_url: str, tmp_path: Path
) -> None:
    engine = open_for_reading(public_record_url)
    for name in ("one", "two"):
        for form in FORMS:
            export_records(engine, form, tmp_path / f"{name}-{form}")
    engine.dispose()
    for form in FORMS:
        assert (tmp_path / f"one-{form}").read_bytes() == (tmp_path / f"two-{form}").read_bytes()
    with zipfile.ZipFile(tmp_path / "one-records.zip") as archive:
        assert archive.namelist() == [f"{sheet.name}.csv" for sheet in SHEETS]
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o644}
        for sheet in SHEETS:
            lines = archive.read(f"{sheet.name}.csv").decode("utf-8").splitlines()
            assert next(csv.reader(lines)) == [column.name for column in sheet.columns]


def test_an_export_is_of_one_moment(engines: tuple[sa.Engine, sa.Engine], tmp_path: Path) -> None:
    loading, reading = engines
    before: Sheets = {"dataset": [dataset()], "organisations": [{"id": "a", "name": "Before"}]}
    fill(loading, before)
    with loading.connect():
        pass  # leaves the write-ahead log on, as a load does beside readers
    with open_stored(reading) as workbook:
        fill(loading, before | {"organisations": [{"id": "a", "name": "After"}]})
        (sheet,) = [one for one in workbook.sheets if one.sheet.name == "organisations"]
        assert [page[0][:2] for page in sheet.pages()] == [["a", "Before"]]


def test_progress_ends_at_all_rows(public_record_url: str, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    engine = open_for_reading(public_record_url)
    rows = export_records(engine, "records.zip", tmp_path / "a.zip", lambda *at: told.append(at))
    engine.dispose()
    assert told[-1][1:] == (rows, rows)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


def test_more_rows_than_xlsx_holds(
    engines: tuple[sa.Engine, sa.Engine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading, reading = engines
    fill(loading, {"dataset": [dataset()], "activities": [activity(f"a{n}") for n in range(3)]})
    monkeypatch.setattr(xlsx_book, "LAST_ROW", 2)
    with pytest.raises(TooLargeForXlsx, match=r"activities has 3 rows; .* Use records\.zip\.$"):
        export_records(reading, "records.xlsx", tmp_path / "a.xlsx")
    export_records(reading, "records.zip", tmp_path / "a.zip")


def test_longer_text_than_xlsx_holds(engines: tuple[sa.Engine, sa.Engine], tmp_path: Path) -> None:
    loading, reading = engines
    rows = [activity("a0", summary="a" * 32_767), activity("a1", summary="😀" * 16_384)]
    fill(loading, {"dataset": [dataset()], "activities": rows})
    with pytest.raises(TooLargeForXlsx, match=r"summary in row 3 of activities .* records\.zip\.$"):
        export_records(reading, "records.xlsx", tmp_path / "a.xlsx")
    assert_round_trip(reading, "records.zip")
    fill(loading, {"dataset": [dataset()], "activities": rows[:1]})
    assert_round_trip(reading, "records.xlsx")


def test_length_is_measured_as_spreadsheets_do() -> None:
    assert not is_too_long("a" * 32_767)
    assert is_too_long("a" * 32_768)
    assert not is_too_long("😀" * 16_383)
    assert is_too_long("😀" * 16_384)


def test_escapes_are_those_of_the_format() -> None:
    assert escaped("a_x0041_\x01_x") == "a_x005F_x0041__x0001__x"
    assert escaped("plain_text") == "plain_text"


def test_an_empty_database_is_told(empty_database_url: str, tmp_path: Path) -> None:
    loading = open_for_loading(empty_database_url)
    with loading.begin():
        pass
    loading.dispose()
    engine = open_for_reading(empty_database_url)
    with pytest.raises(DatabaseEmpty, match="no workbook has been loaded"):
        export_records(engine, "records.zip", tmp_path / "a.zip")
    engine.dispose()


def test_a_missing_database_is_told(tmp_path: Path) -> None:
    engine = open_for_reading(f"sqlite:///{tmp_path / 'none.sqlite'}")
    with pytest.raises(DatabaseUnavailable, match="is not there"):
        export_records(engine, "records.zip", tmp_path / "a.zip")

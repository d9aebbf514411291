"""Synthetic workbooks obey the contract, use all of it, and name real towns and nobody."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.command_line import main
from data.dates import parse_date
from data.geography import towns
from data.workbook.checking import check
from data.workbook.sheets import SHEETS, Column, Sheet
from data.workbook.synthetic import write_synthetic
from data.workbook.synthetic.cities import TooManyCities
from data.workbook.synthetic.oddities import ODDITIES
from data.workbook.synthetic.writing import FolderTaken

Rows = list[dict[str, str]]


def sheet_rows(folder: Path, name: str) -> Rows:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells(rows: Rows, column: Column) -> set[str]:
    written = {row[column.name] for row in rows}
    return {item for cell in written for item in cell.split(";")} if column.many else written


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def thousand(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("synthetic")
    write_synthetic(folder, 1000, 7)
    return folder


@pytest.mark.parametrize(
    ("activities", "seed"), [(0, 1), (1, 1), (1, 2), (2, 3), (7, 4), (40, 5), (400, 6), (1000, 7)]
)
def test_every_size_obeys_the_contract(tmp_path, activities, seed):
    write_synthetic(tmp_path / "made", activities, seed)
    workbook, faults = check(tmp_path / "made")
    assert faults == []
    assert workbook is not None
    assert len(sheet_rows(tmp_path / "made", "activities")) == activities


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_sheet_has_rows_and_fills_every_column(thousand, sheet: Sheet):
    rows = sheet_rows(thousand, sheet.name)
    assert rows
    assert [column.name for column in sheet.columns if cells(rows, column) == {""}] == []


CHOICES = [
    (sheet, column)
    for sheet in SHEETS
    for column in sheet.columns
    if column.type == "country" or (column.choices and not sheet.single)
]
# Definitions are few: they are the public record's and two more.
NEVER = {
    ("indicators", "kinds"): {"consultation", "launch", "side-event", "partner-event"},
    ("targets", "country"): {"BA", "ME", "MK", "RS"},
    ("published_figures", "country"): {"BA", "ME", "RS"},
}


@pytest.mark.parametrize(
    ("sheet", "column"), CHOICES, ids=[f"{s.name}.{c.name}" for s, c in CHOICES]
)
def test_every_value_of_every_list_is_used(thousand, sheet: Sheet, column: Column):
    unused = set(column.choices) - cells(sheet_rows(thousand, sheet.name), column)
    assert unused == NEVER.get((sheet.name, column.name), set())


DATES = [(s, c) for s in SHEETS for c in s.columns if c.type == "date" and not s.single]


@pytest.mark.parametrize(("sheet", "column"), DATES, ids=[f"{s.name}.{c.name}" for s, c in DATES])
def test_every_date_is_written_in_every_precision(thousand, sheet: Sheet, column: Column):
    written = cells(sheet_rows(thousand, sheet.name), column)
    precisions = {parse_date(text).precision for text in written - {""}}
    assert precisions == {"year", "month", "day"}
    assert ("" in written) != column.required


def test_activities_start_end_and_span_in_every_way(thousand):
    spans = [(row["start"], row["end"]) for row in sheet_rows(thousand, "activities")]
    ways = Counter((len(start), len(end)) for start, end in spans)
    assert set(ways) == {(0, 0), (4, 0), (4, 4), (7, 0), (7, 7), (7, 10), (10, 0), (10, 10)}
    assert any(start[:7] != end[:7] for start, end in spans if len(end) == 10)


def test_activities_look_like_a_programme(thousand):
    rows = sheet_rows(thousand, "activities")
    statuses = Counter(row["status"] for row in rows)
    assert 800 <= statuses["held"] <= 890
    assert 120 <= sum(row["programme"] == "earlier" for row in rows) <= 180
    assert {len(row["cities"].split(";")) if row["cities"] else 0 for row in rows} == set(range(6))
    held = [row for row in rows if row["status"] == "held" and row["start"]]
    assert all(parse_date(row["end"] or row["start"]).last.year <= 2024 for row in held)
    assert any(row["start"] > "2025" for row in rows if row["status"] == "planned")
    regional = [r for r in rows if not (r["cities"] or r["countries"] or r["host_city"])]
    assert 10 <= len(regional) <= 120


def test_people_are_counted_in_every_way(thousand):
    attendance = sheet_rows(thousand, "attendance")
    listed = sheet_rows(thousand, "participants")
    counted_activities = {row["activity"] for row in attendance}
    listed_activities = {row["activity"] for row in listed}
    assert 380 <= len(counted_activities) <= 560
    assert 50 <= len(listed_activities) <= 110
    assert counted_activities & listed_activities
    assert listed_activities - counted_activities
    assert {int(row["count"]) == 0 for row in attendance} == {True, False}
    assert max(int(row["count"]) for row in attendance) <= 250
    assert max(Counter(row["person"] for row in listed).values()) > 1
    assert {(bool(r["country"]), bool(r["city"])) for r in listed} == {
        (True, True), (True, False), (False, True), (False, False),
    }  # fmt: skip


def test_support_dates_stand_in_every_combination(thousand):
    rows = [row for row in sheet_rows(thousand, "support") if row["status"] == "delivered"]
    filled = {tuple(bool(row[k]) for k in ("requested", "started", "completed")) for row in rows}
    assert len(filled) == 8
    assert any(row["amount"] == "0" for row in sheet_rows(thousand, "support"))


def test_only_real_towns_of_six_countries_are_named(thousand):
    shipped = {town.id: town for town in towns()}
    rows = sheet_rows(thousand, "cities")
    assert len(rows) == 60
    assert {row["name"] for row in rows} == {shipped[row["id"]].name for row in rows}
    assert all(float(row["latitude"]) == shipped[row["id"]].latitude for row in rows)


def test_nobody_is_invented_and_everything_says_that_it_is(thousand):
    (dataset,) = sheet_rows(thousand, "dataset")
    assert dataset["kind"] == "synthetic"
    assert dataset["title"].startswith("Synthetic data for trials")
    people = [row["person"] for row in sheet_rows(thousand, "participants")]
    assert all(re.fullmatch(r"p-\d{6}", person) for person in people)
    for voice in sheet_rows(thousand, "voices"):
        assert re.fullmatch(r"Speaker \d+ \(synthetic\)", voice["speaker"])
        assert voice["text"].startswith("Synthetic quote no. ")


def test_odd_texts_are_there_in_a_handful_of_records(thousand):
    titles = [row["title"] for row in sheet_rows(thousand, "activities")]
    assert set(ODDITIES) <= set(titles)
    assert sum(title in ODDITIES for title in titles) == len(ODDITIES)
    assert set(ODDITIES) <= {row["text"] for row in sheet_rows(thousand, "notes")}


def test_a_seed_gives_one_workbook(tmp_path):
    for name, seed in (("first", 3), ("second", 3), ("other", 4)):
        write_synthetic(tmp_path / name, 60, seed)
    assert files_of(tmp_path / "first") == files_of(tmp_path / "second")
    assert files_of(tmp_path / "first") != files_of(tmp_path / "other")


def test_without_activities_there_are_cities_and_indicators(tmp_path):
    write_synthetic(tmp_path, 0, 1)
    assert sheet_rows(tmp_path, "activities") == sheet_rows(tmp_path, "support") == []
    assert len(sheet_rows(tmp_path, "cities")) == 8
    assert len(sheet_rows(tmp_path, "indicators")) == 17


def test_so_many_cities_as_asked_for_or_an_error(tmp_path):
    write_synthetic(tmp_path / "one", 20, 1, cities=1)
    assert len(sheet_rows(tmp_path / "one", "cities")) == 1
    assert check(tmp_path / "one")[1] == []
    with pytest.raises(TooManyCities):
        write_synthetic(tmp_path / "many", 20, 1, cities=len(towns()) + 1)
    assert not (tmp_path / "many").exists()


def test_nothing_but_a_synthetic_workbook_is_written_over(tmp_path):
    write_synthetic(tmp_path, 5, 1)
    write_synthetic(tmp_path, 6, 1)
    assert len(sheet_rows(tmp_path, "activities")) == 6
    dataset = tmp_path / "dataset.csv"
    dataset.write_text("title,kind,as_of\nReal,operational,2024-01-01\n", encoding="utf-8")
    with pytest.raises(FolderTaken):
        write_synthetic(tmp_path, 7, 1)
    with pytest.raises(FolderTaken):
        write_synthetic(dataset, 7, 1)
    assert len(sheet_rows(tmp_path, "activities")) == 6


def test_the_command_writes_a_workbook_and_refuses_in_one_sentence(tmp_path):
    out = tmp_path / "made"
    arguments = ["synthetic", str(out), "--activities", "12", "--seed", "5", "--cities", "9"]
    made = CliRunner().invoke(main, arguments)
    assert (made.exit_code, made.output.count("\n")) == (0, 1)
    assert len(sheet_rows(out, "cities")) == 9
    (tmp_path / "note.txt").write_text("kept", encoding="utf-8")
    refused = CliRunner().invoke(main, ["synthetic", str(tmp_path), *arguments[2:]])
    assert refused.exit_code == 2
    assert "holds something else" in refused.output

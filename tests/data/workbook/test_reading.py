"""The forms in which a workbook comes: what loads as it is, and what is told of its form."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from data.errors import WorkbookUnreadable
from data.workbook.checking import check
from data.workbook.content import Content
from data.workbook.version import content_version
from small_workbooks import activity, attendance, city, dataset, indicator, write_workbook

ACTIVITIES = "id,title,kind,programme,reach,delivery,status,review,start,note\n"
ONE = "a1,First,workshop,hub,city,hub,held,approved,2023-03,"


def folder_with(folder: Path, **files: str | bytes) -> Path:
    write_workbook(folder, {"dataset": [dataset()]})
    for name, content in files.items():
        raw = content if isinstance(content, bytes) else content.encode()
        (folder / f"{name}.csv").write_bytes(raw)
    return folder


def faults_of(path: Path) -> list[str]:
    return [str(fault) for fault in check(path)[1]]


def content_of(path: Path) -> Content:
    content, faults = check(path)
    assert content is not None, [str(fault) for fault in faults]
    return content


def xlsx(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    """Write an XLSX file; the sheet `dataset` is added where it is not given."""
    row = dataset()
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        for name, rows in ({"dataset": [list(row), list(row.values())]} | sheets).items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    if isinstance(cell, str):
                        sheet.write_string(number, place, cell)
                    else:
                        sheet.write(number, place, cell)
    return path


def test_bom_crlf_and_blank_rows_load(tmp_path: Path) -> None:
    plain = folder_with(tmp_path / "plain", activities=f"{ACTIVITIES}{ONE}x\n")
    text = f"\ufeff{ACTIVITIES}\n , ,\n{ONE} x \n\n,,,,,,,,,\n\n".replace("\n", "\r\n")
    odd = folder_with(tmp_path / "odd", activities=text)
    assert content_of(odd)["activities"].rows.tolist() == [4]
    assert content_version(content_of(odd), "1") == content_version(content_of(plain), "1")


def test_rows_are_numbered_as_a_spreadsheet_does(tmp_path: Path) -> None:
    text = (
        f'{ACTIVITIES}{ONE}"one\ntwo\nthree"\n\n{ONE.replace("a1", "a2").replace("hub", "hbu")}\n'
    )
    assert [line.split(": ")[0] for line in faults_of(folder_with(tmp_path, activities=text))] == [
        "activities:4:programme",
        "activities:4:delivery",
    ]


def test_line_breaks_in_text_are_kept_in_one_form(tmp_path: Path) -> None:
    text = f'{ACTIVITIES}{ONE}"one\r\ntwo\nthree\rfour"\n'
    content = content_of(folder_with(tmp_path, activities=text))
    assert content["activities"].columns["note"] == ["one\ntwo\nthree\nfour"]


def test_columns_may_stand_in_any_order_and_be_missing(tmp_path: Path) -> None:
    header = "title,id,status,review,delivery,reach,programme,kind\n"
    text = f"{header}First,a1,held,approved,hub,city,hub,launch\n"
    content = content_of(folder_with(tmp_path, activities=text))
    assert content["activities"].columns["kind"] == ["launch"]
    assert content["activities"].columns["cities"] == [()]
    assert content["activities"].columns["note"] == [None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id,name,nmae\n", ":1:nmae: there is no column 'nmae'; expected one of id,"),
        ("id,name,nmae\n", "(did you mean 'name'?)"),
        ("id,note\n", ":1:name: the column is missing; expected it, as it is required"),
        ("id,name,note,note\n", ":1:note: the column is there more than once;"),
        ("id,name,\na,A,x\n", ":1:C: the column has no name, but holds content in row 2"),
        ("", ".csv: there is no header row; expected id, name, short_name, note in row 1"),
        ("\nid,name\n", ".csv: there is no header row; expected"),
        ("id;name\na;A\n", ":1:A: the columns are separated by semicolons; expected commas"),
        ("id\tname\n", ":1:A: the columns are separated by tabs; expected commas"),
        ("id,name\na\n", ":2:name: the row is shorter than the header: it ends after 1"),
        ("id,name\na,A,B\n", ":2:C: the row is longer than the header: 'B' stands beyond"),
        ("id,name\na,A,\n", ":2:C: the row is longer than the header:"),
        ('id,name\na,"A\nb,B\n', ":2:id: the row cannot be taken apart (unexpected end"),
        ("id,name\na,Čair\n".encode("cp1250"), ".csv: the file is not written in UTF-8;"),
        ("id,name\na,A\n".encode("utf-16"), ".csv: the file is not written in UTF-8;"),
        ("id,name\na," + "x" * 1_000_001, ":2:id: the row cannot be taken apart (field"),
    ],
)  # fmt: skip
def test_a_wrong_form_is_one_clear_fault(tmp_path: Path, text: str | bytes, told: str) -> None:
    (line,) = faults_of(folder_with(tmp_path, organisations=text))
    assert told in line.removeprefix("organisations")


def test_an_unknown_sheet_names_the_nearest(tmp_path: Path) -> None:
    assert faults_of(folder_with(tmp_path, activites="id\n")) == [
        (
            "activites.csv: there is no such sheet;"
            " expected a sheet of the workbook (did you mean 'activities.csv'?)"
        )
    ]


def test_a_sheet_in_another_format_is_not_passed_over(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    (folder / "cities.ods").touch()
    (folder / "SOURCE.md").touch()
    assert faults_of(folder) == [
        (
            "cities.ods: only CSV files are read from a folder;"
            " expected the sheet as a CSV file named cities.csv"
        )
    ]


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: folder / "nowhere",
        lambda folder: folder,
        lambda folder: _file(folder / "book.csv", b"id\n"),
        lambda folder: _file(folder / "book.xlsx", b""),
        lambda folder: _file(folder / "book.xlsx", b"PK\x03\x04 no archive"),
        lambda folder: _file(folder / "book.xlsx", os.urandom(2000)),
        lambda folder: _cut(folder / "book.xlsx"),
    ],
    ids=["missing", "empty folder", "lone csv", "empty file", "no archive", "noise", "cut off"],
)
def test_what_is_no_workbook_is_told_in_one_sentence(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    with pytest.raises(WorkbookUnreadable) as caught:
        check(make(tmp_path))
    assert caught.value.sentence.endswith(".")
    assert "\n" not in caught.value.sentence


def _file(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _cut(path: Path) -> Path:
    whole = xlsx(path, {}).read_bytes()
    return _file(path, whole[: len(whole) // 2])


def test_an_xlsx_file_is_the_same_workbook_as_a_folder(tmp_path: Path) -> None:
    sheets: dict[str, list[dict[str, object]]] = {
        "dataset": [dataset()],
        "cities": [city("elbasan", geonames_id=783263)],
        "activities": [activity("a1", start="2023", cities="elbasan", note="=1+1")],
        "attendance": [attendance("a1", 0, country="AL"), attendance("a1", 12)],
        "indicators": [indicator("held", "activities-held", headline="yes")],
    }
    folder = write_workbook(tmp_path / "folder", sheets)
    rows = {
        name: [list(records[0]), *([record[key] for key in records[0]] for record in records)]
        for name, records in sheets.items()
    }
    for row, day in zip(rows["dataset"][1:], [date(2024, 12, 21)], strict=True):
        row[2] = day
    book = _openpyxl(tmp_path / "book.xlsx", rows)
    assert content_version(content_of(book), "1") == content_version(content_of(folder), "1")


def _openpyxl(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    cell.data_type = "s"
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("shown_as", "value", "read"),
    [
        ("yyyy-mm-dd", date(2023, 3, 8), "2023-03-08"),
        ("mmm-yy", date(2023, 3, 1), "2023-03"),
        ("yyyy", date(2023, 1, 1), "2023"),
        ("mmm-yy", date(2023, 3, 8), "2023-03-08"),
        ("General", 2023, "2023"),
        ("dd/mm/yyyy hh:mm", datetime(2023, 3, 8), "2023-03-08"),  # noqa: DTZ001
    ],
)
def test_a_date_cell_is_read_as_precisely_as_it_is_shown(
    tmp_path: Path, shown_as: str, value: object, read: str
) -> None:
    path = _openpyxl(
        tmp_path / "book.xlsx",
        {
            "dataset": [list(dataset()), list(dataset().values())],
            "sources": [["id", "title", "published"], ["s1", "Report", value]],
        },
    )
    book = openpyxl.load_workbook(path)
    book["sources"]["C2"].number_format = shown_as
    book.save(path)
    assert [str(span) for span in content_of(path)["sources"].spans("published")] == [read]


def test_cells_of_every_kind_are_read_as_they_look(tmp_path: Path) -> None:
    row: list[object] = ["a", "Name", 12.0, True]
    book = xlsx(
        tmp_path / "book.xlsx",
        {"organisations": [["id", "name", "short_name", "note"], row, ["b", "B", 0.1 + 0.2, 1e-7]]},
    )
    columns = content_of(book)["organisations"].columns
    assert columns["short_name"] == ["12", "0.3"]
    assert columns["note"] == ["TRUE", "0.0000001"]


def test_formulas_and_errors_are_faults_of_their_cells(tmp_path: Path) -> None:
    path = _openpyxl(
        tmp_path / "book.xlsx",
        {
            "dataset": [list(dataset()), list(dataset().values())],
            "organisations": [["id", "name", "note"], ["a", "A", "x"], ["b", "B", "y"]],
        },
    )
    book = openpyxl.load_workbook(path)
    book["organisations"]["B2"] = "=1+1"
    book["organisations"]["C3"] = "#N/A"
    book.save(path)
    assert faults_of(path) == [
        (
            "organisations:2:name: the cell holds a formula;"
            " expected its result as a plain value (paste as values)"
        ),
        "organisations:3:note: the cell holds the error '#N/A'; expected a value or an empty cell",
    ]


def test_unknown_sheets_and_missing_ones_of_an_xlsx_file(tmp_path: Path) -> None:
    path = _openpyxl(tmp_path / "book.xlsx", {"Sheet1": [], "activites": [], "guide": [["Hello"]]})
    assert faults_of(path) == [
        "book.xlsx: there is no such sheet as 'Sheet1'; expected a sheet of the workbook",
        (
            "book.xlsx: there is no such sheet as 'activites';"
            " expected a sheet of the workbook (did you mean 'activities'?)"
        ),
        "book.xlsx: the sheet dataset is missing; expected it, with one row",
    ]


def test_an_xlsx_row_may_end_early_but_not_late(tmp_path: Path) -> None:
    rows: list[list[object]] = [["id", "name", "note"], ["a", "A"], [], ["b", "B", "", "", "?"]]
    assert faults_of(xlsx(tmp_path / "book.xlsx", {"organisations": rows})) == [
        (
            "organisations:4:E: the row is longer than the header:"
            " '?' stands beyond the last column; expected 3 cells"
        )
    ]


def test_a_file_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = xlsx(tmp_path / "book.xlsx", {"organisations": [["id", "name"]]})
    monkeypatch.setattr("data.workbook.xlsx_file.MOST_BYTES", 1000)
    with pytest.raises(WorkbookUnreadable, match="unpacks to more than is allowed"):
        check(path)


def test_the_public_record_has_no_fault() -> None:
    assert faults_of(Path(__file__).parents[3] / "data/public_record") == []

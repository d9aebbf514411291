"""The template explains itself, offers what may be entered, and passes the check when filled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data.geography.country_codes import country_names
from data.workbook.checking import check
from data.workbook.sheets import SHEETS, SHEETS_BY_NAME, Column, Sheet
from data.workbook.template import meanings, write_template
from data.workbook.template.expecting import expected
from data.workbook.template.guide import RULES
from data.workbook.xlsx_file import GUIDE_SHEET
from small_workbooks import activity, city, dataset

COLUMNS = [(sheet, column) for sheet in SHEETS for column in sheet.columns]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("template") / "template.xlsx"
    write_template(made)
    return made


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def rules(book: Any, sheet: Sheet, column: Column, row: int) -> Any:
    """Give the one data validation that holds for a cell."""
    place = list(sheet.by_name).index(column.name) + 1
    cell = book[sheet.name].cell(row, place).coordinate
    validations = book[sheet.name].data_validations.dataValidation
    return next((found for found in validations if cell in found.sqref), None)


def test_the_guide_comes_first_and_then_every_sheet(book: Any) -> None:
    assert book.sheetnames == [GUIDE_SHEET, *(sheet.name for sheet in SHEETS)]
    assert book.active.title == GUIDE_SHEET


def test_the_untouched_template_only_lacks_its_dataset(path: Path) -> None:
    content, faults = check(path)
    assert content is None
    assert list(map(str, faults)) == [
        "template.xlsx: the sheet dataset has no row; expected exactly one row"
    ]


def test_the_filled_template_passes(path: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(path)
    filled = {
        "dataset": dataset(),
        "cities": city("peja"),
        "activities": activity("2023-03", start="2023-03", host_city="peja", place_country="US"),
    }
    for name, record in filled.items():
        names = list(SHEETS_BY_NAME[name].by_name)
        for column, value in record.items():
            book[name].cell(2, names.index(column) + 1, value)
    book.save(tmp_path / "filled.xlsx")
    content, faults = check(tmp_path / "filled.xlsx")
    assert content is not None, list(map(str, faults))
    assert {name: len(content[name]) for name in filled} == dict.fromkeys(filled, 1)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_headers_are_exact_and_show_what_is_required(book: Any, sheet: Sheet) -> None:
    header = book[sheet.name][1]
    assert [cell.value for cell in header] == list(sheet.by_name)
    starred = [cell.value for cell in header if cell.number_format == '@" *"']
    assert starred == [column.name for column in sheet.columns if column.required]
    assert book[sheet.name].freeze_panes == "B2"


def test_cells_of_ids_dates_and_text_stay_text(book: Any) -> None:
    for sheet, column in COLUMNS:
        letter = book[sheet.name].cell(1, list(sheet.by_name).index(column.name) + 1).column_letter
        columns = book[sheet.name].column_dimensions
        (span,) = [found for found in columns.values() if covers(found, letter)]
        is_number = column.type in ("integer", "number")
        assert span.number_format == ("General" if is_number else "@"), (sheet.name, column.name)
        assert span.width > len(column.name)


def covers(span: Any, letter: str) -> bool:
    place = openpyxl.utils.column_index_from_string(letter)
    return bool(span.min <= place <= span.max)


@pytest.mark.parametrize(("row", "last"), [(2, False), (1_048_576, True)])
def test_value_lists_are_drop_downs_to_the_last_row(book: Any, row: int, last: bool) -> None:
    for sheet, column in COLUMNS:
        if column.choices and not column.many:
            rule = rules(book, sheet, column, row)
            assert rule.type == "list"
            assert rule.formula1.strip('"').split(",") == list(column.choices)
            assert rule.showErrorMessage


def test_lists_are_explained_and_take_any_entry(book: Any) -> None:
    for sheet, column in COLUMNS:
        if column.many:
            rule = rules(book, sheet, column, 2)
            assert rule.type in (None, "none")
            assert "separated by ;" in rule.prompt.lower()
            assert all(choice in rule.prompt for choice in column.choices)


def test_any_country_is_offered_from_the_guide(book: Any) -> None:
    sheet = SHEETS_BY_NAME["activities"]
    rule = rules(book, sheet, sheet.by_name["place_country"], 2)
    name, cells = rule.formula1.split("!")
    assert name == GUIDE_SHEET
    offered = [cell.value for (cell,) in book[GUIDE_SHEET][cells.replace("$", "")]]
    assert offered == list(country_names())


def test_ids_of_other_sheets_are_offered_and_not_forced(book: Any) -> None:
    for sheet, column in COLUMNS:
        if column.refers_to and not column.many:
            rule = rules(book, sheet, column, 2)
            assert rule.type == "list"
            assert f"{column.refers_to}!$A$2" in rule.formula1
            assert SHEETS_BY_NAME[column.refers_to].columns[0].name == "id"
            assert not rule.showErrorMessage


@pytest.mark.parametrize(
    ("sheet", "column"), COLUMNS, ids=[f"{s.name}.{c.name}" for s, c in COLUMNS]
)
def test_every_header_says_what_it_means(book: Any, sheet: Sheet, column: Column) -> None:
    rule = rules(book, sheet, column, 1)
    assert meanings.meaning(sheet.name, column.name) in rule.prompt
    assert ("Required." in rule.prompt) == column.required
    assert expected(sheet.name, column) in rule.prompt


def test_the_guide_names_rules_sheets_columns_and_values(book: Any) -> None:
    rows = [tuple(cell or "" for cell in row) for row in book[GUIDE_SHEET].values]
    lines = [row[0] for row in rows]
    assert all(f"{number}.  {rule}" in lines for number, rule in enumerate(RULES, start=1))
    for sheet, column in COLUMNS:
        required = "yes" if column.required else ""
        (row,) = [row for row in rows if row[:2] == (sheet.name, column.name)]
        assert row[2:4] == (required, meanings.meaning(sheet.name, column.name))
        assert all(choice in row[4] for choice in column.choices)
    assert {sheet.name: meanings.SHEETS[sheet.name] for sheet in SHEETS}.items() <= {
        (row[0], row[3]) for row in rows
    }


def test_no_meaning_is_left_over() -> None:
    assert list(meanings.SHEETS) == [sheet.name for sheet in SHEETS]
    named = {(sheet, name) for sheet, own in meanings._OWN.items() for name in own}
    assert named <= {(sheet.name, column.name) for sheet, column in COLUMNS}
    plain = {column.name for sheet, column in COLUMNS if (sheet.name, column.name) not in named}
    assert set(meanings._EVERYWHERE) == plain

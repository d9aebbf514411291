"""An Excel download says what it is, is ready to filter, fits Excel and leaves nothing behind."""

import tempfile
import tracemalloc
from datetime import date, datetime
from decimal import Decimal

import pytest

from dashboard.downloads import Column, xlsx_file
from dashboard.downloads.xlsx_file import LONGEST_CELL, TooManyRows
from downloaded import download_of, sent, table_of, workbook_of
from layouts import words


@pytest.fixture
def temporary_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def opened(monkeypatch):
    """Keep the files that are opened for workbooks."""
    files = []

    def open_file():
        files.append(tempfile.TemporaryFile())  # noqa: SIM115 (who opens it closes it)
        return files[-1]

    monkeypatch.setattr(xlsx_file, "TemporaryFile", open_file)
    return files


def values(sheet):
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_the_first_sheet_says_what_the_second_holds():
    note = "* This designation is without prejudice."
    workbook = workbook_of(download_of(("a-1",), note=note, synthetic=True))
    assert workbook.sheetnames == ["about", "activities"]
    assert values(workbook["about"]) == [
        ["Data", words.SYNTHETIC],
        ["Title", "Activities"],
        ["Filter", "Albania · 2023"],
        ["Data as of", "2024-12-21"],
        ["Made at", "2025-01-02 03:04 UTC"],
        ["Designation", note],
        ["Address", "https://hub.example/records/activities?country=AL&from=2023"],
    ]
    assert all(cell.hyperlink is None for row in workbook["about"] for cell in row)


def test_without_designation_and_synthetic_data_neither_is_named():
    labels = [label for label, _ in values(workbook_of(download_of())["about"])]
    assert labels == ["Title", "Filter", "Data as of", "Made at", "Address"]


def test_values_keep_their_type_and_empty_is_not_nought():
    row = (None, 0, -2.5, Decimal("12.50"), date(2023, 2, 8), "2023-02", "Кочани, Šabac", "007")
    sheet = workbook_of(download_of(row))["activities"]
    day = datetime(2023, 2, 8)  # noqa: DTZ001 (a spreadsheet knows no zones)
    assert values(sheet)[1] == [None, 0, -2.5, 12.5, day, "2023-02", "Кочани, Šabac", "007"]
    assert sheet["E2"].number_format == "yyyy-mm-dd"


def test_days_that_excel_does_not_know_are_text():
    row = (date(1878, 7, 13), date(1900, 3, 1), float("nan"), "end")
    day = datetime(1900, 3, 1)  # noqa: DTZ001 (a spreadsheet knows no zones)
    sheet = workbook_of(download_of(row))["activities"]
    assert values(sheet)[1] == ["1878-07-13", day, None, "end"]


def test_header_and_tags_stay_while_one_scrolls_and_sorts():
    columns = (Column("id", "#activity +code"), Column("attendances", kind="number"))
    rows = [("a-1", 3), ("a-2", 4)]
    plain = workbook_of(download_of(*rows, columns=columns))["activities"]
    assert (plain.freeze_panes, plain.auto_filter.ref) == ("A2", "A1:B3")
    tagged = workbook_of(download_of(*rows, columns=columns, hxl=True))["activities"]
    assert (tagged.freeze_panes, tagged.auto_filter.ref) == ("A3", "A2:B4")
    assert values(tagged)[:2] == [["id", "attendances"], ["#activity +code", None]]
    widths = [plain.column_dimensions[letter].width for letter in "AB"]
    assert widths[0] > widths[1] > len("attendances")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("a/b[c]:d*e?f\\g'h", "a-b-c--d-e-f-g-h"),
        ("About", "rows"),
        ("", "rows"),
        ("x" * 40, "x" * 31),
    ],
)
def test_any_name_makes_a_sheet(name, title):
    assert workbook_of(download_of(("a-1",), name=name)).sheetnames == ["about", title]


def test_more_rows_than_excel_holds_are_refused(monkeypatch, opened, temporary_folder):
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 4)
    sheet = workbook_of(download_of(*[(1,)] * 3))["activities"]
    assert sheet.max_row == 4
    with pytest.raises(TooManyRows) as refused:
        sent(download_of(*[(1,)] * 4), "xlsx")
    assert opened[-1].closed
    assert refused.value.status == 413
    assert refused.value.sentence == (
        "Excel holds 3 of these rows, and there are more: download the CSV file instead."
    )
    assert list(temporary_folder.iterdir()) == []


@pytest.mark.parametrize("sign", ["a", "Ж", "🏙"])
def test_text_that_is_too_long_is_cut_and_said_so(sign):
    units = len(sign.encode("utf-16-le")) // 2
    fits, too_long = sign * (LONGEST_CELL // units), sign * (LONGEST_CELL // units + 1)
    workbook = workbook_of(download_of((fits, too_long)))
    whole, cut = values(workbook["activities"])[1]
    assert whole == fits
    assert cut == sign * ((LONGEST_CELL - 1) // units) + "…"
    said = ["Cut cells", "1, marked …; the CSV file holds them whole"]
    assert values(workbook["about"])[-1] == said
    assert table_of(download_of((fits, too_long)))[1] == [fits, too_long]


@pytest.mark.parametrize("chunks", [0, 1])
def test_the_file_goes_with_the_answer_however_much_was_read(chunks, opened, temporary_folder):
    answer = sent(download_of(("a-1",)), "xlsx")
    for _, _ in zip(range(chunks), answer.response, strict=False):
        assert not opened[0].closed
    assert not opened[0].closed
    answer.close()
    assert [file.closed for file in opened] == [True]
    assert list(temporary_folder.iterdir()) == []


def test_many_rows_take_little_memory():
    rows = 15_000
    tracemalloc.start()
    try:
        with sent(download_of(rows=lambda: ((n, "Кочани") for n in range(rows))), "xlsx") as answer:
            size = sum(map(len, answer.response))
            _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size > 100_000
    assert most < 4_000_000

"""Whatever people typed, a spreadsheet shows it and runs nothing."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from dashboard.downloads import Column
from dashboard.downloads.cells import inert
from downloaded import csv_rows, download_of, table_of, workbook_of

SIGNS = "=+-@＝＋－＠"  # noqa: RUF001
TEXTS = st.text() | st.builds(
    "".join, st.tuples(st.text(" \t\r\n\u3000", max_size=3), st.sampled_from(SIGNS), st.text())
)


def runs(cell: str) -> bool:
    """Say whether a spreadsheet would take a cell for a formula."""
    if not cell.lstrip().startswith(tuple(SIGNS)):
        return False
    try:
        float(cell)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        " =1+1",
        "\t=1+1",
        "\r\n@SUM(A1)",
        "+381 11 123",
        "-cmd|' /C calc'!A0",
        "＝1+1",  # noqa: RUF001
        "\ttab",
        "\nline",
        "-",
        "+-3",
        "-3 %",
    ],
)
def test_formulas_get_an_apostrophe(text):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    ["", "a=b", "-3", "+3.5", "-.5", "-1e-7", "−3", "#activity +code", "'=1+1", "a\n=b"],  # noqa: RUF001
)
def test_other_text_and_numbers_stay_as_they_are(text):
    assert inert(text) == text


def spoken(texts):
    """Put text wherever a download takes text."""
    return download_of(
        *[(text,) for text in texts],
        title=texts[0],
        filter_words=texts[0],
        address=texts[0],
        note=texts[0],
        columns=(Column(texts[0], texts[0]),),
        hxl=True,
    )


@given(st.lists(TEXTS, min_size=1, max_size=20))
@settings(max_examples=50)
def test_no_cell_of_a_csv_runs_and_no_text_is_lost(texts):
    download = spoken(texts)
    cells = [cell for row in csv_rows(download) for cell in row]
    assert [cell for cell in cells if runs(cell)] == []
    shown = [row[0] for row in table_of(download)[-len(texts) :]]
    assert shown == [inert(text) for text in texts]


@given(st.lists(TEXTS, min_size=1, max_size=20))
@settings(max_examples=20)
def test_no_cell_of_a_workbook_runs(texts):
    workbook = workbook_of(spoken(texts))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell.value for cell in cells if cell.value is not None and runs(cell.value)] == []


def test_a_formula_would_be_seen():
    written = Workbook()
    written.active["A1"] = "=1+1"
    file = io.BytesIO()
    written.save(file)
    assert load_workbook(file).active["A1"].data_type == "f"
    assert runs("=1+1")

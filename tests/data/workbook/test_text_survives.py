"""Text is data: whatever stands in a cell reads back unchanged, from either form of workbook."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import sqlalchemy as sa
import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data import schema
from data.database import open_for_loading
from data.workbook.checking import check
from data.workbook.loading import load
from data.workbook.version import content_version
from small_workbooks import activity, dataset, write_workbook

# Spaces around a cell are trimmed, and a line break is one sign whatever system wrote it.
TEXT = st.text(
    st.characters(exclude_characters="\0\r", exclude_categories=("Cs",)), max_size=30
).map(str.strip)


def sheets_with(texts: list[str]) -> dict[str, list[dict[str, object]]]:
    rows = [activity(f"a{n}", summary=text) for n, text in enumerate(texts)]
    return {"dataset": [dataset()], "activities": rows}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@example(
    texts=["=1+1", "@SUM(A1)", "<script>alert(1)</script>", "\u202eabc", "'; DROP TABLE x", "😀"]
)
@given(texts=st.lists(TEXT, min_size=1, max_size=8))
def test_text_is_stored_as_it_is_written(empty_database_url: str, texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_for_loading(empty_database_url)
        load(engine, write_workbook(Path(folder), sheets_with(texts)))
        table = schema.activities.c
        with engine.connect() as connection:
            stored = connection.scalars(sa.select(table.summary).order_by(table.row)).all()
        engine.dispose()
    assert stored == [text or None for text in texts]


@example(
    texts=["_x0041_", "a\x01b", "_x1234_x", "\ufffe\uffff", " ", "1", "TRUE", "=1+1", "2023-01-01"]
)
@given(texts=st.lists(TEXT, min_size=1, max_size=8))
def test_a_folder_and_an_xlsx_file_hold_the_same_text(texts: list[str]) -> None:
    sheets = sheets_with(texts)
    with tempfile.TemporaryDirectory() as place:
        folder, path = Path(place) / "folder", Path(place) / "book.xlsx"
        write_workbook(folder, sheets)
        with xlsxwriter.Workbook(path) as book:
            for name, records in sheets.items():
                sheet = book.add_worksheet(name)
                for column, key in enumerate(records[0]):
                    sheet.write_string(0, column, key)
                    for row, record in enumerate(records, start=1):
                        sheet.write_string(row, column, str(record[key]))
        versions = []
        for form in (folder, path):
            content, faults = check(form)
            assert content is not None, list(map(str, faults))
            versions.append(content_version(content, "1"))
    assert versions[0] == versions[1]


@pytest.mark.parametrize("change", ["order", "text", "list order", "empty"])
def test_the_version_tells_every_difference(tmp_path: Path, change: str) -> None:
    sheets = sheets_with(["one", "two"])
    sheets["activities"][0]["countries"] = "AL;XK"
    before = content_version(content_at(tmp_path / "before", sheets), "1")
    if change == "order":
        sheets["activities"].reverse()
    elif change == "text":
        sheets["activities"][0]["summary"] = "One"
    elif change == "list order":
        sheets["activities"][0]["countries"] = "XK;AL"
    else:
        sheets["activities"][0]["summary"] = ""
    assert content_version(content_at(tmp_path / "after", sheets), "1") != before


def content_at(folder: Path, sheets: dict[str, list[dict[str, object]]]):
    content, faults = check(write_workbook(folder, sheets))
    assert content is not None, list(map(str, faults))
    return content

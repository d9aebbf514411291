"""Whatever bytes a workbook holds, its reader is told faults or one sentence, never a traceback."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import xlsxwriter
from hypothesis import example, given
from hypothesis import strategies as st

from data.errors import WorkbookUnreadable
from data.workbook.checking import check
from small_workbooks import activity, dataset, write_workbook

Damage = list[tuple[int, bytes]]
DAMAGE: st.SearchStrategy[Damage] = st.lists(
    st.tuples(st.integers(0, 1 << 16), st.binary(max_size=3)), min_size=1, max_size=5
)
ROWS = {"dataset": [dataset()], "activities": [activity("a1", note="Čair"), activity("a2")]}


def damaged(content: bytes, damage: Damage) -> bytes:
    """Put other bytes in the place of some."""
    changed = bytearray(content)
    for place, replacement in damage:
        start = place % len(changed)
        changed[start : start + 2] = replacement
    return bytes(changed)


def tell(path: Path) -> None:
    try:
        content, faults = check(path)
    except WorkbookUnreadable as error:
        lines = [error.sentence]
    else:
        assert (content is None) == bool(faults)
        lines = list(map(str, faults))
    assert all(line.isprintable() for line in lines)


def sound_book() -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for name, records in ROWS.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, list(records[0]))
            for number, record in enumerate(records, start=1):
                sheet.write_row(number, 0, list(record.values()))
    return made.getvalue()


BOOK = sound_book()
PARTS = zipfile.ZipFile(io.BytesIO(BOOK)).namelist()


@given(DAMAGE)
def test_damaged_csv_files(damage: Damage) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = write_workbook(Path(name), ROWS)
        path = folder / "activities.csv"
        path.write_bytes(damaged(path.read_bytes(), damage))
        tell(folder)


@given(DAMAGE)
def test_damaged_archives(damage: Damage) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "book.xlsx"
        path.write_bytes(damaged(BOOK, damage))
        tell(path)


@example(part="xl/worksheets/sheet1.xml", damage=[(30, b"NT")])
@given(part=st.sampled_from(PARTS), damage=DAMAGE)
def test_damaged_parts_of_a_sound_archive(part: str, damage: Damage) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "book.xlsx"
        with zipfile.ZipFile(io.BytesIO(BOOK)) as whole, zipfile.ZipFile(path, "w") as changed:
            for each in whole.namelist():
                content = whole.read(each)
                changed.writestr(each, damaged(content, damage) if each == part else content)
        tell(path)


def test_the_sound_archive_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(BOOK)
    assert check(path)[1] == []

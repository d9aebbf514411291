"""Loading what was exported gives the same contents, in either format, from either database."""

from __future__ import annotations

import csv
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data.database import head_revision, open_for_loading, open_for_reading
from data.errors import DatabaseEmpty, DatabaseUnavailable
from data.reference import read_version
from data.workbook.checking import check
from data.workbook.exporting import stored, xlsx_book
from data.workbook.exporting.cell_text import number_text
from data.workbook.exporting.records import WRITERS, export_records
from data.workbook.exporting.stored import open_stored
from data.workbook.exporting.xlsx_book import TooLargeForXlsx
from data.workbook.loading import load
from data.workbook.sheets import SHEETS
from data.workbook.synthetic import write_synthetic
from data.workbook.version import content_version
from data.workbook.xlsx_text import escaped, is_too_long
from small_workbooks import (
    Sheets,
    activity,
    city,
    dataset,
    indicator,
    support,
    workbooks,
    write_workbook,
)

FORMS = tuple(WRITERS)
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=20)
HOSTILE = (
    "=1+1", "+44", "-1", "@SUM(A1)", "'=1", "\u200b=1", '=HYPERLINK("http://x","y")',
    "007", "1e5", "1,5", "0.10", "2023-03", "1-2", "03/04/2023", "TRUE", "#N/A", "yes", "NULL",
    "a\nb\n\nc", "a\tb", 'say "so", he said', "a;b", ";", ",", '"', '""', "\\", "\\n",
    "a\x01b", "a\x0bb", "a\x1fb", "\ufffe\uffff", "\x7f\x85a", "\ufeffa", "a\u2028b", "\u202eabc",
    "_x0041_", "_x000D_", "_x005F_", "_x005F_x0041_", "_x0041_x0001_", "_x005F\x01", "x005F_",
    "_x000d", "_xFFFE_", "<r>a</r>", "<r><t>a</t></r>", "<b>&amp;</b>", "]]>", "&#10;",
    "https://example.org", "mailto:a", "internal:a!A1", "{=1}", "😀", "Šabac Кочани", "a  b",
)  # fmt: skip


@pytest.fixture
def engines(empty_database_url: str) -> Iterator[tuple[sa.Engine, sa.Engine]]:
    """Give one engine to load with and one to read with."""
    made = open_for_loading(empty_database_url), open_for_reading(empty_database_url)
    yield made
    for engine in made:
        engine.dispose()


@contextmanager
def exported(engine: sa.Engine, form: str) -> Iterator[Path]:
    """Export to a file and give what can be checked: the XLSX file, or the folder unpacked."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / form
        export_records(engine, form, out)
        if out.suffix == ".zip":
            with zipfile.ZipFile(out) as archive:
                archive.extractall(Path(place) / "folder")
            out = Path(place) / "folder"
        yield out


def assert_round_trip(engine: sa.Engine, form: str) -> None:
    with engine.connect() as connection:
        version = read_version(connection)
    with exported(engine, form) as workbook:
        content, faults = check(workbook)
    assert content is not None, list(map(str, faults))
    assert content_version(content, head_revision()) == version


def fill(engine: sa.Engine, sheets: Sheets) -> None:
    with tempfile.TemporaryDirectory() as folder:
        load(engine, write_workbook(Path(folder), sheets))


@st.composite
def full_workbooks(draw: st.DrawFn) -> Sheets:
    """Draw a workbook with any text and with numbers of every length."""
    sheets = draw(workbooks())
    amounts = st.none() | st.decimals(0, 10**11 - 1, places=4)
    numbers = st.decimals(-(10**9), 10**9, places=9) | st.integers(-(10**18) + 1, 10**18 - 1)
    for row in sheets["activities"]:
        row["summary"], row["note"] = draw(TEXT), draw(TEXT)
    for row in sheets["support"]:
        row["amount"] = draw(amounts)
        row["currency"] = None if row["amount"] is None else "EUR"
        row["outcome"] = draw(TEXT)
    for row in sheets["targets"]:
        row["baseline"] = f"{Decimal(draw(numbers)):f}"
    return sheets


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(sheets=full_workbooks(), form=st.sampled_from(FORMS))
def test_what_was_exported_loads_to_the_same(
    engines: tuple[sa.Engine, sa.Engine], sheets: Sheets, form: str
) -> None:
    loading, reading = engines
    fill(loading, sheets)
    assert_round_trip(reading, form)


def test_hostile_text_comes_back_sign_by_sign(engines: tuple[sa.Engine, sa.Engine]) -> None:
    loading, reading = engines
    rows = [activity(f"a{n}", title=f"x{t}", summary=t) for n, t in enumerate(HOSTILE)]
    spoken = {"id": "v", "text": "=1", "speaker": "+1", "role": "-1", "consent": "granted"}
    fill(loading, {"dataset": [dataset(title="=A1")], "activities": rows, "voices": [spoken]})
    for form in FORMS:
        assert_round_trip(reading, form)


@pytest.mark.parametrize("form", FORMS)
def test_the_public_record_comes_back(public_record_url: str, form: str) -> None:
    engine = open_for_reading(public_record_url)
    assert_round_trip(engine, form)
    engine.dispose()


def test_a_synthetic_workbook_comes_back_over_many_pages(
    engines: tuple[sa.Engine, sa.Engine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading, reading = engines
    write_synthetic(tmp_path, 200, 3)
    load(loading, tmp_path)
    monkeypatch.setattr(stored, "ROWS_AT_ONCE", 37)
    for form in FORMS:
        assert_round_trip(reading, form)


NUMBERS = (
    "0", "0.1", "41.11138", "0.30000000000000004", "123456789012345.67", "-0.000000000000000001",
    "999999999999999999", "-999999999999999999", "100000000000000000", "1.7976931348623157",
)  # fmt: skip


def test_numbers_come_back_without_loss(engines: tuple[sa.Engine, sa.Engine]) -> None:
    loading, reading = engines
    amounts = ("0", "0.0001", "0.1", "1200", "12500.50", "99999999999.9999", "123456.7891")
    targets = [
        {"indicator": "i", "start": f"{2000 + n}-01-01", "end": "2024-01-01", "kind": "cumulative"}
        | {"value": text, "baseline": text}
        for n, text in enumerate(NUMBERS)
    ]
    sheets: Sheets = {
        "dataset": [dataset(as_of="0001-01-01", launched="0999-12")],
        "cities": [city("peja", geonames_id=10**15), city("durres", geonames_id=1)],
        "support": [support(f"s{n}", amount=a, currency="ALL") for n, a in enumerate(amounts)],
        "indicators": [indicator("i", "outputs", order=-(2**31) + 1)],
        "targets": targets,
    }
    fill(loading, sheets)
    for form in FORMS:
        assert_round_trip(reading, form)


@given(number=st.floats(-1e18, 1e18, allow_subnormal=False).filter(lambda x: abs(x) > 1e-3))
@example(number=1e18)
@example(number=-1e18)
def test_a_number_is_written_in_the_workbooks_form(number: float) -> None:
    text = number_text(number)
    assert float(text) == number
    assert len(text.lstrip("-").partition(".")[0]) <= 18
    assert "e" not in text.lower()


def test_amounts_are_written_without_needless_zeros() -> None:
    assert number_text(Decimal("12500.5000")) == "12500.5"
    assert number_text(Decimal("1200.0000")) == "1200"
    assert number_text(0.0) == "0"


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

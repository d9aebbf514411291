"""A CSV download says what it is, keeps every value as it is, and is read while it is sent."""

import tracemalloc
from datetime import date
from decimal import Decimal

import pytest

from dashboard.downloads import Column
from dashboard.downloads.csv_file import ROWS_AT_ONCE
from data.errors import DatabaseUnavailable
from downloaded import csv_rows, download_of, sent, table_of
from layouts import words

FACTS = [
    ["Title", "Activities"],
    ["Filter", "Albania · 2023"],
    ["Data as of", "2024-12-21"],
    ["Made at", "2025-01-02 03:04 UTC"],
    ["Address", "https://hub.example/records/activities?country=AL&from=2023"],
]


def test_facts_come_first_then_an_empty_row_then_the_table():
    download = download_of(("a-1",), columns=(Column("id"),))
    assert csv_rows(download) == [*FACTS, [], ["id"], ["a-1"]]


def test_the_designation_stands_before_the_address_when_it_is_due():
    rows = csv_rows(download_of(note="* This designation is without prejudice."))
    assert rows[4:6] == [["Designation", "* This designation is without prejudice."], FACTS[4]]


def test_synthetic_data_say_so_before_anything_else():
    assert csv_rows(download_of(synthetic=True))[0] == ["Data", words.SYNTHETIC]
    assert csv_rows(download_of())[0] == FACTS[0]


def test_tags_stand_below_the_header_where_they_are_wanted():
    columns = (Column("id", "#activity +code"), Column("reach"))
    row = ("a-1", "city")
    wanted = table_of(download_of(row, columns=columns, hxl=True))
    assert wanted == [["id", "reach"], ["#activity +code", ""], ["a-1", "city"]]
    assert table_of(download_of(row, columns=columns)) == [["id", "reach"], ["a-1", "city"]]
    untagged = (Column("id"), Column("reach"))
    assert len(table_of(download_of(row, columns=untagged, hxl=True))) == 2


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (-3, "-3"),
        (0.0, "0"),
        (42.5, "42.5"),
        (1e21, "1000000000000000000000"),
        (1e-7, "0.0000001"),
        (float("nan"), ""),
        (Decimal("12.50"), "12.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal(100), "100"),
        (date(2023, 2, 8), "2023-02-08"),
        ("2023-02", "2023-02"),
        ("", ""),
        ("Кочани, Šabac", "Кочани, Šabac"),
        ('two\nlines, "quoted"', 'two\nlines, "quoted"'),
    ],
)
def test_a_value_stays_what_it_is(value, text):
    assert table_of(download_of((value, "end")))[1:] == [[text, "end"]]


def test_spreadsheets_are_told_that_it_is_utf_8():
    with sent(download_of(("Кочани",)), "csv") as answer:
        assert answer.get_data().startswith(b"\xef\xbb\xbfTitle,")
        assert answer.content_type == "text/csv; charset=utf-8"


@pytest.mark.parametrize(
    ("name", "stem"),
    [("activities", "activities"), ('Šta?\r\nX: "../y"', "ta-x-y"), ("Кочани", "download")],
)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_it_is_saved_under_a_safe_name_and_kept_nowhere_else(name, stem, form):
    with sent(download_of(name=name), form) as answer:
        expected = f"attachment; filename=hub-{stem}-2024-12-21.{form}"
        assert answer.headers["Content-Disposition"] == expected
        assert answer.headers["Cache-Control"] == "no-store"


class Counted:
    """Rows that know how many were read and whether reading ended."""

    def __init__(self, number: int) -> None:
        self.number, self.read, self.ended = number, 0, False

    def __call__(self):
        # Kept, so that only who reads the rows can end them.
        self.rows = self._each()
        return self.rows

    def _each(self):
        try:
            while self.read < self.number:
                self.read += 1
                yield (self.read, "Кочани")
        finally:
            self.ended = True


def test_rows_are_read_as_they_are_sent():
    rows = Counted(20 * ROWS_AT_ONCE)
    with sent(download_of(rows=rows), "csv") as answer:
        chunks = iter(answer.response)
        next(chunks)
        assert 0 < rows.read <= ROWS_AT_ONCE
        next(chunks)
        assert ROWS_AT_ONCE < rows.read <= 2 * ROWS_AT_ONCE
        assert answer.content_length is None


@pytest.mark.parametrize("chunks", [0, 2])
def test_reading_ends_when_the_reader_goes_away(chunks):
    rows = Counted(20 * ROWS_AT_ONCE)
    answer = sent(download_of(rows=rows), "csv")
    stream = iter(answer.response)
    for _ in range(chunks):
        next(stream)
    assert not rows.ended
    answer.close()
    assert rows.ended


@pytest.mark.parametrize("number", [0, 1, ROWS_AT_ONCE, ROWS_AT_ONCE + 1, 2 * ROWS_AT_ONCE])
def test_no_row_is_lost_between_chunks(number):
    table = table_of(download_of(rows=Counted(number)))
    assert [row[0] for row in table[1:]] == [str(place) for place in range(1, number + 1)]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_database_that_does_not_answer_fails_before_the_answer_begins(form):
    def rows():
        raise DatabaseUnavailable("The reporting database does not answer.")
        yield ()

    with pytest.raises(DatabaseUnavailable):
        sent(download_of(rows=rows), form)


def test_many_rows_take_little_memory():
    tracemalloc.start()
    try:
        with sent(download_of(rows=Counted(100_000)), "csv") as answer:
            size = sum(map(len, answer.response))
            _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size > 1_500_000
    assert most < 1_000_000

"""Each fault of a single cell is told with sheet, row and column, and what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.workbook.checking import check
from small_workbooks import (
    Sheets,
    activity,
    attendance,
    city,
    dataset,
    indicator,
    participant,
    support,
    write_workbook,
)


def sound() -> Sheets:
    """Give a small workbook without a fault."""
    return {
        "dataset": [dataset()],
        "cities": [city("elbasan"), city("peja")],
        "activities": [activity("a1", cities=["elbasan"]), activity("a2")],
        "attendance": [attendance("a1", 5)],
        "participants": [participant("a2", "p-01")],
        "support": [support("s1", amount="12.5", currency="EUR")],
        "indicators": [indicator("held", "activities-held")],
    }


def faults_of(folder: Path, sheets: Sheets) -> list[str]:
    content, faults = check(write_workbook(folder, sheets))
    assert (content is None) == bool(faults)
    return [str(fault) for fault in faults]


def test_a_sound_workbook_has_no_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, sound()) == []


CELLS = [
    # required
    ("activities", "title", "", "the cell is empty; expected a text, as it is required"),
    ("activities", "status", " ", "the cell is empty; expected one of planned, held,"),
    ("support", "channels", "", "the cell is empty; expected one of technical-support-fund,"),
    ("attendance", "count", "", "the cell is empty; expected a whole number, as it is required"),
    ("dataset", "as_of", "", "the cell is empty; expected a full date written 2023-03-08, as it"),
    # ids
    ("activities", "id", "Élbasan", "'Élbasan' is no id; expected small letters a-z, digits and"),
    ("activities", "id", "a_1", "'a_1' is no id; expected small letters"),
    ("activities", "id", "a" * 201, "has 201 characters; expected at most 200"),
    # lists
    ("activities", "cities", "elbasan;;peja", "the list has an empty item; expected values"),
    ("activities", "cities", "elbasan;", "the list has an empty item; expected"),
    ("activities", "cities", "peja; peja", "the list names 'peja' more than once; expected each"),
    ("activities", "countries", "AL;AL;XX", "the list names 'AL' more than once; expected each"),
    ("activities", "countries", "AL;AL;XX", "'XX' is not in the list; expected one of AL, BA,"),
    # choices
    ("activities", "kind", "workshp", "'workshp' is not in the list; expected one of workshop,"),
    ("activities", "kind", "workshp", "(did you mean 'workshop'?)"),
    ("activities", "kind", "Workshop", "(did you mean 'workshop'?)"),
    ("cities", "country", "KS", "'KS' is not in the list; expected one of AL, BA, XK, ME, MK, RS"),
    ("activities", "place_country", "UK", "'UK' is no country code; expected two capital letters"),
    ("support", "currency", "EURO", "'EURO' is no currency; expected a currency of ISO 4217"),
    ("support", "currency", "EURO", "(did you mean 'EUR'?)"),
    # dates
    ("activities", "start", "8.2.2023", "'8.2.2023' is no date; expected a date written 2023,"),
    ("activities", "start", "2023-02-30", "'2023-02-30' is no date; expected a date"),
    ("activities", "start", "2023-13", "'2023-13' is no date; expected a date"),
    ("activities", "start", "0000", "'0000' is no date; expected a date"),
    ("dataset", "as_of", "2024-12", "'2024-12' is no full date; expected a full date written"),
    ("dataset", "as_of", "soon", "'soon' is no date; expected a full date written"),
    # numbers
    ("attendance", "count", "-1", "-1 is out of range; expected a whole number of at least 0"),
    ("attendance", "count", "5.0", "'5.0' is no such number; expected a whole number"),
    ("attendance", "count", "1,234", "'1,234' has a separator of thousands or a decimal comma;"),
    ("attendance", "count", "1 234", "'1 234' has a separator of thousands or a decimal comma;"),
    ("attendance", "count", "twelve", "'twelve' is no such number; expected a whole number"),
    ("attendance", "count", "٣", "'٣' is no such number; expected a whole number"),
    ("attendance", "count", "2147483648", "2147483648 is out of range; expected"),
    ("indicators", "order", "1.5", "'1.5' is no such number; expected a whole number"),
    ("support", "amount", "-0.5", "-0.5 is out of range; expected a number of at least 0"),
    ("support", "amount", "12,5", "'12,5' has a decimal comma; expected a number of at least 0"),
    ("support", "amount", "1.00001", "1.00001 is out of range; expected a number of at least 0"),
    ("support", "amount", "NaN", "'NaN' is no such number; expected a number of at least 0"),
    ("support", "amount", "1e5", "'1e5' is no such number; expected"),
    ("support", "amount", "inf", "'inf' is no such number; expected"),
    ("cities", "latitude", "91", "91 is out of range; expected degrees from -90 to 90"),
    ("cities", "longitude", "-181", "-181 is out of range; expected degrees from -180 to 180"),
    ("cities", "geonames_id", "0", "0 is out of range; expected a whole number of at least 1"),
    # text
    ("activities", "summary", "a\0b", "the cell holds a NUL character; expected text without it"),
    # persons
    ("participants", "person", "Ana Petrova", "the key looks like a name; expected an opaque key"),
    ("participants", "person", "ana@city.org", "the key looks like an e-mail address; expected"),
    ("participants", "person", "+389 70 123 456", "the key looks like a telephone number;"),
]


@pytest.mark.parametrize(("sheet", "column", "text", "told"), CELLS)
def test_a_wrong_cell_is_told(
    tmp_path: Path, sheet: str, column: str, text: str, told: str
) -> None:
    sheets = sound()
    sheets[sheet][0][column] = text
    told_there = [line for line in faults_of(tmp_path, sheets) if told in line]
    assert [line.split(": ")[0] for line in told_there] == [f"{sheet}:2:{column}"]


@pytest.mark.parametrize(
    ("sheet", "column", "text"),
    [
        ("activities", "start", "2023"),
        ("activities", "start", " 2023-03 "),
        ("activities", "cities", " peja ; elbasan "),
        ("activities", "place_country", "NO"),
        ("activities", "title", '=1+1 <b>bold</b>, "quoted"\nand a second line; +389 70 123'),
        ("attendance", "count", "0"),
        ("attendance", "count", "007"),
        ("support", "amount", "0"),
        ("support", "amount", "99999999999999.9999"),
        ("indicators", "order", "-3"),
    ],
)
def test_what_the_contract_allows_is_no_fault(
    tmp_path: Path, sheet: str, column: str, text: str
) -> None:
    sheets = sound()
    sheets[sheet][0][column] = text
    assert faults_of(tmp_path, sheets) == []


def test_every_fault_is_told_at_once_in_the_order_of_the_workbook(tmp_path: Path) -> None:
    sheets = sound()
    sheets["dataset"][0]["kind"] = "public"
    sheets["activities"][1] |= {"status": "done", "kind": "summitt", "start": "soon"}
    sheets["attendance"].append(attendance("a9", 3, basis="about"))
    places = [line.split(": ")[0] for line in faults_of(tmp_path, sheets)]
    assert places == [
        "dataset:2:kind",
        "activities:3:kind",
        "activities:3:start",
        "activities:3:status",
        "attendance:3:activity",
        "attendance:3:basis",
    ]


def test_a_value_that_is_wrong_in_many_rows_is_told_for_each(tmp_path: Path) -> None:
    sheets = sound()
    sheets["activities"] = [activity(f"a{n}", kind="meeting") for n in range(1, 4)]
    places = [line.split(": ")[0] for line in faults_of(tmp_path, sheets)]
    assert places == ["activities:2:kind", "activities:3:kind", "activities:4:kind"]


def test_a_message_is_one_line_that_no_terminal_obeys(tmp_path: Path) -> None:
    sheets = sound()
    sheets["activities"][0]["kind"] = "work\nshop\x1b[31m" + "x" * 200
    (line,) = faults_of(tmp_path, sheets)
    assert line.isprintable()
    assert len(line) < 300


def test_a_message_does_not_repeat_a_persons_name(tmp_path: Path) -> None:
    sheets = sound()
    sheets["participants"][0]["person"] = "Ana Petrova"
    (line,) = faults_of(tmp_path, sheets)
    assert "Petrova" not in line

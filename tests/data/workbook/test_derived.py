"""The derived columns follow the contract's words on country, city, period and follow-through."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.values import COUNTRY_BITS
from data.workbook.checking import check
from data.workbook.derived import Columns, Derivation
from small_workbooks import (
    Sheets,
    activity,
    attendance,
    city,
    dataset,
    output,
    participant,
    support,
    write_workbook,
)

AL, BA, XK, ME, MK, RS = (COUNTRY_BITS[code] for code in ("AL", "BA", "XK", "ME", "MK", "RS"))


def derived(folder: Path, sheet: str, sheets: Sheets) -> Columns:
    base: Sheets = {"dataset": [dataset()], "cities": [city("elbasan"), city("peja")]}
    content, faults = check(write_workbook(folder, base | sheets))
    assert content is not None, list(map(str, faults))
    return Derivation(content).columns(sheet)


def test_an_activity_concerns_its_cities_its_host_and_its_countries(tmp_path: Path) -> None:
    rows = [
        activity("a1", cities="elbasan;peja"),
        activity("a2", host_city="peja", countries="MK;RS"),
        activity("a3", place_country="AL"),
        activity("a4", cities="elbasan", host_city="peja"),
    ]
    columns = derived(tmp_path, "activities", {"activities": rows})
    assert columns["country_bits"] == [AL | XK, XK | MK | RS, 0, AL | XK]
    assert columns["city_bits"] == [AL | XK, 0, 0, AL]
    assert columns["only_city"] == [None, None, None, "elbasan"]


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("", "", None, None),
        ("2023-03", "", date(2023, 3, 1), date(2023, 3, 31)),
        ("2023", "2023-03", date(2023, 1, 1), date(2023, 3, 31)),
        ("2024-02-10", "2024-02", date(2024, 2, 10), date(2024, 2, 29)),
    ],
)
def test_an_activity_lasts_from_start_to_end(
    tmp_path: Path, start: str, end: str, first: date | None, last: date | None
) -> None:
    rows = [activity("a1", start=start, end=end)]
    columns = derived(tmp_path, "activities", {"activities": rows})
    assert (columns["first_day"], columns["last_day"]) == ([first], [last])


def test_an_activity_knows_whether_participants_are_listed(tmp_path: Path) -> None:
    sheets: Sheets = {
        "activities": [activity("a1"), activity("a2")],
        "participants": [participant("a2", "p-01")],
        "attendance": [attendance("a1", 3)],
    }
    assert derived(tmp_path, "activities", sheets)["has_participants"] == [False, True]


def test_a_row_of_people_has_its_own_country_or_its_citys(tmp_path: Path) -> None:
    sheets: Sheets = {
        "activities": [activity("a1")],
        "participants": [
            participant("a1", "p-01", country="MK", city="peja"),
            participant("a1", "p-02", city="peja"),
            participant("a1", "p-03"),
        ],
        "attendance": [attendance("a1", 3), attendance("a1", 3, country="AL")],
    }
    assert derived(tmp_path, "participants", sheets)["country_bits"] == [MK, XK, 0]
    assert derived(tmp_path, "attendance", sheets)["country_bits"] == [0, AL]


@pytest.mark.parametrize(
    ("status", "filled", "used"),
    [
        ("delivered", {"requested": "2021", "started": "2022", "completed": "2023"}, 2023),
        ("delivered", {"requested": "2021", "started": "2022"}, 2022),
        ("delivered", {"requested": "2021"}, 2021),
        ("in-progress", {"requested": "2021", "started": "2022", "completed": "2023"}, 2022),
        ("in-progress", {"requested": "2021", "completed": "2023"}, 2023),
        ("in-progress", {"requested": "2021"}, 2021),
        ("agreed", {"requested": "2021", "started": "2022", "completed": "2023"}, 2021),
        ("requested", {"started": "2022", "completed": "2023"}, 2023),
        ("declined", {"started": "2022"}, 2022),
        ("delivered", {"due": "2024"}, None),
    ],
)
def test_the_date_of_support_follows_its_status(
    tmp_path: Path, status: str, filled: dict[str, object], used: int | None
) -> None:
    columns = derived(tmp_path, "support", {"support": [support("s1", status=status, **filled)]})
    days = [date(used, 1, 1), date(used, 12, 31)] if used else [None, None]
    assert [columns["first_day"], columns["last_day"]] == [[day] for day in days]


def test_support_concerns_its_beneficiaries_and_opens_with_its_first_date(tmp_path: Path) -> None:
    rows = [
        support("s1", cities="peja", providers="elbasan", countries="BA", started="2022"),
        support("s2", started="2022", requested="2021-03"),
    ]
    columns = derived(tmp_path, "support", {"support": rows})
    assert columns["country_bits"] == [XK | BA, 0]
    assert columns["city_bits"] == [XK, 0]
    assert columns["opened_first"] == [date(2022, 1, 1), date(2021, 3, 1)]
    assert columns["opened_last"] == [date(2022, 12, 31), date(2021, 3, 31)]


def test_other_sheets_have_one_date(tmp_path: Path) -> None:
    columns = derived(tmp_path, "outputs", {"outputs": [output("o1", date="2023", country="ME")]})
    assert columns == {
        "country_bits": [ME],
        "first_day": [date(2023, 1, 1)],
        "last_day": [date(2023, 12, 31)],
    }


@pytest.mark.parametrize(
    ("changes", "followed"),
    [
        ({"requested": "2023-03-10"}, True),
        ({"requested": "2023-03-09"}, False),
        ({"requested": "2023-03"}, True),
        ({"requested": "2023-09-10"}, True),
        ({"requested": "2023-09-11"}, False),
        ({"requested": "2023"}, True),
        ({"requested": "2022", "started": "2023-04"}, False),
        ({"started": "2023-04", "completed": "2024"}, True),
        ({"requested": "2023-04", "review": "draft"}, False),
        ({"requested": "2023-04", "status": "declined"}, False),
        ({"requested": "2023-04", "programme": "earlier"}, True),
        ({"due": "2023-04"}, False),
        ({"requested": "2023-04", "arose_from": ""}, False),
    ],
)
def test_support_follows_an_activity_within_183_days(
    tmp_path: Path, changes: dict[str, object], followed: bool
) -> None:
    sheets: Sheets = {
        "activities": [
            activity("a1", start="2023-03-10", end="2023-03-11"),
            activity("a2", start="2023-03-10"),
            activity("a3"),
        ],
        "support": [support("s1", **({"arose_from": "a1;a3"} | changes))],
    }
    assert derived(tmp_path, "activities", sheets)["followed_up"] == [followed, False, False]

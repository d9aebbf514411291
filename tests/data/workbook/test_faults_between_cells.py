"""Each fault between cells, and between sheets, is told at the cell that has to change."""

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

TARGET = {
    "indicator": "held",
    "start": "2024-01-01",
    "end": "2024-12-31",
    "value": "5",
    "kind": "incremental",
}
FIGURE = {"id": "f1", "indicator": "held", "value": "3", "status": "exact"}
NEED = {"id": "n1", "statement": "More time", "kind": "need", "status": "open"}


def faults_of(folder: Path, **sheets: list[dict[str, object]]) -> list[str]:
    base: Sheets = {
        "dataset": [dataset()],
        "cities": [city("elbasan"), city("peja")],
        "activities": [activity("a1"), activity("a2")],
        "indicators": [indicator("held", "activities-held")],
    }
    _, faults = check(write_workbook(folder, base | sheets))
    return [str(fault) for fault in faults]


def test_a_dangling_id_names_the_nearest_known_one(tmp_path: Path) -> None:
    rows = [activity("a1", cities="peja;elbasann"), activity("a2", host_city="skopje")]
    assert faults_of(tmp_path, activities=rows) == [
        (
            "activities:2:cities: there is no 'elbasann' in cities;"
            " expected an id of the sheet cities (did you mean 'elbasan'?)"
        ),
        (
            "activities:3:host_city: there is no 'skopje' in cities;"
            " expected an id of the sheet cities"
        ),
    ]


@pytest.mark.parametrize(
    ("sheet", "column", "row"),
    [
        ("activities", "themes", activity("a1")),
        ("activities", "funders", activity("a1")),
        ("activities", "partners", activity("a1")),
        ("activities", "sources", activity("a1")),
        ("support", "providers", support("s1")),
        ("support", "arose_from", support("s1")),
        ("support", "activities", support("s1")),
        ("participants", "city", participant("a1", "p-01")),
        ("attendance", "sources", attendance("a1", 1)),
        ("targets", "funder", TARGET),
        ("targets", "indicator", TARGET),
        ("published_figures", "indicator", FIGURE),
        ("needs", "theme", NEED),
        ("needs", "activity", NEED),
    ],
)
def test_every_column_of_ids_is_followed(
    tmp_path: Path, sheet: str, column: str, row: dict[str, object]
) -> None:
    (line,) = faults_of(tmp_path, **{sheet: [row | {column: "nowhere"}]})
    assert line.startswith(f"{sheet}:2:{column}: there is no 'nowhere' in ")


def test_a_sheet_that_cannot_be_read_makes_no_dangling_ids(tmp_path: Path) -> None:
    rows = [activity("a1", cities="elbasan")]
    write_workbook(tmp_path, {"dataset": [dataset()], "activities": rows})
    (tmp_path / "cities.csv").write_bytes("id,name\nelbasan,Čair\n".encode("cp1250"))
    _, faults = check(tmp_path)
    assert [fault.where for fault in faults] == ["cities.csv"]


def test_an_id_that_is_no_id_is_told_once(tmp_path: Path) -> None:
    cities = [city("elbasan", id="Elbasan")]
    lines = faults_of(tmp_path, cities=cities, activities=[activity("a1", cities="Elbasan")])
    assert [line.split(": ")[0] for line in lines] == ["cities:2:id"]


def test_ids_are_unique_in_their_sheet(tmp_path: Path) -> None:
    lines = faults_of(tmp_path, activities=[activity("a1"), activity("a2"), activity("a1")])
    assert lines == ["activities:4:id: id is as in row 2; expected each id once"]


def test_head_counts_are_unique_with_empty_equal_to_empty(tmp_path: Path) -> None:
    rows = [attendance("a1", 3), attendance("a1", 3, country="AL"), attendance("a1", 7)]
    assert faults_of(tmp_path, attendance=rows) == [
        (
            "attendance:4:activity: activity, group, gender, country and scope are as in row 2;"
            " expected each activity, group, gender, country and scope once"
        )
    ]


def test_a_person_is_once_at_an_activity(tmp_path: Path) -> None:
    rows = [participant("a1", "p-01"), participant("a2", "p-01"), participant("a1", "p-01")]
    (line,) = faults_of(tmp_path, participants=rows)
    assert line.startswith("participants:4:activity: activity and person are as in row 2;")


def test_targets_are_unique(tmp_path: Path) -> None:
    (line,) = faults_of(tmp_path, targets=[TARGET, TARGET | {"value": "6"}])
    assert line.startswith("targets:3:indicator: indicator, country, start, end, kind and funder")


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2023-05-02", "2023-05-01", "activities:2:start: the start 2023-05-02 is after the end"),
        ("2024", "2023", "activities:2:start: the start 2024 is after the end 2023;"),
        ("2023-06", "2023-05-31", "activities:2:start: the start 2023-06 is after the end"),
        ("", "2023", "activities:2:end: there is no start, but the end 2023; expected a start"),
    ],
)
def test_an_interval_the_wrong_way_round(tmp_path: Path, start: str, end: str, told: str) -> None:
    (line,) = faults_of(tmp_path, activities=[activity("a1", start=start, end=end)])
    assert line.startswith(told)


@pytest.mark.parametrize(
    ("start", "end"),
    [("2023-05-01", "2023-05-01"), ("2023-05", "2023-05-01"), ("2023-05-20", "2023"), ("2023", "")],
)
def test_dates_are_in_order_as_far_as_they_tell(tmp_path: Path, start: str, end: str) -> None:
    assert faults_of(tmp_path, activities=[activity("a1", start=start, end=end)]) == []


@pytest.mark.parametrize(
    ("dates", "columns"),
    [
        ({"requested": "2023-05", "started": "2023-04-30"}, ["started"]),
        ({"started": "2023-05", "completed": "2023-04"}, ["completed"]),
        ({"requested": "2024", "completed": "2023"}, ["completed"]),
        ({"requested": "2023-06", "started": "2023", "completed": "2023-03"}, ["completed"]),
        (
            {"requested": "2023-06", "started": "2023-05", "completed": "2023-04"},
            ["started", "completed"],
        ),
        ({"requested": "2023", "started": "2023-01-01", "completed": "2023"}, []),
        ({"requested": "2024", "due": "2023"}, []),
    ],
)
def test_support_goes_from_request_to_completion(
    tmp_path: Path, dates: dict[str, object], columns: list[str]
) -> None:
    lines = faults_of(tmp_path, support=[support("s1", **dates)])
    assert [line.split(": ")[0] for line in lines] == [f"support:2:{name}" for name in columns]


def test_a_point_outside_its_country_says_where_it_is(tmp_path: Path) -> None:
    assert faults_of(tmp_path, cities=[city("elbasan", country="MK")]) == [
        (
            "cities:2:latitude: the point 41.11138, 20.08224 is not in MK;"
            " expected a point inside its country (it is in AL)"
        )
    ]


def test_latitude_and_longitude_the_wrong_way_round(tmp_path: Path) -> None:
    (line,) = faults_of(tmp_path, cities=[city("peja", latitude=20.28828, longitude=42.65913)])
    assert line.startswith("cities:2:latitude: ")
    assert line.endswith("(are latitude and longitude the wrong way round?)")


def test_an_amount_needs_a_currency(tmp_path: Path) -> None:
    assert faults_of(tmp_path, support=[support("s1", amount="100")]) == [
        (
            "support:2:currency: there is no currency, but the amount 100;"
            " expected a currency of ISO 4217 such as EUR"
        )
    ]


def test_the_unit_is_the_one_that_the_rule_gives(tmp_path: Path) -> None:
    rows = [indicator("held", "activities-held", unit="people"), indicator("free", "published")]
    assert faults_of(tmp_path, indicators=rows) == [
        "indicators:2:unit: the rule activities-held does not give people; expected activities"
    ]


def test_kinds_are_for_rules_that_take_them(tmp_path: Path) -> None:
    rows = [
        indicator("held", "activities-held", kinds="summit"),
        indicator("outputs", "outputs", kinds="summit"),
    ]
    assert faults_of(tmp_path, indicators=rows) == [
        (
            "indicators:3:kinds: the rule outputs takes no kinds;"
            " expected an empty cell (kinds are for cities-engaged and activities-held)"
        )
    ]


def test_a_target_ends_after_it_starts(tmp_path: Path) -> None:
    (line,) = faults_of(tmp_path, targets=[TARGET | {"end": "2023-12-31"}])
    assert line.startswith("targets:2:start: the start 2024-01-01 is after the end 2023-12-31;")


@pytest.mark.parametrize(
    ("value", "status", "told"),
    [
        ("0", "missing", "published_figures:2:value: a missing figure has a value; expected an"),
        ("", "exact", "published_figures:2:value: a figure with the status exact has no value;"),
        ("", "at-least", "published_figures:2:value: a figure with the status at-least has no"),
    ],
)
def test_a_published_value_is_empty_with_missing_and_only_then(
    tmp_path: Path, value: str, status: str, told: str
) -> None:
    row = FIGURE | {"value": value, "status": status}
    (line,) = faults_of(tmp_path, published_figures=[row])
    assert line.startswith(told)


def test_the_dataset_has_exactly_one_row(tmp_path: Path) -> None:
    assert faults_of(tmp_path, dataset=[dataset(), dataset()]) == [
        "dataset:3:title: there is more than one row; expected exactly one row"
    ]
    (tmp_path / "dataset.csv").write_text("title,kind,as_of\n", encoding="utf-8")
    _, faults = check(tmp_path)
    assert [str(fault) for fault in faults] == [
        "dataset.csv: the sheet dataset has no row; expected exactly one row"
    ]


def test_the_dataset_must_be_there(tmp_path: Path) -> None:
    _, faults = check(write_workbook(tmp_path, {"activities": [activity("a1")]}))
    assert [str(fault) for fault in faults] == [
        "dataset.csv: the file is missing; expected the sheet dataset"
    ]

"""Downloads of records: the list's own rows in its order, strictly asked for, with their facts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from dashboard.app import create_app
from dashboard.downloads import csv_file
from dashboard.records_downloads import AT_ONCE
from dashboard.settings import Settings
from data.filters import parse_query
from data.records.asked import read_records_asked
from data.records.shown import SHOWN_SHEETS
from data.repository import Repository
from data.workbook.sheets import SHEETS_BY_NAME
from loaded import fill, opened
from small_workbooks import TOWNS, activity, attendance, city, dataset, write_workbook

HOSTILE = '=HYPERLINK("https://example.org","free")'


@pytest.fixture
def client(public_record: Repository) -> FlaskClient:
    return create_app(public_record, Settings()).server.test_client()


def read_csv(client: FlaskClient, path: str) -> tuple[dict[str, str], list[list[str]]]:
    """Download a CSV; give its facts, and its rows from the header on."""
    with client.get(path) as answer:
        assert answer.status_code == 200, answer.text
        assert answer.mimetype == "text/csv"
        text = answer.get_data().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    facts = rows[: rows.index([])]
    return {row[0]: row[1] for row in facts}, rows[len(facts) + 1 :]


def read_xlsx(client: FlaskClient, path: str) -> tuple[list[str], list[list[Any]]]:
    with client.get(path) as answer:
        assert answer.status_code == 200
        about, sheet = load_workbook(io.BytesIO(answer.get_data())).worksheets
    return [row[0].value for row in about.iter_rows()], [
        [cell.value for cell in row] for row in sheet.iter_rows()
    ]


def shown(value: Any) -> str:
    return "" if value is None else str(value.date() if hasattr(value, "date") else value)


@pytest.mark.parametrize("sheet", SHOWN_SHEETS)
def test_csv_page_and_workbook_hold_the_same_rows(
    client: FlaskClient, public_record: Repository, sheet: str
):
    query = "country=AL,MK&programme=all"
    facts, (header, *rows) = read_csv(client, f"/records/{sheet}.csv?{query}")
    names, (first, *others) = read_xlsx(client, f"/records/{sheet}.xlsx?{query}")
    assert header == first == [column.name for column in SHEETS_BY_NAME[sheet].columns]
    assert [[shown(value) for value in row] for row in others] == rows
    filters, _ = parse_query(query, public_record.vocabulary())
    asked, _ = read_records_asked(sheet, filters, {}, public_record.reference())
    page = public_record.records(asked)
    assert page.total == len(rows)
    if "id" in header:
        assert [row[0] for row in rows][:50] == [record.key for record in page.records]
    wanted = ["Title", "Filter", "Data as of", "Made at", "Address"]
    assert [*facts] == names == wanted
    assert facts["Address"].endswith(f"/records/{sheet}.csv?{query}")


def test_sort_figure_reason_and_quality_are_those_of_the_list(client: FlaskClient):
    _, (_, *rows) = read_csv(client, "/records/activities.csv?sort=title&programme=all")
    titles = [row[1] for row in rows]
    assert len(titles) == 24
    _, (_, *back) = read_csv(client, "/records/activities.csv?sort=-title&programme=all")
    assert [row[1] for row in back] == titles[::-1]
    facts, (_, *rows) = read_csv(
        client, "/records/activities.csv?figure=activities-held~country.AL"
    )
    assert len(rows) == 2
    assert facts["Filter"].startswith("Counted in “Activities held” · Albania")
    path = "/records/activities.csv?country=AL&figure=activities-held&reason=regional"
    facts, (_, *rows) = read_csv(client, path)
    assert len(rows) == 3
    assert facts["Filter"].startswith("Left out of “Activities held”: regional")
    facts, (_, *rows) = read_csv(client, "/records/activities.csv?quality=undated")
    assert len(rows) == 1
    assert facts["Filter"].startswith("No date")


def test_a_profile_brings_its_note_and_hxl_its_tags(client: FlaskClient):
    facts, (header, tags, *_) = read_csv(client, "/records/cities.csv?profile=eu&hxl=1")
    assert "1244" in facts["Designation"]
    assert len(tags) == len(header)
    assert tags[header.index("country")] == "#country +code +v_iso2"
    assert tags[header.index("id")].startswith("#loc")


@pytest.mark.parametrize(
    "query",
    ["colour=red", "country=DE", "city=paris", "from=2024&to=2023", "page=2", "sort=place",
     "figure=happiness", "figure=support-delivered", "reason=place", "quality=rough", "hxl=yes",
     "show=city:elbasan", "profile=xx", "figure=activities-held&reason=boredom", "sort=a&sort=b"],
)  # fmt: skip
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_not_understood_is_refused_and_named(client: FlaskClient, query: str, form: str):
    with client.get(f"/records/activities.{form}?{query}") as answer:
        assert answer.status_code == 400
        assert answer.mimetype == "text/plain"
        named = "reason" if "&reason" in query else query.partition("=")[0]
        assert answer.text.startswith(named)


@pytest.mark.parametrize("sheet", ["participants", "notes", "dataset", "persons", "activities.csv"])
def test_what_people_may_not_see_is_not_there(client: FlaskClient, sheet: str):
    for path in (f"/records/{sheet}.csv", f"/records/{sheet}.xlsx", f"/records/{sheet}/1"):
        if not path.startswith("/records/activities.csv/"):
            assert client.get(path).status_code == 404, path
    if sheet != "activities.csv":
        assert client.get(f"/records/{sheet}").status_code == 404


def test_a_path_that_ends_like_a_file_is_no_page(client: FlaskClient):
    assert client.get("/records/activities").status_code == 200
    assert client.get("/records/activities.pdf").status_code == 404
    assert client.get("/records/activities/elbasan.csv").status_code == 200


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[FlaskClient]:
    """Serve a workbook whose texts would run in a spreadsheet, and whose groups are small."""
    sheets = {
        "dataset": [dataset()],
        "cities": [city(id_) for id_ in TOWNS],
        "activities": [activity("a", title=HOSTILE, summary="+1+1", place="@SUM(A1)", note="-2")],
        "attendance": [
            attendance("a", 3, group="youth", gender="female"),
            attendance("a", 44, group="youth", gender="male"),
        ],
    }
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    fill(url, write_workbook(tmp_path / "workbook", sheets))
    with opened(url) as repository:
        yield create_app(repository, Settings()).server.test_client()


def test_text_from_the_workbook_cannot_run(hostile: FlaskClient):
    _, (header, row) = read_csv(hostile, "/records/activities.csv")
    cells = dict(zip(header, row, strict=True))
    assert cells["title"] == f"'{HOSTILE}"
    assert (cells["summary"], cells["place"], cells["note"]) == ("'+1+1", "'@SUM(A1)", "-2")
    _, (header, row) = read_xlsx(hostile, "/records/activities.xlsx")
    assert row[header.index("title")] == f"'{HOSTILE}"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_small_numbers_are_withheld_from_files(hostile: FlaskClient, form: str):
    if form == "csv":
        _, (header, *rows) = read_csv(hostile, "/records/attendance.csv")
    else:
        _, (header, *rows) = read_xlsx(hostile, "/records/attendance.xlsx")
    assert [row[header.index("count")] for row in rows] == ["withheld", "withheld"]


def test_downloads_take_turns_and_leave_nothing_open(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(csv_file, "ROWS_AT_ONCE", 5)
    path = "/records/activities.csv"
    running = [client.get(path) for _ in range(AT_ONCE)]
    with client.get(path) as refused:
        assert refused.status_code == 503
    for answer in running:
        answer.close()
    for _ in range(2 * AT_ONCE + 5):
        read_csv(client, path)
        with client.get("/records/activities.csv?colour=red") as refused:
            assert refused.status_code == 400
        client.head(path).close()


def test_the_filter_of_an_unfiltered_sheet_says_so(client: FlaskClient):
    facts, _ = read_csv(client, "/records/sources.csv?country=AL")
    assert facts["Filter"] == "all records, whatever the filter"
    facts, _ = read_csv(client, "/records/targets.csv?country=AL&from=2023")
    assert facts["Filter"] == "Albania"

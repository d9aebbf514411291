"""A cell that is withheld in one medium is withheld in all, and participants are never listed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from dash import Dash
from dash.development.base_component import Component

from dashboard import opening
from dashboard.app import create_app
from dashboard.command_line import main
from dashboard.settings import Settings
from data.filters import Filters
from layouts.parts.figure_card import figure_card
from small_books import Book, load_book, women_and_men
from small_workbooks import activity, indicators, participant

QUERY = "country=AL"
PERSON = "p-4711-"


@pytest.fixture
def book(request: pytest.FixtureRequest, empty_database_url: str, tmp_path: Path) -> Iterator[Book]:
    """Load a workbook of which Albania has too few women."""
    with ExitStack() as stack:
        yield load_book(
            stack,
            empty_database_url,
            tmp_path / "book",
            {
                "activities": [
                    activity("heads", countries=["AL", "XK"]),
                    activity("names", start="2023"),
                ],
                "attendance": [
                    *women_and_men("heads", 3, 11, country="AL"),
                    *women_and_men("heads", 17, 19, country="XK"),
                ],
                "participants": [
                    participant("names", f"{PERSON}{number}", gender="female")
                    for number in range(7)
                ],
                "indicators": [row | {"headline": "yes"} for row in indicators()],
            },
        )


@pytest.fixture
def app(book: Book) -> Dash:
    return create_app(book.repository(), Settings())


def share(answer: dict[str, Any]) -> dict[str, Any]:
    (found,) = [item for item in answer["figures"] if item["id"] == "women-share"]
    return found


def words(part: Any) -> str:
    """Read a component as text."""
    if isinstance(part, Component):
        return words(getattr(part, "children", None))
    return "".join(map(words, part)) if isinstance(part, (list, tuple)) else str(part or "")


def test_the_api_gives_null_and_says_that_it_is_withheld(app: Dash):
    client = app.server.test_client()
    small = share(client.get(f"/api/figures?{QUERY}").json)
    assert small["withheld"] is True
    assert small["text"] == "withheld: fewer than 5"
    assert [small[name] for name in ("value", "bound", "numerator", "denominator")] == [None] * 4
    whole = share(client.get("/api/figures").json)
    assert (whole["withheld"], whole["numerator"], whole["denominator"]) == (False, 27, 57)


def test_the_command_line_gives_the_same_and_heeds_the_settings(
    book: Book, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(opening, "open_for_reading", lambda _: book.engine)
    asked = ["figures", "--country", "AL"]
    small = share(json.loads(CliRunner().invoke(main, asked, catch_exceptions=False).output))
    assert (small["withheld"], small["numerator"]) == (True, None)
    monkeypatch.setenv("HUB_SMALL_NUMBERS", "0")
    told = share(json.loads(CliRunner().invoke(main, asked, catch_exceptions=False).output))
    assert (told["withheld"], told["numerator"], told["denominator"]) == (False, 3, 14)


def test_the_card_says_why_and_carries_no_value(book: Book):
    (figure,) = book.repository().figures(Filters(countries=("AL",)), ["women-share"])
    card = figure_card(figure, None, lead=False)
    props = card.to_plotly_json()["props"]
    assert (props["data-value"], props["data-bound"]) == ("", "")
    assert "withheld: fewer than 5" in words(card)
    assert "fewer than 5 people stand on one side of the split" in words(card)
    assert "3" not in words(card)
    assert "21" not in words(card)


def test_records_of_attendance_withhold_the_same_cells(app: Dash):
    client = app.server.test_client()
    with client.get("/records/attendance.csv") as answer:
        lines = answer.get_data(as_text=True).splitlines()
    rows = [line for line in lines if line.startswith("heads")]
    assert len(rows) == 4
    for line in rows:
        assert "withheld" in line, line
        assert not {"3", "11", "17", "19"} & set(line.split(","))


def test_participants_never_leave(app: Dash):
    client = app.server.test_client()
    assert client.get("/api/figures").json["figures"]
    for path in paths(app):
        with client.get(path) as answer:
            body = answer.get_data()
        content = unzipped(body) if body.startswith(b"PK") else body
        assert PERSON.encode() not in content, path
    for form in ("csv", "xlsx"):
        with client.get(f"/records/participants.{form}") as answer:
            assert answer.status_code == 404
    assert client.get("/records/participants").status_code == 404


def paths(app: Dash) -> list[str]:
    """List every address that answers to a plain request, with what its parts may be."""
    parts = {"indicator": "people-engaged", "form": "csv", "path": "results", "name": "results"}
    sheets = ("activities", "attendance", "participants", "cities", "indicators")
    found = ["/", "/results", "/about", *(f"/records/{sheet}" for sheet in sheets)]
    found += [f"/records/{sheet}.{form}" for sheet in sheets for form in ("csv", "xlsx")]
    for rule in app.server.url_map.iter_rules():
        known = {name: parts[name] for name in rule.arguments if name in parts}
        if "GET" in (rule.methods or ()) and known.keys() == rule.arguments:
            with app.server.test_request_context():
                found.append(app.server.url_map.bind("").build(rule.endpoint, known))
    return found


def unzipped(body: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(body)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())

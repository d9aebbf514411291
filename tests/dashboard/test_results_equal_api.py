"""Each number on the page Results is what the API answers for the same filter."""

from __future__ import annotations

from typing import Any

from dashboard.app import create_app
from dashboard.settings import Settings
from data.filters import ALL
from data.repository import Repository
from data.values import COUNTRY_CODES
from layouts.canvas import Canvas
from layouts.pages.results import layout
from spoken import components


def test_rows_and_countries_say_what_the_api_says(public_record: Repository):
    client = create_app(public_record, Settings()).server.test_client()
    page = layout(public_record.results(ALL), "plain", Canvas(1232, 800, 16), 1)
    said = {key: label for key, label in map(_opened, components(page)) if key}
    for code in ("", *COUNTRY_CODES):
        answer = client.get(f"/api/figures?country={code}" if code else "/api/figures").json
        for figure in answer["figures"]:
            key = f"{figure['id']}~country.{code}" if code else figure["id"]
            assert f": {figure['text']}. How it is known" in said[key], key
    assert len(said) == 7 * len(public_record.reference().indicators)


def _opened(part: Any) -> tuple[str | None, str]:
    props = part.to_plotly_json()["props"]
    if props.get("data-mode") != "evidence" or "aria-label" not in props:
        return None, ""
    return props["data-value"], props["aria-label"]

"""CONTRIBUTING's steps, followed: an indicator needs a row and no Python."""

import csv
import shutil
from pathlib import Path

from data.database import open_for_loading, open_for_reading
from data.filters import Filters
from data.repository import Repository
from data.workbook.loading import load
from layouts.parts.cards import cards
from repository_files import ROOT

NEW = {
    "id": "roundtables-held",
    "title": "Roundtables held",
    "definition": "Roundtables with status held, each counted once.",
    "level": "output",
    "unit": "activities",
    "rule": "activities-held",
    "kinds": "roundtable",
    "direction": "up",
    "order": "16",
    "headline": "yes",
}


def add_row(sheet: Path, row: dict[str, str]) -> None:
    with sheet.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        columns, old = list(rows.fieldnames or ()), list(rows)
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows([*old, row])


def test_a_row_in_the_workbook_is_a_new_indicator_with_a_card(empty_database_url, tmp_path):
    workbook = tmp_path / "workbook"
    shutil.copytree(ROOT / "data" / "public_record", workbook)
    add_row(workbook / "indicators.csv", NEW)
    loading = open_for_loading(empty_database_url)
    load(loading, workbook)
    loading.dispose()

    engine = open_for_reading(empty_database_url)
    try:
        repository = Repository(engine)
        asked = repository.overview(Filters())
        (figure,) = repository.figures(Filters(), ["roundtables-held"])
        held = {item.id for item in repository.evidence(Filters(), NEW["id"]) if not item.reason}
    finally:
        engine.dispose()

    assert figure.count.value == len(held) > 0
    shown = cards(asked.figures, asked.trends, asked.scope, frozenset(asked.reference.published))
    names = [card.id for row in shown for card in row.children]
    assert "figure-roundtables-held" in names

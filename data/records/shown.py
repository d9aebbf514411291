"""Which sheets people may see, and what names one of their records."""

from __future__ import annotations

from data.workbook.sheets import SHEETS

_KEPT_INSIDE = ("dataset", "participants", "notes")
SHOWN_SHEETS: tuple[str, ...] = tuple(
    sheet.name for sheet in SHEETS if sheet.name not in _KEPT_INSIDE
)
"""Every sheet but the dataset (described elsewhere), the rows of people, and the staff's notes."""

TITLE_COLUMNS = {
    "sources": "title",
    "organisations": "name",
    "themes": "label",
    "cities": "name",
    "activities": "title",
    "attendance": "activity",
    "support": "title",
    "needs": "statement",
    "practices": "title",
    "voices": "text",
    "outputs": "title",
    "indicators": "title",
    "targets": "indicator",
    "published_figures": "indicator",
}
"""Sheet → the column that names a record; where it holds ids, the record named there does."""


def key_column(sheet: str) -> str:
    """Name the column that tells the records of a sheet apart: their id, or their row."""
    return "row" if sheet in ("attendance", "targets") else "id"

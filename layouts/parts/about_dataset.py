"""What the dataset is and what it holds."""

from __future__ import annotations

from typing import Any

from dash import html

from data.about import About
from data.filters import Filters
from data.records.shown import SHOWN_SHEETS
from data.reference import Dataset
from layouts import about_words, formats
from layouts.addresses import page_address
from layouts.parts.terms import terms

Parts = list[Any]


def dataset_section(about: About, filters: Filters, profile_asked: str | None) -> Parts:
    """Describe the loaded workbook, with the rows of each of its sheets."""
    return [
        html.P(about_words.DATASET_KINDS[about.reference.dataset.kind], className="about-lead"),
        terms(_facts(about.reference.dataset)),
        html.H3("What it holds"),
        *_rows(about, filters, profile_asked),
    ]


def _facts(dataset: Dataset) -> list[tuple[str, str]]:
    given = (
        ("Publisher", dataset.publisher),
        ("Contact", dataset.contact),
        ("Acknowledgement", dataset.acknowledgement),
        ("Copyright", dataset.copyright),
    )
    launched = dataset.launched
    return [
        ("Title", dataset.title),
        ("Stands for", formats.day(dataset.as_of)),
        ("Programme began", formats.date_span(launched) if launched else formats.NOT_RECORDED),
        *((name, text or formats.NOT_RECORDED) for name, text in given),
    ]


def _rows(about: About, filters: Filters, profile_asked: str | None) -> Parts:
    if not any(about.rows.values()):
        return [html.P(about_words.NO_ROWS)]
    return [
        html.P(
            "Rows as they were loaded, drafts and both programmes among them.", className="muted"
        ),
        html.Dl(
            [
                _row(sheet, about.rows[sheet], filters, profile_asked)
                for sheet in about_words.SHEETS
            ],
            className="about-rows",
        ),
        html.P(_programmes(about), className="muted"),
    ]


def _row(sheet: str, number: int, filters: Filters, profile_asked: str | None) -> html.Div:
    name: Any = about_words.SHEETS[sheet]
    if number and sheet in SHOWN_SHEETS:
        name = html.A(name, href=page_address(f"/records/{sheet}", filters, profile=profile_asked))
    return html.Div([html.Dt(name), html.Dd(formats.number(number))])


def _programmes(about: About) -> str:
    totals = about.reference.totals
    parts = [
        f"{formats.plural(totals.held[programme], 'activity held', 'activities held')} and "
        f"{formats.plural(totals.support[programme], 'support record', 'support records')} {when}"
        for programme, when in (("hub", "of the hub programme"), ("earlier", "of the years before"))
    ]
    return f"Approved: {'; '.join(parts)}."

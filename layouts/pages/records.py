"""The list of one sheet's records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from data.records.paging import RecordsPage
from data.records.record import Names
from data.reference import Reference
from layouts import records_words, words
from layouts.parts.record_values import RecordWriter
from layouts.parts.records_head import list_head, pager, sheets_nav
from layouts.parts.records_table import records_table
from layouts.records_links import RecordLinks


def layout(
    page: RecordsPage,
    row_numbers: Mapping[str, int],
    reference: Reference,
    profile: str,
    links: RecordLinks,
) -> list[Any]:
    """Lay out one page of a list; `row_numbers` are those of all sheets."""
    writer = RecordWriter(_short_names(page, reference), links, profile)
    listed: list[Any] = [html.P(records_words.nothing_listed(page.asked), className="records-none")]
    if page.records:
        listed = [
            *pager(page, links, "Pages, above the table"),
            html.Div(records_table(page, writer), className="records-scroll"),
            *pager(page, links, "Pages, below the table"),
        ]
    return [
        sheets_nav(page.asked.sheet, row_numbers, links),
        list_head(page, reference, profile, links),
        *listed,
    ]


def _short_names(page: RecordsPage, reference: Reference) -> Names:
    """The names of a list, those of organisations short: several stand in one cell."""
    known = page.names.get("organisations", {})
    return {
        **page.names,
        "organisations": {key: words.organisation(reference, key) for key in known},
    }

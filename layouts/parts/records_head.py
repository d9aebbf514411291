"""What stands above and below a list of records: the sheets, the list's words, its pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from data.records.paging import ROWS_A_PAGE, RecordsPage
from data.reference import Reference
from layouts import formats, records_words
from layouts.attributes import attributes
from layouts.parts.icon import icon
from layouts.records_links import RecordLinks

Parts = list[Any]


def sheets_nav(current: str, numbers: Mapping[str, int], links: RecordLinks) -> html.Nav:
    """Draw the row of sheets with the number of their rows as loaded."""
    items = [
        html.Li(_sheet(sheet, numbers[sheet], current, links))
        for sheet in records_words.SHEET_ORDER
    ]
    return html.Nav(
        html.Ul(items), className="records-sheets", **attributes({"aria-label": "Records"})
    )


def _sheet(sheet: str, number: int, current: str, links: RecordLinks) -> html.A:
    here = {"aria-current": "page"} if sheet == current else {}
    return html.A(
        [records_words.SHEETS[sheet], " ", html.Span(formats.number(number), className="muted")],
        href=links.sheet(sheet),
        **attributes(here),
    )


def list_head(
    page: RecordsPage, reference: Reference, profile: str, links: RecordLinks
) -> html.Div:
    """Write what is listed, how it is sorted, and offer to take it along."""
    return html.Div(
        [
            html.Div(
                [
                    html.H1(records_words.SHEETS[page.asked.sheet]),
                    html.P(
                        [
                            html.B(_shown(page)),
                            f" · {records_words.sort_in_words(page.asked.sort)}",
                            *_selected_by(page, reference, profile),
                        ],
                        className="records-line",
                    ),
                    *_narrowed(page, links),
                ]
            ),
            _take_along(page.asked.sheet, links),
        ],
        className="records-head",
    )


def _selected_by(page: RecordsPage, reference: Reference, profile: str) -> Parts:
    """Say what selects the records where the scope of the page does not."""
    words = records_words.beside_scope(page.asked, reference, profile)
    return [f" · {words}"] if words else []


def _shown(page: RecordsPage) -> str:
    first = (page.page - 1) * ROWS_A_PAGE + 1
    return records_words.shown_of(first, first + len(page.records) - 1, page.total)


def _narrowed(page: RecordsPage, links: RecordLinks) -> Parts:
    """Offer the way from a narrowed list to the plain one."""
    asked = page.asked
    if asked.figure is None and asked.quality is None and not asked.parts:
        return []
    _, many = records_words.NOUNS[page.asked.sheet]
    return [html.P(html.A(f"All {many} of the filter", href=links.sheet(page.asked.sheet)))]


def _take_along(sheet: str, links: RecordLinks) -> html.Div:
    tagged = links.extras.get("hxl") == "1"
    return html.Div(
        [
            _file(sheet, "csv", "CSV", links),
            _file(sheet, "xlsx", "Excel", links),
            html.Button(
                "HXL tags",
                type="button",
                className="link records-hxl",
                title="A row of HXL tags below the header of the files",
                **attributes(
                    {
                        "data-mode": "set",
                        "data-key": "hxl",
                        "data-value": "" if tagged else "1",
                        "aria-pressed": str(tagged).lower(),
                    }
                ),
            ),
        ],
        className="records-take-along no-print",
    )


def _file(sheet: str, form: str, name: str, links: RecordLinks) -> html.A:
    said = f"{name}: all {records_words.SHEETS[sheet].lower()} of this list"
    return html.A(
        [icon("download"), name],
        href=links.download(sheet, form),
        **attributes({"data-keeps-view": "", "aria-label": said}),
    )


def pager(page: RecordsPage, links: RecordLinks, name: str) -> Parts:
    """Draw the ways to the other pages; nothing where there is only one."""
    if page.pages == 1:
        return []
    here, last = page.page, page.pages
    steps = (
        ("First", 1, here > 1),
        ("Previous", here - 1, here > 1),
        ("Next", here + 1, here < last),
        ("Last", last, here < last),
    )
    written = [html.Li(_step(label, to, page, links) if there else html.Span(label))
               for label, to, there in steps]  # fmt: skip
    where = f"Page {formats.number(here)} of {formats.number(last)}"
    written.insert(2, html.Li(where, className="records-where"))
    return [
        html.Nav(html.Ul(written), className="records-pager", **attributes({"aria-label": name}))
    ]


def _step(label: str, to: int, page: RecordsPage, links: RecordLinks) -> html.A:
    href = links.list(page.asked.sheet, page=str(to) if to > 1 else None)
    return html.A(label, href=href, **attributes({"aria-label": f"{label} page"}))

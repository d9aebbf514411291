"""What is missing or rough in the records, each number a link to the records themselves."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from dash import html

from data.about import About
from data.filters import Filters
from data.quality_counts import QualityCount
from layouts import about_words, formats
from layouts.addresses import page_address
from layouts.attributes import attributes

Parts = list[Any]


def quality_section(about: About, filters: Filters, scope: str, profile_asked: str | None) -> Parts:
    """Draw the questions of data quality as a table, a group of rows for each sheet."""
    asked = [count for count in about.qualities if count.of]
    undated = [html.P(about_words.UNDATED_LEFT_OUT)] if filters.has_period else []
    lead = html.P(["Counted for: ", html.B(scope), ". Each number opens its records."])
    if not asked:
        return [*undated, html.P(about_words.NO_QUALITY)]
    groups = [
        _group(sheet, list(counts), filters, profile_asked)
        for sheet, counts in groupby(asked, key=lambda count: count.sheet)
    ]
    of = html.P(about_words.QUALITY_OF, className="muted")
    missing = _without(about, {count.sheet for count in asked})
    return [lead, *undated, _table(groups), of, *missing]


def _table(groups: list[html.Tbody]) -> html.Table:
    columns = ("Records", "What is missing or rough", "Number", "Of")
    return html.Table(
        [
            html.Caption("Questions of data quality", className="visually-hidden"),
            html.Thead(html.Tr([html.Th(name, scope="col") for name in columns])),
            *groups,
        ],
        className="about-quality",
    )


def _group(
    sheet: str, counts: list[QualityCount], filters: Filters, profile_asked: str | None
) -> html.Tbody:
    name = html.Th(about_words.SHEETS[sheet], scope="rowgroup", rowSpan=len(counts))
    rows = [_cells(count, filters, profile_asked) for count in counts]
    return html.Tbody([html.Tr([name, *rows[0]]), *(html.Tr(cells) for cells in rows[1:])])


def _cells(count: QualityCount, filters: Filters, profile_asked: str | None) -> list[html.Td]:
    what = about_words.QUALITIES[count.sheet, count.name]
    return [
        html.Td(what),
        html.Td(_number(count, what, filters, profile_asked), className="number"),
        html.Td(formats.number(count.of), className="number muted"),
    ]


def _number(count: QualityCount, what: str, filters: Filters, profile_asked: str | None) -> Any:
    """A number of records leads to them; where there are none, nothing is to be opened."""
    text = formats.number(count.number)
    if not count.number:
        return text
    address = page_address(
        f"/records/{count.sheet}", filters, profile=profile_asked, quality=count.name
    )
    said = f"{text}: {about_words.SHEETS[count.sheet]}, {what}"
    return html.A(text, href=address, **attributes({"aria-label": said}))


def _without(about: About, found: set[str]) -> Parts:
    sheets = list(dict.fromkeys(count.sheet for count in about.qualities))
    missing = [sheet for sheet in sheets if sheet not in found]
    return [html.P(about_words.left_out_sheets(missing), className="muted")] if missing else []

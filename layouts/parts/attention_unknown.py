"""What is not known: dates, head-counts and figures that are missing or rough. It never alarms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from data.attention.reading import MOST_NAMED
from data.geography import country_name
from data.quality_counts import QualityCount
from layouts import about_words, attention_words, formats
from layouts.attention_words import Urgency
from layouts.attributes import attributes
from layouts.parts.attention_finding import Finding, Line, finding_lines, urgency_mark
from layouts.parts.attention_findings import Shown, request_lines, results_address
from layouts.parts.number_link import number_link
from layouts.parts.section import section
from layouts.parts.sentence import sentence
from layouts.sentences import attention as said
from layouts.sentences import attention_details as details
from layouts.sentences.attention_details import Links
from layouts.sentences.attention_readings import gaps_reading

_COLUMNS = ("undated", "imprecise")
_LEFT_OUT = (*_COLUMNS, "no-source", "drafts")


def unknown_section(shown: Shown) -> html.Section | None:
    """Gather what is not known in one part; None where everything is."""
    found = unknowns(shown)
    table = _table([one for one in shown.attention.qualities if one.number], shown.links)
    if not found and table is None:
        return None
    return section(
        "attention-unknown",
        attention_words.UNKNOWN_TITLE,
        [*(_unknown(one) for one in found), *([table, _reading()] if table else [])],
        beside=[urgency_mark(Urgency.UNKNOWN)],
    )


def _reading() -> html.P:
    return sentence(gaps_reading(), "quiet attention-reading")


def unknowns(shown: Shown) -> list[Finding]:
    """Say of which members, requests, countries and targets it is not known how they stand."""
    attention, links, found = shown.attention, shown.links, []
    cities = attention.silent("open")
    if cities:
        found.append(
            Finding(
                "open",
                Urgency.UNKNOWN,
                "",
                said.perhaps_quiet(attention, links),
                tuple(shown.city(one, details.contact_of(one)) for one in cities[:MOST_NAMED]),
                len(cities),
                links.records("cities", "open"),
            )
        )
    if attention.requests.numbers["no-request-date"]:
        found.append(
            Finding(
                "no-request-date",
                Urgency.UNKNOWN,
                "",
                said.requests(attention, links, "no-request-date"),
                request_lines(shown, "no-request-date"),
                attention.requests.numbers["no-request-date"],
                links.records("support", "no-request-date"),
            )
        )
    return [*found, *_countries(shown), *_aims(shown)]


def _countries(shown: Shown) -> list[Finding]:
    unsure = shown.attention.half_year.unsure
    lines = tuple(
        Line(
            country_name(one.country, shown.profile),
            None,
            details.country_of(one, shown.attention, shown.links),
        )
        for one in unsure
    )
    told = said.countries_unsure(shown.attention)
    return [Finding("countries-unsure", Urgency.UNKNOWN, "", told, lines)] if unsure else []


def _aims(shown: Shown) -> list[Finding]:
    unsure = shown.attention.aims.unsure
    lines = tuple(
        Line(aim.indicator.title, results_address(shown, aim.indicator.id), details.unsure_of(aim))
        for aim in unsure
    )
    told = said.aims_unsure(shown.attention)
    return [Finding("aims-unsure", Urgency.UNKNOWN, "", told, lines)] if unsure else []


def _unknown(finding: Finding) -> html.Div:
    return html.Div(
        [sentence(finding.said), *finding_lines(finding)], className="attention-unknown"
    )


def _table(qualities: Sequence[QualityCount], links: Links) -> html.Table | None:
    """The questions of data quality by sheet: dates missing, dates imprecise, and what else is."""
    shown = [one for one in qualities if one.name not in ("no-source", "drafts")]
    if not shown:
        return None
    heads = [html.Th(name, scope="col") for name in attention_words.UNKNOWN_COLUMNS]
    sheets = list(dict.fromkeys(one.sheet for one in shown))
    rows = [_row(sheet, [one for one in shown if one.sheet == sheet], links) for sheet in sheets]
    return html.Table(
        [
            html.Caption(attention_words.UNKNOWN_CAPTION, className="visually-hidden"),
            html.Thead(html.Tr(heads)),
            html.Tbody(rows),
        ],
        className="list attention-quality",
    )


def _row(sheet: str, counts: Sequence[QualityCount], links: Links) -> html.Tr:
    dates = [[one for one in counts if one.name == column] for column in _COLUMNS]
    others = [one for one in counts if one.name not in _LEFT_OUT]
    cells = [
        html.Td([part for one in found for part in _number(one, links)], **_label(column))
        for column, found in zip(attention_words.UNKNOWN_COLUMNS[1:], dates, strict=False)
    ]
    return html.Tr(
        [
            html.Th(about_words.SHEETS[sheet], scope="row"),
            *cells,
            html.Td([html.Div([*_number(one, links), " ", _what(one)]) for one in others]),
        ]
    )


def _label(column: str) -> dict[str, Any]:
    """The name of a column, said beside the number where there is no room for columns."""
    return attributes({"data-label": column[:1].lower() + column[1:]})


def _number(one: QualityCount, links: Links) -> list[Any]:
    what = f"{formats.number(one.number)}: {about_words.SHEETS[one.sheet]}, {_what(one)}"
    link = number_link(one.number, links.quality(one.sheet, one.name), what)
    return [link, html.Span(f" of {formats.number(one.of)}", className="muted")]


def _what(one: QualityCount) -> str:
    text = about_words.QUALITIES[one.sheet, one.name]
    return text[:1].lower() + text[1:]

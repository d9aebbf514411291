"""The table of results: one row an indicator, grouped by level, countries side by side."""

from __future__ import annotations

from typing import Any

from dash import html

from data.figures import Target
from data.geography import country_name
from data.results.shapes import ResultRow, Results
from layouts import results_words
from layouts.attributes import attributes
from layouts.country_short import country_short
from layouts.parts import results_cells as cells
from layouts.parts.status_mark import status_mark

Parts = list[Any]


def results_table(results: Results, profile: str, place: str) -> html.Div:
    """Draw the table; `place` names the filter's own column: region, or the chosen places."""
    groups = [_group(results, level, profile) for level in results_words.LEVELS]
    return html.Div(
        html.Table(
            [
                html.Caption(
                    "Indicators by level: counted, target, baseline and countries",
                    className="visually-hidden",
                ),
                _head(results, profile, place),
                *groups,
            ],
            className=_kind(results),
        ),
        className="results-scroll",
    )


_BREAKS = {"Montenegro": "Monte\u00adnegro", "N. Macedonia": "N. Mace\u00addonia"}
"""Where a long name may break in a narrow column."""


def _kind(results: Results) -> str:
    plain = "" if "results-status" in _columns(results) else " results-plain"
    return f"results-table results-of-{len(results.countries)}{plain}"


_COLUMNS = {
    "results-status": "Status",
    "number results-counted": "Counted",
    "results-target": "Target, and what was reached of it",
    "number results-baseline": "Baseline",
    "results-needed": "Needed",
}
"""Class and name of each column between the indicator and the countries."""


def _columns(results: Results) -> list[str]:
    """The columns that have something to say: without targets there is nothing to hold against."""
    with_target = any(row.figure.target for row in results.rows)
    some = {
        "results-status": with_target,
        "results-target": with_target,
        "number results-baseline": any(
            row.figure.target and row.figure.target.baseline is not None for row in results.rows
        ),
        "results-needed": any(row.standing.run_rate for row in results.rows),
    }
    return [kind for kind in _COLUMNS if some.get(kind, True)]


def _head(results: Results, profile: str, place: str) -> html.Thead:
    columns = _columns(results)
    own = [
        html.Th(f"{name}, {place}" if name == "Counted" else name, scope="col", className=kind)
        for kind, name in _COLUMNS.items()
        if kind in columns
    ]
    countries = [_country_name(code, profile) for code in results.countries]
    name = html.Th("Indicator", scope="col", className="results-name")
    return html.Thead(html.Tr([name, *own, *countries]))


def _country_name(code: str, profile: str) -> html.Th:
    short, whole = country_short(code, profile), country_name(code, profile)
    written = _BREAKS.get(short, short)
    name = written if short == whole else html.Abbr(written, title=whole)
    return html.Th(name, scope="col", className="number results-country")


def _group(results: Results, level: str, profile: str) -> html.Tbody:
    rows = [row for row in results.rows if row.indicator.level == level]
    width = 1 + len(_columns(results)) + len(results.countries)
    title = html.Tr(
        html.Th(
            [results_words.LEVELS[level], *([] if rows else [_none()])],
            scope="rowgroup",
            colSpan=width,
        ),
        className="results-level",
    )
    return html.Tbody([title, *(_row(results, row, profile) for row in rows)])


def _none() -> html.Span:
    return html.Span(f" {results_words.NO_INDICATOR}", className="muted")


def _row(results: Results, row: ResultRow, profile: str) -> html.Tr:
    chosen = results.chosen is not None and results.chosen.indicator.id == row.indicator.id
    over = _over(results, row.figure.target)
    parts: dict[str, tuple[Parts, str]] = {
        "results-status": ([status_mark(row.standing)], ""),
        "number results-counted": (cells.counted(row.figure), "Counted"),
        "results-target": (cells.target(row, over), "Target"),
        "number results-baseline": (cells.baseline(row), "Baseline"),
        "results-needed": (cells.needed(row), "Needed"),
    }
    countries = [
        html.Td(
            cells.country(
                row, cell, country_name(cell.country, profile), _over(results, cell.target)
            ),
            className="number results-country",
            **attributes({"data-label": country_short(cell.country, profile)}),
        )
        for cell in row.countries
    ]
    return html.Tr(
        [
            html.Th(_name(row, chosen=chosen), scope="row", className="results-name"),
            *(_cell(kind, *parts[kind]) for kind in _columns(results)),
            *countries,
        ],
        id=f"result-{row.indicator.id}",
        className="results-row results-chosen" if chosen else "results-row",
    )


def _cell(kind: str, part: Parts, label: str) -> html.Td:
    empty = "" if part else " results-empty"
    return html.Td(part, className=f"{kind}{empty}", **attributes({"data-label": label}))


def _over(results: Results, target: Target | None) -> dict[str, str]:
    """How the filter of what a target has reached differs from the page's: its own period."""
    if target is None:
        return {}
    end = min(target.end, results.filters.last_day or target.end)
    launched = results.reference.dataset.launched
    first = target.start if target.kind == "incremental" else launched.first if launched else None
    return {"from": first.isoformat() if first else "", "to": end.isoformat()}


def _name(row: ResultRow, *, chosen: bool) -> html.Div:
    """The name draws its indicator over time; hover, focus or touch shows its definition."""
    indicator, tip = row.indicator, f"result-{row.indicator.id}-definition"
    frequency = f" · {indicator.frequency}" if indicator.frequency else ""
    unit = results_words.UNITS[indicator.unit]
    fewer = " · fewer is better" if indicator.direction == "down" else ""
    return html.Div(
        [
            html.Button(
                indicator.title,
                type="button",
                className="definition results-choose",
                **attributes(
                    {
                        "data-mode": "set",
                        "data-key": "indicator",
                        "data-value": indicator.id,
                        "aria-describedby": tip,
                        "aria-pressed": "true" if chosen else "false",
                    }
                ),
            ),
            html.P(f"{unit}{frequency}{fewer}", className="results-small"),
            html.Div(html.Span(indicator.definition), id=tip, role="tooltip", className="tip"),
        ],
        className="card-heading",
    )

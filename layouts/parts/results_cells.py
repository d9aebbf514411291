"""The cells of one indicator: counted, target with its bar, baseline, what is needed, countries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from data.evidence.asked import figure_key
from data.figures import Count, Figure, Target
from data.results.shapes import CountryCell, ResultRow
from data.results.status import Standing, Status
from layouts import formats, results_words, theme
from layouts.parts.number_button import number_button
from layouts.parts.status_mark import small_status
from layouts.target_bar import target_bar

BAR_WIDTH = 144
_COLOURS = {
    Status.MET: theme.NAVY,
    Status.ON_TRACK: theme.TURQUOISE,
    Status.BEHIND: theme.PLUM,
}
Parts = list[Any]


def counted(figure: Figure) -> Parts:
    """The figure of the filter as it is, and below it what was published."""
    count, indicator = figure.count, figure.indicator
    opener = number_button(
        count, indicator.unit, figure_key(indicator.id), indicator.title, content=_number(figure)
    )
    published = [
        html.P(
            results_words.published(item, indicator.unit),
            className="results-published",
            title=item.as_published,
        )
        for item in figure.published[:1]
    ]
    return [html.P(opener, className="results-number"), *published]


def _number(figure: Figure) -> Parts:
    said = formats.count(figure.count, figure.indicator.unit)
    if figure.count.value is None:
        return [html.Span(said, className="results-words")]
    if figure.count.bound != "at-least":
        return [html.Strong(said)]
    return [
        html.Span("at least ", className="bound"),
        html.Strong(said.removeprefix("at least ")),
    ]


def target(row: ResultRow, over: Mapping[str, str]) -> Parts:
    """What was reached of the target over its own period, as words and as a bar.

    `over` says how the filter of what was reached differs from the page's.
    """
    shown, unit = row.figure.target, row.indicator.unit
    if shown is None:
        return []
    wanted = results_words.number(shown.value, unit)
    reached = _reached(row, shown, over)
    return [
        html.P([*reached, html.B(wanted)], className="results-reached"),
        _bar(shown, row.standing),
        html.P(results_words.target_period(shown), className="results-small"),
    ]


def _reached(row: ResultRow, shown: Target, over: Mapping[str, str]) -> Parts:
    if shown.actual is None:
        return []
    key = figure_key(row.indicator.id, over)
    label = f"{row.indicator.title}, {results_words.target_period(shown)}"
    return [number_button(shown.actual, row.indicator.unit, key, label), " of "]


def _bar(shown: Target, standing: Standing) -> html.Img:
    value = shown.actual.value if shown.actual else None
    share = None if value is None or not shown.value else value / shown.value
    pace = standing.pace
    is_open = standing.status in (Status.MET, Status.ON_TRACK, Status.BEHIND, Status.CANNOT_SAY)
    picture = target_bar(
        share,
        pace / shown.value if pace is not None and shown.value and is_open else None,
        _COLOURS.get(standing.status),
        BAR_WIDTH,
        is_bound=bool(shown.actual and shown.actual.bound == "at-least"),
    )
    return html.Img(src=picture, alt="", className="results-bar")


def baseline(row: ResultRow) -> Parts:
    """The baseline with its date; it is added to nothing."""
    shown = row.figure.target
    if shown is None:
        return []
    if shown.baseline is None:
        return [html.Span("not recorded", className="muted")]
    when = formats.date_span(shown.baseline_date) if shown.baseline_date else "no date"
    return [
        html.P(results_words.number(shown.baseline, row.indicator.unit)),
        html.P(when, className="results-small"),
    ]


def needed(row: ResultRow) -> Parts:
    """What is needed per month or quarter to the target's end, and what was reached so far."""
    rate = row.standing.run_rate
    if rate is None:
        return []
    first, *rest = results_words.run_rate(rate)
    return [html.P(first), *(html.P(line, className="results-small") for line in rest)]


def country(row: ResultRow, cell: CountryCell, name: str, over: Mapping[str, str]) -> Parts:
    """The figure of one country, and below it its own target where it has one."""
    indicator, there = row.indicator, {"country": cell.country}
    label = f"{indicator.title}, {name}"
    content = _short(cell.count, indicator.unit)
    number = number_button(
        cell.count, indicator.unit, figure_key(indicator.id, there), label, content=content
    )
    own = _own_target(row, cell, label, there | dict(over))
    return [html.P(number), *([own] if own else [])]


def _short(count: Count, unit: str) -> Parts:
    """Write a number so that it fits its column: a sign for "at least"."""
    said = formats.count(count, unit)
    if count.value is None:
        return [html.Span(said, className="results-words-small")]
    text = said.removeprefix("at least ")
    if text == said:
        return [said]
    return [html.Span("≥\u202f", className="bound", title="at least"), text]


def _own_target(
    row: ResultRow, cell: CountryCell, label: str, over: Mapping[str, str]
) -> html.P | None:
    shown, unit = cell.target, row.indicator.unit
    if shown is None:
        return None
    reached: Parts = []
    if shown.actual is not None:
        name = f"{label}, {results_words.target_period(shown)}"
        key = figure_key(row.indicator.id, over)
        content = _short(shown.actual, unit)
        reached = [number_button(shown.actual, unit, key, name, content=content)]
    return html.P(
        [small_status(cell.standing), *reached, f" of {results_words.number(shown.value, unit)}"],
        className="results-small results-own-target",
        title=results_words.target_period(shown),
    )

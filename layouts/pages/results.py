"""The page Results: indicators against their targets, one of them over time, by country."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from data.results.shapes import Chosen, Results
from layouts import results_words, words
from layouts.attributes import attributes
from layouts.canvas import Canvas
from layouts.figures.country_courses import country_courses
from layouts.figures.course import course
from layouts.parts.graph import drawn_graph
from layouts.parts.icon import icon
from layouts.parts.results_table import results_table
from layouts.parts.status_mark import status_icon
from layouts.results_tables import countries_table, course_table
from layouts.sentences.results import countries_said, course_said

NARROW_EM = 60
GAP_EM = 2.0
ALONE_EM = 60
HEIGHT, HEIGHT_NARROW_SMALL = 208, 320


def layout(results: Results, profile: str, main: Canvas, turn: int) -> list[Component]:
    """Lay out the page; `main` is the box that it fills, `turn` marks what is drawn."""
    place = words.places(results.filters, results.reference, profile)
    parts: list[Any] = [_heading(results)]
    if not results.rows:
        return [*parts, html.P(results_words.NO_INDICATORS, className="message")]
    if results.chosen is not None:
        parts.append(_pictures(results, results.chosen, profile, main, turn))
    parts.append(results_table(results, profile, place or "region"))
    parts.append(_notes())
    return parts


def _heading(results: Results) -> html.Div:
    said: list[Any] = [
        html.Span([status_icon(status), text], className="status")
        for status, text in results_words.summary(results)
    ]
    if results.rows and not any(row.figure.target for row in results.rows):
        said = [results_words.NO_TARGETS]
    return html.Div(
        [
            html.H1("Results"),
            html.P(
                said,
                className="results-summary",
                **attributes({"aria-label": "Indicators by status"}),
            ),
            _rule(),
        ],
        className="results-heading",
    )


def _rule() -> html.Details:
    lines = [html.Div([html.Dt(name), html.Dd(text)]) for name, text in results_words.RULE.items()]
    return html.Details(
        [
            html.Summary([results_words.RULE_TITLE, icon("chevron-down")]),
            html.Dl(lines, className="results-rule"),
        ],
        className="fold results-fold",
    )


def _pictures(
    results: Results, chosen: Chosen, profile: str, main: Canvas, turn: int
) -> html.Section:
    wide, small = _canvases(main, alone=not chosen.countries)
    if not chosen.course.stretches:
        drawn: list[Any] = [html.P(results_words.NOTHING_YET)]
    else:
        drawn = [_over_time(results, chosen, wide, turn)]
    if chosen.countries and chosen.course.stretches:
        drawn.append(_by_country(results, chosen, profile, small, turn))
    return html.Section(
        [
            html.H2(chosen.indicator.title, id="results-drawn"),
            html.Div(drawn, className="results-pictures"),
        ],
        className="results-drawn",
        **attributes({"aria-labelledby": "results-drawn"}),
    )


def _over_time(results: Results, chosen: Chosen, canvas: Canvas, turn: int) -> html.Figure:
    is_level = chosen.nature == "level"
    figure = course(chosen.indicator, chosen.course, results.today, canvas, is_level=is_level)
    caption = course_said(results, chosen).text
    return drawn_graph(figure.update_layout(meta={"turn": turn}), course_table(results), caption)


def _by_country(
    results: Results, chosen: Chosen, profile: str, canvas: Canvas, turn: int
) -> html.Figure:
    is_level, today = chosen.nature == "level", results.today
    figure = country_courses(
        chosen.indicator, chosen.countries, today, canvas, profile, is_level=is_level
    )
    return drawn_graph(
        figure.update_layout(meta={"turn": turn}),
        countries_table(results, profile),
        countries_said(chosen, profile).text,
    )


def _canvases(main: Canvas, *, alone: bool) -> tuple[Canvas, Canvas]:
    """The boxes of the two pictures: side by side, or one below the other where it is narrow."""
    em, height = main.em, round(main.px(HEIGHT))
    if main.width < NARROW_EM * em - 4 * em:
        small = round(main.px(HEIGHT_NARROW_SMALL))
        return Canvas(main.width, height, em), Canvas(main.width, small, em)
    if alone:
        return Canvas(min(main.width, round(ALONE_EM * em)), height, em), main
    left = int((main.width - GAP_EM * em) * 0.44)
    return Canvas(left, height, em), Canvas(main.width - int(GAP_EM * em) - left, height, em)


def _notes() -> html.Div:
    return html.Div(
        [html.P(results_words.OWN_PERIOD), html.P(results_words.NOT_A_SUM)],
        className="results-notes",
    )

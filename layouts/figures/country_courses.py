"""Small multiples: one indicator over time in each country, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from data.figures import Indicator
from data.results.shapes import Course
from layouts import formats, results_words, theme
from layouts.canvas import Canvas
from layouts.country_short import country_short
from layouts.figures.course import days_of, reached, target_lines, time_axis, value_axis
from layouts.figures.course_labels import Drawn
from layouts.figures.course_scale import top_of

LEFT, BOTTOM, HEAD, GAP_X, GAP_Y = 44, 22, 20, 20, 12
NARROW = 420
"""Below this width the panels stand in two columns."""


def country_courses(
    indicator: Indicator,
    courses: Sequence[Course],
    today: date,
    canvas: Canvas,
    profile: str,
    *,
    is_level: bool,
) -> go.Figure:
    """Draw a panel for each country; the name and the last value stand above it."""
    figure = go.Figure(layout=theme.base_layout(canvas))
    if not courses:
        return figure
    first, last = days_of(courses, today)
    top = top_of(courses)
    columns = min(len(courses), 2 if canvas.width < canvas.px(NARROW) else 3)
    rows = -(-len(courses) // columns)
    for place, shown in enumerate(courses):
        axes = "" if place == 0 else str(place + 1)
        across, down = _domain(place, columns, rows, canvas)
        is_bottom = place + columns >= len(courses)
        days = time_axis(first, last, canvas, most=3) | {"domain": across, "anchor": f"y{axes}"}
        values = value_axis(top, indicator.unit, canvas) | {"domain": down, "anchor": f"x{axes}"}
        values["tickvals"] = [values["tickvals"][0], values["tickvals"][-1]]
        values["ticktext"] = [values["ticktext"][0], values["ticktext"][-1]]
        if not is_bottom:
            days |= {"showticklabels": False, "ticks": ""}
        if place % columns:
            values |= {"showticklabels": False}
        figure.update_layout({f"xaxis{axes}": days, f"yaxis{axes}": values})
        drawn = Drawn(indicator, canvas, axes, small=True)
        figure.add_traces([*target_lines(drawn, shown, is_level=is_level), *reached(drawn, shown)])
        _name(figure, drawn, shown, profile, (across, down))
    return figure


def _domain(place: int, columns: int, rows: int, canvas: Canvas) -> tuple[list[float], list[float]]:
    """Where a panel lies, as shares of the picture."""
    px, width = canvas.px, float(canvas.width)
    height = float(canvas.height)
    wide = (width - px(LEFT) - px(6) - (columns - 1) * px(GAP_X)) / columns
    tall = (height - px(BOTTOM) - (rows - 1) * px(GAP_Y)) / rows
    left = px(LEFT) + (place % columns) * (wide + px(GAP_X))
    top = (place // columns) * (tall + px(GAP_Y))
    across = [left / width, (left + wide) / width]
    down = [1 - (top + tall) / height, 1 - (top + px(HEAD)) / height]
    return across, down


def _name(
    figure: go.Figure,
    drawn: Drawn,
    shown: Course,
    profile: str,
    domain: tuple[list[float], list[float]],
) -> None:
    point = results_words.last_point(shown)
    value = formats.count(point.count, drawn.indicator.unit) if point else ""
    px = drawn.canvas.px
    across, down = domain
    texts = ((across[0], "left", f"<b>{country_short(shown.country or '', profile)}</b>"),
             (across[1], "right", value.replace("at least ", "≥\u202f")))  # fmt: skip
    for x, anchor, text in texts:
        figure.add_annotation(
            x=x,
            y=down[1],
            xref="paper",
            yref="paper",
            text=text,
            showarrow=False,
            xanchor=anchor,
            yanchor="bottom",
            yshift=px(1),
            font={"size": px(theme.LABEL_SIZE), "color": theme.INK},
        )

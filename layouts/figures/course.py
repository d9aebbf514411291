"""One indicator over time: what was reached, against the line to its target."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from data.evidence.asked import figure_key
from data.figures import Indicator
from data.results.shapes import Course, CoursePoint, Stretch
from layouts import results_words, theme
from layouts.canvas import Canvas
from layouts.figures.course_labels import (
    AIR,
    BOTTOM,
    LEFT,
    TOP,
    Drawn,
    room_at_the_end,
    write_labels,
)
from layouts.figures.course_scale import top_of, value_ticks, year_ticks


def course(
    indicator: Indicator, shown: Course, today: date, canvas: Canvas, *, is_level: bool
) -> go.Figure:
    """Draw a course: marks for what was reached, hollow for lower bounds, and the target's line."""
    drawn = Drawn(indicator, canvas)
    first, last = days_of([shown], today)
    top = top_of([shown])
    figure = go.Figure(layout=theme.base_layout(canvas))
    figure.update_layout(
        margin={
            "l": canvas.px(LEFT),
            "r": room_at_the_end(drawn, shown, last),
            "t": canvas.px(TOP),
            "b": canvas.px(BOTTOM),
            "pad": 0,
        },
        hoverdistance=20,
        xaxis=time_axis(first, last, canvas, most=8),
        yaxis=value_axis(top, indicator.unit, canvas),
    )
    figure.add_traces([*target_lines(drawn, shown, is_level=is_level), *reached(drawn, shown)])
    _as_of(figure, today, canvas)
    write_labels(figure, drawn, shown, last, top)
    return figure


def days_of(courses: Sequence[Course], today: date) -> tuple[date, date]:
    """The first and last day that are drawn: to the end of the latest target."""
    stretches = [stretch for course in courses for stretch in course.stretches]
    firsts = [stretch.first for stretch in stretches] or [today - timedelta(days=365)]
    ends = [stretch.target.end for stretch in stretches if stretch.target]
    return min(firsts), max([*ends, today])


def time_axis(first: date, last: date, canvas: Canvas, *, most: int) -> dict[str, Any]:
    """The axis of days, with a tick at the beginning of years (or months, where it is short)."""
    margin = timedelta(days=max((last - first).days // 60, 3))
    days, texts = year_ticks(first, last, most)
    return {
        "type": "date",
        "range": [(first - margin).isoformat(), (last + margin).isoformat()],
        "tickmode": "array",
        "tickvals": [day.isoformat() for day in days],
        "ticktext": texts,
        "ticks": "outside",
        "ticklen": canvas.px(4),
        "tickcolor": theme.BASELINE,
        "tickfont": {"color": theme.MUTED, "size": canvas.px(theme.LABEL_SIZE)},
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": theme.BASELINE,
        "fixedrange": True,
    }


def value_axis(top: float, unit: str, canvas: Canvas) -> dict[str, Any]:
    """The axis of values from 0, with few hairlines."""
    ticks = value_ticks(top, unit)
    return {
        "range": [0, top * AIR],
        "tickmode": "array",
        "tickvals": ticks,
        "ticktext": [results_words.number(tick, unit) for tick in ticks],
        "tickfont": {"color": theme.MUTED, "size": canvas.px(theme.LABEL_SIZE)},
        "gridcolor": theme.HAIRLINE,
        "gridwidth": 1,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
    }


def target_lines(drawn: Drawn, shown: Course, *, is_level: bool) -> list[go.Scatter]:
    """The line from where each target's period begins to its value at its end."""
    lines = []
    for stretch in shown.stretches:
        target = stretch.target
        if target is None:
            continue
        begins = target.value if is_level else stretch.begins_at
        lines.append(
            go.Scatter(
                x=[target.start.isoformat(), target.end.isoformat()],
                y=[begins, target.value],
                mode="lines+markers",
                line={"color": theme.BORDER, "width": drawn.canvas.px(1.5), "dash": "dot"},
                marker={
                    "symbol": ["circle", "line-ew"],
                    "size": drawn.canvas.px(6 if drawn.small else 10),
                    "opacity": [0, 1],
                    "color": theme.INK,
                    "line": {"color": theme.INK, "width": drawn.canvas.px(2)},
                },
                hoverinfo="skip",
                xaxis=f"x{drawn.axes}",
                yaxis=f"y{drawn.axes}",
            )
        )
    return lines


def reached(drawn: Drawn, shown: Course) -> list[go.Scatter]:
    """What was reached: one line a period, with a gap where nothing is recorded."""
    return [_reached(drawn, shown, stretch) for stretch in shown.stretches if stretch.points]


def _reached(drawn: Drawn, shown: Course, stretch: Stretch) -> go.Scatter:
    points, px = stretch.points, drawn.canvas.px
    hollow = [results_words.is_bound(point.count) for point in points]
    return go.Scatter(
        x=[point.last.isoformat() for point in points],
        y=[point.count.value for point in points],
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,
        line={"color": theme.NAVY, "width": px(1.5 if drawn.small else 2)},
        marker={
            "size": px(6 if drawn.small else 8),
            "color": [theme.WHITE if bound else theme.NAVY for bound in hollow],
            "line": {"color": theme.NAVY, "width": px(theme.RING_LINE)},
            "opacity": 1,
        },
        customdata=[["evidence", _key(drawn.indicator, point, shown.country)] for point in points],
        text=[results_words.point_words(point, drawn.indicator) for point in points],
        hovertemplate="%{text}<extra></extra>",
        xaxis=f"x{drawn.axes}",
        yaxis=f"y{drawn.axes}",
    )


def _key(indicator: Indicator, point: CoursePoint, country: str | None) -> str:
    return figure_key(indicator.id, point_filter(point, country))


def point_filter(point: CoursePoint, country: str | None) -> dict[str, str]:
    """How the filter of a point differs from that of its page."""
    place = {"country": country} if country else {}
    first = point.first.isoformat() if point.first else ""
    return place | {"from": first, "to": point.last.isoformat()}


def _as_of(figure: go.Figure, today: date, canvas: Canvas) -> None:
    figure.add_shape(
        type="line",
        x0=today.isoformat(),
        x1=today.isoformat(),
        y0=0,
        y1=1,
        yref="paper",
        layer="below",
        line={"color": theme.INK, "width": canvas.px(1)},
    )

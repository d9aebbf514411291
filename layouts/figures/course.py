"""One indicator over time: what was reached, against the line to its target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from data.evidence.asked import figure_key
from data.figures import Indicator
from data.results.shapes import Course, CoursePoint, Stretch
from layouts import formats, results_words, theme
from layouts.canvas import Canvas
from layouts.figures.course_scale import top_of, value_ticks, year_ticks
from layouts.text_width import text_width

LEFT, RIGHT, TOP, BOTTOM = 44, 14, 26, 22
_AIR = 1.04
_VEIL = "rgba(255,255,255,0.75)"
_NEAR_THE_END = 60
"""Days from the end of the axis within which a mark's value would not fit."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How one course is drawn: on which axes, in which sizes, under which names."""

    indicator: Indicator
    canvas: Canvas
    axes: str = ""
    small: bool = False


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
            "r": _right(drawn, shown, last),
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
    _labels(figure, drawn, shown, last, top)
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
        "range": [0, top * _AIR],
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


def _right(drawn: Drawn, shown: Course, last: date) -> float:
    """Room beside the end of the axis for what is written there."""
    px, texts = drawn.canvas.px, [text for _, _, text, _ in _at_the_end(drawn, shown, last)]
    wide = [text_width(text, px(theme.BODY_SIZE), theme.SEMIBOLD) for text in texts]
    return max(wide, default=0) + px(RIGHT)


def _at_the_end(drawn: Drawn, shown: Course, last: date) -> list[tuple[date, float, str, bool]]:
    """What is written beside the end of the axis: day, value, text, whether it is the actual."""
    unit = drawn.indicator.unit
    written: list[tuple[date, float, str, bool]] = []
    target = shown.stretches[-1].target if shown.stretches else None
    if target is not None:
        text = f"Target {results_words.number(target.value, unit)}"
        written.append((target.end, target.value, text, False))
    point = results_words.last_point(shown)
    value = point.count.value if point else None
    if point is not None and value is not None and (last - point.last).days <= _NEAR_THE_END:
        written.append((point.last, value, formats.count(point.count, unit), True))
    return written


def _labels(figure: go.Figure, drawn: Drawn, shown: Course, last: date, top: float) -> None:
    """Write the last value and the target beside their ends, clear of one another."""
    unit, px = drawn.indicator.unit, drawn.canvas.px
    for stretch in shown.stretches[:-1]:
        if stretch.target is not None:
            target = stretch.target
            _write(
                figure, drawn, (target.end, target.value), results_words.number(target.value, unit)
            )
    ends = _at_the_end(drawn, shown, last)
    apart = _apart([value for _, value, _, _ in ends], drawn.canvas, top)
    for (day, value, text, is_actual), shift in zip(ends, apart, strict=True):
        _write_beside(figure, drawn, (day, value), text, shift=shift, is_actual=is_actual)
    point = results_words.last_point(shown)
    reached = point.count.value if point else None
    if point and reached is not None and not any(actual for *_, actual in ends):
        said = formats.count(point.count, unit)
        _write_beside(figure, drawn, (point.last, reached), said, shift=-px(10), is_actual=True)


def _apart(values: list[float], canvas: Canvas, top: float) -> list[float]:
    """Shift two labels up and down so that they do not touch."""
    if len(values) < 2:
        return [0.0 for _ in values]
    tall = canvas.height - canvas.px(TOP + BOTTOM)
    distance = (values[0] - values[1]) / (top * _AIR) * tall
    missing = max(canvas.px(theme.BODY_SIZE + 2) - abs(distance), 0.0) / 2
    up = missing if distance >= 0 else -missing
    return [up, -up]


def _write_beside(
    figure: go.Figure,
    drawn: Drawn,
    at: tuple[date, float],
    text: str,
    *,
    shift: float,
    is_actual: bool,
) -> None:
    px = drawn.canvas.px
    figure.add_annotation(
        x=at[0].isoformat(),
        y=at[1],
        text=f"<b>{text}</b>" if is_actual else text,
        showarrow=False,
        xanchor="left",
        xshift=px(7),
        yshift=shift,
        bgcolor=_VEIL,
        font={
            "size": px(theme.BODY_SIZE if is_actual else theme.LABEL_SIZE),
            "color": theme.NAVY if is_actual else theme.INK,
        },
    )


def _write(figure: go.Figure, drawn: Drawn, at: tuple[date, float], text: str) -> None:
    px = drawn.canvas.px
    figure.add_annotation(
        x=at[0].isoformat(),
        y=at[1],
        text=text,
        showarrow=False,
        xanchor="center",
        yanchor="bottom",
        yshift=px(4),
        font={"size": px(theme.LABEL_SIZE), "color": theme.INK},
    )

"""What is written into a course: the last value, and the value of each target at its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from data.figures import Indicator
from data.results.shapes import Course
from layouts import formats, results_words, theme
from layouts.canvas import Canvas
from layouts.text_width import text_width

LEFT, RIGHT, TOP, BOTTOM = 44, 14, 26, 22
AIR = 1.04
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


def room_at_the_end(drawn: Drawn, shown: Course, last: date) -> float:
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


def write_labels(figure: go.Figure, drawn: Drawn, shown: Course, last: date, top: float) -> None:
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
    distance = (values[0] - values[1]) / (top * AIR) * tall
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

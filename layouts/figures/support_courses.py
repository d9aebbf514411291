"""Support over time: one bar each, from its request through its start to its completion."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from data.dates import DateSpan
from data.support.shapes import SupportCourse
from layouts import formats, theme, words
from layouts.canvas import Canvas
from layouts.figures import timeline_drawing as paint
from layouts.figures.support_frame import HEAD, Frame, draw_frame, draw_group, support_frame
from layouts.figures.support_pieces import Piece, pieces
from layouts.figures.timeline_drawing import Drawing, Level, Point, Style, Text, escape

ORDER = ("requested", "agreed", "in-progress", "delivered")
ROW, ROW_NARROW, GROUP = 24.0, 40.0, 26.0
_HALF, _BAND = 5.0, 6.5
_LEAST = 10.0
_HOVER = 48
_MOST_WORDS = 160


def support_courses(courses: Sequence[SupportCourse], as_of: date, canvas: Canvas) -> go.Figure:
    """Draw those that have a date, grouped by status; the height is what they need.

    Trace `records` holds the points to hover and click; their customdata are sheet and id.
    """
    dated = [course for course in courses if course.is_dated]
    frame = support_frame(canvas, [day for course in dated for day in _days(course)], as_of)
    groups = [_of_status(dated, status) for status in ORDER]
    groups = [group for group in groups if group]
    height = frame.px(HEAD) + sum(frame.px(GROUP) + _row(frame) * len(group) for group in groups)
    canvas = Canvas(canvas.width, round(height + frame.px(6)), canvas.em)
    drawing = Drawing(canvas)
    draw_frame(drawing, frame, height)
    top = frame.px(HEAD)
    for group in groups:
        top = _draw_group(drawing, frame, top, group)
    return drawing.figure()


def _row(frame: Frame) -> float:
    return frame.px(ROW_NARROW if frame.narrow else ROW)


def _of_status(courses: Sequence[SupportCourse], status: str) -> list[SupportCourse]:
    found = [course for course in courses if course.status == status]
    return sorted(found, key=lambda course: min(_days(course)))


def _days(course: SupportCourse) -> list[date]:
    spans = (course.requested, course.started, course.completed, course.due)
    return [day for span in spans if span for day in (span.first, span.last)]


def _draw_group(
    drawing: Drawing, frame: Frame, top: float, group: Sequence[SupportCourse]
) -> float:
    """Draw the bars of one status; return where they end."""
    name = words.STATUSES[group[0].status].capitalize()
    draw_group(drawing, frame, top + frame.px(15), name, len(group))
    top += frame.px(GROUP)
    for course in group:
        _draw_course(drawing, frame, top, course)
        top += _row(frame)
    rule = Style(Level.LANE, None, theme.HAIRLINE, 1)
    drawing.path(rule, paint.horizontal(0, frame.canvas.width, round(top) + 0.5))
    return top


def _draw_course(drawing: Drawing, frame: Frame, top: float, course: SupportCourse) -> None:
    size, told, row = frame.px(theme.LABEL_SIZE), hover(course), _row(frame)
    name_y = top + (frame.px(9) if frame.narrow else row / 2)
    y = float(round(top + (row - frame.px(12) if frame.narrow else row / 2)))
    name = frame.fitted(course.title, frame.names)
    drawing.texts.append(Text(0, name_y, name, size))
    for piece in pieces(course, frame.as_of):
        _draw_piece(drawing, frame, piece, y)
    if course.due is not None:
        _draw_due(drawing, frame, course, y)
    spots = [(x, y) for x in _targets(frame, course)]
    spots += [(x, name_y) for x in _along(0, min(frame.width(name), frame.names), frame.px(32))]
    drawing.points += [Point(x, at, told, "support", course.id) for x, at in spots]


def _targets(frame: Frame, course: SupportCourse) -> list[float]:
    """Where to point at a bar: along all that is drawn of it."""
    drawn = [_ends(frame, piece) for piece in pieces(course, frame.as_of)]
    low, high = min(x0 for x0, _ in drawn), max(x1 for _, x1 in drawn)
    return _along(low, high, frame.px(32))


def _along(low: float, high: float, step: float) -> list[float]:
    count = min(24, max(1, round((high - low) / step)))
    return [low + (number + 0.5) * (high - low) / count for number in range(count)]


def _ends(frame: Frame, piece: Piece) -> tuple[float, float]:
    """Where a piece begins and ends, wide enough to be seen."""
    x0, x1 = frame.axis.start(piece.first), frame.axis.end(piece.last)
    if piece.form == "half":
        x0 = x1 = (x0 + x1) / 2
    missing = max(0.0, frame.px(_LEAST) - (x1 - x0)) / 2 if piece.form != "dashed" else 0.0
    return float(round(x0 - missing)), float(round(x1 + missing))


def _draw_piece(drawing: Drawing, frame: Frame, piece: Piece, y: float) -> None:
    x0, x1 = _ends(frame, piece)
    half, width = frame.px(_HALF), frame.px(theme.MARK_LINE)
    box = (x0, y - half, x1, y + half)
    match piece.form:
        case "band" | "band-hollow":
            _draw_band(drawing, frame, x0, x1, y, hollow=piece.form == "band-hollow")
        case "dashed":
            dash = f"{frame.px(3):g}px,{frame.px(3):g}px"
            style = Style(Level.DASH, None, theme.TURQUOISE, width, dash)
            drawing.path(style, paint.horizontal(x0, x1, y))
        case "solid":
            drawing.path(Style(Level.HALF, theme.TURQUOISE), paint.rectangle(*box))
        case "hollow" | "half":
            drawing.path(
                Style(Level.MARK, theme.WHITE, theme.TURQUOISE, width), _inset(box, width / 2)
            )
            if piece.form == "half":
                left = paint.rectangle(x0, y - half, (x0 + x1) / 2, y + half)
                drawing.path(Style(Level.HALF, theme.TURQUOISE), left)


def _inset(box: tuple[float, float, float, float], by: float) -> str:
    x0, y0, x1, y1 = box
    return paint.rectangle(x0 + by, y0 + by, x1 - by, y1 - by)


def _draw_band(
    drawing: Drawing, frame: Frame, x0: float, x1: float, y: float, *, hollow: bool
) -> None:
    half, width = frame.px(_BAND), frame.px(theme.MARK_LINE)
    inside = theme.WHITE if hollow else theme.TURQUOISE_BAND
    drawing.path(Style(Level.LANE, inside), paint.rectangle(x0, y - half, x1, y + half))
    box = (x0 + width / 2, y - half + width / 2, x1 - width / 2, y + half - width / 2)
    style = Style(Level.BAND, None, theme.TURQUOISE, width)
    drawing.path(style, paint.brackets(*box, foot=frame.px(2)))


def is_past_due(course: SupportCourse, as_of: date) -> bool:
    """Whether the whole of a due date is past, and the support is not delivered."""
    return course.due is not None and course.due.last < as_of and course.status != "delivered"


def _draw_due(drawing: Drawing, frame: Frame, course: SupportCourse, y: float) -> None:
    """Mark the last day of a due date: filled where it is past."""
    assert course.due is not None
    x, size = frame.axis.end(course.due.last), frame.px(4.5)
    past = is_past_due(course, frame.as_of)
    colour = theme.PLUM if past else theme.INK
    fill = theme.PLUM if past else theme.WHITE
    diamond = (
        f"M{x:.1f},{y - size:.1f}L{x + size:.1f},{y:.1f}"
        f"L{x:.1f},{y + size:.1f}L{x - size:.1f},{y:.1f}Z"
    )
    drawing.path(Style(Level.HALF, fill, colour, frame.px(1.5)), diamond)


def hover(course: SupportCourse) -> str:
    """Return the hover label of a support: title, status, for whom, and its dates."""
    title = textwrap.shorten(course.title, _MOST_WORDS, placeholder=" …")
    lines = [f"<b>{escape(line)}</b>" for line in textwrap.wrap(title, _HOVER) or [""]]
    whom = textwrap.shorten(course.beneficiary, _MOST_WORDS, placeholder=" …")
    told = f"{words.STATUSES[course.status]}, for {whom}"
    return "<br>".join([*lines, *map(escape, textwrap.wrap(told, _HOVER)), *dates(course)])


def dates(course: SupportCourse) -> list[str]:
    """Write every date that is recorded, as precisely as it is."""
    known: tuple[tuple[str, DateSpan | None], ...] = (
        ("requested", course.requested),
        ("started", course.started),
        ("completed", course.completed),
        ("due", course.due),
    )
    return [f"{name} {formats.date_span(span)}" for name, span in known if span]

"""The timeline: what happened when, one lane a kind, and a tray for what has no date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from data.overview.lane_figures import NO_FIGURES, LaneFigures
from layouts import formats, theme
from layouts.canvas import Canvas
from layouts.figures import timeline_drawing as paint
from layouts.figures.timeline_axis import longest_gap, ticks
from layouts.figures.timeline_drawing import Drawing, Level, Point, Style, Text
from layouts.figures.timeline_frame import (
    STRIP,
    Ground,
    Lane,
    draw_ground,
    ground,
    name_lines,
    stack,
)
from layouts.figures.timeline_labels import Item, Room, Spot
from layouts.figures.timeline_lanes import Plan, fit, plans
from layouts.figures.timeline_marks import Mark, colour, draw_mark, extent, is_shown, read_marks
from layouts.figures.timeline_months import TALLEST, Bars, Bin, draw_bars, month_bins
from layouts.figures.timeline_tray import LINE, TrayLine, draw_tray, tray_lines
from layouts.figures.timeline_words import hover, timeline_rows

__all__ = ["timeline", "timeline_rows"]

_NAME_LINE = 17.0
_BARS = TALLEST + 16.0
_EMPTY = 20.0
_ROWS = 4
_FREE_ROWS = 6


@dataclass(frozen=True, slots=True)
class _Content:
    """What one lane holds."""

    plan: Plan
    bins: list[Bin]
    tray: list[TrayLine]


def timeline(  # noqa: PLR0917
    lanes: pd.DataFrame,
    marks: pd.DataFrame,
    months: pd.DataFrame,
    as_of: date,
    first: date,
    last: date,
    canvas: Canvas,
    selected: tuple[str, ...] = (),
    figures: LaneFigures = NO_FIGURES,
) -> go.Figure:
    """Draw the lanes from `first` to `last`; marks not selected fade when any is selected.

    Frames are those of `data.frames.TIMELINE_*`. Two traces: `labels`, and `records` with the
    points to hover and click, whose customdata are sheet and id ("" where it is no one record);
    for a bar "evidence" and the name of the figure that `figures` give it.
    """
    most = int(lanes["records"].max())
    place = ground(canvas, min(first, last), max(first, last), as_of, most)
    read = read_marks(marks, selected)
    binned = month_bins(months, place.axis, place.px(1), figures)
    trays = {lane: tray_lines(lane, read, months) for lane in lanes["lane"]}
    offered = [_offered(place, read, lane) for lane in lanes["lane"]]
    least = [
        _least(place, lane, int(records), binned.get(lane, []), trays[lane])
        for lane, records in zip(lanes["lane"], lanes["records"], strict=True)
    ]
    strip = STRIP if place.narrow else 0.0
    room = (canvas.height - place.head) * 16 / canvas.em - 1 - strip * len(lanes)
    taken = fit(offered, least, room if canvas.height else float("inf"))
    needs = [max(low, plan.height) + strip for low, plan in zip(least, taken, strict=True)]
    height = canvas.height or round(place.px(sum(needs) + 1) + place.head)
    place = replace(place, canvas=replace(canvas, height=height))
    contents = [
        _Content(plan, binned.get(lane, []), trays[lane])
        for plan, lane in zip(taken, lanes["lane"], strict=True)
    ]
    return _drawn(place, stack(place, lanes, needs, height), contents, read)


def _offered(place: Ground, marks: Sequence[Mark], lane: str) -> list[Plan]:
    items = [
        _item(place, mark)
        for mark in marks
        if mark.lane == lane and is_shown(mark, place.axis, place.as_of)
    ]
    if not items:
        return [Plan((), 0)]
    rows = _ROWS if place.canvas.height else _FREE_ROWS
    day, end, scale = place.axis.day_px, place.tray - place.px(4), place.px(1)
    nudge = day - 40 * scale if place.axis.first == place.axis.last else day / 2 - 10 * scale
    room = Room(place.axis.left, end, place.wall, scale, max(12 * scale, nudge), rows)
    return plans(items, room)


def _item(place: Ground, mark: Mark) -> Item:
    """Measure a mark; what is ahead or in progress keeps its label longest, then the latest."""
    x0, x1 = extent(mark, place.axis, place.px(1))
    shift = _beside_as_of(place, mark, x0, x1)
    x0, x1 = x0 + shift, x1 + shift
    reach = x1
    if mark.filling == "half":
        reach = max(x1, place.axis.end(place.as_of))
    age = (x0 - place.axis.left) / (place.axis.right - place.axis.left)
    weight = 1.0 + 0.3 * age + (0.5 if mark.filling != "full" else 0.0)
    width = place.width(mark.name) if mark.label else 0.0
    return Item(mark, x0, x1, reach, width, weight)


def _beside_as_of(place: Ground, mark: Mark, x0: float, x1: float) -> float:
    """Return how far to move a mark so that past and future keep to their side of the line."""
    assert mark.first is not None
    assert mark.last is not None
    if place.wall is None or place.axis.first == place.axis.last:
        return 0.0
    gap = place.px(2)
    if mark.last <= place.as_of:
        return min(0.0, place.wall - gap - x1)
    return max(0.0, place.wall + gap - x0) if mark.first > place.as_of else 0.0


def _least(place: Ground, lane: str, records: int, bins: list[Bin], tray: list[TrayLine]) -> float:
    """Return the least height of a lane, whatever its plan, at a root of 16 px."""
    name = 0.0 if place.narrow else 4 + _NAME_LINE * len(name_lines(place, lane, records))
    listed = 4 + LINE * len(tray) if tray else 0.0
    return max(name, listed, _BARS if bins else 0.0, _EMPTY)


def _drawn(
    place: Ground, lanes: Sequence[Lane], contents: Sequence[_Content], marks: Sequence[Mark]
) -> go.Figure:
    drawing = Drawing(place.canvas)
    draw_ground(drawing, place, lanes)
    binned = [stretch.total for content in contents for stretch in content.bins]
    peak = max(binned, default=1)
    for lane, content in zip(lanes, contents, strict=True):
        tallest = min(place.px(TALLEST), lane.height - lane.strip - place.px(16))
        bars = Bars(lane.lane, round(lane.bottom), tallest, peak)
        draw_bars(drawing, content.bins, bars, place.axis)
        for spot in content.plan.spots:
            y = _height(lane, content.plan, spot, place)
            _draw_spot(drawing, place, spot, y, cased=content.plan.overlaps > 0)
        draw_tray(drawing, place, lane, content.tray)
    _draw_gap(drawing, place, lanes, contents, marks)
    return drawing.figure()


def _height(lane: Lane, plan: Plan, spot: Spot, place: Ground) -> float:
    """Return the middle of a spot's row, moved where its labels stand on one side only."""
    slot = (lane.height - lane.strip) / plan.rows
    shift = place.px(5.5) * (plan.above - plan.below)
    return float(round(lane.top + lane.strip + (spot.row + 0.5) * slot + shift))


def _draw_spot(drawing: Drawing, place: Ground, spot: Spot, y: float, *, cased: bool) -> None:
    item = spot.item
    if item.reach > item.x1 + 1:
        width = place.px(theme.MARK_LINE)
        dash = f"{place.px(3):g}px,{place.px(3):g}px"
        style = Style(Level.DASH, None, colour(item.mark), width, dash, item.mark.faded)
        drawing.path(style, paint.horizontal(item.x1 + place.px(1), item.reach, y))
    draw_mark(drawing, item.mark, (item.x0, item.x1), y, cased=cased)
    _label(drawing, place, spot, y)
    for x in _targets(item, place.px(24)):
        drawing.points.append(Point(x, y, hover(item.mark), item.mark.sheet, item.mark.id))


def _targets(item: Item, step: float) -> Iterator[float]:
    """Return where to point at a mark: its middle, or along it when it is long."""
    count = min(5, max(1, round((item.x1 - item.x0) / step)))
    yield from (item.x0 + (number + 0.5) * (item.x1 - item.x0) / count for number in range(count))


def _label(drawing: Drawing, place: Ground, spot: Spot, y: float) -> None:
    if spot.side is None:
        return
    mark, size = spot.item.mark, place.px(theme.LABEL_SIZE)
    rise = {"above": -place.px(12), "below": place.px(13)}.get(spot.side, 0.0)
    if spot.side == "on":
        gap, half = place.px(5), place.px(7)
        patch = paint.rectangle(spot.low - gap, y - half, spot.high + gap, y + half)
        drawing.path(Style(Level.PATCH, theme.WHITE), patch)
    tone = theme.MUTED if mark.faded else theme.INK
    drawing.texts.append(Text(spot.low, y + rise, mark.name, size, colour=tone))


def _draw_gap(
    drawing: Drawing,
    place: Ground,
    lanes: Sequence[Lane],
    contents: Sequence[_Content],
    marks: Sequence[Mark],
) -> None:
    """Name the longest time without a dated activity, in the first lane that has room."""
    gap = longest_gap(list(_dated(marks, contents, lanes)), min(place.as_of, place.axis.last))
    if gap is None or gap[0] < place.axis.first:
        return
    months = int(((gap[1] - gap[0]).days + 1) / 30.44)
    lines = (
        f"No dated activity for {months} months:",
        f"{formats.day(gap[0])} – {formats.day(gap[1])}",
    )
    width = max(map(place.width, lines))
    begin, end = place.axis.start(gap[0]), place.axis.end(gap[1])
    x = _off_lines(place, (begin + end - width) / 2, end - width)
    margin = place.px(8)
    size = place.px(theme.LABEL_SIZE)
    for lane, content in zip(lanes, contents, strict=True):
        tall = lane.height - lane.strip >= place.px(32)
        if tall and end - begin >= width and _is_free(content, x - margin, x + width + margin):
            for line, text in enumerate(lines):
                y = lane.middle + (line - 0.5) * place.px(15)
                drawing.texts.append(Text(x, y, text, size, colour=theme.MUTED))
            return


def _off_lines(place: Ground, x: float, most: float) -> float:
    """Move the beginning of a text behind a year's line that would cross its first letters."""
    for tick in ticks(place.axis, place.px(1)):
        behind = tick.x + place.px(6)
        if tick.line and tick.rank == "strong" and tick.x - place.px(2) < x + place.px(20):
            x = max(x, behind) if behind <= most else x
    return x


def _dated(
    marks: Sequence[Mark], contents: Sequence[_Content], lanes: Sequence[Lane]
) -> Iterator[tuple[date, date]]:
    for mark in marks:
        if not mark.supports and mark.first is not None and mark.last is not None:
            yield mark.first, mark.last
    for lane, content in zip(lanes, contents, strict=True):
        if lane.lane != "support":
            yield from ((stretch.first, stretch.last) for stretch in content.bins)


def _is_free(content: _Content, low: float, high: float) -> bool:
    if content.bins:
        return False
    taken = [(spot.item.x0, spot.item.reach) for spot in content.plan.spots]
    taken += [(spot.low, spot.high) for spot in content.plan.spots if spot.side]
    return all(high <= begin or low >= end for begin, end in taken)

"""Much support over time: one bar for each month, quarter or year, a row for each status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from data.frames import TIMELINE_MONTHS, conform
from data.overview.lane_figures import NO_FIGURES
from data.overview.lanes import SUPPORT_LANE
from data.support.parts import many
from data.support.shapes import SupportMonth
from layouts import formats, theme, words
from layouts.canvas import Canvas
from layouts.figures import timeline_drawing as paint
from layouts.figures.support_courses import ORDER
from layouts.figures.support_frame import HEAD, Frame, draw_frame, support_frame
from layouts.figures.timeline_drawing import Drawing, Level, Style, Text
from layouts.figures.timeline_months import Bars, Bin, draw_bars, month_bins
from layouts.support_links import SupportLinks

LANE, NAME = 64.0, 18.0
_TALLEST = 36.0


def support_months(
    months: Sequence[SupportMonth], as_of: date, canvas: Canvas, links: SupportLinks
) -> go.Figure:
    """Draw what has a date; a bar leads to its records: customdata are "address" and where."""
    dated = [item for item in months if item.month]
    days = [date.fromisoformat(f"{item.month}-01") for item in dated]
    frame = support_frame(canvas, days, as_of)
    rows = [(status, _bins(dated, status, frame)) for status in ORDER]
    lanes = [(status, bins) for status, bins in rows if bins]
    lane = frame.px(LANE + (NAME if frame.narrow else 0))
    height = frame.px(HEAD) + lane * len(lanes)
    drawing = Drawing(Canvas(canvas.width, round(height + frame.px(6)), canvas.em))
    draw_frame(drawing, frame, height)
    peak = max((stretch.total for _, bins in lanes for stretch in bins), default=1)
    for place, (status, bins) in enumerate(lanes):
        base = round(frame.px(HEAD) + lane * (place + 1))
        bars = Bars(SUPPORT_LANE, base, frame.px(_TALLEST), peak)
        addresses = [links.list(status=status, month=months_of(stretch)) for stretch in bins]
        _draw_lane(drawing, frame, bars, bins, addresses)
        records = sum(stretch.total for stretch in bins)
        _draw_name(drawing, frame, (base - lane, base), status, records)
    return drawing.figure()


def _bins(months: Sequence[SupportMonth], status: str, frame: Frame) -> list[Bin]:
    rows = [
        {
            "lane": SUPPORT_LANE,
            "month": f"{item.month}-01",
            "status": status,
            "records": item.records,
        }
        for item in months
        if item.status == status
    ]
    framed: pd.DataFrame = conform(rows, TIMELINE_MONTHS)
    return month_bins(framed, frame.axis, frame.px(1), NO_FIGURES).get(SUPPORT_LANE, [])


def _draw_lane(
    drawing: Drawing, frame: Frame, bars: Bars, bins: list[Bin], addresses: Sequence[str]
) -> None:
    before = len(drawing.points)
    draw_bars(drawing, bins, bars, frame.axis)
    for place, address in enumerate(addresses, before):
        drawing.points[place] = replace(drawing.points[place], sheet="address", id=address)
    rule = Style(Level.LANE, None, theme.HAIRLINE, 1)
    drawing.path(rule, paint.horizontal(0, frame.canvas.width, bars.base + 0.5))


def months_of(stretch: Bin) -> str:
    """Write the months of a bar as the value of a part."""
    ends = [f"{stretch.first:%Y-%m}", f"{stretch.last:%Y-%m}"]
    return many(ends if ends[0] != ends[1] else ends[:1])


def _draw_name(
    drawing: Drawing, frame: Frame, ends: tuple[float, float], status: str, number: int
) -> None:
    size = theme.LABEL_SIZE if frame.narrow else theme.BODY_SIZE
    y = ends[0] + frame.px(11) if frame.narrow else sum(ends) / 2
    name = words.STATUSES[status].capitalize()
    drawing.texts.append(Text(0, y, name, frame.px(size), weight=theme.SEMIBOLD))
    x = frame.width(name, theme.SEMIBOLD, size) + frame.px(8)
    told = formats.number(number)
    drawing.texts.append(Text(x, y, told, frame.px(size), colour=theme.MUTED))

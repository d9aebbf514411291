"""Lanes with many records: one bar for each month, quarter or year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from data.overview.lane_figures import LaneFigures
from layouts import formats, theme, words
from layouts.figures import timeline_drawing as paint
from layouts.figures.timeline_axis import TimeAxis
from layouts.figures.timeline_drawing import Drawing, Level, Point, Style
from layouts.figures.timeline_marks import FILLINGS

TALLEST = 28.0
_LABEL = 14.0
_STEPS = (1, 3, 12)


@dataclass(frozen=True, slots=True)
class Bin:
    """The records of one stretch of time, by status; `figure` names what counts them."""

    first: date
    last: date
    records: dict[str, int]
    figure: str | None = None

    @property
    def total(self) -> int:
        """Return the number of records."""
        return sum(self.records.values())

    @property
    def when(self) -> str:
        """Name the stretch: June 2023; April – June 2023; 2023."""
        if (self.last - self.first).days > 360:
            return str(self.first.year)
        end = formats.month(self.last.isoformat())
        if self.first.month == self.last.month:
            return end
        return f"{formats.MONTHS[self.first.month - 1]} – {end}"


def month_bins(
    frame: pd.DataFrame, axis: TimeAxis, scale: float, figures: LaneFigures
) -> dict[str, list[Bin]]:
    """Return the bins of each lane within the axis, as long as one needs to be seen."""
    step = next((months for months in _STEPS if months * 30.44 * axis.day_px > 5 * scale), 12)
    slots: dict[tuple[str, date], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    dated = frame[frame["month"].notna()]
    for lane, month, status, records in dated.itertuples(index=False):
        slots[lane, _bin_start(month.date(), step)][status] += records
    lanes: dict[str, list[Bin]] = defaultdict(list)
    for (lane, first), statuses in sorted(slots.items()):
        last = _bin_end(first, step)
        stretch = Bin(first, last, dict(statuses), figures.key(lane, first, last))
        if axis.shows(stretch.first, stretch.last):
            lanes[lane].append(stretch)
    return lanes


def _bin_start(month: date, step: int) -> date:
    return date(month.year, (month.month - 1) // step * step + 1, 1)


def _bin_end(first: date, step: int) -> date:
    months = first.year * 12 + first.month - 1 + step
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of one lane: they stand on `base`; `peak` records are `tallest` pixels high."""

    lane: str
    base: float
    tallest: float
    peak: int


def draw_bars(drawing: Drawing, bins: list[Bin], bars: Bars, axis: TimeAxis) -> None:
    """Draw a lane's bars, full below, hollow above, with the number on the highest."""
    for stretch in bins:
        _draw_bar(drawing, stretch, bars, axis)
    if bins:
        _label_highest(drawing, max(bins, key=lambda stretch: stretch.total), bars, axis)


def _draw_bar(drawing: Drawing, stretch: Bin, bars: Bars, axis: TimeAxis) -> None:
    x0, x1 = _edges(stretch, axis)
    bottom = bars.base
    shares: dict[str, int] = defaultdict(int)
    for status, records in stretch.records.items():
        shares[FILLINGS.get(status, "full")] += records
    for filling in ("full", "half", "hollow"):
        if shares[filling]:
            height = max(2.0, bars.tallest * shares[filling] / bars.peak)
            _draw_part(drawing, bars.lane, filling, (x0, bottom - height, x1, bottom))
            bottom -= height
    opens, middle = "evidence" if stretch.figure else "", (bottom + bars.base) / 2
    drawing.points.append(
        Point((x0 + x1) / 2, middle, _hover(stretch), opens, stretch.figure or "")
    )


def _edges(stretch: Bin, axis: TimeAxis) -> tuple[float, float]:
    x0, x1 = round(axis.start(stretch.first)), round(axis.end(stretch.last))
    return float(x0), float(max(x1 - (2 if x1 - x0 > 8 else 1), x0 + 1))


def _draw_part(
    drawing: Drawing, lane: str, filling: str, box: tuple[float, float, float, float]
) -> None:
    support = lane == "support"
    colour = theme.TURQUOISE if support else theme.NAVY
    if filling == "full":
        drawing.path(Style(Level.MARK, colour), paint.rectangle(*box))
        return
    pale = theme.TURQUOISE_BAND if support else theme.NAVY_BAND
    style = Style(Level.BAND, pale if filling == "half" else theme.WHITE, colour, 1.0)
    x0, y0, x1, y1 = box
    drawing.path(style, paint.rectangle(x0 + 0.5, y0 + 0.5, x1 - 0.5, y1))


def _label_highest(drawing: Drawing, stretch: Bin, bars: Bars, axis: TimeAxis) -> None:
    x0, x1 = _edges(stretch, axis)
    px = drawing.canvas.px
    height = max(2.0, bars.tallest * stretch.total / bars.peak)
    label = f"{formats.number(stretch.total)} in {stretch.when}"
    middle = (x0 + x1) / 2
    y = bars.base - height - px(8)
    size = px(theme.LABEL_SIZE)
    if middle < (axis.left + axis.right) / 2:
        drawing.texts.append(paint.Text(x0, y, label, size))
    else:
        end = min(x1, axis.right - px(5))
        drawing.texts.append(paint.Text(end, y, label, size, "end"))


def _hover(stretch: Bin) -> str:
    counts = [
        f"{formats.number(records)} {words.STATUSES[status]}"
        for status, records in stretch.records.items()
    ]
    return f"<b>{stretch.when}</b><br>{formats.joined(counts)}"

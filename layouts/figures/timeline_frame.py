"""What stands around the marks: the geometry, the axis' header, lanes' names, the tray."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from layouts import formats, theme, words
from layouts.canvas import Canvas
from layouts.figures import timeline_drawing as paint
from layouts.figures.timeline_axis import Tick, TimeAxis, labelled, ticks
from layouts.figures.timeline_drawing import Drawing, Level, Style, Text
from layouts.text_width import text_width

YEAR_LINE = "#AEB8C2"
QUARTER_LINE = "#EBEFF3"

HEAD = 24.0
HIGH_HEAD = 38.0
STRIP = 17.0
_NAMES = 148.0
_COUNTS = 136.0
_WIDE_COUNTS = 144.0
_TRAY = 104.0
_NARROW_TRAY = 94.0
_MARGIN = 18.0
_NARROW = 480.0
_TICK_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Ground:
    """The geometry: canvas, time axis, left edge of the tray, the as-of line's x if it shows."""

    canvas: Canvas
    axis: TimeAxis
    tray: float
    as_of: date
    wall: float | None
    narrow: bool
    head: float
    counts: float

    def px(self, size: float) -> float:
        """Scale a length to the page's root."""
        return self.canvas.px(size)

    def width(
        self, text: str, weight: int = theme.REGULAR, size: float = theme.LABEL_SIZE
    ) -> float:
        """Return how wide a text is."""
        return text_width(text, self.px(size), weight)


def ground(canvas: Canvas, first: date, last: date, as_of: date, most: int) -> Ground:
    """Divide the canvas; a narrow one has its lanes' names above the lanes.

    `most` is the greatest number beside a lane. The header has a second row where the as-of
    label would take the place of years.
    """
    narrow = canvas.width < canvas.px(_NARROW)
    tray = round(canvas.width - canvas.px(_NARROW_TRAY if narrow else _TRAY))
    left = canvas.px(1) if narrow else canvas.px(_NAMES)
    axis = TimeAxis(first, last, left, max(tray - canvas.px(_MARGIN), left + 1))
    wall = round(axis.end(as_of)) if axis.shows(as_of, as_of) else None
    counts = canvas.px(_COUNTS if most < 10_000 else _WIDE_COUNTS)
    place = Ground(canvas, axis, tray, as_of, wall, narrow, canvas.px(HEAD), counts)
    label = _as_of_label(place)
    return replace(place, head=canvas.px(HIGH_HEAD)) if label and label.high else place


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane on the canvas: its name, the number beside it, its top and its height."""

    lane: str
    records: int
    top: float
    height: float
    strip: float = 0.0

    @property
    def bottom(self) -> float:
        """Return where the lane ends."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Return the middle of the part that holds the marks."""
        return (self.top + self.strip + self.bottom) / 2


def stack(
    place: Ground, frame: pd.DataFrame, needs: Sequence[float], height: float
) -> tuple[Lane, ...]:
    """Share the height under the header among the lanes, in proportion to what each needs."""
    share = (height - place.head - 1) / sum(needs)
    strip = place.px(STRIP) if place.narrow else 0.0
    lanes, top = [], place.head
    for lane, records, need in zip(frame["lane"], frame["records"], needs, strict=True):
        lanes.append(Lane(lane, int(records), top, need * share, strip))
        top += need * share
    return tuple(lanes)


def name_lines(place: Ground, lane: str, records: int) -> list[str]:
    """Return the name of a lane, broken so that it leaves room for its number."""
    if place.narrow:
        return [words.LANES[lane]]
    number = place.width(formats.number(records), size=theme.BODY_SIZE)
    room = place.counts - number - place.px(4)
    lines: list[str] = []
    for word in words.LANES[lane].split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and place.width(longer, theme.SEMIBOLD, theme.BODY_SIZE) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def draw_ground(drawing: Drawing, place: Ground, lanes: Sequence[Lane]) -> None:
    """Draw the tray, the grid, the header, the lanes' rules and names and the as-of line."""
    top, bottom = lanes[0].top, lanes[-1].bottom
    width = place.canvas.width
    drawing.path(Style(Level.TRAY, theme.TRAY), paint.rectangle(place.tray, top, width, bottom))
    edge = Style(Level.YEAR, None, YEAR_LINE, 1, "2px,3px")
    drawing.path(edge, paint.vertical(place.tray + 0.5, top, bottom))
    _draw_header(drawing, place, top, bottom)
    rule = Style(Level.LANE, None, theme.HAIRLINE, 1)
    for y in (top, *(lane.bottom for lane in lanes)):
        drawing.path(rule, paint.horizontal(0, width, round(y) + 0.5))
    for lane in lanes:
        _draw_name(drawing, place, lane)
    if place.wall is not None:
        line = Style(Level.AS_OF, None, theme.INK, place.px(theme.AS_OF_LINE))
        high = place.head > place.px(HEAD)
        drawing.path(line, paint.vertical(place.wall, top - place.px(18 if high else 4), bottom))


def _draw_header(drawing: Drawing, place: Ground, top: float, bottom: float) -> None:
    y, size = top - place.px(12), place.px(theme.LABEL_SIZE)
    marks = ticks(place.axis, place.px(1))
    _draw_grid(drawing, place, marks, (top, bottom))
    taken = []
    note = _as_of_label(place)
    if note:
        note_y = place.px(10) if note.high else y
        drawing.texts.append(Text(note.end, note_y, note.text, size, "end", theme.MUTED))
        taken = [] if note.high else [(note.end - place.width(note.text), note.end)]
    limit = place.tray + place.px(4)
    for tick in labelled(marks, taken, limit, place.width, place.px(_TICK_GAP)):
        strong = tick.rank == "strong"
        colour, weight = (theme.INK, theme.SEMIBOLD) if strong else (theme.MUTED, theme.REGULAR)
        x = tick.x + place.px(_TICK_GAP)
        drawing.texts.append(Text(x, y, tick.label, size, "start", colour, weight))
    x = place.tray + place.px(8)
    drawing.texts.append(Text(x, y, "No date", size, "start", theme.MUTED))


def _draw_grid(
    drawing: Drawing, place: Ground, marks: Sequence[Tick], ends: tuple[float, float]
) -> None:
    top, bottom = ends
    for tick in (tick for tick in marks if tick.line):
        strong = tick.rank == "strong"
        level, colour = (Level.YEAR, YEAR_LINE) if strong else (Level.QUARTER, QUARTER_LINE)
        begin = top - place.px(16) if strong else top
        x = round(tick.x) + 0.5
        drawing.path(Style(level, None, colour, 1), paint.vertical(x, begin, bottom))


@dataclass(frozen=True, slots=True)
class _AsOfLabel:
    """The as-of label: its text, its right end, and whether it stands above the years."""

    text: str
    end: float
    high: bool = False


def _as_of_label(place: Ground) -> _AsOfLabel | None:
    """Find a place for the as-of label at its line that leaves the years theirs."""
    if place.wall is None or place.narrow:
        return None
    gap = place.px(_TICK_GAP)
    years = [
        (tick.x, tick.x + place.width(tick.label, theme.SEMIBOLD) + 2 * gap)
        for tick in ticks(place.axis, place.px(1))
        if tick.rank == "strong" and tick.label
    ]
    day = formats.day(place.as_of)
    brief = day.rsplit(" ", 1)[0]
    for text in (f"Data as of {day}", f"Data as of {brief}", f"As of {brief}"):
        width = place.width(text)
        for end in (place.wall, place.wall + width + gap):
            free = all(end - width > high or end < low for low, high in years)
            if free and width <= end <= place.tray:
                return _AsOfLabel(text, end)
    return _AsOfLabel(f"Data as of {day}", max(place.wall, place.width(f"Data as of {day}")), True)


def _draw_name(drawing: Drawing, place: Ground, lane: Lane) -> None:
    number = formats.number(lane.records)
    if place.narrow:
        y, size = lane.top + place.px(9.5), place.px(theme.LABEL_SIZE)
        name = words.LANES[lane.lane]
        drawing.texts.append(Text(0, y, name, size, weight=theme.SEMIBOLD))
        x = place.width(name, theme.SEMIBOLD) + place.px(5)
        drawing.texts.append(Text(x, y, number, size, colour=theme.MUTED))
        return
    size, leading = place.px(theme.BODY_SIZE), place.px(17)
    lines = name_lines(place, lane.lane, lane.records)
    if len(lines) * leading > lane.height:
        size, leading = place.px(theme.LABEL_SIZE), place.px(13)
    for line, text in enumerate(lines):
        y = lane.middle + (line - (len(lines) - 1) / 2) * leading
        drawing.texts.append(Text(0, y, text, size, weight=theme.SEMIBOLD))
    x = place.counts
    drawing.texts.append(Text(x, lane.middle, number, size, "end", theme.MUTED))

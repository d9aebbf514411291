"""What stands around the bars of support: the columns, the lines of years and months, the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from layouts import formats, theme
from layouts.canvas import Canvas
from layouts.figures import timeline_drawing as paint
from layouts.figures.timeline_axis import TimeAxis, labelled, ticks
from layouts.figures.timeline_drawing import Drawing, Level, Style, Text
from layouts.text_width import text_width

HEAD = 38.0
NAMES = 336.0
NARROW = 620.0
YEAR_LINE = "#AEB8C2"
QUARTER_LINE = "#EBEFF3"
_GAP = 5.0
_MARGIN = 10.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The canvas with its time axis; on a narrow one, names stand above their bars."""

    canvas: Canvas
    axis: TimeAxis
    as_of: date

    @property
    def narrow(self) -> bool:
        """Whether names stand above their bars."""
        return self.canvas.width < self.px(NARROW)

    @property
    def names(self) -> float:
        """How wide a name may be."""
        return self.axis.right if self.narrow else self.axis.left - self.px(16)

    def px(self, size: float) -> float:
        """Scale a length to the page's root."""
        return self.canvas.px(size)

    def width(
        self, text: str, weight: int = theme.REGULAR, size: float = theme.LABEL_SIZE
    ) -> float:
        """Return how wide a text is."""
        return text_width(text, self.px(size), weight)

    def fitted(self, text: str, room: float) -> str:
        """Cut a text at the end so that it fits."""
        text = " ".join(text.split())
        if self.width(text) <= room:
            return text
        # No character is narrower than a sixth of the size.
        text = text[: int(room / self.px(2))]
        while text and self.width(f"{text}…") > room:
            text = text[:-1]
        return f"{text.rstrip()}…"


def support_frame(canvas: Canvas, days: Sequence[date], as_of: date) -> Frame:
    """Set the axis over all days and the day of the data."""
    first, last = min([*days, as_of]), max([*days, as_of])
    narrow = canvas.width < canvas.px(NARROW)
    left = canvas.px(2) if narrow else min(canvas.px(NAMES), canvas.width * 0.36)
    right = canvas.width - canvas.px(_MARGIN)
    return Frame(canvas, TimeAxis(first, last, left, right), as_of)


def draw_frame(drawing: Drawing, frame: Frame, bottom: float) -> None:
    """Draw the lines of the axis with their labels, and the line of the day of the data."""
    top, size = frame.px(HEAD), frame.px(theme.LABEL_SIZE)
    marks = ticks(frame.axis, frame.px(1))
    for tick in (tick for tick in marks if tick.line):
        strong = tick.rank == "strong"
        level, colour = (Level.YEAR, YEAR_LINE) if strong else (Level.QUARTER, QUARTER_LINE)
        begin = top - frame.px(16) if strong else top
        x = round(tick.x) + 0.5
        drawing.path(Style(level, None, colour, 1), paint.vertical(x, begin, bottom))
    limit = float(frame.canvas.width)
    for tick in labelled(marks, [], limit, frame.width, frame.px(_GAP)):
        strong = tick.rank == "strong"
        colour, weight = (theme.INK, theme.SEMIBOLD) if strong else (theme.MUTED, theme.REGULAR)
        x = tick.x + frame.px(_GAP)
        y = top - frame.px(9)
        drawing.texts.append(Text(x, y, tick.label, size, "start", colour, weight))
    _draw_as_of(drawing, frame, top, bottom)
    rule = Style(Level.LANE, None, theme.HAIRLINE, 1)
    drawing.path(rule, paint.horizontal(0, frame.canvas.width, round(top) + 0.5))


def _draw_as_of(drawing: Drawing, frame: Frame, top: float, bottom: float) -> None:
    x = round(frame.axis.end(frame.as_of))
    line = Style(Level.AS_OF, None, theme.INK, frame.px(theme.AS_OF_LINE))
    drawing.path(line, paint.vertical(x, top - frame.px(20), bottom))
    text = f"Data as of {formats.day(frame.as_of)}"
    end = min(max(x + frame.px(4), frame.width(text)), frame.canvas.width)
    size = frame.px(theme.LABEL_SIZE)
    drawing.texts.append(Text(end, frame.px(9), text, size, "end", theme.MUTED))


def draw_group(drawing: Drawing, frame: Frame, y: float, name: str, number: int) -> None:
    """Head a group of bars: its name, and how many they are."""
    size = frame.px(theme.LABEL_SIZE)
    drawing.texts.append(Text(0, y, name, size, weight=theme.SEMIBOLD))
    x = frame.width(name, theme.SEMIBOLD) + frame.px(6)
    drawing.texts.append(Text(x, y, formats.number(number), size, colour=theme.MUTED))

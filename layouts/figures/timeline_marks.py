"""One mark of the timeline: how a record looks, where it stands and how it is painted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd

from layouts import theme, words
from layouts.figures import timeline_drawing as paint
from layouts.figures.timeline_axis import TimeAxis
from layouts.figures.timeline_drawing import Drawing, Level, Style

Form = Literal["dot", "square", "bar", "band"]
Filling = Literal["full", "hollow", "half"]

FILLINGS: dict[str, Filling] = {
    "held": "full",
    "delivered": "full",
    "in-progress": "half",
    "planned": "hollow",
    "agreed": "hollow",
    "requested": "hollow",
}
"""Status → how much of its mark is filled; a status not named here is drawn full."""

_LONGEST_LABEL = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """One record of a lane drawn as marks; `first` and `last` are None when it has no date."""

    lane: str
    sheet: str
    id: str
    label: str
    title: str
    kind: str
    status: str
    first: date | None
    last: date | None
    precision: str
    faded: bool = False

    @property
    def supports(self) -> bool:
        """Tell support (turquoise, angular) from activities (navy, round)."""
        return self.lane == "support"

    @property
    def filling(self) -> Filling:
        """Say how much of the mark is filled."""
        return FILLINGS.get(self.status, "full")

    @property
    def form(self) -> Form:
        """Say the mark's shape by the precision of its date."""
        if self.precision == "vague":
            return "band"
        if self.precision == "span" and self.filling != "half":
            return "bar"
        return "square" if self.supports else "dot"

    @property
    def name(self) -> str:
        """Return the label to write beside the mark, with the status where the shape is shared."""
        told = {"in-progress", "agreed"} & {self.status}
        long = len(self.label) > _LONGEST_LABEL
        label = "Delegation" if long and self.kind == "delegation" else short(self.label)
        return label + "".join(f", {words.STATUSES[status]}" for status in told)


def read_marks(frame: pd.DataFrame, selected: Collection[str]) -> tuple[Mark, ...]:
    """Return the marks of a frame of TIMELINE_MARKS; those not selected, if any is, faded."""
    return tuple(_read_mark(row, selected) for row in frame.to_dict("records"))


def _read_mark(row: dict[Any, Any], selected: Collection[str]) -> Mark:
    plain = {name: str(value) for name, value in row.items() if name not in {"first", "last"}}
    return Mark(
        **plain,
        first=_day(row["first"]),
        last=_day(row["last"]),
        faded=bool(selected) and row["id"] not in selected,
    )


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, pd.Timestamp) else None


def short(label: str) -> str:
    """Return a label of at most 24 characters, cut between words."""
    if len(label) <= _LONGEST_LABEL:
        return label
    cut = label[:_LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{cut}…"


def extent(mark: Mark, axis: TimeAxis, scale: float) -> tuple[float, float]:
    """Return where a dated mark begins and ends, at least wide enough to be seen.

    On an axis of one day all marks are small and begin at the left, to stand side by side.
    """
    assert mark.first is not None
    assert mark.last is not None
    last = mark.last if mark.form in {"bar", "band"} else mark.first
    begin, end = axis.start(mark.first), axis.end(last)
    if axis.first == axis.last:
        begin = end = axis.left + 12 * scale
    elif mark.form in {"dot", "square"}:
        begin = end = (begin + end) / 2
    least = {"bar": 14.0, "band": 10.0}.get(mark.form, 10.0) * scale
    missing = max(0.0, least - (end - begin)) / 2
    begin, end = begin - missing, end + missing
    return (float(round(begin)), float(round(end)))


def is_shown(mark: Mark, axis: TimeAxis, as_of: date) -> bool:
    """Tell whether a mark has a date within the axis; what is in progress lasts until `as_of`."""
    if mark.first is None or mark.last is None:
        return False
    last = max(mark.last, as_of) if mark.filling == "half" else mark.last
    return axis.shows(mark.first, last)


def draw_mark(
    drawing: Drawing, mark: Mark, ends: tuple[float, float], y: float, *, cased: bool = False
) -> None:
    """Draw a mark of 10 px height (a band 13 px) around y; `cased` parts it from those below."""
    x0, x1 = ends
    if mark.form == "band":
        _draw_band(drawing, mark, x0, x1, y)
        return
    half = drawing.canvas.px(5)
    drawing.path(
        _body_style(drawing, mark, cased=cased),
        _outline(drawing, mark, (x0, y - half, x1, y + half)),
    )
    if mark.filling == "half":
        middle = (x0 + x1) / 2
        drawing.path(_half_style(mark), paint.rectangle(x0, y - half, middle, y + half))


def _outline(drawing: Drawing, mark: Mark, box: tuple[float, float, float, float]) -> str:
    x0, y0, x1, y1 = box
    if mark.form == "dot":
        return paint.circle((x0 + x1) / 2, (y0 + y1) / 2, (y1 - y0) / 2)
    if mark.supports:
        return paint.rectangle(*box)
    return paint.rounded(*box, drawing.canvas.px(1.5))


def _draw_band(drawing: Drawing, mark: Mark, x0: float, x1: float, y: float) -> None:
    half = drawing.canvas.px(6.5)
    pale = theme.TURQUOISE_BAND if mark.supports else theme.NAVY_BAND
    inside = theme.WHITE if mark.filling == "hollow" else pale
    drawing.path(
        Style(Level.BAND, inside, faded=mark.faded), paint.rectangle(x0, y - half, x1, y + half)
    )
    if mark.filling == "half":
        middle = (x0 + x1) / 2
        drawing.path(_half_style(mark), paint.rectangle(x0, y - half, middle, y + half))
    width = drawing.canvas.px(theme.MARK_LINE)
    style = Style(Level.MARK, None, colour(mark), width, faded=mark.faded)
    inset = width / 2
    box = (x0 + inset, y - half + inset, x1 - inset, y + half - inset)
    drawing.path(style, paint.brackets(*box, foot=drawing.canvas.px(2)))


def _body_style(drawing: Drawing, mark: Mark, *, cased: bool) -> Style:
    if mark.filling == "full":
        line, width = (theme.WHITE, drawing.canvas.px(1)) if cased else (None, 0.0)
        return Style(Level.MARK, colour(mark), line, width, faded=mark.faded)
    width = drawing.canvas.px(theme.MARK_LINE)
    return Style(Level.MARK, theme.WHITE, colour(mark), width, faded=mark.faded)


def _half_style(mark: Mark) -> Style:
    return Style(Level.HALF, colour(mark), faded=mark.faded)


def colour(mark: Mark) -> str:
    """Return turquoise for support and navy for activities."""
    return theme.TURQUOISE if mark.supports else theme.NAVY

"""What the timeline says: dates in words, hover labels, the sentence and the rows beside it."""

from __future__ import annotations

import calendar
import textwrap
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pandas as pd

from data.dates import DateSpan, Precision
from data.overview.lane_figures import NO_FIGURES, LaneFigures
from layouts import formats, words
from layouts.figures.timeline_drawing import escape
from layouts.figures.timeline_marks import Mark, read_marks

_SHOWN_AS = {"activities": "activity", "support": "support"}

_HOVER_WIDTH = 44
_HOVER_LENGTH = 160


def when(mark: Mark) -> str:
    """Write a mark's date as precisely as it is known: 8–9 February 2023, March 2023, no date."""
    if mark.first is None or mark.last is None:
        return "no date"
    first, last = mark.first, mark.last
    precisions = _precisions(first, last) if mark.precision == "vague" else ("day", "day")
    known = formats.interval(
        DateSpan(*_stretch(first, precisions[0]), precisions[0]),
        DateSpan(*_stretch(last, precisions[1]), precisions[1]),
    )
    return f"since {known}" if mark.status == "in-progress" else known


def _precisions(first: date, last: date) -> tuple[Precision, Precision]:
    """Tell how precise the ends of a vague span are: whole years, whole months or days."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return "year", "year"
    ends_month = last.day == calendar.monthrange(last.year, last.month)[1]
    return ("month" if first.day == 1 else "day"), ("month" if ends_month else "day")


def _stretch(day: date, precision: Precision) -> tuple[date, date]:
    """Return the whole year or month of a day, so that equal ends are equal."""
    if precision == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if precision == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day, day


def hover(mark: Mark) -> str:
    """Return the hover label of a mark: title, date, then kind, place and status."""
    title = textwrap.shorten(mark.title or mark.label, _HOVER_LENGTH, placeholder=" …")
    lines = textwrap.wrap(title, _HOVER_WIDTH) or [""]
    told = [_kind(mark), mark.label, _status(mark)]
    told_lines = textwrap.wrap(
        textwrap.shorten(", ".join(part for part in told if part), _HOVER_LENGTH, placeholder=" …"),
        _HOVER_WIDTH,
    )
    bold = "<br>".join(f"<b>{escape(line)}</b>" for line in lines)
    return "<br>".join([bold, when(mark), *map(escape, told_lines)])


def _kind(mark: Mark) -> str:
    if mark.supports:
        return "Support"
    return words.KINDS.get(mark.kind, mark.kind)


def _status(mark: Mark) -> str:
    return words.STATUSES.get(mark.status, mark.status)


class TimelineRow(NamedTuple):
    """One row of the table beside the timeline.

    `show` names the record (`activity:budva-2023`), `evidence` the figure of a month.
    """

    when: str
    what: str
    kind: str
    status: str
    show: str | None = None
    evidence: str | None = None


def timeline_rows(
    marks: pd.DataFrame, months: pd.DataFrame, figures: LaneFigures = NO_FIGURES
) -> list[TimelineRow]:
    """Return one row per record, or per lane, month and status, in time; the undated last."""
    rows = [*_mark_rows(marks), *_month_rows(months, figures)]
    return [row for _, row in sorted(rows, key=lambda row: row[0])]


_Ordered = tuple[tuple[date, date], TimelineRow]


def _mark_rows(marks: pd.DataFrame) -> Iterator[_Ordered]:
    for mark in read_marks(marks, ()):
        place = f" ({mark.label})" if mark.label and mark.label not in mark.title else ""
        show = f"{_SHOWN_AS[mark.sheet]}:{mark.id}" if mark.sheet in _SHOWN_AS else None
        row = TimelineRow(when(mark), f"{mark.title}{place}", _kind(mark), _status(mark), show)
        yield (mark.first or date.max, mark.last or date.max), row


def _month_rows(months: pd.DataFrame, figures: LaneFigures) -> Iterator[_Ordered]:
    for lane, month, status, records in months.itertuples(index=False):
        dated = isinstance(month, pd.Timestamp)
        day = month.date() if dated else date.max
        written = formats.month(day.isoformat()) if dated else "no date"
        told = formats.plural(records, "record", "records")
        row = TimelineRow(written, told, words.LANES[lane], words.STATUSES.get(status, status))
        key = figures.key(lane, day, day) if dated else None
        yield (day, day), row._replace(evidence=key)

"""The tray at the right of each lane, for what has no date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from layouts import formats, theme, words
from layouts.figures.timeline_drawing import Drawing, Point, Text, escape
from layouts.figures.timeline_frame import Ground, Lane
from layouts.figures.timeline_marks import FILLINGS, Mark, draw_mark, short
from layouts.figures.timeline_words import hover

LINE = 17.0
"""The least height of one line of the tray."""

_CLOSEST = 13.0
"""The least distance of two lines that can still be read."""

_NAMED_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class TrayLine:
    """One line of the tray: a sample mark and what it stands for; it opens a single record."""

    mark: Mark
    text: str
    hover: str
    single: bool


def tray_lines(lane: str, marks: Sequence[Mark], months: pd.DataFrame) -> list[TrayLine]:
    """Return a lane's lines: the name of a lone activity, else the counts by status."""
    undated = [mark for mark in marks if mark.lane == lane and mark.first is None]
    if len(undated) == 1 and not undated[0].supports and undated[0].label:
        return [TrayLine(undated[0], short(undated[0].label), hover(undated[0]), single=True)]
    statuses = list(FILLINGS)
    found: dict[str, list[Mark]] = {}
    for mark in sorted(undated, key=lambda mark: statuses.index(mark.status)):
        found.setdefault(mark.status, []).append(mark)
    return [_counted(group) for group in found.values()] or _from_months(lane, months)


def _counted(group: list[Mark]) -> TrayLine:
    text = f"{formats.number(len(group))} {words.STATUSES[group[0].status]}"
    if len(group) == 1:
        return TrayLine(group[0], text, hover(group[0]), single=True)
    titles = [escape(short_title(mark.title)) for mark in group[:_NAMED_AT_MOST]]
    more = len(group) - len(titles)
    titles += [f"and {more} more"] if more else []
    sample = replace(group[0], faded=all(mark.faded for mark in group))
    return TrayLine(sample, text, f"<b>{text}, no date</b><br>" + "<br>".join(titles), single=False)


def short_title(title: str) -> str:
    """Return a title of at most 60 characters."""
    return title if len(title) <= 60 else f"{title[:59].rstrip()}…"


def _from_months(lane: str, months: pd.DataFrame) -> list[TrayLine]:
    undated = months[(months["lane"] == lane) & months["month"].isna()]
    counts = Counter[str]()
    for status, records in zip(undated["status"], undated["records"], strict=True):
        counts[status] += int(records)
    lines = []
    for status in (status for status in FILLINGS if counts[status]):
        text = f"{formats.number(counts[status])} {words.STATUSES[status]}"
        sample = Mark(lane, "", "", "", "", "", status, None, None, "none")
        told = f"<b>{text}, no date</b><br>{words.LANES[lane]}"
        lines.append(TrayLine(sample, text, told, single=False))
    return lines


def draw_tray(drawing: Drawing, place: Ground, lane: Lane, lines: Sequence[TrayLine]) -> None:
    """Draw a lane's lines one under the other, as close as the lane's height demands."""
    if not lines:
        return
    room = lane.bottom - lane.top - lane.strip
    lines = _as_many_as_fit(lines, int(room // place.px(_CLOSEST)))
    leading = min(place.px(18), (room - place.px(2)) / len(lines))
    x = round(place.tray + place.px(8))
    for number, line in enumerate(lines):
        y = round(lane.middle + (number - (len(lines) - 1) / 2) * leading)
        draw_mark(drawing, line.mark, (x, x + place.px(10)), y)
        colour = theme.MUTED if line.mark.faded else theme.INK
        text = _fitted(place, line.text, place.canvas.width - x - place.px(14))
        size = place.px(theme.LABEL_SIZE)
        drawing.texts.append(Text(x + place.px(14), y, text, size, colour=colour))
        record = (line.mark.sheet, line.mark.id) if line.single else ("", "")
        drawing.points.append(Point(x + place.px(5), y, line.hover, *record))


def _as_many_as_fit(lines: Sequence[TrayLine], most: int) -> Sequence[TrayLine]:
    """Join the last lines into one where a lane is too low for all."""
    kept = max(most, 1)
    if len(lines) <= kept:
        return lines
    rest = lines[kept - 1 :]
    text, told = (
        joint.join(parts)
        for joint, parts in (
            (", ", [line.text for line in rest]),
            ("<br>", [line.hover for line in rest]),
        )
    )
    return [*lines[: kept - 1], TrayLine(rest[0].mark, text, told, single=False)]


def _fitted(place: Ground, text: str, room: float) -> str:
    """Shorten a text until it fits."""
    if place.width(text) <= room:
        return text
    while text and place.width(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"

"""The key of the map, drawn into its lower left corner, over the sea."""

from __future__ import annotations

from dataclasses import dataclass

from layouts.boxes import Box
from layouts.canvas import Canvas
from layouts.figures.map_labels import MapText
from layouts.figures.map_symbols import RADIUS_OF_ONE, Dot, radius_of, symbol_scale
from layouts.text_width import text_width
from layouts.theme import LABEL_SIZE, MUTED, NAVY, REGULAR, RING_LINE, WHITE

_ROW = 22
_TEXT_AT = 18
_BASELINE_DROP = 0.09


@dataclass(frozen=True, slots=True)
class MapLegend:
    """The sample circles, their words and the corner that they take."""

    dots: list[Dot]
    texts: list[MapText]
    box: Box


def map_legend(canvas: Canvas, most: int) -> MapLegend:
    """Draw up the key for cities of at most `most` activities."""
    scale, px = symbol_scale(canvas), canvas.px
    one, ring = RADIUS_OF_ONE * scale, RING_LINE * scale
    rows = [canvas.height - px(_ROW) * (place + 0.5) for place in (2, 1, 0)]
    dots = [
        Dot(px(1) + one, rows[0], 2 * one, NAVY, NAVY, 0),
        Dot(px(1) + one, rows[1], 2 * one - ring, WHITE, NAVY, ring),
    ]
    texts = [
        _text("Member", px(_TEXT_AT), rows[0], canvas),
        _text("Other city", px(_TEXT_AT), rows[1], canvas),
    ]
    right = _add_sizes(dots, texts, rows[2], canvas, most)
    right = max(right, px(_TEXT_AT) + text_width("Other city", px(LABEL_SIZE)))
    return MapLegend(dots, texts, Box(0, rows[0] - px(_ROW / 2), right, canvas.height))


def legend_steps(most: int) -> list[int]:
    """Return the numbers of activities that the key shows: none, a round one between, the most."""
    if most <= 1:
        return [0, 1][: most + 1]
    if most <= 9:
        return [0, 1, most]
    between = max(step for step in (2, 5, 10, 20, 50, 100, 200, 500) if step <= most * 0.4)
    return [0, between, most]


def _add_sizes(dots: list[Dot], texts: list[MapText], y: float, canvas: Canvas, most: int) -> float:
    """Add the row of sizes; return its right end."""
    steps = legend_steps(most)
    x = canvas.px(1)
    for step in steps:
        radius = radius_of(step, most) * symbol_scale(canvas)
        last = step == steps[-1]
        words = (f"{step} activity" if step == 1 else f"{step} activities") if last else str(step)
        dots.append(Dot(x + radius, y, 2 * radius, NAVY, NAVY, 0))
        x += 2 * radius + canvas.px(6 if not last else 7)
        texts.append(_text(words, x, y, canvas))
        x += text_width(words, canvas.px(LABEL_SIZE)) + canvas.px(9)
    return x


def _text(words: str, x: float, y: float, canvas: Canvas) -> MapText:
    drop = canvas.px(LABEL_SIZE) * _BASELINE_DROP
    return MapText(words, x, y + drop, "middle right", MUTED, REGULAR)

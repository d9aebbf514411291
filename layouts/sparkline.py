"""The small pictures on the cards: how a figure came about, as an SVG data URI."""

from __future__ import annotations

from urllib.parse import quote

from data.figures import Trend, TrendPoint
from layouts import formats, theme

AREA = "#DCE4EC"
RING = "#6B7682"

SUPPORT_INDICATORS = ("support-delivered", "support-open", "cities-supported")
"""Indicators whose bars are turquoise unless a colour is given."""

_STEP_LINE = 2.0
_CRISP = 'shape-rendering="crispEdges"'
_SLOT = 11.0
_WIDE_SLOT = 15.0
_GAP = 3.0
_NARROW_SLOT = 4.0
"""Below this width bars touch and make one outline."""


def sparkline(trend: Trend, width: float, height: float, colour: str | None = None) -> str:
    """Return the trend as an SVG data URI for an image of that size (root of 16 px).

    A stock by year is a stepped area; an activity or a quarter has one slot each: a bar, or a
    ring where something was held but nothing is recorded.
    """
    tone = colour or (theme.TURQUOISE if trend.indicator in SUPPORT_INDICATORS else theme.NAVY)
    draw = _steps if trend.grain == "year" else _slots
    body = draw(trend.points, width, height, tone)
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}" height="{_n(height)}" '
        f'viewBox="0 0 {_n(width)} {_n(height)}">{body}</svg>'
    )
    return f"data:image/svg+xml,{quote(picture, safe=_SAFE)}"


_SAFE = " =:/,;()'-.!*"


def _n(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")


def _base(width: float, height: float) -> str:
    y = _n(height - 0.5)
    return f'<path d="M0 {y}H{_n(width)}" stroke="{theme.BASELINE}" {_CRISP}/>'


def _steps(points: tuple[TrendPoint, ...], width: float, height: float, colour: str) -> str:
    """Draw one step a year; the line keeps clear of the base line."""
    if not points:
        return ""
    values = [point.value or 0.0 for point in points]
    top, floor = 3.0, height - 1
    rise = (floor - top) / (max(values) or 1)
    slot = width / len(values)
    steps = "".join(
        f"V{_n(floor - value * rise)}H{_n((place + 1) * slot)}"
        for place, value in enumerate(values)
    )
    begin = f"M0 {_n(floor - values[0] * rise)}"
    area = f'<path fill="{AREA}" d="{begin}{steps}V{_n(floor)}H0Z"/>'
    line = (
        f'<path fill="none" stroke="{colour}" stroke-width="{_n(_STEP_LINE)}" d="{begin}{steps}"/>'
    )
    return area + _base(width, height) + (line if max(values) else "")


def _slots(points: tuple[TrendPoint, ...], width: float, height: float, colour: str) -> str:
    """Draw one slot a point from the left, as wide in every card, narrower where there are many."""
    if not points:
        return ""
    slot, gap = _slot(len(points), width)
    bar = slot - gap
    most = max((point.value or 0.0 for point in points), default=0.0) or 1.0
    floor = height - 1
    bars = "".join(
        _bar(place * slot, bar, floor, point.value / most * (floor - 1))
        for place, point in enumerate(points)
        if point.value
    )
    rings = "".join(
        _ring(place * slot + bar / 2, floor, min(2.4, bar / 2 - 0.6))
        for place, point in enumerate(points)
        if point.value is None
    )
    base = _base(len(points) * slot - gap, height)
    edges = f" {_CRISP}" if gap else ""
    return f'{base}<path fill="{colour}" d="{bars}"{edges}/>{rings}'


def _slot(count: int, width: float) -> tuple[float, float]:
    """Return the width of a slot and of the gap behind its bar; the last gap may stand out."""
    ideal = _WIDE_SLOT if width > 150 and count <= 20 else _SLOT
    slot = min(ideal, width / (count - _GAP / _SLOT))
    if slot < _NARROW_SLOT:
        return width / count, 0.0
    return slot, min(_GAP, slot * _GAP / _SLOT)


def _bar(x: float, width: float, floor: float, height: float) -> str:
    tall = max(1.5, height)
    return f"M{_n(x)} {_n(floor)}V{_n(floor - tall)}H{_n(x + width)}V{_n(floor)}Z"


def _ring(x: float, floor: float, radius: float) -> str:
    return (
        f'<circle cx="{_n(x)}" cy="{_n(floor - 4.5)}" r="{_n(max(0.8, radius))}" '
        f'fill="#fff" stroke="{RING}" stroke-width="1.25"/>'
    )


def trend_caption(trend: Trend) -> str:
    """Say in one line what the trend shows; empty when it has no slot."""
    if not trend.points:
        return ""
    if trend.total:
        held = formats.plural(trend.total, "activity", "activities")
        return f"Head-counts recorded: {formats.number(trend.recorded)} of {held}"
    first, last = trend_years(trend)
    if trend.grain == "year":
        period = str(first) if first == last else f"{first}\u2013{last}"
        return f"Members at the end of each year, {period}"
    return str(first) if first == last else f"{first} \u2026 {last}"


def trend_years(trend: Trend) -> tuple[int, int]:
    """Return the first and the last year of a trend that has points."""
    return trend.points[0].start.year, trend.points[-1].start.year

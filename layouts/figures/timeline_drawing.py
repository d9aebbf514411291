"""What the timeline draws on: paths by style, texts and points, in pixels of the canvas."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Literal

import plotly.graph_objects as go

from layouts import theme
from layouts.canvas import Canvas

Anchor = Literal["start", "middle", "end"]

_POSITIONS = {"start": "middle right", "middle": "middle center", "end": "middle left"}
_TEXT_DROP = 0.08
_FADED = 0.3
_ROUND = 0.5523


class Level(IntEnum):
    """What lies above what."""

    TRAY = 0
    QUARTER = 1
    YEAR = 2
    LANE = 3
    AS_OF = 4
    DASH = 5
    PATCH = 6
    BAND = 7
    MARK = 8
    HALF = 9


@dataclass(frozen=True, slots=True)
class Style:
    """How a path is painted; paths of one style become one shape."""

    level: Level
    fill: str | None = None
    line: str | None = None
    width: float = 0.0
    dash: str | None = None
    faded: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text whose x is its start, middle or end and whose y is its middle."""

    x: float
    y: float
    text: str
    size: float
    anchor: Anchor = "start"
    colour: str = theme.INK
    weight: int = theme.REGULAR


@dataclass(frozen=True, slots=True)
class Point:
    """A place to point at: what it tells and which record it opens ("" and "" for none).

    A bar opens the evidence of a figure: `sheet` is then "evidence" and `id` the figure's name.
    """

    x: float
    y: float
    hover: str
    sheet: str = ""
    id: str = ""


@dataclass(slots=True)
class Drawing:
    """Collect what is drawn and turn it into a figure of few shapes and two traces."""

    canvas: Canvas
    paths: dict[Style, list[str]] = field(default_factory=dict)
    texts: list[Text] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)

    def path(self, style: Style, path: str) -> None:
        """Add a path to those of the same style."""
        self.paths.setdefault(style, []).append(path)

    def figure(self) -> go.Figure:
        """Return the figure, its axes being the pixels of the canvas, y downwards."""
        axis = {"visible": False, "fixedrange": True}
        layout = theme.base_layout(self.canvas) | {
            "xaxis": axis | {"range": [0, self.canvas.width]},
            "yaxis": axis | {"range": [self.canvas.height, 0]},
            "hoverdistance": round(self.canvas.px(14)),
            "shapes": [_shape(style, self.paths[style]) for style in self._styles()],
        }
        return go.Figure({"data": [self._labels(), self._targets()], "layout": layout})

    def _styles(self) -> list[Style]:
        return sorted(self.paths, key=lambda style: style.level)

    def _labels(self) -> dict[str, Any]:
        return {
            "type": "scatter",
            "mode": "text",
            "name": "labels",
            "x": [round(text.x, 1) for text in self.texts],
            "y": [round(text.y + _TEXT_DROP * text.size, 1) for text in self.texts],
            "text": [escape(text.text) for text in self.texts],
            "textposition": [_POSITIONS[text.anchor] for text in self.texts],
            "textfont": {
                "size": [text.size for text in self.texts],
                "color": [text.colour for text in self.texts],
                "weight": [text.weight for text in self.texts],
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
        }

    def _targets(self) -> dict[str, Any]:
        return {
            "type": "scatter",
            "mode": "markers",
            "name": "records",
            "x": [round(point.x, 1) for point in self.points],
            "y": [round(point.y, 1) for point in self.points],
            "hovertext": [point.hover for point in self.points],
            "hoverinfo": "text",
            "customdata": [[point.sheet, point.id] for point in self.points],
            "marker": {"size": self.canvas.px(16), "opacity": 0},
            "cliponaxis": False,
        }


def _shape(style: Style, paths: list[str]) -> dict[str, Any]:
    line: dict[str, Any] = {"width": style.width}
    if style.line:
        line["color"] = style.line
    if style.dash:
        line["dash"] = style.dash
    shape: dict[str, Any] = {"type": "path", "path": "".join(paths), "layer": "below", "line": line}
    if style.fill:
        shape |= {"fillcolor": style.fill, "fillrule": "nonzero"}
    return shape | ({"opacity": _FADED} if style.faded else {})


def escape(text: str) -> str:
    """Return the text so that plotly shows it as it is written."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _n(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")


def rectangle(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return the path of a rectangle."""
    return f"M{_n(x0)},{_n(y0)}H{_n(x1)}V{_n(y1)}H{_n(x0)}Z"


def rounded(x0: float, y0: float, x1: float, y1: float, radius: float) -> str:
    """Return the path of a rectangle with round corners."""
    left, right, top, bottom = _n(x0), _n(x1), _n(y0), _n(y1)
    return (
        f"M{_n(x0 + radius)},{top}H{_n(x1 - radius)}Q{right},{top} {right},{_n(y0 + radius)}"
        f"V{_n(y1 - radius)}Q{right},{bottom} {_n(x1 - radius)},{bottom}H{_n(x0 + radius)}"
        f"Q{left},{bottom} {left},{_n(y1 - radius)}V{_n(y0 + radius)}"
        f"Q{left},{top} {_n(x0 + radius)},{top}Z"
    )


def circle(x: float, y: float, radius: float) -> str:
    """Return the path of a circle."""
    k = _ROUND * radius
    left, right, top, bottom = _n(x - radius), _n(x + radius), _n(y - radius), _n(y + radius)
    return (
        f"M{left},{_n(y)}C{left},{_n(y - k)} {_n(x - k)},{top} {_n(x)},{top}"
        f"C{_n(x + k)},{top} {right},{_n(y - k)} {right},{_n(y)}"
        f"C{right},{_n(y + k)} {_n(x + k)},{bottom} {_n(x)},{bottom}"
        f"C{_n(x - k)},{bottom} {left},{_n(y + k)} {left},{_n(y)}Z"
    )


def brackets(x0: float, y0: float, x1: float, y1: float, foot: float) -> str:
    """Return the path of an opening and a closing bracket."""
    top, bottom = _n(y0), _n(y1)
    return (
        f"M{_n(x0 + foot)},{top}H{_n(x0)}V{bottom}H{_n(x0 + foot)}"
        f"M{_n(x1 - foot)},{top}H{_n(x1)}V{bottom}H{_n(x1 - foot)}"
    )


def horizontal(x0: float, x1: float, y: float) -> str:
    """Return the path of a level line."""
    return f"M{_n(x0)},{_n(y)}H{_n(x1)}"


def vertical(x: float, y0: float, y1: float) -> str:
    """Return the path of an upright line."""
    return f"M{_n(x)},{_n(y0)}V{_n(y1)}"

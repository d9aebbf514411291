"""Where a place lies on the map, to the pixel: the same projection as the browser's, in Python.

Transverse Mercator on the sphere about the meridian through the region, like the region's own
survey grids: scale is true within 0.2 % across the six countries. plotly (d3-geo) fits a range of
longitudes and latitudes into the box and multiplies by `projection.scale`. The range given here is
a small one about the middle, cut to the shape of the box, so the fit is exact and no edge of the
range bends noticeably; the scale then zooms out to the region.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from layouts.canvas import Canvas

MERIDIAN = 19.5
REGION = (-0.0469, 0.6918, 0.0457, 0.8059)
"""West, south, east and north end of the six countries on the unit sphere, projected."""

_HALF_HEIGHT = 0.25
_PLOTLY_PADDING = 0.001


@dataclass(frozen=True, slots=True)
class MapProjection:
    """A view of the region: pixels per unit, and what lies in the middle of the box."""

    canvas: Canvas
    scale: float
    middle: tuple[float, float]

    def to_pixels(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return the pixel position of a place, from the box's upper left corner."""
        x, y = project(longitude, latitude)
        return (
            self.canvas.width / 2 + self.scale * (x - self.middle[0]),
            self.canvas.height / 2 - self.scale * (y - self.middle[1]),
        )

    def to_degrees(self, x: float, y: float) -> tuple[float, float]:
        """Return longitude and latitude of a pixel position, to about 0.01 pixel."""
        longitude, latitude = unproject(
            self.middle[0] + (x - self.canvas.width / 2) / self.scale,
            self.middle[1] - (y - self.canvas.height / 2) / self.scale,
        )
        return round(longitude, 4), round(latitude, 4)

    def geo_layout(self) -> dict[str, Any]:
        """Return plotly's `geo` settings that draw exactly this view."""
        longitude, latitude = unproject(*self.middle)
        half_width, fitted = _range_of_the_shape(longitude, latitude, self.canvas)
        pad = _PLOTLY_PADDING
        return {
            "projection": {
                "type": "transverse mercator",
                "rotation": {"lon": MERIDIAN, "lat": 0, "roll": 0},
                "scale": self.scale / fitted,
            },
            "center": _plotly_center(self.middle),
            "lonaxis": {"range": [longitude - half_width - pad, longitude + half_width + pad]},
            "lataxis": {"range": [latitude - _HALF_HEIGHT - pad, latitude + _HALF_HEIGHT + pad]},
        }


def fit_region(
    canvas: Canvas, left: float, top: float, right: float, bottom: float
) -> MapProjection:
    """Return the view in which the six countries fill the box but for margins in pixels."""
    west, south, east, north = REGION
    width, height = canvas.width - left - right, canvas.height - top - bottom
    scale = max(1.0, min(width / (east - west), height / (north - south)))
    off_x, off_y = (left - right) / 2, (top - bottom) / 2
    middle = ((west + east) / 2 - off_x / scale, (south + north) / 2 + off_y / scale)
    return MapProjection(canvas, scale, middle)


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Return the place on the plane of the unit sphere, east and north positive."""
    turn, lift = math.radians(longitude - MERIDIAN), math.radians(latitude)
    return (
        math.atanh(math.cos(lift) * math.sin(turn)),
        math.atan2(math.tan(lift), math.cos(turn)),
    )


def unproject(x: float, y: float) -> tuple[float, float]:
    """Return longitude and latitude of a point of the plane."""
    turn = math.atan2(math.sinh(x), math.cos(y))
    lift = math.asin(math.sin(y) / math.cosh(x))
    return MERIDIAN + math.degrees(turn), math.degrees(lift)


def _plotly_center(middle: tuple[float, float]) -> dict[str, float]:
    """Return the middle as d3-geo's transverse Mercator takes it: along its own two axes."""
    return {
        "lon": MERIDIAN + math.degrees(math.asin(math.tanh(middle[0]))),
        "lat": math.degrees(middle[1]),
    }


def _range_of_the_shape(longitude: float, latitude: float, canvas: Canvas) -> tuple[float, float]:
    """Return half the width in degrees of a range shaped like the box, and its pixels per unit."""
    half_width = _HALF_HEIGHT
    for _ in range(4):
        width, height = _extent(longitude, latitude, half_width)
        half_width *= (canvas.width / canvas.height) / (width / height)
    width, height = _extent(longitude, latitude, half_width)
    return half_width, min(canvas.width / width, canvas.height / height)


def _extent(longitude: float, latitude: float, half_width: float) -> tuple[float, float]:
    steps = (-1, -0.5, 0, 0.5, 1)
    corners = [
        project(longitude + step * half_width, latitude + side * _HALF_HEIGHT)
        for step in steps
        for side in (-1, 1)
    ]
    x, y = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return max(x) - min(x), max(y) - min(y)

"""In which country a point lies, after the boundaries that the map draws.

shapely is imported at the first question, so that a server that only serves the map stays light.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from data.values import COUNTRY_CODES

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

COAST_TOLERANCE_METRES = 1000.0
"""How far off its country a town may lie: out at sea, or across a border of the region.

Simplifying moved no border of the six by more than 820 m, and a point given in degrees and minutes
is true to about a kilometre. A point inside another one of the six is never let through.
"""

_METRES_PER_DEGREE = 111_195.0
_MARGIN_DEGREES = 0.25


def boundaries() -> bytes:
    """Return the GeoJSON of the six countries and their neighbours, as the browser gets it.

    Outer rings run clockwise, as d3-geo wants them and unlike RFC 7946; a feature's id is its
    code, and its property `region` is true for the six.
    """
    return files("data.geography").joinpath("countries.geojson").read_bytes()


def neighbour_codes() -> tuple[str, ...]:
    """Return the codes of the countries drawn around the region."""
    return tuple(feature["id"] for feature in _features() if not feature["properties"]["region"])


def country_of(latitude: float, longitude: float) -> str | None:
    """Return the code of the country of the region in which the point lies, or None."""
    return next((code for code in COUNTRY_CODES if _covers(code, latitude, longitude)), None)


def is_inside(
    code: str,
    latitude: float,
    longitude: float,
    tolerance_metres: float = COAST_TOLERANCE_METRES,
) -> bool:
    """Return whether the point lies in the country, or just off it and in no other of the six."""
    found = country_of(latitude, longitude)
    if found is not None or code not in COUNTRY_CODES:
        return found == code
    return _metres_off(code, latitude, longitude) <= tolerance_metres


def region_bounds(margin_degrees: float = _MARGIN_DEGREES) -> tuple[float, float, float, float]:
    """Return west, south, east and north end of the six countries in degrees, with a margin."""
    ends = list(zip(*(_outline(code).bounds for code in COUNTRY_CODES), strict=True))
    west, south, east, north = min(ends[0]), min(ends[1]), max(ends[2]), max(ends[3])
    return (
        west - margin_degrees,
        south - margin_degrees,
        east + margin_degrees,
        north + margin_degrees,
    )


@cache
def _features() -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(boundaries())["features"]
    return features


@cache
def _outline(code: str) -> BaseGeometry:
    import shapely  # noqa: PLC0415
    from shapely.geometry import shape  # noqa: PLC0415

    (feature,) = (feature for feature in _features() if feature["id"] == code)
    outline = shape(feature["geometry"])
    shapely.prepare(outline)
    return outline


def _covers(code: str, latitude: float, longitude: float) -> bool:
    import shapely  # noqa: PLC0415

    return bool(shapely.intersects_xy(_outline(code), longitude, latitude))


def _metres_off(code: str, latitude: float, longitude: float) -> float:
    """Return the distance to the country, true to a percent up to some ten kilometres."""
    from shapely import Point, affinity  # noqa: PLC0415

    narrowing = math.cos(math.radians(latitude))
    flat = affinity.scale(_outline(code), narrowing, 1, origin=(0, 0))
    return float(flat.distance(Point(longitude * narrowing, latitude))) * _METRES_PER_DEGREE

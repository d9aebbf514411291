"""Make countries.geojson from the country outlines of geo-maps.

Run `python -m data.geography.prepare SOURCE` where SOURCE is the package
`@geo-maps/countries-coastline-10m` 0.6.0 as it is handed out, a .tgz of 22 MB, or the folder it
lies in (SOURCE.md says more). Nothing of this runs when the dashboard does. Needs shapely 2.2.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tarfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer
from shapely import MultiPolygon, Point, Polygon
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from data.geography.places import towns

PACKAGE = "geo-maps-countries-coastline-10m-0.6.0.tgz"
SHA512 = (
    "03351b0e4e2550816ecca224816ab587412b586daeba0045acff9a0a4d2dadcc"
    "029418b3ca446ed0677301bd98ce6c6cc988bc2033bbe3b2f6d5875d95b873fa"
)
FRAME = (10.0, 37.0, 29.0, 48.5)
"""West, south, east and north end of what is kept, in degrees."""

REGION = {
    "ALB": ("AL", "Albania"),
    "BIH": ("BA", "Bosnia and Herzegovina"),
    "XKX": ("XK", "Kosovo"),
    "MNE": ("ME", "Montenegro"),
    "MKD": ("MK", "North Macedonia"),
    "SRB": ("RS", "Serbia"),
}
NEIGHBOURS = {
    "AUT": ("AT", "Austria"),
    "BGR": ("BG", "Bulgaria"),
    "CHE": ("CH", "Switzerland"),
    "DEU": ("DE", "Germany"),
    "GRC": ("GR", "Greece"),
    "HRV": ("HR", "Croatia"),
    "HUN": ("HU", "Hungary"),
    "ITA": ("IT", "Italy"),
    "MDA": ("MD", "Moldova"),
    "ROU": ("RO", "Romania"),
    "SMR": ("SM", "San Marino"),
    "SVK": ("SK", "Slovakia"),
    "SVN": ("SI", "Slovenia"),
    "TUR": ("TR", "Türkiye"),
    "UKR": ("UA", "Ukraine"),
}
COUNTRIES = REGION | NEIGHBOURS

ENCLAVES = (("ITA", "SMR"), ("SRB", "BIH"), ("DEU", "AUT"))
"""Which country lies within which other one that the source draws whole."""

SNAPPING_METRES = 1.0
GAP_METRES = 3000.0
"""Width below which a hole between countries is a fault of the source, and closed."""

REGION_TOLERANCE_METRES = 300.0
NEIGHBOUR_TOLERANCE_METRES = 1500.0
SMALLEST_PIECE = {True: 1e6, False: 8e6}
"""Square metres below which an islet, or an enclave that is not drawn, is left out."""

AREA_CLEANED = {True: 0.0003, False: 0.003}
AREA_DRAWN = {True: 0.001, False: 0.02}
"""By how much of itself the area of a country may change: in the region, around it.

The smallest municipality of Kosovo is 0.001 of it; along the Danube both sides claim 99 km².
"""

DIGITS = 4

Outlines = dict[str, BaseGeometry]
_TO_METRES = Transformer.from_crs("EPSG:4326", "EPSG:3035", always_xy=True)
_TO_DEGREES = Transformer.from_crs("EPSG:3035", "EPSG:4326", always_xy=True)


class FaultyBoundaries(Exception):
    """The outlines are not fit to be drawn; the file stays as it was."""


def main(source: Path) -> None:
    """Write countries.geojson beside this module, after all checks."""
    original = read_outlines(source / PACKAGE if source.is_dir() else source)
    cleaned = clean(original)
    check_areas(original, cleaned, AREA_CLEANED)
    drawn = to_degrees(simplify(drop_small_pieces(cleaned)))
    check_shapes(drawn)
    check_towns(drawn)
    check_areas(original, to_metres(drawn), AREA_DRAWN)
    target = Path(__file__).with_name("countries.geojson")
    target.write_text(as_geojson(drawn), encoding="utf-8")


def read_outlines(package: Path) -> Outlines:
    """Read the countries within the frame, in metres (EPSG:3035), keyed by their A3 code."""
    if hashlib.sha512(package.read_bytes()).hexdigest() != SHA512:
        raise FaultyBoundaries(f"{package} is not the package that the boundaries are made from")
    with tarfile.open(package) as archive:
        file = archive.extractfile("package/map.geo.json")
        assert file is not None
        features = json.load(file)["features"]
    found = {feature["properties"]["A3"]: feature["geometry"] for feature in features}
    outlines = {code: _in_frame(shape(found[code])) for code in COUNTRIES}
    for around, enclave in ENCLAVES:
        outlines[around] = outlines[around].difference(outlines[enclave])
    return to_metres(outlines)


def clean(outlines: Outlines) -> Outlines:
    """Make neighbours meet exactly: snap by a metre, give double claims to one, close holes."""
    # The stubs are those of shapely 2.1, which has no such function.
    cleaned = shapely.coverage_clean(  # type: ignore[attr-defined]
        list(outlines.values()), snapping_distance=SNAPPING_METRES, gap_width=GAP_METRES
    )
    return dict(zip(outlines, cleaned, strict=True))


def drop_small_pieces(outlines: Outlines) -> Outlines:
    """Leave out islets, and fill holes so small that the enclave in them is not drawn either."""
    return {code: _large_pieces(outline, code) for code, outline in outlines.items()}


def simplify(outlines: Outlines) -> Outlines:
    """Simplify shared borders only once, so that they stay shared.

    First all alike; then what lies around the region once more, the sea taken as one more
    country, so that only the outline of the region itself stays as it is.
    """
    fine = _simplified(outlines, REGION_TOLERANCE_METRES)
    around = {code: outline for code, outline in fine.items() if code not in REGION}
    land = shapely.coverage_union_all(list(fine.values()))
    sea = land.envelope.buffer(NEIGHBOUR_TOLERANCE_METRES, join_style="mitre").difference(land)
    coarse = _simplified(around | {"sea": sea}, NEIGHBOUR_TOLERANCE_METRES, simplify_boundary=False)
    return {code: fine[code] if code in REGION else coarse[code] for code in outlines}


def to_metres(outlines: Outlines) -> Outlines:
    """Project from degrees to equal-area metres."""
    return _moved(outlines, _TO_METRES.transform)


def to_degrees(outlines: Outlines) -> Outlines:
    """Project back, rounded to ten metres."""
    degrees = _moved(outlines, _TO_DEGREES.transform)
    return {
        code: shapely.transform(outline, lambda points: np.round(points, DIGITS))
        for code, outline in degrees.items()
    }


def check_shapes(outlines: Outlines) -> None:
    """Stop when an outline is broken, overlaps another or leaves a hole between countries."""
    for code, outline in outlines.items():
        _require(outline.is_valid, f"{code}: {shapely.is_valid_reason(outline)}")
    everything = list(outlines.values())
    _require(bool(shapely.coverage_is_valid(everything)), "countries overlap or do not meet")
    united = shapely.union_all(everything)
    holes = [hole for piece in _pieces(united) for hole in piece.interiors]
    _require(not holes, f"holes at {[hole.bounds for hole in holes]}")


def check_areas(before: Outlines, after: Outlines, allowed: dict[bool, float]) -> None:
    """Stop when a country has gained or lost more than is allowed."""
    for code, outline in before.items():
        change = after[code].area / outline.area - 1
        _require(abs(change) <= allowed[code in REGION], f"{code}: area changed by {change:.3%}")


def check_towns(outlines: Outlines) -> None:
    """Stop when a town does not lie in its own country and in no other."""
    for town in towns():
        point = Point(town.longitude, town.latitude)
        found = [COUNTRIES[code][0] for code, outline in outlines.items() if outline.covers(point)]
        _require(found == [town.country], f"{town.name} lies in {found}")


def as_geojson(outlines: Outlines) -> str:
    """Write one feature a line, neighbours first; outer rings clockwise, as d3-geo wants them."""
    ordered = sorted(outlines, key=lambda code: (code in REGION, COUNTRIES[code][0]))
    lines = ",\n".join(_compact(_feature(code, outlines[code])) for code in ordered)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def _require(holds: bool, fault: str) -> None:
    if not holds:
        raise FaultyBoundaries(fault)


def _feature(code: str, outline: BaseGeometry) -> dict[str, Any]:
    iso, name = COUNTRIES[code]
    return {
        "type": "Feature",
        "id": iso,
        "properties": {"code": iso, "name": name, "region": code in REGION},
        "geometry": {
            "type": "MultiPolygon",
            "coordinates": [_rings(piece) for piece in _pieces(outline)],
        },
    }


def _rings(piece: Polygon) -> list[list[tuple[float, ...]]]:
    turned = orient(piece, -1)
    return [list(ring.coords) for ring in (turned.exterior, *turned.interiors)]


def _compact(feature: dict[str, Any]) -> str:
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _in_frame(outline: BaseGeometry) -> BaseGeometry:
    kept = shapely.intersection(shapely.make_valid(outline), shapely.box(*FRAME))
    return MultiPolygon(_pieces(kept))


def _large_pieces(outline: BaseGeometry, code: str) -> BaseGeometry:
    smallest = SMALLEST_PIECE[code in REGION]
    kept = (piece for piece in _pieces(outline) if piece.area >= smallest)
    return MultiPolygon([_filled(piece, smallest) for piece in kept])


def _filled(piece: Polygon, smallest: float) -> Polygon:
    return Polygon(
        piece.exterior, [hole for hole in piece.interiors if Polygon(hole).area >= smallest]
    )


def _simplified(
    outlines: Outlines, tolerance: float, *, simplify_boundary: bool = True
) -> Outlines:
    simple = shapely.coverage_simplify(
        list(outlines.values()), tolerance, simplify_boundary=simplify_boundary
    )
    return dict(zip(outlines, simple, strict=True))


def _pieces(outline: BaseGeometry) -> list[Polygon]:
    parts: Iterable[BaseGeometry] = getattr(outline, "geoms", [outline])
    return [part for part in parts if isinstance(part, Polygon)]


def _moved(outlines: Outlines, move: Callable[..., Any]) -> Outlines:
    def moved(points: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        return np.column_stack(move(points[:, 0], points[:, 1]))

    return {code: shapely.transform(outline, moved) for code, outline in outlines.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]))

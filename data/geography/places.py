"""Towns of the region: municipal seats and places on the public record."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Town:
    """A town; points are WGS 84 degrees, names and points are those of GeoNames."""

    id: str
    name: str
    local_name: str
    country: str
    latitude: float
    longitude: float
    geonames_id: int


@cache
def towns() -> tuple[Town, ...]:
    """Return the towns by country and then by name, one of each id."""
    content = files("data.geography").joinpath("towns.csv").read_text(encoding="utf-8")
    return tuple(_town(row) for row in csv.DictReader(content.splitlines()))


def _town(row: dict[str, str]) -> Town:
    return Town(
        id=row["id"],
        name=row["name"],
        local_name=row["local_name"],
        country=row["country"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        geonames_id=int(row["geonames_id"]),
    )

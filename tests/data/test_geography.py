"""Where the countries lie, which place lies in which, and what they are called."""

import csv
import json
import subprocess
import sys
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest
import shapely
from pyproj import Geod
from shapely.geometry import Point, Polygon, shape

from data.filters import PROFILES
from data.geography import (
    COUNTRIES,
    MAP_CREDIT,
    MAP_DISCLAIMER,
    boundaries,
    country_name,
    country_of,
    designation,
    is_country_code,
    is_inside,
    neighbour_codes,
    place_country_name,
    region_bounds,
)
from data.geography.country_codes import country_names
from data.geography.designations import DESIGNATIONS
from data.values import COUNTRY_BITS, COUNTRY_CODES

# Square kilometres of the outlines in the source, before anything was done to them.
SOURCE_AREAS = {
    "AL": 28754.5,
    "BA": 51205.7,
    "XK": 10902.6,
    "ME": 13883.0,
    "MK": 25465.6,
    "RS": 77598.1,
}


@pytest.fixture(scope="module")
def features() -> dict[str, dict[str, Any]]:
    return {feature["id"]: feature for feature in json.loads(boundaries())["features"]}


@pytest.fixture(scope="module")
def outlines(features) -> dict[str, Any]:
    return {code: shape(feature["geometry"]) for code, feature in features.items()}


def public_cities() -> list[dict[str, str]]:
    content = files("data.public_record").joinpath("cities.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(content.splitlines()))


def test_the_six_come_in_the_order_of_the_workbook_with_their_bits():
    assert tuple(country.code for country in COUNTRIES) == COUNTRY_CODES
    assert {country.code: country.bit for country in COUNTRIES} == COUNTRY_BITS
    assert [country.bit for country in COUNTRIES] == [1, 2, 4, 8, 16, 32]


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_the_name_of_a_country_is_written_inside_it(country):
    longitude, latitude = country.label_point
    assert country_of(latitude, longitude) == country.code


def test_the_file_marks_the_six_and_draws_them_above_their_neighbours(features):
    region = [code for code, feature in features.items() if feature["properties"]["region"]]
    assert set(region) == set(COUNTRY_CODES)
    assert list(features)[-6:] == region
    assert list(features)[:-6] == list(neighbour_codes())
    for code, feature in features.items():
        assert feature["properties"]["code"] == code
        assert is_country_code(code)
        assert feature["properties"]["name"] == place_country_name(code, "plain")


def test_the_file_is_small_enough_to_send():
    assert len(boundaries()) <= 280_000


def test_outer_rings_run_clockwise_and_holes_the_other_way(features):
    for feature in features.values():
        for outer, *holes in feature["geometry"]["coordinates"]:
            assert not Polygon(outer).exterior.is_ccw
            assert all(Polygon(hole).exterior.is_ccw for hole in holes)


def test_outlines_are_valid_and_do_not_overlap(outlines):
    assert all(outline.is_valid for outline in outlines.values())
    for one, other in combinations(outlines.values(), 2):
        assert one.intersection(other).area == 0


def test_countries_leave_no_hole_between_them(outlines):
    land = shapely.union_all(list(outlines.values()))
    assert [hole for piece in land.geoms for hole in piece.interiors] == []


@pytest.mark.parametrize("code", COUNTRY_CODES)
def test_a_country_is_as_large_as_in_the_source(outlines, code):
    area, _ = Geod(ellps="GRS80").geometry_area_perimeter(outlines[code])
    assert abs(area) / 1e6 == pytest.approx(SOURCE_AREAS[code], rel=0.0005)


@pytest.mark.parametrize("city", public_cities(), ids=lambda city: city["id"])
def test_every_city_of_the_public_record_lies_in_its_country(city):
    point = float(city["latitude"]), float(city["longitude"])
    assert country_of(*point) == city["country"]
    assert is_inside(city["country"], *point, tolerance_metres=0)


@pytest.mark.parametrize(
    ("place", "latitude", "longitude", "code"),
    [
        ("Hani i Elezit, on the border", 42.15, 21.29667, "XK"),
        ("Blace, across from it", 42.1390, 21.3010, "MK"),
        ("Sastavci, a village of Bosnia within Serbia", 43.5510, 19.4180, "BA"),
        ("Kotor, at the end of its bay", 42.4207, 18.7682, "ME"),
        ("Zagreb", 45.8144, 15.978, None),
        ("the middle of the Adriatic", 42.0, 17.5, None),
    ],
)
def test_a_point_lies_in_one_country_or_in_none(place, latitude, longitude, code):
    assert country_of(latitude, longitude) == code, place


def test_a_point_in_another_country_of_the_region_is_never_inside():
    skopje = 41.99646, 21.43141
    assert not is_inside("XK", *skopje)
    assert not is_inside("XK", *skopje, tolerance_metres=100_000)
    assert is_inside("MK", *skopje)


def test_a_harbour_just_off_the_coast_is_inside_and_a_ship_is_not():
    pier, ship = (41.3058, 19.4430), (41.3058, 19.42)
    assert country_of(*pier) is None
    assert is_inside("AL", *pier)
    assert not is_inside("AL", *pier, tolerance_metres=0)
    assert not is_inside("AL", *ship)


def test_the_tolerance_is_measured_in_metres(outlines):
    geod = Geod(ellps="GRS80")
    longitude, latitude, _ = geod.fwd(*_westernmost(outlines["BA"]), 270, 900)
    assert country_of(latitude, longitude) is None
    assert is_inside("BA", latitude, longitude, tolerance_metres=920)
    assert not is_inside("BA", latitude, longitude, tolerance_metres=700)


def _westernmost(outline) -> tuple[float, float]:
    return min(point for piece in outline.geoms for point in piece.exterior.coords)


def test_a_country_outside_the_region_has_no_inside():
    assert not is_inside("HR", 45.8144, 15.978)


def test_the_bounds_hold_the_six_with_a_margin(outlines):
    west, south, east, north = region_bounds()
    assert (west, south, east, north) == pytest.approx((15.48, 39.40, 23.28, 46.44), abs=0.01)
    assert region_bounds(0) == pytest.approx((15.7287, 39.645, 23.034, 46.19))
    assert all(Point(west, south).disjoint(outlines[code]) for code in COUNTRY_CODES)


def test_naming_places_does_not_load_the_geometry_library():
    code = "import sys, data.geography; sys.exit('shapely' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_profile_has_a_designation():
    assert tuple(DESIGNATIONS) == PROFILES


@pytest.mark.parametrize(
    ("profile", "name", "footnote"),
    [
        ("plain", "Kosovo", ""),
        (
            "eu",
            "Kosovo*",
            (
                "* This designation is without prejudice to positions on status, and is "
                "in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of "
                "independence."
            ),
        ),
        (
            "un",
            "Kosovo*",
            (
                "* This designation is without prejudice to positions on status, and is "
                "in line with UNSCR 1244/1999."
            ),
        ),
        (
            "coe",
            "Kosovo*",
            (
                "* All reference to Kosovo, whether to the territory, institutions or population, "
                "shall be understood in full compliance with United Nations Security Council "
                "resolution 1244 and without prejudice to the status of Kosovo."
            ),
        ),
    ],
)
def test_a_profile_says_how_kosovo_is_named(profile, name, footnote):
    assert designation(profile).name == name
    assert designation(profile).footnote == footnote
    assert country_name("XK", profile) == name
    assert place_country_name("XK", profile) == name
    assert country_name("MK", profile) == "North Macedonia"


def test_an_unknown_profile_or_country_is_an_error():
    with pytest.raises(KeyError):
        designation("nato")
    with pytest.raises(KeyError):
        country_name("HR", "plain")
    with pytest.raises(KeyError):
        place_country_name("ZZ", "plain")


def test_credit_and_disclaimer_are_as_agreed():
    assert MAP_CREDIT == (
        "Boundaries © OpenStreetMap contributors (ODbL 1.0), via geo-maps. "
        "Places: GeoNames (CC BY 4.0)."
    )
    assert MAP_DISCLAIMER == (
        "The designations and boundaries shown imply no opinion on the legal status of any "
        "country, territory, city or area or of its authorities, or on the delimitation of its "
        "frontiers."
    )


@pytest.mark.parametrize(
    ("code", "name"),
    [("US", "United States"), ("ZA", "South Africa"), ("NO", "Norway"), ("TR", "Türkiye")],
)
def test_countries_of_the_world_have_names(code, name):
    assert is_country_code(code)
    assert place_country_name(code, "eu") == name


@pytest.mark.parametrize("code", ["", "us", "USA", "UK", "AN", "ZZ", "XX", "KS"])
def test_what_is_no_country_code_is_told(code):
    assert not is_country_code(code)


def test_the_list_holds_the_249_codes_and_kosovo_and_agrees_on_the_six():
    names = country_names()
    assert len(names) == 250
    assert all(name == name.strip() and name for name in names.values())
    assert {code: names[code] for code in COUNTRY_CODES} == {c.code: c.name for c in COUNTRIES}

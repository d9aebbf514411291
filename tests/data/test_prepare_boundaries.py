"""The script that makes the boundaries refuses what must not be drawn."""

from pathlib import Path

import pytest
from shapely import MultiPolygon, Polygon, box

from data.geography.prepare import (
    AREA_CLEANED,
    FaultyBoundaries,
    as_geojson,
    check_areas,
    check_shapes,
    check_towns,
    clean,
    drop_small_pieces,
    read_outlines,
)


def test_another_file_than_the_named_one_is_refused(tmp_path: Path):
    package = tmp_path / "outlines.tgz"
    package.write_bytes(b"something else")
    with pytest.raises(FaultyBoundaries, match="is not the package"):
        read_outlines(package)


def test_countries_that_meet_are_fit_to_draw():
    check_shapes({"ALB": box(0, 0, 1, 1), "MNE": box(1, 0, 2, 1)})


@pytest.mark.parametrize(
    ("outlines", "fault"),
    [
        ({"ALB": Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])}, "ALB: Self-intersection"),
        ({"ALB": box(0, 0, 1, 1), "MNE": box(0.9, 0, 2, 1)}, "overlap"),
        ({"ALB": box(0, 0, 9, 9).difference(box(4, 4, 5, 5))}, "holes at"),
    ],
)
def test_what_must_not_be_drawn_is_refused(outlines, fault):
    with pytest.raises(FaultyBoundaries, match=fault):
        check_shapes(outlines)


def test_a_municipality_that_changes_its_country_is_noticed():
    before = {"XKX": box(0, 0, 100, 100), "SRB": box(100, 0, 900, 100)}
    after = {"XKX": box(0, 0, 99, 100), "SRB": box(99, 0, 900, 100)}
    check_shapes(after)
    with pytest.raises(FaultyBoundaries, match=r"XKX: area changed by -1\.000%"):
        check_areas(before, after, AREA_CLEANED)


def test_a_town_outside_its_country_is_noticed():
    with pytest.raises(FaultyBoundaries, match="lies in"):
        check_towns({"SRB": box(10, 37, 29, 48.5)})


def test_cleaning_closes_a_sliver_and_settles_a_double_claim():
    cleaned = clean({"ALB": box(0, 0, 5000, 5000), "MNE": box(4900, 0, 9000, 5000)})
    assert cleaned["ALB"].intersection(cleaned["MNE"]).area == 0
    assert sum(outline.area for outline in cleaned.values()) == 9000 * 5000


def test_islets_and_the_holes_of_enclaves_too_small_to_draw_are_left_out():
    mainland, islet = box(0, 0, 9000, 9000).difference(box(10, 10, 20, 20)), box(-90, 0, -10, 80)
    kept = drop_small_pieces({"ALB": MultiPolygon([mainland, islet])})
    assert kept["ALB"].equals(box(0, 0, 9000, 9000))


def test_neighbours_are_written_first_and_rings_clockwise():
    written = as_geojson({"ALB": box(0, 0, 1, 1), "GRC": box(1, 0, 2, 1)})
    assert written.index('"id":"GR"') < written.index('"id":"AL"')
    assert '"properties":{"code":"AL","name":"Albania","region":true}' in written
    ring = "[[[[1.0,0.0],[0.0,0.0],[0.0,1.0],[1.0,1.0],[1.0,0.0]]]]"
    assert ring in written

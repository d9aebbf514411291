"""The city map says what its frame says, places things exactly and fits every box."""

import json
import math
from itertools import combinations, pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import plotly.offline
import pytest
from playwright.sync_api import Browser

from data.frames import CITY_MARKS, conform
from data.geography import COUNTRIES, boundaries, country_of
from layouts.canvas import Canvas
from layouts.figures.city_map import city_map, city_map_rows
from layouts.figures.map_legend import legend_steps, map_legend
from layouts.figures.map_projection import REGION, fit_region, project, unproject
from layouts.figures.map_symbols import city_symbols, radius_of
from layouts.sentences.overview import map_said
from layouts.theme import INK, LAND_CHOSEN, NAVY, WHITE

URL = "/boundaries.geojson"
CANVASES = [Canvas(456, 540), Canvas(380, 560), Canvas(690, 826, 22.4), Canvas(358, 0)]
EMPTY_TOPOLOGY = {
    "type": "Topology",
    "arcs": [],
    "objects": {
        name: {"type": "GeometryCollection", "geometries": []}
        for name in ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
    },
}


def city(key: str, longitude: float, latitude: float, **given: Any) -> dict[str, Any]:
    usual = {"name": key.title(), "country": "XK", "membership": "member"}
    counts = {"activities": 1, "support": 0, "chosen": True}
    return {"id": key, "longitude": longitude, "latitude": latitude} | usual | counts | given


def marks(*cities: dict[str, Any]) -> pd.DataFrame:
    return conform(cities, CITY_MARKS)


FEW = marks(
    city("prizren", 20.74, 42.21, activities=4, support=1),
    city("strumica", 22.64, 41.44, country="MK", activities=2),
    city("cair", 21.441, 42.015, country="MK", name="Čair (Skopje)"),
    city("skopje", 21.431, 41.996, country="MK", membership="participant", activities=0),
    city("bihac", 15.87, 44.82, country="BA", membership="former", activities=0),
)


def draw(frame: pd.DataFrame, canvas: Canvas = CANVASES[0], **given: Any) -> go.Figure:
    return city_map(frame, given.pop("countries", ()), canvas, URL, **given)


def cities_of(figure: go.Figure) -> go.Scattergeo:
    return next(trace for trace in figure.data if trace.customdata is not None)


def labels_of(figure: go.Figure) -> tuple[str, ...]:
    return figure.data[-1].text or ()


def test_area_of_a_circle_is_the_number_of_activities() -> None:
    assert radius_of(4, 4) == 2 * radius_of(1, 4)
    assert radius_of(0, 4) == radius_of(0, 400)
    assert radius_of(0, 4) < radius_of(1, 4)
    assert radius_of(400, 400) == 12
    assert radius_of(100, 400) == 6
    assert radius_of(1, 400) > radius_of(0, 400)


def test_of_two_touching_circles_the_less_important_moves_and_just_clears() -> None:
    projection = fit_region(CANVASES[0], 18, 14, 18, 14)
    symbols = {symbol.id: symbol for symbol in city_symbols(FEW, projection)}
    cair, skopje = symbols["cair"], symbols["skopje"]
    assert (cair.x, cair.y) == projection.to_pixels(21.441, 42.015)
    assert cair.distance_to(skopje) == pytest.approx(cair.radius + skopje.radius + 0.75, abs=0.1)
    moved = math.dist(projection.to_pixels(21.431, 41.996), (skopje.x, skopje.y))
    assert 0 < moved < 10


def test_projecting_back_gives_the_place() -> None:
    for longitude, latitude in ((15.8, 44.9), (19.5, 42), (23, 41.2)):
        assert unproject(*project(longitude, latitude)) == pytest.approx((longitude, latitude))


def test_the_region_fills_the_box_and_stays_in_it() -> None:
    features = json.loads(boundaries())["features"]
    region = [feature["geometry"] for feature in features if feature["properties"]["region"]]
    ends = [project(*place) for geometry in region for place in _places(geometry["coordinates"])]
    extent = (
        min(x for x, _ in ends),
        min(y for _, y in ends),
        max(x for x, _ in ends),
        max(y for _, y in ends),
    )
    assert extent == pytest.approx(REGION, abs=0.0005)


def _places(coordinates: Any) -> list[tuple[float, float]]:
    if isinstance(coordinates[0], int | float):
        return [(coordinates[0], coordinates[1])]
    return [place for part in coordinates for place in _places(part)]


def test_members_are_filled_and_others_rings() -> None:
    trace = cities_of(draw(FEW))
    fill = dict(zip((key for _, key in trace.customdata), trace.marker.color, strict=True))
    assert fill == {
        "prizren": NAVY,
        "strumica": NAVY,
        "cair": NAVY,
        "skopje": WHITE,
        "bihac": WHITE,
    }


def test_every_mark_says_which_city_it_is() -> None:
    trace = cities_of(draw(FEW))
    assert sorted(map(tuple, trace.customdata)) == sorted(("city", key) for key in FEW["id"])
    assert "<b>Prizren</b>, Kosovo<br>Member" in " ".join(trace.hovertext)
    assert "4 activities · 1 support record" in " ".join(trace.hovertext)


def test_chosen_countries_come_last_with_an_ink_outline() -> None:
    land = draw(FEW, countries=("XK", "AL")).data[0]
    assert set(land.locations[-2:]) == {"XK", "AL"}
    assert set(land.marker.line.color[-2:]) == {INK}
    assert set(land.z[-2:]) == {2}
    assert land.colorscale[-1][1] == LAND_CHOSEN
    assert land.geojson == URL
    assert {country.code for country in COUNTRIES} <= set(land.locations)


def test_cities_outside_the_choice_are_smaller_and_paler() -> None:
    outside = FEW.assign(chosen=FEW["country"] == "MK")
    before, after = cities_of(draw(FEW)), cities_of(draw(outside, countries=("MK",)))
    size = dict(zip((key for _, key in before.customdata), before.marker.size, strict=True))
    later = dict(zip((key for _, key in after.customdata), after.marker.size, strict=True))
    fill = dict(zip((key for _, key in after.customdata), after.marker.color, strict=True))
    assert later["prizren"] < size["prizren"]
    assert later["strumica"] == size["strumica"]
    assert fill["prizren"] != NAVY == fill["strumica"]


@pytest.mark.parametrize("canvas", CANVASES)
def test_names_of_few_cities_and_of_all_countries_find_room(canvas: Canvas) -> None:
    figure = draw(FEW, canvas)
    assert set(labels_of(figure)) >= {"Prizren", "Strumica", "Čair (Skopje)", "Bihac"}
    ground = " ".join(figure.data[1].text).replace("<br>", " ")
    assert all(country.name in ground for country in COUNTRIES)


@pytest.mark.parametrize("canvas", CANVASES)
def test_the_name_of_a_country_stands_in_it(canvas: Canvas) -> None:
    ground = draw(FEW, canvas).data[1]
    names = {country.name: country.code for country in COUNTRIES}
    found = {
        names[text.replace("<br>", " ")]: country_of(latitude, longitude)
        for text, longitude, latitude in zip(ground.text, ground.lon, ground.lat, strict=True)
        if text.replace("<br>", " ") in names
    }
    assert found == {code: code for code in names.values()}


@pytest.mark.parametrize("profile", ["eu", "un", "coe"])
def test_the_profile_decides_how_kosovo_is_printed(profile: str) -> None:
    figure = draw(FEW, profile=profile)
    assert "Kosovo*" in figure.data[1].text
    assert any("Kosovo*" in words for words in cities_of(figure).hovertext)
    assert "Kosovo*" in map_said(FEW, ("XK",), profile).text


def test_an_open_city_gets_a_ring_and_arrows_and_hides_the_key() -> None:
    figure = draw(FEW, selected="prizren", links=(("strumica", "prizren"), ("gone", "prizren")))
    trace = cities_of(figure)
    assert [key for _, key in trace.customdata].count("prizren") == 2
    assert trace.customdata[0] == ["city", "prizren"]
    assert trace.marker.line.color[0] == INK
    arrows = [t for t in figure.data if t.type == "scattergeo" and t.mode == "lines+markers"]
    assert len(arrows) == 1
    assert sum(size > 0 for size in arrows[0].marker.size) == 1
    assert "Member" not in figure.data[1].text


def test_opening_a_city_moves_no_circle() -> None:
    closed, opened = cities_of(draw(FEW)), cities_of(draw(FEW, selected="cair"))
    before = {key: place for (_, key), *place in _columns(closed)}
    assert all(before[key] == place for (_, key), *place in _columns(opened))


def _columns(trace: go.Scattergeo) -> list[tuple[Any, ...]]:
    return list(zip(trace.customdata, trace.lon, trace.lat, strict=True))


def test_an_unknown_open_city_is_no_fault() -> None:
    assert draw(FEW, selected="gone").to_json() == draw(FEW).to_json()


def test_markup_in_a_name_is_shown_as_written() -> None:
    figure = draw(marks(city("odd", 20, 43, name="<i>A</i> & B")))
    assert labels_of(figure) == ("&lt;i&gt;A&lt;/i&gt; &amp; B",)
    assert "<i>" not in cities_of(figure).hovertext[0]


def test_without_cities_the_region_stays() -> None:
    figure = draw(FEW.iloc[:0])
    assert len(figure.data[0].locations) > len(COUNTRIES)
    assert [len(trace.lon) for trace in figure.data[2:]] == [0, 0]
    assert (
        map_said(FEW.iloc[:0], (), "plain").text
        == "Map of the Western Balkans: no city in this selection."
    )


def test_the_key_shows_sizes_from_none_to_the_most() -> None:
    assert legend_steps(0) == [0]
    assert legend_steps(1) == [0, 1]
    assert legend_steps(4) == [0, 1, 4]
    assert legend_steps(78) == [0, 20, 78]
    words = [text.text for text in map_legend(CANVASES[0], 4).texts]
    assert words == ["Member", "Other city", "0", "1", "4 activities"]
    assert map_legend(CANVASES[0], 0).texts[-1].text == "0 activities"
    dots = map_legend(CANVASES[0], 4).dots[2:]
    assert all(b.x - a.x > (a.size + b.size) / 2 for a, b in pairwise(dots))


def test_the_caption_is_one_true_sentence() -> None:
    assert map_said(FEW, (), "plain").text == (
        "Map of the Western Balkans: 5 cities, 3 of them members; "
        "Prizren took part in the most, 4 activities."
    )
    one = FEW.iloc[:1].assign(activities=0)
    assert (
        map_said(one, ("XK",), "plain").text
        == "Map of Kosovo: 1 city, a member; no activity in this selection."
    )


def test_the_table_has_the_chosen_cities_most_active_first() -> None:
    header, *rows = city_map_rows(FEW.assign(chosen=FEW["country"] != "BA"))
    assert header == ("City", "Country", "Membership", "Activities", "Support")
    assert [row[0] for row in rows] == ["Prizren", "Strumica", "Čair (Skopje)", "Skopje"]
    assert rows[0][3:] == ("4", "1")


def crowd(number: int) -> pd.DataFrame:
    spots = [(16 + 6.4 * (i * 0.7549 % 1), 40.2 + 5.6 * (i * 0.5698 % 1)) for i in range(number)]
    return marks(
        *(
            city(f"c{i}", *spot, name=f"Town {i}", activities=i % 7 * 9)
            for i, spot in enumerate(spots)
        )
    )


def test_circles_keep_apart_even_where_many_share_one_spot() -> None:
    heap = marks(*(city(f"c{i}", 20.5 + i / 500, 42.5, activities=i) for i in range(20)))
    symbols = city_symbols(heap, fit_region(CANVASES[0], 18, 14, 18, 14))
    assert all(a.distance_to(b) >= a.radius + b.radius for a, b in combinations(symbols, 2))


@pytest.mark.parametrize("canvas", CANVASES)
def test_sixty_cities_keep_apart_and_stay_small(canvas: Canvas) -> None:
    projection = fit_region(Canvas(canvas.width, canvas.height or 424, canvas.em), 18, 14, 18, 14)
    symbols = city_symbols(crowd(60), projection)
    assert all(a.distance_to(b) >= a.radius + b.radius for a, b in combinations(symbols, 2))
    assert max(s.radius for s in symbols) <= canvas.px(12)
    assert len(labels_of(draw(crowd(60), canvas))) >= 30


def test_of_very_many_cities_the_most_important_are_named() -> None:
    many = crowd(300)
    symbols = city_symbols(many, fit_region(CANVASES[0], 18, 14, 18, 14))
    named = set(labels_of(draw(many)))
    assert len(named) >= 10
    assert named <= {symbol.name for symbol in symbols[:100]}


def test_what_is_sent_is_little() -> None:
    assert len(draw(crowd(21)).to_json()) < 12_000


@pytest.mark.browser
@pytest.mark.parametrize("canvas", CANVASES)
def test_the_browser_puts_every_place_where_it_was_reckoned(
    canvas: Canvas, browser: Browser
) -> None:
    figure = draw(FEW, canvas)
    height = figure.layout.height
    view = fit_region(Canvas(canvas.width, height, canvas.em), 0, 0, 0, 0)
    figure.layout.geo = figure.layout.geo.to_plotly_json() | view.geo_layout()
    drawing = {"data": json.loads(figure.to_json())["data"][1:], "layout": figure.layout}
    places = [[15.9, 44.8], [19.5, 42.0], [23.0, 41.2], [19.0, 46.1], [20.0, 39.7]]
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    page.set_content("<div id='map'></div>")
    page.add_script_tag(content=plotly.offline.get_plotlyjs())
    page.evaluate(
        "stub => { window.PlotlyGeoAssets = {topojson: {world_110m: stub}}; }", EMPTY_TOPOLOGY
    )
    found = page.evaluate(
        """async ([drawing, places]) => {
            const map = await Plotly.newPlot("map", drawing.data, drawing.layout);
            const geo = map._fullLayout.geo._subplot;
            return places.map(place => geo.projection(place));
        }""",
        [json.loads(go.Figure(drawing["data"], drawing["layout"]).to_json()), places],
    )
    page.close()
    for place, pixels in zip(places, found, strict=True):
        assert pixels == pytest.approx(view.to_pixels(*place), abs=0.05)

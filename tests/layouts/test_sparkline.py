"""The small pictures on the cards."""

import re
from datetime import date
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from data.figures import Trend, TrendPoint
from layouts import theme
from layouts.sparkline import sparkline, trend_caption, trend_years


def trend(grain, values, indicator="activities-held", recorded=0, total=0):
    points = tuple(
        TrendPoint(date(2015 + n, 12, 31) if grain == "year" else _quarter(n), value)
        for n, value in enumerate(values)
    )
    return Trend(indicator, grain, points, recorded, total)


def _quarter(number):
    return date(2022 + number // 4, number % 4 * 3 + 1, 1)


def picture(drawn, width=96, **options):
    uri = sparkline(drawn, width, 22, **options)
    assert uri.startswith("data:image/svg+xml,")
    assert "#" not in uri
    return ET.fromstring(unquote(uri.partition(",")[2]))


def parts(svg, name):
    return svg.findall(f"{{http://www.w3.org/2000/svg}}{name}")


def bars(svg):
    path = next(part for part in parts(svg, "path") if part.get("fill") not in (None, "none"))
    return [
        tuple(map(float, found))
        for found in re.findall(r"M([\d.]+) ([\d.]+)V([\d.]+)H([\d.]+)", path.get("d"))
    ]


def test_a_quarter_without_records_has_no_bar_but_keeps_its_slot():
    drawn = bars(picture(trend("quarter", [1, 2, 0, 5])))
    assert [bar[0] for bar in drawn] == [0, 11, 33]
    heights = [bar[1] - bar[2] for bar in drawn]
    assert heights == [4, 8, 20]


def test_an_activity_without_head_count_is_a_ring():
    svg = picture(trend("activity", [60, None, 30], recorded=2, total=3), width=200)
    assert len(bars(svg)) == 2
    assert len(parts(svg, "circle")) == 1


def test_a_stock_steps_up_by_year():
    svg = picture(trend("year", [1, 6, 12], "member-cities"), width=90)
    area, _, line = parts(svg, "path")
    assert line.get("d") == "M0 19.5V19.5H30V12H60V3H90"
    assert area.get("d").startswith(line.get("d"))


@pytest.mark.parametrize("count", [1, 9, 20, 40, 120])
@pytest.mark.parametrize("width", [96, 200])
def test_all_slots_stay_within_the_picture(count, width):
    drawn = bars(picture(trend("quarter", [3] * count), width=width))
    assert len(drawn) == count
    assert max(bar[3] for bar in drawn) <= width + 0.01


def test_support_is_turquoise_and_the_rest_navy_unless_told():
    def fill(indicator, **options):
        return parts(picture(trend("quarter", [1], indicator), **options), "path")[1].get("fill")

    assert fill("support-delivered") == theme.TURQUOISE
    assert fill("activities-held") == theme.NAVY
    assert fill("activities-held", colour=theme.PLUM) == theme.PLUM


def test_zeros_leave_the_base_line_alone():
    assert bars(picture(trend("quarter", [0, 0]))) == []
    assert len(picture(trend("quarter", []))) == 0
    assert len(picture(trend("year", []))) == 0


def test_captions_say_what_is_drawn():
    assert trend_caption(trend("year", [1] * 10)) == (
        "Members at the end of each year, 2015\u20132024"
    )
    people = trend("activity", [5, None], recorded=1, total=13)
    assert trend_caption(people) == "Head-counts recorded: 1 of 13 activities"
    assert trend_caption(trend("quarter", [1] * 9)) == "2022 \u2026 2024"
    assert trend_caption(trend("quarter", [1])) == "2022"
    assert trend_caption(trend("quarter", [])) == ""
    assert trend_years(trend("quarter", [1] * 5)) == (2022, 2023)

"""The page Results: every row has its words, with three records, with targets and with none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from data.filters import ALL, Filters, Vocabulary, require_filters
from data.results.shapes import Results
from data.results.status import Doubt, Status
from layouts import results_words, theme
from layouts.canvas import Canvas
from layouts.figures.course import course
from layouts.figures.course_scale import value_ticks, year_ticks
from layouts.pages.results import layout
from layouts.results_tables import countries_table, course_table
from layouts.sentences.results import course_said
from layouts.target_bar import target_bar
from loaded import fill, opened
from small_workbooks import Sheets, activity, city, dataset, indicator, write_workbook
from spoken import components, spoken

MAIN = Canvas(1232, 720, 16)
THREE: Sheets = {
    "dataset": [dataset(launched="2024-01", as_of="2024-06-30")],
    "cities": [city("elbasan"), city("peja")],
    "activities": [
        activity("one", start="2024-02-08", cities="elbasan"),
        activity("two", start="2024-05-08", cities="elbasan;peja"),
        activity("three", start="2024-06"),
    ],
    "indicators": [
        indicator("held", "activities-held", headline="yes"),
        indicator("people", "people-engaged", level="outcome"),
    ],
}
TARGETS = [
    {"indicator": "held", "start": "2024-01-01", "end": "2024-12-31", "value": 12,
     "kind": "incremental", "baseline": 2, "baseline_date": "2023"},
    {"indicator": "people", "start": "2024-01-01", "end": "2024-12-31", "value": 50,
     "kind": "cumulative"},
    {"indicator": "held", "country": "AL", "start": "2024-01-01", "end": "2024-12-31", "value": 2,
     "kind": "incremental"},
]  # fmt: skip


def read(
    tmp_path: Path, sheets: Sheets, filters: Filters = ALL, named: str | None = None
) -> Results:
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    fill(url, write_workbook(tmp_path / "workbook", sheets))
    with opened(url) as repository:
        return repository.results(filters, named)


def page(results: Results, main: Canvas = MAIN) -> Any:
    return layout(results, "plain", main, 7)


def row(parts: Any, indicator_id: str) -> Any:
    return next(
        item for item in components(parts) if getattr(item, "id", None) == f"result-{indicator_id}"
    )


def test_a_row_says_counted_target_baseline_status_and_what_is_needed(tmp_path):
    words = spoken(row(page(read(tmp_path, THREE | {"targets": TARGETS})), "held"))
    for part in ("Behind", "3 of 12", "in 2024", "2 2023", "needs 1.5 a month until December 2024",
                 "so far 0.5", "Met: ", "2 of 2"):  # fmt: skip
        assert part.removesuffix(": ") in words, (part, words)


def test_what_is_not_recorded_is_never_behind(tmp_path):
    words = spoken(row(page(read(tmp_path, THREE | {"targets": TARGETS})), "people"))
    assert "Cannot say the actual is not recorded" in words
    assert "Behind" not in words


def test_without_targets_their_columns_are_gone_and_it_is_said(tmp_path):
    parts = page(read(tmp_path, THREE))
    words = spoken(parts)
    assert results_words.NO_TARGETS in words
    assert "Baseline" not in words
    assert "No indicator is defined at this level." in words


def test_without_indicators_it_is_said(tmp_path):
    words = spoken(page(read(tmp_path, {"dataset": [dataset()]})))
    assert results_words.NO_INDICATORS in words


def test_numbers_open_the_evidence_of_their_own_filter(tmp_path):
    results = read(
        tmp_path, THREE | {"targets": TARGETS}, require_filters("to=2024-03", Vocabulary())
    )
    buttons = [item for item in components(row(page(results), "held")) if _key(item)]
    assert [_key(item) for item in buttons] == [
        "held",
        "held~from.2024-01-01~to.2024-03-31",
        "held~country.AL",
        "held~country.AL~from.2024-01-01~to.2024-03-31",
        *(f"held~country.{code}" for code in ("BA", "XK", "ME", "MK", "RS")),
    ]


def _key(item: Any) -> str | None:
    props = item.to_plotly_json()["props"]
    return props.get("data-value") if props.get("data-mode") == "evidence" else None


def test_the_course_draws_what_was_reached_against_the_line_to_the_target(tmp_path):
    results = read(tmp_path, THREE | {"targets": TARGETS})
    chosen = results.chosen
    drawn = course(chosen.indicator, chosen.course, results.today, Canvas(540, 208), is_level=False)
    line, reached = drawn.data
    assert list(line.y) == [0, 12]
    assert list(reached.x) == ["2024-03-31", "2024-06-30"]
    assert list(reached.y) == [1, 3]
    assert list(reached.customdata[0]) == ["evidence", "held~from.2024-01-01~to.2024-03-31"]
    caption = course_said(results, chosen).text
    assert caption == "By 30 June 2024: 3 of 12 (target in 2024); behind."
    assert [item.cells[2] for item in course_table(results).rows] == [1, 3]
    albania = countries_table(results, "plain").rows[0]
    assert albania.cells[0] == "Albania"
    assert albania.cells[5] == 2


def test_lower_bounds_are_hollow_and_gaps_stay_gaps(tmp_path):
    heads = [{"activity": "two", "group": "youth", "gender": "female", "count": 9,
              "basis": "at-least", "scope": "region"}]  # fmt: skip
    results = read(tmp_path, THREE | {"attendance": heads}, named="people")
    drawn = course(
        results.chosen.indicator, results.chosen.course, results.today, Canvas(540, 208),
        is_level=False,
    )  # fmt: skip
    assert list(drawn.data[0].y) == [None, 9]
    assert drawn.data[0].connectgaps is False
    assert list(drawn.data[0].marker.color)[1] == theme.WHITE


def test_one_country_has_nothing_beside_it(tmp_path):
    results = read(tmp_path, THREE, Filters(countries=("AL",)))
    assert results.chosen.countries == ()
    assert "Counted, Albania" in spoken(page(results))


def test_a_period_that_has_not_begun_draws_nothing_and_says_so(tmp_path):
    results = read(tmp_path, THREE, require_filters("from=2030", Vocabulary()))
    parts = page(results)
    assert results_words.NOTHING_YET in spoken(parts)
    assert not [item for item in components(parts) if hasattr(item, "figure")]
    assert course_table(results).rows == ()


@pytest.mark.parametrize("width", [358, 976, 1232, 1820])
def test_pictures_fit_their_page(tmp_path, width):
    parts = page(read(tmp_path, THREE), Canvas(width, 800, 16))
    widths = [item.figure.layout.width for item in components(parts) if hasattr(item, "figure")]
    assert len(widths) == 2
    assert max(widths) <= width
    assert sum(widths) <= width or max(widths) == width


def test_a_bar_shows_share_pace_and_an_open_end_for_a_lower_bound():
    whole = unquote(target_bar(0.5, 0.75, theme.NAVY, 144, is_bound=False))
    assert "H72V8" in whole
    assert f'M108 0V10" stroke="{theme.INK}"' in whole
    open_ = unquote(target_bar(0.5, None, theme.NAVY, 144, is_bound=True))
    assert f'stroke="{theme.NAVY}"' in open_
    hollow = unquote(target_bar(2.0, None, None, 144, is_bound=False))
    assert theme.NAVY not in hollow
    assert "H143.5" in hollow
    assert unquote(target_bar(None, None, None, 144, is_bound=False)).count("<path") == 1


def test_every_status_and_doubt_has_its_words():
    assert set(results_words.STATUSES) == set(Status)
    assert set(results_words.DOUBTS) == set(Doubt)


def test_scales_are_round():
    assert value_ticks(300, "people") == [0, 100, 200, 300]
    assert value_ticks(1, "people") == [0, 1]
    assert value_ticks(66, "percent") == [0, 20, 40, 60]


def test_short_courses_have_months_and_long_ones_years():
    assert year_ticks(date(2024, 1, 1), date(2024, 12, 31), 8)[1] == [
        "Jan 2024",
        "Apr",
        "Jul",
        "Oct",
    ]
    assert year_ticks(date(2022, 11, 1), date(2025, 6, 30), 8)[1] == ["2023", "2024", "2025"]
    assert year_ticks(date(2000, 1, 1), date(2024, 12, 31), 3)[1] == ["2000", "2009", "2018"]

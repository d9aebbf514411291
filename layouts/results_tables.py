"""The charts of the page Results as rows: for their tables and their downloads."""

from __future__ import annotations

from data.evidence.asked import figure_key
from data.geography import country_name
from data.results.shapes import Chosen, Course, Results, Stretch
from layouts import results_words
from layouts.chart_table import Cell, ChartColumn, ChartRow, ChartTable

COURSE = "results-course"
COUNTRIES = "results-countries"
_COLUMNS = (
    ChartColumn("Until", "#date +end"),
    ChartColumn("Counted since", "#date +start"),
    ChartColumn("Reached", "#indicator +num", "number"),
    ChartColumn("Bound", "#meta"),
    ChartColumn("Target", "#targeted +num", "number"),
    ChartColumn("Target’s end"),
)


def course_table(results: Results) -> ChartTable:
    """List the points of the chosen indicator, one row each."""
    chosen = results.chosen
    title = f"{chosen.indicator.title} over time" if chosen else "Indicator over time"
    rows = _rows(chosen, chosen.course) if chosen else ()
    return ChartTable(COURSE, title, "What was reached by each day", _COLUMNS, tuple(rows))


def countries_table(results: Results, profile: str) -> ChartTable:
    """List the points of each country, one row each."""
    chosen = results.chosen
    title = f"{chosen.indicator.title} by country" if chosen else "Indicator by country"
    columns = (ChartColumn("Country", "#country +name"), *_COLUMNS)
    rows = [
        ChartRow((country_name(course.country or "", profile), *row.cells), evidence=row.evidence)
        for course in (chosen.countries if chosen else ())
        for row in (_rows(chosen, course) if chosen else ())
    ]
    caption = "What was reached in each country by each day"
    return ChartTable(COUNTRIES, title, caption, columns, tuple(rows))


def _rows(chosen: Chosen, course: Course) -> list[ChartRow]:
    return [row for stretch in course.stretches for row in _of_stretch(chosen, course, stretch)]


def _of_stretch(chosen: Chosen, course: Course, stretch: Stretch) -> list[ChartRow]:
    target = stretch.target
    rows = []
    for point in stretch.points:
        first = point.first.isoformat() if point.first else ""
        place = {"country": course.country} if course.country else {}
        cells: tuple[Cell, ...] = (
            point.last.isoformat(),
            first or "the beginning",
            point.count.value,
            (point.count.bound or "").replace("-", " ") or results_words.without_value(point.count),
            target.value if target else None,
            target.end.isoformat() if target else None,
        )
        key = figure_key(chosen.indicator.id, place | {"from": first, "to": point.last.isoformat()})
        rows.append(ChartRow(cells, evidence=key))
    return rows

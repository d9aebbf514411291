"""Which question feeds the rows of which chart, for downloads of just that chart."""

from __future__ import annotations

from collections.abc import Callable

from callbacks.requests import View
from data.repository import Repository
from layouts.chart_table import ChartTable
from layouts.needs_tables import answers_table
from layouts.parts.overview_tables import city_table, timeline_table
from layouts.results_tables import countries_table, course_table


def _city_map(repository: Repository, view: View) -> ChartTable:
    return city_table(repository.overview(view.filters).city_marks, view.profile)


def _timeline(repository: Repository, view: View) -> ChartTable:
    shown = repository.overview(view.filters).timeline
    return timeline_table(shown.marks, shown.months)


def _results_course(repository: Repository, view: View) -> ChartTable:
    return course_table(repository.results(view.filters, view.extras.get("indicator")))


def _results_countries(repository: Repository, view: View) -> ChartTable:
    shown = repository.results(view.filters, view.extras.get("indicator"))
    return countries_table(shown, view.profile)


def _needs_answers(repository: Repository, view: View) -> ChartTable:
    return answers_table(repository.needs(view.filters))


CHARTS: dict[str, Callable[[Repository, View], ChartTable]] = {
    "city-map": _city_map,
    "timeline": _timeline,
    "results-course": _results_course,
    "results-countries": _results_countries,
    "needs-answers": _needs_answers,
}
"""Every chart by its name in addresses."""

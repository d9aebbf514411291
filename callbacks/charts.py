"""Which question feeds the rows of which chart, for downloads of just that chart."""

from __future__ import annotations

from collections.abc import Callable

from callbacks.requests import View
from data.repository import Repository
from layouts.chart_table import ChartTable
from layouts.cities_links import CitiesLinks
from layouts.cities_tables import cities_table
from layouts.figures.support_rows import support_rows
from layouts.needs_tables import answers_table
from layouts.parts.overview_tables import city_table, timeline_table
from layouts.results_tables import countries_table, course_table
from layouts.support_links import SupportLinks


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


def _support_timeline(repository: Repository, view: View) -> ChartTable:
    links = SupportLinks(view.filters, view.extras.get("profile"))
    return support_rows(repository.support(view.filters), links)


def _cities_map(repository: Repository, view: View) -> ChartTable:
    links = CitiesLinks(view.filters, view.extras.get("profile"))
    return cities_table(repository.cities(view.filters), links, view.profile)


CHARTS: dict[str, Callable[[Repository, View], ChartTable]] = {
    "city-map": _city_map,
    "timeline": _timeline,
    "cities-map": _cities_map,
    "results-course": _results_course,
    "results-countries": _results_countries,
    "support-timeline": _support_timeline,
    "needs-answers": _needs_answers,
}
"""Every chart by its name in addresses."""

"""Every number in the sentence of a picture is a figure of the same filter, or a count of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counted_twice import YEARS, Loaded
from data.dates import parse_date
from data.filters import ALL, Filters
from layouts.sentences.overview import map_said, timeline_said
from layouts.sentences.results import countries_said, course_said
from layouts.sentences.sentence import Sentence
from random_filters import seeded_filters


def _filters(loaded: Loaded) -> list[Filters]:
    return [ALL, *seeded_filters(45, 5, loaded.vocabulary, YEARS)]


def _values(said: Sentence) -> list[float | None]:
    return [number.value for number in said.numbers]


def test_the_map_counts_cities_members_and_the_most_active(synthetic: Loaded) -> None:
    cities = synthetic.repository.reference().cities.values()
    for filters in _filters(synthetic)[:4]:
        marks = synthetic.repository.overview(filters).city_marks
        chosen = [
            city
            for city in cities
            if city.country in (filters.countries or (city.country,))
            and city.id in (filters.cities or (city.id,))
        ]
        numbers = _values(map_said(marks, filters.countries, "plain"))
        if not chosen:
            assert numbers == []
            continue
        assert numbers[0] == len(chosen)
        if len(chosen) > 1:
            assert numbers[1] == sum(city.membership == "member" for city in chosen)
        held = [_held_in(synthetic, filters, city.id) for city in chosen]
        assert max(held) == 0 or numbers[-1] == max(held)


def _held_in(loaded: Loaded, filters: Filters, city: str) -> float | None:
    """Count the activities in which a city took part, as the figure of that city."""
    of_city = replace(filters, cities=(city,))
    return loaded.repository.figures(of_city, ["activities-held"])[0].count.value


def test_the_timeline_counts_what_the_scope_says(synthetic: Loaded) -> None:
    for filters in _filters(synthetic):
        overview = synthetic.repository.overview(filters)
        times = overview.timeline
        said = timeline_said(times.lanes, times.marks, times.months, times.first, times.last)
        *activities, support = [number or 0 for number in _values(said)[: len(times.lanes)]]
        assert sum(activities) == overview.scope.activities
        assert support == overview.scope.support


@pytest.mark.parametrize("indicator", ["activities-held", "attendances", "women-share"])
def test_the_course_ends_with_the_figure_of_that_day(synthetic: Loaded, indicator: str) -> None:
    for filters in _filters(synthetic)[:4]:
        results = synthetic.repository.results(filters, indicator)
        chosen = results.chosen
        assert chosen is not None
        numbers = course_said(results, chosen).numbers
        for course, said in zip(
            (chosen.course, *chosen.countries),
            (*numbers[:1], *countries_said(chosen, "plain").numbers),
            strict=True,
        ):
            point = course.stretches[-1].points[-1]
            asked = filters.with_period(point.first, point.last)
            if course.country:
                asked = replace(asked, countries=(course.country,))
            figure = synthetic.repository.figures(asked, [indicator])[0]
            assert said.value == figure.count.value, (filters, course.country)


def test_what_has_not_begun_has_no_number(synthetic: Loaded) -> None:
    later = Filters(start=parse_date("2039"))
    results = synthetic.repository.results(later, "activities-held")
    assert results.chosen is not None
    said = course_said(results, results.chosen)
    assert said.text.startswith("Nothing to draw: the period has not begun.")
    assert countries_said(results.chosen, "plain").text == "Nothing to draw."

"""Every indicator against its target, for a filter and for each country beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data.counting.rules import Question
from data.figures import Indicator
from data.filters import Filters
from data.reference import Reference
from data.results.beside import Judge
from data.results.course import country_courses, course_of
from data.results.shapes import Chosen, CountryCell, ResultRow, Results
from data.results.shared import Questions
from data.results.status import nature_of
from data.values import COUNTRY_CODES


def read_results(question: Question, reference: Reference, indicator_id: str | None) -> Results:
    """Read the results of a question's filter; `indicator_id` names what is drawn over time.

    One that does not exist gives way to the first with a target, else the first headline.
    """
    filters = question.filters
    today = min(filters.last_day or question.as_of, question.as_of)
    judge = Judge(Questions(question, reference), reference, today)
    countries = countries_beside(filters, reference)
    rows = tuple(
        _row(judge, indicator, filters, countries) for indicator in reference.indicators.values()
    )
    chosen = _chosen(rows, indicator_id)
    drawn = _drawn(judge, chosen, filters, countries) if chosen else None
    return Results(reference, filters, today, countries, rows, drawn)


def countries_beside(filters: Filters, reference: Reference) -> tuple[str, ...]:
    """The countries that stand side by side: those chosen, those of chosen cities, else all.

    One alone is the filter itself: nothing stands beside it.
    """
    chosen = set(filters.countries) or set(COUNTRY_CODES)
    if filters.cities:
        chosen &= {reference.cities[city].country for city in filters.cities}
    return tuple(code for code in COUNTRY_CODES if code in chosen) if len(chosen) > 1 else ()


def _row(
    judge: Judge, indicator: Indicator, filters: Filters, countries: Sequence[str]
) -> ResultRow:
    figure = judge.figure(indicator, filters)
    return ResultRow(
        figure=figure,
        standing=judge.standing(indicator, figure.target, filters),
        countries=tuple(_cell(judge, indicator, filters, code) for code in countries),
    )


def _cell(judge: Judge, indicator: Indicator, filters: Filters, code: str) -> CountryCell:
    there = replace(filters, countries=(code,))
    target = judge.target(indicator, there)
    return CountryCell(
        country=code,
        count=judge.count(indicator, there),
        target=target,
        standing=judge.standing(indicator, target, there),
    )


def _chosen(rows: Sequence[ResultRow], indicator_id: str | None) -> Indicator | None:
    named = [row for row in rows if row.indicator.id == indicator_id]
    with_target = [row for row in rows if row.figure.target]
    headlines = [row for row in rows if row.indicator.headline]
    first = next(iter([*named, *with_target, *headlines, *rows]), None)
    return first.indicator if first else None


def _drawn(
    judge: Judge, indicator: Indicator, filters: Filters, countries: Sequence[str]
) -> Chosen:
    return Chosen(
        indicator=indicator,
        nature=nature_of(indicator),
        course=course_of(judge, indicator, filters),
        countries=country_courses(judge, indicator, filters, countries),
    )

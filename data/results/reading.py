"""Every indicator against its target, for a filter and for each country beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from data.beside import targets_belonging
from data.counting.rules import Question
from data.figures import Indicator
from data.filters import Filters
from data.reference import Reference
from data.results.beside import Judge
from data.results.course import country_courses, course_of
from data.results.kept import KeptResults
from data.results.shapes import Chosen, CountryCell, ResultRow, Results
from data.results.shared import Questions
from data.results.status import nature_of
from data.values import COUNTRY_CODES


def read_results(
    question: Question, reference: Reference, indicator_id: str | None, kept: KeptResults
) -> Results:
    """Read the results of a question's filter; `indicator_id` names what is drawn over time.

    One that does not exist gives way to the first with a target, else the first headline. The
    course is read first: what it counted up to a target's end, the rows need not count again.
    """
    filters = question.filters
    today = min(filters.last_day or question.as_of, question.as_of)
    judge = Judge(Questions(question, reference), reference, today)
    countries = countries_beside(filters, reference)
    chosen = _chosen(reference, filters, indicator_id)
    version = reference.dataset.version
    drawn = None
    if chosen is not None:
        draw = partial(_drawn, judge, chosen, filters, countries)
        drawn = kept.get((version, filters, chosen.id), draw)
    rows = kept.get(
        (version, filters),
        lambda: tuple(
            _row(judge, indicator, filters, countries)
            for indicator in reference.indicators.values()
        ),
    )
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


def _chosen(reference: Reference, filters: Filters, indicator_id: str | None) -> Indicator | None:
    known = list(reference.indicators.values())
    named = [item for item in known if item.id == indicator_id]
    aimed = [
        item for item in known if targets_belonging(reference.targets.get(item.id, ()), filters)
    ]
    headlines = [item for item in known if item.headline]
    return next(iter([*named, *aimed, *headlines, *known]), None)


def _drawn(
    judge: Judge, indicator: Indicator, filters: Filters, countries: Sequence[str]
) -> Chosen:
    return Chosen(
        indicator=indicator,
        nature=nature_of(indicator),
        course=course_of(judge, indicator, filters),
        countries=country_courses(judge, indicator, filters, countries),
    )

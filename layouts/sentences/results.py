"""What the pictures of the page Results show: how far an indicator came, and each country."""

from __future__ import annotations

from data.figures import Target
from data.results.shapes import Chosen, CoursePoint, ResultRow, Results
from data.results.status import Standing
from layouts import formats, results_words
from layouts.language import translated
from layouts.sentences.places import country_said
from layouts.sentences.sentence import Said, Sentence, say


def course_said(results: Results, chosen: Chosen) -> Sentence:
    """Say by when how much was reached, of which target, and how it stands."""
    unit = chosen.indicator.unit
    row = next(row for row in results.rows if row.indicator.id == chosen.indicator.id)
    point, target = results_words.last_point(chosen.course), row.figure.target
    if point is None:
        nothing = say("Nothing to draw: the period has not begun.")
        return nothing if target is None else _and_aim(nothing, target, unit)
    reached = Said(formats.count(point.count, unit), point.count.value)
    day = formats.day(point.last)
    if target is not None:
        return say(
            "By {day}: {reached} of {wanted} (target {period}); {standing}.",
            day=day,
            reached=reached,
            wanted=_wanted(target, unit),
            period=results_words.target_period(target),
            standing=_judged(row.standing),
        )
    plain = say("By {day}: {reached}. No target belongs to this filter.", day=day, reached=reached)
    return _and_undated(plain, results, row, point)


def _wanted(target: Target, unit: str) -> Said:
    return Said(results_words.number(target.value, unit), target.value, of="target")


def _and_aim(said: Sentence, target: Target, unit: str) -> Sentence:
    return say(
        "{nothing} The target is {wanted} {period}.",
        nothing=said,
        wanted=_wanted(target, unit),
        period=results_words.target_period(target),
    )


def _judged(standing: Standing) -> Sentence:
    word = translated(results_words.STATUSES[standing.status]).lower()
    if not standing.doubt:
        return Sentence((word,))
    doubt = translated(results_words.DOUBTS[standing.doubt])
    return say("{status}, as {doubt}", status=word, doubt=doubt)


def _and_undated(said: Sentence, results: Results, row: ResultRow, point: CoursePoint) -> Sentence:
    """Say why the last point is not the figure of the row: without a date, no day holds it."""
    count = row.figure.count
    if count.value == point.count.value or results.filters.end is not None or count.value is None:
        return said
    whole = Said(formats.count(count, row.indicator.unit), count.value, figure=row.indicator.id)
    return say(
        "{before} With records whose date is not known so precisely: {whole}.",
        before=said,
        whole=whole,
    )


def countries_said(chosen: Chosen, profile: str) -> Sentence:
    """Say how far each country came."""
    unit = chosen.indicator.unit
    said = [
        say(
            "{country} {reached}",
            country=country_said(course.country or "", profile),
            reached=Said(formats.count(point.count, unit), point.count.value),
        )
        for course in chosen.countries
        if (point := results_words.last_point(course)) is not None
    ]
    if not said:
        return say("Nothing to draw.")
    row = said[0]
    for country in said[1:]:
        row = say("{first}; {next}", first=row, next=country)
    return say("{countries}. All panels have the same scale.", countries=row)

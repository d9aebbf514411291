"""How long what was asked for has been waiting: classes of days, and the longest of all."""

from __future__ import annotations

from typing import Any

from dash import html

from data.support.shapes import Age, Support, SupportCourse
from data.support.stages import NO_DATE
from layouts import formats, support_words, words
from layouts.parts.bar import bar
from layouts.parts.icon import icon
from layouts.parts.number_link import number_link
from layouts.parts.sentence import sentence_parts
from layouts.sentences.support_waiting import longest_said
from layouts.support_links import SupportLinks

Parts = list[Any]


def support_ages(shown: Support, links: SupportLinks) -> Parts:
    """Draw the classes with their numbers, and name what waits longest; nothing if none waits."""
    if not any(age.records for age in shown.ages):
        return []
    largest = max(age.records for age in shown.ages if age.name != NO_DATE)
    rows = [
        _row(age, largest, links) for age in shown.ages if age.records or _is_class(age, largest)
    ]
    table = html.Table(
        [
            html.Caption("Open requests by age", className="visually-hidden"),
            html.Thead(
                html.Tr(
                    [
                        html.Th("Requested", scope="col"),
                        html.Th("Records", scope="colgroup", colSpan=2, className="number"),
                        html.Th("Past due", scope="col"),
                    ]
                )
            ),
            html.Tbody(rows),
        ],
        className="list support-ages",
    )
    return [table, *_longest(shown, links)]


def _is_class(age: Age, largest: int) -> bool:
    """Every class of days has its row, unless none has a record."""
    return age.name != NO_DATE and largest > 0


def _row(age: Age, largest: int, links: SupportLinks) -> html.Tr:
    name = support_words.AGES[age.name]
    label = f"Requested, {name}: {formats.number(age.records)}"
    number = number_link(age.records, links.list(waiting=age.name), label)
    is_dated = age.name != NO_DATE
    drawn = bar(age.records, largest, "hollow") if age.records and is_dated else ""
    return html.Tr(
        [
            html.Th(name, scope="row"),
            html.Td(drawn, className="support-bar"),
            html.Td(number, className="number" if age.records else "number support-zero"),
            html.Td(_past_due(age, name, links)),
        ],
        className=None if is_dated else "support-undated-row",
    )


def _past_due(age: Age, name: str, links: SupportLinks) -> Parts:
    if not age.past_due:
        return []
    label = f"Requested, {name}, past due: {formats.number(age.past_due)}"
    number = number_link(age.past_due, links.list(waiting=age.name, due="past"), label)
    return [html.Span([icon("warning"), number, " past due"], className="support-past-due")]


def _longest(shown: Support, links: SupportLinks) -> Parts:
    if not shown.longest:
        return []
    lines = [html.Li(_line(course, shown, links)) for course in shown.longest]
    return [html.H3("Waiting longest"), html.Ul(lines, className="support-lines")]


def _line(course: SupportCourse, shown: Support, links: SupportLinks) -> Parts:
    assert course.requested is not None
    vague = course.requested.precision != "day"
    since = longest_said(course.requested.last, shown.as_of, at_least=vague)
    told: Parts = [
        f"{words.STATUSES[course.status]}, asked for in " if vague
        else f"{words.STATUSES[course.status]}, asked for on ",
        formats.date_span(course.requested),
        ": ",
        *sentence_parts(since),
    ]  # fmt: skip
    late = course.due is not None and course.due.last < shown.as_of
    if course.due is not None:
        due = formats.date_span(course.due)
        told += [" · ", html.Span([icon("warning"), f"past due: {due}"] if late else f"due {due}",
                                  className="support-past-due" if late else None)]  # fmt: skip
    title = html.A(course.title, href=links.record(course.id), className="support-title")
    return [title, html.Span(told, className="quiet")]

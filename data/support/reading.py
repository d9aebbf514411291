"""All that the page Support asks, read at one moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from data.counting.rules import Question
from data.overview.lanes import SHOWN_SUPPORT
from data.reference import Reference
from data.support.ages import read_ages
from data.support.board import read_board
from data.support.courses import (
    MOST_COURSES,
    read_courses,
    read_longest_waiting,
    read_undated,
)
from data.support.exchange import read_exchange
from data.support.follow_through import read_follow_through
from data.support.money import read_money
from data.support.places import read_city_statuses, read_places
from data.support.shapes import (
    Support,
    SupportCourse,
    SupportLine,
    SupportMonth,
    SupportTimeline,
)


def read_support(question: Question, reference: Reference) -> Support:
    """Read the support of a filter; no more rows are read than the page shows."""
    is_few = sum(tally.records for tally in question.support) <= MOST_COURSES
    courses = read_courses(question) if is_few else None
    cities = read_city_statuses(question)
    return Support(
        reference=reference,
        filters=question.filters,
        as_of=question.as_of,
        cities_named=len(cities),
        board=read_board(question, courses),
        timeline=_timeline(question, courses),
        places=read_places(question, reference, cities),
        exchange=read_exchange(question),
        money=read_money(question),
        ages=read_ages(question),
        longest=read_longest_waiting(question),
        follow_through=read_follow_through(question, reference),
    )


def _timeline(question: Question, courses: Sequence[SupportCourse] | None) -> SupportTimeline:
    """Take few as they are, many by the month of their own date; declined support is on none."""
    tallies = [tally for tally in question.support if tally.status in SHOWN_SUPPORT]
    undated, months = Counter[str](), Counter[tuple[str, str | None]]()
    for tally in tallies:
        months[tally.status, tally.month] += tally.records
        undated[tally.status] += 0 if tally.month else tally.records
    lines: tuple[SupportLine, ...] = ()
    if any(undated.values()):
        lines = read_undated(question, SHOWN_SUPPORT)
    return SupportTimeline(
        courses=tuple(item for item in courses or () if item.status in SHOWN_SUPPORT),
        months=() if courses is not None else _months(months),
        undated={status: number for status, number in undated.items() if number},
        undated_lines=lines,
    )


def _months(months: Counter[tuple[str, str | None]]) -> tuple[SupportMonth, ...]:
    ordered = sorted(months.items(), key=lambda item: (item[0][1] or "", item[0][0]))
    return tuple(SupportMonth(*place, records) for place, records in ordered)

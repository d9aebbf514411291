"""What is drawn of one support: its waiting, its work, and dates that are known roughly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from data.dates import DateSpan
from data.support.shapes import SupportCourse
from data.support.stages import ASKED

Form = Literal["hollow", "solid", "half", "dashed", "band", "band-hollow"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of days and how it is drawn; `dashed` runs on to the day of the data."""

    form: Form
    first: date
    last: date


def pieces(course: SupportCourse, as_of: date) -> list[Piece]:
    """Cut a support into what is drawn of it: bands below, then waiting, then work."""
    return [*_bands(course), *_waiting(course, as_of), *_work(course, as_of)]


def _bands(course: SupportCourse) -> Iterator[Piece]:
    """Dates of which only the month or year is known; equal ones once."""
    drawn = set[tuple[date, date]]()
    for span in (course.completed, course.started, course.requested):
        if span is None or span.precision == "day" or (span.first, span.last) in drawn:
            continue
        drawn.add((span.first, span.last))
        hollow = span is course.requested or course.status in ASKED
        yield Piece("band-hollow" if hollow else "band", span.first, span.last)


def _waiting(course: SupportCourse, as_of: date) -> Iterator[Piece]:
    """From the request to what came next, or to the day of the data while nothing has."""
    asked = course.requested
    if asked is None:
        return
    after = course.started or (course.completed if course.status == "delivered" else None)
    if after is not None:
        if after.first > asked.last:
            yield Piece("hollow", asked.last, after.first)
    elif course.status in ASKED and as_of > asked.last:
        yield Piece("hollow", asked.last, as_of)
    elif asked.precision == "day":
        yield Piece("hollow", asked.first, asked.last)


def _work(course: SupportCourse, as_of: date) -> Iterator[Piece]:
    begun, ended = course.started, course.completed
    match course.status:
        case "delivered":
            yield from _delivered(begun, ended)
        case "in-progress":
            yield from _in_progress(course.started or course.requested, begun, as_of)
        case _ if begun is not None:
            yield Piece("hollow", begun.last, max(as_of, begun.last))


def _delivered(begun: DateSpan | None, ended: DateSpan | None) -> Iterator[Piece]:
    """From a known start to a known end; where they may be the same days, what is known of them."""
    first, last = begun or ended, ended or begun
    if first is None or last is None:
        return
    if first.precision == last.precision == "day":
        yield Piece("solid", first.first, last.last)
    elif first != last and last.first > first.last:
        yield Piece("solid", _inner(first, at_end=True), _inner(last, at_end=False))


def _inner(span: DateSpan, *, at_end: bool) -> date:
    return span.last if at_end else span.first


def _in_progress(since: DateSpan | None, begun: DateSpan | None, as_of: date) -> Iterator[Piece]:
    if since is None:
        return
    if begun is not None and begun.precision == "day":
        yield Piece("half", begun.first, begun.last)
    if as_of > since.last:
        yield Piece("dashed", since.last, as_of)

"""Open requests that wait: past the day that they are due, or asked for long ago."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.dates import DateSpan, days_before
from data.reference import span

Wait = Literal["past-due", "long-open", "no-request-date"]
WAITS: tuple[Wait, ...] = ("past-due", "long-open", "no-request-date")
ANY_WAIT = "open-request"
"""Every open request, whether it waits for long or not."""
OPEN_REQUESTS = ("requested", "agreed")


@dataclass(frozen=True, slots=True)
class WaitingRequest:
    """One open request; `days` = past the last possible day that it was due, or of its request."""

    id: str
    title: str
    beneficiary: str
    status: str
    requested: DateSpan | None
    due: DateSpan | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Requests:
    """Open requests of a filter: how many wait in which way, and the first of each, worst first.

    A request is in one group at most.
    """

    open: int
    numbers: Mapping[Wait, int]
    first: Mapping[Wait, tuple[WaitingRequest, ...]]


def waiting(question: Question, wait: str) -> sa.ColumnElement[bool]:
    """The open requests of one group, or all of them, as a condition on the sheet of support.

    A request due on the day of the data is not past it; one past due is in no other group.
    """
    column, as_of = schema.support.c, question.as_of
    is_open = column.status.in_(OPEN_REQUESTS)
    is_late = sa.func.coalesce(column.due_last < as_of, sa.false())
    if wait == ANY_WAIT:
        return is_open
    if wait == "past-due":
        return is_open & is_late
    if wait == "no-request-date":
        return is_open & ~is_late & column.requested_last.is_(None)
    oldest = days_before(as_of, question.attention.open_days)
    return is_open & ~is_late & (column.requested_last < oldest)


def read_requests(question: Question, most: int) -> Requests:
    """Count the open requests that wait, and read at most so many of each group."""
    sums = [sa.func.sum(sa.case((waiting(question, wait), 1), else_=0)) for wait in WAITS]
    query = pick.selected(
        pick.SUPPORT, question.filters, sa.func.count(), *sums, statuses=OPEN_REQUESTS
    )
    all_open, *numbers = question.connection.execute(query).one()
    counted = {wait: int(number or 0) for wait, number in zip(WAITS, numbers, strict=True)}
    return Requests(
        open=all_open,
        numbers=counted,
        first={wait: _first(question, wait, most) if counted[wait] else () for wait in WAITS},
    )


def _first(question: Question, wait: Wait, most: int) -> tuple[WaitingRequest, ...]:
    column = schema.support.c
    query = pick.selected(pick.SUPPORT, question.filters, *column, statuses=OPEN_REQUESTS).where(
        waiting(question, wait)
    )
    day = column.due_last if wait == "past-due" else column.requested_last
    rows = question.connection.execute(query.order_by(day, column.row).limit(most)).mappings()
    return tuple(_request(row, wait, question) for row in rows)


def _request(row: sa.RowMapping, wait: Wait, question: Question) -> WaitingRequest:
    since: Any = row["due_last"] if wait == "past-due" else row["requested_last"]
    return WaitingRequest(
        id=row["id"],
        title=row["title"],
        beneficiary=row["beneficiary"],
        status=row["status"],
        requested=span(row, "requested"),
        due=span(row, "due"),
        days=(question.as_of - since).days if since else None,
    )

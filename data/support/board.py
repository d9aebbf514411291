"""Support by channel and status, with the latest of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.support.shapes import Board, BoardCell, SupportCourse, SupportLine

MOST_TITLES = 3
_SUPPORT = schema.support.c
_CHANNELS = schema.LINKS["support", "channels"].c
_FUNDERS = schema.LINKS["support", "funders"].c
Place = tuple[str, str]
"""Channel and status."""


def read_board(question: Question, courses: Sequence[SupportCourse] | None) -> Board:
    """Count the selected support by channel and status; `courses` are all of it where it is few."""
    statuses = Counter[str]()
    for tally in question.support:
        statuses[tally.status] += tally.records
    cells = _many(question) if courses is None else _few(question, courses)
    return Board(_with_funders(question, cells), dict(statuses))


def _with_funders(question: Question, cells: Mapping[Place, BoardCell]) -> dict[Place, BoardCell]:
    """Add who funds the records that cells name."""
    ids = {line.id for cell in cells.values() for line in cell.latest}
    query = sa.select(_FUNDERS.record, _FUNDERS.value).where(_FUNDERS.record.in_(ids))
    funders: dict[str, tuple[str, ...]] = {}
    for record, funder in question.connection.execute(query.order_by(_FUNDERS.place)):
        funders[record] = (*funders.get(record, ()), funder)
    return {
        place: replace(
            cell,
            latest=tuple(replace(line, funders=funders.get(line.id, ())) for line in cell.latest),
        )
        for place, cell in cells.items()
    }


def _few(question: Question, courses: Sequence[SupportCourse]) -> Mapping[Place, BoardCell]:
    """Lay out few records: each cell names the first of its own."""
    query = sa.select(_CHANNELS.record, _CHANNELS.value).where(
        _CHANNELS.record.in_([course.id for course in courses])
    )
    named: dict[str, list[str]] = defaultdict(list)
    for record, channel in question.connection.execute(query):
        named[record].append(channel)
    lines: dict[Place, list[SupportLine]] = defaultdict(list)
    for course in courses:
        for channel in named[course.id]:
            lines[channel, course.status].append(SupportLine(course.id, course.title))
    return {
        place: BoardCell(len(found), tuple(found[:MOST_TITLES])) for place, found in lines.items()
    }


def _many(question: Question) -> Mapping[Place, BoardCell]:
    """Count by channel and status, and name the latest of each cell."""
    grain = _grain()
    counted = _joined(question, *grain, sa.func.count(), sa.func.max(_SUPPORT.first_day))
    cells = question.connection.execute(counted.group_by(*grain)).all()
    rows = _latest_rows(question, {(*place, day) for *place, _, day in cells})
    query = sa.select(_SUPPORT.row, _SUPPORT.id, _SUPPORT.title).where(
        _SUPPORT.row.in_(rows.values())
    )
    lines = {row: SupportLine(*line) for row, *line in question.connection.execute(query)}
    return {
        (channel, status): BoardCell(records, (lines[rows[channel, status]],))
        for channel, status, records, _ in cells
    }


def _latest_rows(
    question: Question, latest: Collection[tuple[str, str, date | None]]
) -> dict[Place, int]:
    """Find the first row of each channel and status on the latest of its days.

    Of the few records of those days alone: a row is nothing that an index could tell of all.
    """
    days = {day for *_, day in latest}
    dated = _SUPPORT.first_day.in_(days - {None})
    on_them = sa.or_(dated, _SUPPORT.first_day.is_(None)) if None in days else dated
    grain = (*_grain(), _SUPPORT.first_day)
    query = _joined(question, *grain, sa.func.min(_SUPPORT.row)).where(on_them)
    found = question.connection.execute(query.group_by(*grain))
    return {
        (channel, status): row
        for channel, status, day, row in found
        if (channel, status, day) in latest
    }


def _grain() -> tuple[sa.Column[Any], sa.Column[Any]]:
    return _CHANNELS.value, _SUPPORT.status


def _joined(question: Question, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    links = schema.LINKS["support", "channels"]
    query = pick.selected(pick.SUPPORT, question.filters, *columns)
    return query.join_from(schema.support, links, links.c.record == _SUPPORT.id)

"""Support by channel and status, with the latest of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.records.parts import NONE
from data.support.shapes import Board, BoardCell, SupportCourse, SupportLine

MOST_TITLES = 3
_SUPPORT = schema.support.c
_CHANNELS = schema.LINKS["support", "channels"].c
_FUNDERS = schema.LINKS["support", "funders"].c
_ROWS = 1_999_999_999
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
        for channel in named.get(course.id, [NONE]):
            lines[channel, course.status].append(SupportLine(course.id, course.title))
    return {
        place: BoardCell(len(found), tuple(found[:MOST_TITLES])) for place, found in lines.items()
    }


def _many(question: Question) -> Mapping[Place, BoardCell]:
    """Count by channel and status, and name the latest of each cell."""
    found = [
        (channel, status, records, _row_of(latest))
        for channel, status, records, latest in question.connection.execute(_grouped(question))
    ]
    query = sa.select(_SUPPORT.row, _SUPPORT.id, _SUPPORT.title).where(
        _SUPPORT.row.in_({row for *_, row in found})
    )
    lines = {row: SupportLine(*line) for row, *line in question.connection.execute(query)}
    return {
        (channel, status): BoardCell(records, (lines[row],))
        for channel, status, records, row in found
    }


def _row_of(latest: str) -> int:
    return _ROWS - int(latest.rpartition("/")[2])


def _grouped(question: Question) -> sa.Select[Any]:
    """Group in one pass; what is latest is found as the greatest of texts of one length."""
    channel = sa.func.coalesce(_CHANNELS.value, NONE).label("channel")
    day = sa.func.coalesce(sa.cast(_SUPPORT.first_day, sa.Text), "0000-00-00")
    latest = sa.func.max(day + "/" + sa.cast(_ROWS - _SUPPORT.row, sa.Text))
    query = pick.selected(
        pick.SUPPORT, question.filters, channel, _SUPPORT.status, sa.func.count(), latest
    )
    links = schema.LINKS["support", "channels"]
    joined = query.join_from(schema.support, links, links.c.record == _SUPPORT.id, isouter=True)
    return joined.group_by(channel, _SUPPORT.status)

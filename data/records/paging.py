"""A page of a list of records, and the whole list for a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa

from data import schema
from data.counting.rules import Question
from data.errors import HubError
from data.records.asked import RecordsAsked
from data.records.listing import (
    MOST_SORTED,
    Listing,
    Stretch,
    all_keys,
    read_keys,
    read_stretches,
)
from data.records.record import Names, Record, names_of, read_records_by_key
from data.records.selecting import MONTHLY_SORTS, listing_of
from data.records.shown import SHOWN_SHEETS
from data.records.sorting import default_sort
from data.records.withheld import without_small_numbers
from data.reference import Reference

ROWS_A_PAGE = 50
_RECORDS_AT_ONCE = 2_000


class TooManyToSort(HubError):
    """So many records can only be listed by date, kind or status."""

    status = 400


@dataclass(frozen=True, slots=True)
class RecordsPage:
    """One page of records; `asked` is what is shown, its page and sort those that there are."""

    asked: RecordsAsked
    records: tuple[Record, ...]
    names: Names
    total: int

    @property
    def page(self) -> int:
        """The number of the page, the first = 1."""
        return self.asked.page

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // ROWS_A_PAGE))


def read_page(question: Question, reference: Reference, asked: RecordsAsked) -> RecordsPage:
    """Read the page asked for: the last one beyond the end, the default order of too many."""
    if _is_too_long(question, asked):
        asked = replace(asked, sort=default_sort(asked.sheet))
    listing, stretches = _stretches(question, asked)
    total = _length(stretches)
    asked = replace(asked, page=min(asked.page, max(1, -(-total // ROWS_A_PAGE))))
    start = (asked.page - 1) * ROWS_A_PAGE
    keys = read_keys(question.connection, listing, stretches, start, ROWS_A_PAGE)
    records = read_records_by_key(question.connection, asked.sheet, keys)
    records = without_small_numbers(question.connection, records, question.small_numbers)
    names = names_of(question.connection, reference, records)
    return RecordsPage(asked, records, names, total)


def read_all(question: Question, asked: RecordsAsked) -> Iterator[Record]:
    """Read all records asked for in the order of their pages, few at a time.

    TooManyToSort before the first, where a page would fall back to the default order.
    """
    if _is_too_long(question, asked):
        raise TooManyToSort(f"There are too many records to sort them by {asked.sort}.")
    listing, stretches = _stretches(question, asked)
    for keys in all_keys(question.connection, listing, stretches):
        for start in range(0, len(keys), _RECORDS_AT_ONCE):
            chunk = keys[start : start + _RECORDS_AT_ONCE]
            records = read_records_by_key(question.connection, asked.sheet, chunk)
            yield from without_small_numbers(question.connection, records, question.small_numbers)


def read_row_numbers(connection: sa.Connection) -> Mapping[str, int]:
    """Count the rows of every sheet that people may see, as they were loaded."""
    numbers = [
        sa.select(sa.func.count())
        .select_from(schema.metadata.tables[sheet])
        .scalar_subquery()
        .label(sheet)
        for sheet in SHOWN_SHEETS
    ]
    return dict(connection.execute(sa.select(*numbers)).mappings().one())


def _stretches(question: Question, asked: RecordsAsked) -> tuple[Listing, Sequence[Stretch]]:
    listing = listing_of(question, asked)
    return listing, read_stretches(question.connection, listing)


def _length(stretches: Sequence[Stretch]) -> int:
    return sum(stretch.records for stretch in stretches)


def _is_too_long(question: Question, asked: RecordsAsked) -> bool:
    """Whether too many activities would be sorted for one page by what they are not kept by."""
    if asked.sheet != "activities" or asked.sort is None or asked.sort.name in MONTHLY_SORTS:
        return False
    _, stretches = _stretches(question, replace(asked, sort=default_sort(asked.sheet)))
    return _length(stretches) > MOST_SORTED

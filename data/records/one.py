"""One record in full: its values, its sources, and the records that name it."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from data.counting.rules import Question
from data.details import Source, read_sources
from data.errors import UnknownRecord
from data.records.listing import Key, read_keys, read_stretches
from data.records.record import Names, Record, names_of, read_records_by_key
from data.records.selecting import linked_listing
from data.records.shown import SHOWN_SHEETS, key_column
from data.records.withheld import without_small_numbers
from data.reference import Reference
from data.workbook.sheets import SHEETS

MOST_RELATED = 20
_LARGEST_ROW = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Related:
    """Records that name this one in one of their columns: how many, and the first of them."""

    sheet: str
    column: str
    number: int
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class RecordInFull:
    """One record, drafts included; `names` cover its related records as well."""

    record: Record
    sources: tuple[Source, ...]
    related: tuple[Related, ...]
    names: Names


def read_record(question: Question, reference: Reference, sheet: str, key: str) -> RecordInFull:
    """Read one record of a sheet that people may see; UnknownRecord when there is none."""
    record = _record(question, sheet, key)
    related = tuple(
        found
        for other, column in _naming(sheet)
        if (found := _related(question, other, column, record.key)).number
    )
    everything = [record, *(item for group in related for item in group.records)]
    return RecordInFull(
        record=record,
        sources=_sources(question.connection, record),
        related=related,
        names=names_of(question.connection, reference, everything),
    )


def _record(question: Question, sheet: str, key: str) -> Record:
    found = read_records_by_key(question.connection, sheet, [_key(sheet, key)])
    if not found:
        raise UnknownRecord("There is no record of that name.")
    return without_small_numbers(question.connection, found, question.small_numbers)[0]


def _key(sheet: str, key: str) -> Key:
    """Read the key that an address names; a row is a plain number."""
    if key_column(sheet) == "id":
        return key
    if not (key.isascii() and key.isdigit() and len(key) <= 10 and int(key) <= _LARGEST_ROW):
        raise UnknownRecord("There is no record of that number.")
    return int(key)


def _naming(sheet: str) -> list[tuple[str, str]]:
    """List the columns of other sheets that name records of this one."""
    return [
        (other.name, column.name)
        for other in SHEETS
        if other.name in SHOWN_SHEETS
        for column in other.columns
        if column.refers_to == sheet
    ]


def _related(question: Question, sheet: str, column: str, key: Key) -> Related:
    connection, listing = question.connection, linked_listing(sheet, column, key)
    stretches = read_stretches(connection, listing)
    keys = read_keys(connection, listing, stretches, 0, MOST_RELATED)
    records = read_records_by_key(connection, sheet, keys)
    shown = without_small_numbers(connection, records, question.small_numbers)
    return Related(sheet, column, sum(stretch.records for stretch in stretches), shown)


def _sources(connection: sa.Connection, record: Record) -> tuple[Source, ...]:
    keys = record.values.get("sources")
    if not isinstance(keys, tuple):
        return ()
    known = read_sources(connection, keys)
    return tuple(known[key] for key in keys)

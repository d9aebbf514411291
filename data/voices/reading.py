"""All that the page Voices asks, read at one moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from data.counting.rules import Question
from data.details import read_sources
from data.records.listing import Key
from data.records.record import Record, names_of, read_records_by_key
from data.reference import Reference
from data.voices.bits import read_bits
from data.voices.heard import read_stages
from data.voices.lens import read_funding
from data.voices.organisations import read_took_part
from data.voices.said import read_outputs, read_quotes
from data.voices.shapes import Funding, Group, Stage, Voices
from data.voices.tallies import read_tallies

_WITH_SOURCES = ("voices", "outputs")
Records = dict[str, dict[Key, Record]]


def read_voices(question: Question, reference: Reference) -> Voices:
    """Read the voices of a filter; no more records are read than the page shows."""
    connection, bits = question.connection, read_bits(question.connection)
    quotes, outputs = read_quotes(question), read_outputs(question, reference)
    stages, tallies = read_stages(question), read_tallies(question, bits)
    funding = read_funding(question, tallies)
    said = (quotes.shown, *outputs.kinds.values())
    records = _records(connection, (*said, *_of_stages(stages), *_of_funding(funding)))
    listed = [record for found in records.values() for record in found.values()]
    return Voices(
        reference=reference,
        filters=question.filters,
        quotes=quotes,
        outputs=outputs,
        stages=stages,
        took_part=read_took_part(question, reference, tallies, bits),
        funding=funding,
        records=records,
        names=names_of(connection, reference, listed),
        sources=read_sources(connection, set(_source_ids(listed))),
    )


def _records(connection: sa.Connection, groups: Iterable[Group]) -> Records:
    """Read the first records of all groups, a sheet at once."""
    keys: dict[str, list[Key]] = defaultdict(list)
    for group in groups:
        keys[group.sheet] += group.first
    return {
        sheet: {record.key: record for record in read_records_by_key(connection, sheet, wanted)}
        for sheet, wanted in keys.items()
        if wanted
    }


def _of_stages(stages: Iterable[Stage]) -> Iterator[Group]:
    for stage in stages:
        yield from (stage.held, stage.planned)


def _of_funding(funding: Iterable[Funding]) -> Iterator[Group]:
    for item in funding:
        if item.lens is not None:
            yield from (item.lens.alone, item.lens.shared, item.lens.others)


def _source_ids(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        keys = record.values["sources"] if record.sheet in _WITH_SOURCES else ()
        assert isinstance(keys, tuple)
        yield from keys

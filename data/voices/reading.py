"""All that the page Voices asks, read at one moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.counting.rules import Question
from data.details import read_sources
from data.records.record import Record, names_of
from data.reference import Reference
from data.voices.bits import read_bits
from data.voices.heard import read_stages
from data.voices.lens import read_funding
from data.voices.organisations import read_took_part
from data.voices.said import read_outputs, read_quotes
from data.voices.shapes import Funding, Group, Stage, Voices
from data.voices.tallies import read_tallies


def read_voices(question: Question, reference: Reference) -> Voices:
    """Read the voices of a filter; no more records are read than the page shows."""
    connection = question.connection
    quotes, outputs = read_quotes(question), read_outputs(question, reference)
    bits = read_bits(connection)
    stages, tallies = read_stages(question), read_tallies(question, bits)
    funding = read_funding(question, tallies)
    said = [*quotes.first, *_records(outputs.kinds.values())]
    everything = [*said, *_records((*_of_stages(stages), *_of_funding(funding)))]
    return Voices(
        reference=reference,
        filters=question.filters,
        quotes=quotes,
        outputs=outputs,
        stages=stages,
        took_part=read_took_part(question, reference, tallies, bits),
        funding=funding,
        names=names_of(connection, reference, everything),
        sources=read_sources(connection, set(_source_ids(said))),
    )


def _records(groups: Iterable[Group]) -> Iterator[Record]:
    for group in groups:
        yield from group.first


def _of_stages(stages: Iterable[Stage]) -> Iterator[Group]:
    for stage in stages:
        yield from (stage.held, stage.planned)


def _of_funding(funding: Iterable[Funding]) -> Iterator[Group]:
    for item in funding:
        if item.lens is not None:
            yield from (item.lens.alone, item.lens.shared, item.lens.others)


def _source_ids(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        keys = record.values["sources"]
        assert isinstance(keys, tuple)
        yield from keys

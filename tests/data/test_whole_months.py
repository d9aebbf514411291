"""Sums of whole months say what the records say, also in the month that is not over yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from counted_twice import NewDatabase
from data import schema
from data.counting import whole_months
from data.counting.rules import Question
from data.counting.splits import Splits
from data.database import open_for_loading
from data.dates import parse_date
from data.filters import ALL, Filters
from data.quality_counts import read_quality_counts
from data.reference import read_reference
from data.results.shared import Questions
from data.sources_used import SOURCED_SHEETS, resting_on_sources
from data.values import ACTIVITY_KINDS, CHANNELS, COUNTRY_CODES
from data.workbook.loading import load
from data.workbook.synthetic import write_synthetic

AS_OF = date(2024, 5, 17)
STARTS = ("2022-11", "2023", "2023-02-01", "2024-03", "2024-05")
ENDS = ("2023", "2023-06-30", "2024-02", "2024-04", "2024-05-17", "2024-05", "2025")


@pytest.fixture(scope="module")
def connection(
    new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sa.Connection]:
    """Load a workbook whose data end amid a month in which much is held."""
    folder = tmp_path_factory.mktemp("workbook")
    write_synthetic(folder, 400, seed=5, cities=12)
    sheet = folder / "dataset.csv"
    sheet.write_text(sheet.read_text("utf-8").replace("2024-12-31", AS_OF.isoformat()), "utf-8")
    engine = open_for_loading(new_database())
    with ExitStack() as stack:
        stack.callback(engine.dispose)
        load(engine, folder)
        with engine.connect() as opened:
            _require_a_parted_month(opened)
            yield opened


def _require_a_parted_month(connection: sa.Connection) -> None:
    """See that the month has activities before its day, after it, and across it."""
    facts = schema.activity_facts.c
    may = sa.select(sa.func.count()).where(facts.status == "held")
    before = may.where(facts.last_day.between(date(2024, 5, 1), AS_OF))
    after = may.where(facts.last_day.between(date(2024, 5, 18), date(2024, 5, 31)))
    assert connection.scalar(before)
    assert connection.scalar(after)


def _filters(seed: int, number: int) -> list[Filters]:
    random, drawn = Random(seed), []
    while len(drawn) < number:
        start, end = (
            parse_date(random.choice(days)) if random.random() < 0.6 else None
            for days in (STARTS, ENDS)
        )
        if start and end and start.first > end.last:
            continue
        drawn.append(
            Filters(
                countries=(random.choice(COUNTRY_CODES),) if random.random() < 0.5 else (),
                kinds=tuple(random.sample(ACTIVITY_KINDS, 3)) if random.random() < 0.4 else (),
                channels=(random.choice(CHANNELS),) if random.random() < 0.2 else (),
                start=start,
                end=end,
                programme=random.choice(("hub", "all")),
            )
        )
    return [ALL, *drawn]


def _said(question: Question) -> dict[str, Any]:
    """All that sums of months answer, in an order of its own."""
    return {
        "held": sorted(question.held, key=str),
        "people": [
            replace(group, months=tuple(sorted(group.months, key=str)))
            for group in (question.people.everyone, question.people.mayors)
        ],
        "genders": (question.people.female, question.people.gendered, question.people.ungendered),
        "support": sorted(question.support, key=str),
        "followed": tuple(question.followed),
        "splits": _with_people(question.splits),
        "quality": read_quality_counts(question),
    }


def _with_people(splits: Splits) -> list[dict[Any, Any]]:
    return [
        {part: split for part, split in parts.items() if (split.side, split.other) != (0, 0)}
        for parts in (splits.genders, splits.office_holders)
    ]


def test_sums_of_months_say_what_the_records_say(
    connection: sa.Connection, monkeypatch: pytest.MonkeyPatch
):
    asked = [Question(connection, filters, AS_OF) for filters in _filters(3, 25)]
    assert all(whole_months.of_whole_months(each.filters, AS_OF) for each in asked)
    summed = [_said(each) for each in asked]
    monkeypatch.setattr(whole_months, "of_whole_months", _never)
    for each, said in zip(asked, summed, strict=True):
        assert said == _said(Question(connection, each.filters, AS_OF)), each.filters.to_query()
    assert sum(len(said["held"]) for said in summed) > 100


def test_steps_of_months_say_what_the_records_say(
    connection: sa.Connection, monkeypatch: pytest.MonkeyPatch
):
    days = (date(2023, 3, 31), date(2023, 12, 31), AS_OF)
    reference = read_reference(connection)
    filters = [Filters(programme="all"), Filters(), Filters(countries=("AL",))]
    summed = [_stepped(connection, reference, each, days) for each in filters]
    assert summed[0][0]["held"] != summed[0][2]["held"]
    monkeypatch.setattr(whole_months, "of_whole_months", _never)
    assert summed == [_stepped(connection, reference, each, days) for each in filters]


def _stepped(
    connection: sa.Connection, reference: Any, filters: Filters, days: tuple[date, ...]
) -> list[dict[str, Any]]:
    questions = Questions(Question(connection, filters, AS_OF), reference)
    return [_shared(each) for each in questions.up_to(filters, days)] + [
        _shared(questions.under(replace(filters, countries=(code,))))
        for code in filters.countries or COUNTRY_CODES
    ]


def _shared(question: Question) -> dict[str, Any]:
    held: dict[str, list[int]] = {}
    for tally in question.held:
        added = held.setdefault(tally.kind, [0, 0])
        added[0] += tally.records
        added[1] += tally.naming_city
    support: dict[tuple[str, bool], int] = defaultdict(int)
    for one in question.support:
        support[one.status, one.names_city] += one.records
    return {
        "held": held,
        "support": {key: number for key, number in support.items() if number},
        "people": question.people,
        "followed": tuple(question.followed),
    }


def _never(*_: object) -> bool:
    return False


@pytest.mark.parametrize(
    ("filters", "whole"),
    [
        (ALL, True),
        (Filters(start=parse_date("2023"), end=parse_date("2024-02")), True),
        (Filters(end=parse_date("2024-05-17")), True),
        (Filters(end=parse_date("2024-05-16")), False),
        (Filters(start=parse_date("2024-05-02")), False),
        (Filters(themes=("trust",)), False),
        (Filters(funders=("usaid",)), False),
        (Filters(cities=("elbasan",)), False),
    ],
)
def test_only_whole_months_are_asked_of_their_sums(filters: Filters, whole: bool):
    assert whole_months.of_whole_months(filters, AS_OF) is whole
    assert not whole_months.of_whole_months(filters, AS_OF, [date(2023, 4, 29)])


def test_several_countries_have_no_sums_of_their_own():
    assert whole_months.place_of(ALL) == whole_months.ANYWHERE
    assert whole_months.place_of(Filters(countries=("AL",))) in whole_months.PLACES
    assert whole_months.place_of(Filters(countries=("AL", "XK"))) is None


def test_uses_of_sources_are_those_counted_anew(connection: sa.Connection):
    uses = schema.source_uses.c
    kept = connection.execute(sa.select(uses.source, uses.sheet, uses.records)).all()
    counted = [
        row for each in SOURCED_SHEETS for row in connection.execute(resting_on_sources(each))
    ]
    assert sorted(map(tuple, kept)) == sorted(map(tuple, counted))
    assert kept

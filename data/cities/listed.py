"""All cities of a filter with what is on record for each: one row per city.

What is counted beside a city is what the filter selects and the city is named in. The membership is
the city's own and does not follow the filter; the last contact does, but for its period.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import sqlalchemy as sa

from data import schema
from data.cities.last_contact import LastContact, read_last_contacts
from data.counting import selection as pick
from data.counting.answering import count_of
from data.counting.rules import DELIVERED, OPEN, Question
from data.figures import Figure
from data.filters import Filters
from data.overview.scope import read_city_marks
from data.quality_selection import PARTS, selects
from data.reference import City, Reference


@dataclass(frozen=True, slots=True)
class CityListed:
    """One city: activities held that it took part in, support to it, needs, practices.

    `last` is its last contact that has a date; `in_contact` tells whether it has any.
    """

    city: City
    held: int
    delivered: int
    open: int
    needs: int
    practices: int
    last: LastContact | None
    in_contact: bool

    @property
    def support(self) -> int:
        """Support delivered and open."""
        return self.delivered + self.open


@dataclass(frozen=True, slots=True)
class CitiesListed:
    """All cities in the places of a filter, in the workbook's order; `marks` are all on the map.

    `members` is the figure of member cities, where the workbook has one.
    """

    reference: Reference
    filters: Filters
    rows: tuple[CityListed, ...]
    marks: pd.DataFrame
    members: Figure | None

    def number(self, membership: str) -> int:
        """How many cities have a membership, whenever it began."""
        return sum(row.city.membership == membership for row in self.rows)

    @property
    def joined_later(self) -> int:
        """How many members joined after the end of the filter's period."""
        end = self.filters.last_day
        return sum(
            row.city.membership == "member"
            and bool(end and row.city.joined and row.city.joined.first > end)
            for row in self.rows
        )

    @property
    def idle(self) -> int:
        """How many cities have neither an activity held nor support that was not declined."""
        return sum(not (row.held or row.support) for row in self.rows)


def read_cities(question: Question, reference: Reference) -> CitiesListed:
    """Read every city in the places of the filter."""
    return CitiesListed(
        reference=reference,
        filters=question.filters,
        rows=_rows(question, reference),
        marks=read_city_marks(question, dict(reference.cities)),
        members=_members(question, reference),
    )


def _rows(question: Question, reference: Reference) -> tuple[CityListed, ...]:
    held, support = _held(question), _support(question)
    needs, practices = (_named(question, sheet) for sheet in ("needs", "practices"))
    contacts = read_last_contacts(question)
    return tuple(
        CityListed(
            city=city,
            held=held[city.id],
            delivered=sum(support[city.id, status] for status in DELIVERED),
            open=sum(support[city.id, status] for status in OPEN),
            needs=needs.get(city.id, 0),
            practices=practices.get(city.id, 0),
            last=contacts.get(city.id),
            in_contact=city.id in contacts,
        )
        for city in reference.cities.values()
        if city.id in question.chosen_cities
    )


def _held(question: Question) -> Counter[str]:
    found: Counter[str] = Counter()
    for tally in question.activity_cities:
        found[tally.city] += tally.records
    return found


def _support(question: Question) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for tally in question.support_cities:
        found[tally.city, tally.status] += tally.records
    return found


def _named(question: Question, sheet: str) -> Mapping[str, int]:
    """Count the records of a sheet that name one city, by city."""
    city: Any = PARTS[sheet].one_city
    query = sa.select(city, sa.func.count()).where(*selects(sheet, question.filters))
    rows = question.connection.execute(query.where(city.is_not(None)).group_by(city))
    return {row[0]: row[1] for row in rows}


def _members(question: Question, reference: Reference) -> Figure | None:
    indicators = reference.indicators.values()
    indicator = next((one for one in indicators if one.rule == "member-cities"), None)
    if indicator is None:
        return None
    return Figure(indicator, count_of(question, indicator), (), None)


def is_idle(question: Question) -> sa.ColumnElement[bool]:
    """Whether a city has neither an activity held nor support, as a condition on its sheet."""
    key, facts = schema.cities.c.id, schema.city_facts.c.city
    held = pick.selected(pick.ACTIVITY_CITIES, question.filters, facts, statuses=("held",))
    links = schema.LINKS["support", "cities"]
    support = pick.selected(
        pick.SUPPORT, question.filters, links.c.value, statuses=(*DELIVERED, *OPEN)
    ).join_from(schema.support, links, links.c.record == schema.support.c.id)
    return key.not_in(held) & key.not_in(support)


def joined_later(question: Question) -> sa.ColumnElement[bool]:
    """Whether a city joined after the period's end, as a condition on the sheet of cities."""
    end = question.filters.last_day
    return sa.false() if end is None else schema.cities.c.joined_first > end

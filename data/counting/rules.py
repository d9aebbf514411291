"""The table of counting rules: how each counts, and which records are its evidence.

`count` adds up a tally of the same selection that `evidence` lists record by record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import people as heads
from data.counting import selection as pick
from data.counting.asking import HELD, Asking, CityTally
from data.figures import Count, Indicator, Reason
from data.filters import Filters

FOLLOW_UP_DAYS = 183
FOLLOWED_KINDS = ("workshop", "roundtable")
OPEN = ("requested", "agreed", "in-progress")
DELIVERED = ("delivered",)
SUPPORTED = ("in-progress", "delivered")


class Question(Asking):
    """A filter on an open connection, with what its people rows add up to."""

    @cached_property
    def people(self) -> heads.People:
        """Attendances, people, mayors and genders of the selected held activities."""
        return heads.read_people(self)


@dataclass(frozen=True, slots=True)
class Rule:
    """One counting rule: the sheet of its evidence, its count and its evidence."""

    sheet: str
    count: Callable[[Question, Indicator], Count]
    evidence: Callable[[Question, Indicator], sa.Select[Any]]


def _tallied(reasons: Iterable[tuple[str | None, int]]) -> tuple[int, dict[str, int]]:
    """Add up (reason, records) pairs into the number counted and the numbers left out."""
    sums: Counter[str | None] = Counter()
    for reason, records in reasons:
        sums[reason] += records
    counted = sums.pop(None, 0)
    return counted, {str(reason): records for reason, records in sums.items() if records}


def _exact(value: float, counted: int, left_out: Mapping[str, int]) -> Count:
    return Count(float(value), "exact", counted, left_out)


def _number_of_records(reasons: Iterable[tuple[str | None, int]]) -> Count:
    counted, left_out = _tallied(reasons)
    return _exact(counted, counted, left_out)


def _distinct_cities(
    question: Question, tallies: Iterable[CityTally], parts: tuple[str, ...]
) -> int:
    named = {tally.city for tally in tallies if not parts or tally.part in parts}
    return len(named & question.chosen_cities)


def _no_city(reason: str | None, names_city: bool) -> str | None:
    return Reason.NO_CITY if reason is None and not names_city else reason


def _activities_held(question: Question, indicator: Indicator) -> Count:
    return _number_of_records(
        (tally.reason(indicator.kinds), tally.records) for tally in question.activity_tally
    )


def _activity_evidence(question: Question, indicator: Indicator) -> sa.Select[Any]:
    columns = schema.activities.c
    return pick.selection(
        pick.ACTIVITIES,
        question.filters,
        columns.id,
        columns.row,
        statuses=HELD,
        kinds=indicator.kinds,
    )


def _cities_engaged(question: Question, indicator: Indicator) -> Count:
    counted, left_out = _tallied(
        (_no_city(tally.reason(indicator.kinds), tally.names_city), tally.records)
        for tally in question.activity_tally
    )
    cities = _distinct_cities(question, question.activity_cities, indicator.kinds)
    return _exact(cities, counted, left_out)


def _cities_engaged_evidence(question: Question, indicator: Indicator) -> sa.Select[Any]:
    columns = schema.activities.c
    names = pick.names_city(pick.ACTIVITIES, question.filters)
    return pick.selection(
        pick.ACTIVITIES,
        question.filters,
        columns.id,
        columns.row,
        statuses=HELD,
        kinds=indicator.kinds,
        then=[(~names, pick.because(Reason.NO_CITY))],
    )


def _people_left_out(question: Question) -> dict[str, int]:
    _, left_out = _tallied((tally.reason(()), tally.records) for tally in question.activity_tally)
    return left_out


def _attendances(question: Question, _: Indicator) -> Count:
    return heads.count_attendances(question.people, _people_left_out(question))


def _people_engaged(question: Question, _: Indicator) -> Count:
    return heads.count_people(question.people.everyone, _people_left_out(question))


def _mayors_engaged(question: Question, _: Indicator) -> Count:
    return heads.count_people(question.people.mayors, _people_left_out(question))


def _women_share(question: Question, _: Indicator) -> Count:
    return heads.count_women_share(question.people, _people_left_out(question))


def _people_evidence(question: Question, _: Indicator, *, mayors: bool = False) -> sa.Select[Any]:
    return heads.evidence(question.filters, (), mayors=mayors)


def _support(question: Question, _: Indicator, *, statuses: tuple[str, ...]) -> Count:
    return _number_of_records(
        (tally.reason(statuses), tally.records) for tally in question.support_tally
    )


def _support_evidence(
    question: Question, _: Indicator, *, statuses: tuple[str, ...]
) -> sa.Select[Any]:
    columns = schema.support.c
    return pick.selection(
        pick.SUPPORT, question.filters, columns.id, columns.row, statuses=statuses
    )


def _cities_supported(question: Question, _: Indicator) -> Count:
    counted, left_out = _tallied(
        (_no_city(tally.reason(SUPPORTED), tally.names_city), tally.records)
        for tally in question.support_tally
    )
    cities = _distinct_cities(question, question.support_cities, SUPPORTED)
    return _exact(cities, counted, left_out)


def _cities_supported_evidence(question: Question, _: Indicator) -> sa.Select[Any]:
    columns = schema.support.c
    names = pick.names_city(pick.SUPPORT, question.filters)
    return pick.selection(
        pick.SUPPORT,
        question.filters,
        columns.id,
        columns.row,
        statuses=SUPPORTED,
        then=[(~names, pick.because(Reason.NO_CITY))],
    )


def _follow_through_selection(
    question: Question, *columns: sa.ColumnElement[Any]
) -> sa.Select[Any]:
    activity = schema.activities.c
    youngest = question.as_of - timedelta(days=FOLLOW_UP_DAYS)
    own = [
        (activity.last_day.is_(None), pick.because(Reason.UNDATED)),
        (activity.last_day > youngest, pick.because(Reason.TOO_RECENT)),
    ]
    return pick.selection(
        pick.ACTIVITIES, question.filters, *columns, statuses=HELD, kinds=FOLLOWED_KINDS, then=own
    )


def _follow_through(question: Question, _: Indicator) -> Count:
    grain = _follow_through_selection(question, schema.activities.c.followed_up).subquery()
    query = sa.select(grain.c.reason, grain.c.followed_up, sa.func.count()).group_by(
        grain.c.reason, grain.c.followed_up
    )
    rows = question.connection.execute(query).all()
    counted, left_out = _tallied((row[0], row[2]) for row in rows)
    followed = sum(row[2] for row in rows if row[0] is None and row[1])
    return Count(
        value=100 * followed / counted if counted else None,
        bound="exact" if counted else None,
        counted=counted,
        left_out=left_out,
        numerator=followed,
        denominator=counted,
    )


def _follow_through_evidence(question: Question, _: Indicator) -> sa.Select[Any]:
    return _follow_through_selection(question, schema.activities.c.id, schema.activities.c.row)


def _outputs_evidence(question: Question, _: Indicator) -> sa.Select[Any]:
    columns = schema.outputs.c
    return pick.selection(pick.OUTPUTS, question.filters, columns.id, columns.row)


def _members_evidence(question: Question, _: Indicator) -> sa.Select[Any]:
    """Select every city; membership is its status, and a city yet to join is outside."""
    city, filters = schema.cities.c, question.filters
    steps: list[pick.Step] = [(city.membership != "member", city.membership)]
    if filters.countries:
        steps.append((city.country.not_in(filters.countries), pick.because(Reason.PLACE)))
    if filters.cities:
        steps.append((city.id.not_in(filters.cities), pick.because(Reason.PLACE)))
    if filters.last_day:
        joined_later = sa.func.coalesce(city.joined_first > filters.last_day, sa.false())
        steps.append((joined_later, pick.because(Reason.OUTSIDE)))
    return sa.select(city.id, city.row, pick.reason_case(steps))


def _by_evidence(
    evidence: Callable[[Question, Indicator], sa.Select[Any]],
) -> Callable[[Question, Indicator], Count]:
    """Count a rule's evidence as it stands, one per record: for sheets that stay small."""

    def count(question: Question, indicator: Indicator) -> Count:
        grain = evidence(question, indicator).subquery()
        query = sa.select(grain.c.reason, sa.func.count()).group_by(grain.c.reason)
        return _number_of_records((row[0], row[1]) for row in question.connection.execute(query))

    return count


def _nothing(_question: Question, _indicator: Indicator) -> Count:
    return Count(None, None)


def _no_evidence(_question: Question, _indicator: Indicator) -> sa.Select[Any]:
    columns = schema.activities.c
    return sa.select(columns.id, columns.row, pick.reason_case([])).where(sa.false())


RULES: dict[str, Rule] = {
    "member-cities": Rule("cities", _by_evidence(_members_evidence), _members_evidence),
    "cities-engaged": Rule("activities", _cities_engaged, _cities_engaged_evidence),
    "activities-held": Rule("activities", _activities_held, _activity_evidence),
    "attendances": Rule("activities", _attendances, _people_evidence),
    "people-engaged": Rule("activities", _people_engaged, _people_evidence),
    "mayors-engaged": Rule("activities", _mayors_engaged, partial(_people_evidence, mayors=True)),
    "women-share": Rule("activities", _women_share, _people_evidence),
    "support-delivered": Rule(
        "support",
        partial(_support, statuses=DELIVERED),
        partial(_support_evidence, statuses=DELIVERED),
    ),
    "support-open": Rule(
        "support", partial(_support, statuses=OPEN), partial(_support_evidence, statuses=OPEN)
    ),
    "cities-supported": Rule("support", _cities_supported, _cities_supported_evidence),
    "follow-through": Rule("activities", _follow_through, _follow_through_evidence),
    "outputs": Rule("outputs", _by_evidence(_outputs_evidence), _outputs_evidence),
    "published": Rule("activities", _nothing, _no_evidence),
}


def ask(connection: sa.Connection, filters: Filters, as_of: date) -> Question:
    """Open a question: a filter on this connection, for data as of this day."""
    return Question(connection, filters, as_of)

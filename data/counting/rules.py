"""The table of counting rules: how each counts, and which records are its evidence.

`count` adds up what a selection selects; `evidence` lists the same selection record by record,
with the reason of each record left out. Both are built from the same steps of `selection`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import people as heads
from data.counting import selection as pick
from data.counting.asking import HELD, Asking, CityTally, HeldTally
from data.counting.followed import (
    FOLLOW_UP_DAYS,
    FOLLOWED_KINDS,
    FollowedTally,
    read_followed,
)
from data.counting.splits import Splits, read_splits
from data.dates import days_before
from data.figures import Count, Indicator, Reason
from data.filters import Filters

OPEN = ("requested", "agreed", "in-progress")
DELIVERED = ("delivered",)
SUPPORTED = ("in-progress", "delivered")


class Question(Asking):
    """A filter on an open connection, with what its people rows add up to."""

    @cached_property
    def people(self) -> heads.People:
        """Attendances, people, mayors and genders of the selected held activities."""
        return heads.read_people(self)

    @cached_property
    def followed(self) -> FollowedTally:
        """Selected workshops and roundtables that are old enough, and those followed up."""
        return read_followed(self)

    @cached_property
    def splits(self) -> Splits:
        """The selected people by gender and office, in parts of the neighbouring filters."""
        return read_splits(self)

    def under(self, filters: Filters) -> Question:
        """Return the same question under another filter."""
        return replace(self, filters=filters)


@dataclass(frozen=True, slots=True)
class Rule:
    """One counting rule: the sheet of its evidence, its count and its evidence."""

    sheet: str
    count: Callable[[Question, Indicator], Count]
    evidence: Callable[[Question, Indicator], sa.Select[Any]]


def left_out(question: Question, indicator: Indicator) -> dict[str, int]:
    """Count the candidates of a rule that were not counted, by reason."""
    records = RULES[indicator.rule].evidence(question, indicator).subquery()
    query = (
        sa.select(records.c.reason, sa.func.count())
        .where(records.c.reason.is_not(None))
        .group_by(records.c.reason)
    )
    return {str(reason): number for reason, number in question.connection.execute(query)}


def _exact(value: float, counted: int) -> Count:
    return Count(float(value), "exact", counted)


def _distinct_cities(
    question: Question, tallies: Iterable[CityTally], statuses: tuple[str, ...]
) -> int:
    named = {tally.city for tally in tallies if tally.status in statuses}
    return len(named & question.chosen_cities)


def _of_kinds(question: Question, indicator: Indicator) -> list[HeldTally]:
    """List the tallies of the indicator's kinds."""
    return [
        tally for tally in question.held if not indicator.kinds or tally.kind in indicator.kinds
    ]


def _activities_held(question: Question, indicator: Indicator) -> Count:
    records = sum(tally.records for tally in _of_kinds(question, indicator))
    return _exact(records, records)


def _activity_evidence(question: Question, indicator: Indicator) -> sa.Select[Any]:
    columns = schema.activity_facts.c
    return pick.selection(
        pick.ACTIVITIES,
        question.filters,
        columns.id,
        columns.activity.label("row"),
        statuses=HELD,
        kinds=indicator.kinds,
    )


def _cities_engaged(question: Question, indicator: Indicator) -> Count:
    counted = sum(tally.naming_city for tally in _of_kinds(question, indicator))
    if not indicator.kinds:
        return _exact(_distinct_cities(question, question.activity_cities, HELD), counted)
    query = pick.selected(
        pick.ACTIVITY_CITIES,
        question.filters,
        schema.city_facts.c.city,
        statuses=HELD,
        kinds=indicator.kinds,
    )
    named = set(question.connection.scalars(query.distinct()))
    return _exact(len(named & question.chosen_cities), counted)


def _cities_engaged_evidence(question: Question, indicator: Indicator) -> sa.Select[Any]:
    columns = schema.activity_facts.c
    names = pick.names_city(pick.ACTIVITIES, question.filters)
    return pick.selection(
        pick.ACTIVITIES,
        question.filters,
        columns.id,
        columns.activity.label("row"),
        statuses=HELD,
        kinds=indicator.kinds,
        then=[(~names, pick.because(Reason.NO_CITY))],
    )


def _attendances(question: Question, _: Indicator) -> Count:
    return heads.count_attendances(question.people)


def _people_engaged(question: Question, _: Indicator) -> Count:
    return heads.count_people(question.people.everyone)


def _mayors_engaged(question: Question, _: Indicator) -> Count:
    return heads.count_people(question.people.mayors)


def _women_share(question: Question, _: Indicator) -> Count:
    return heads.count_women_share(question.people)


def _people_evidence(question: Question, _: Indicator, *, mayors: bool = False) -> sa.Select[Any]:
    return heads.evidence(question.filters, mayors=mayors)


def _support(question: Question, _: Indicator, *, statuses: tuple[str, ...]) -> Count:
    records = sum(tally.records for tally in question.support if tally.status in statuses)
    return _exact(records, records)


def _support_evidence(
    question: Question, _: Indicator, *, statuses: tuple[str, ...]
) -> sa.Select[Any]:
    columns = schema.support.c
    return pick.selection(
        pick.SUPPORT, question.filters, columns.id, columns.row, statuses=statuses
    )


def _cities_supported(question: Question, _: Indicator) -> Count:
    counted = sum(
        tally.records
        for tally in question.support
        if tally.status in SUPPORTED and tally.names_city
    )
    return _exact(_distinct_cities(question, question.support_cities, SUPPORTED), counted)


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


def _follow_through_evidence(question: Question, _: Indicator) -> sa.Select[Any]:
    """Select the workshops and roundtables that are old enough."""
    activity = schema.activity_facts.c
    youngest = days_before(question.as_of, FOLLOW_UP_DAYS)
    own = [
        (activity.last_day.is_(None), pick.because(Reason.UNDATED)),
        (activity.last_day > youngest, pick.because(Reason.TOO_RECENT)),
    ]
    return pick.selection(
        pick.ACTIVITIES,
        question.filters,
        activity.id,
        activity.activity.label("row"),
        statuses=HELD,
        kinds=FOLLOWED_KINDS,
        then=own,
    )


def _follow_through(question: Question, _: Indicator) -> Count:
    of, numerator = question.followed
    return Count(
        value=100 * numerator / of if of else None,
        bound="exact" if of else None,
        counted=of,
        numerator=numerator,
        denominator=of,
    )


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
        query = sa.select(sa.func.count()).where(grain.c.reason.is_(None))
        records = question.connection.scalar(query) or 0
        return _exact(records, records)

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

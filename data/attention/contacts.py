"""When a member city was last in contact: at a held activity, or in a dated step of support.

A date counts by the last day that it may mean, so that nobody is called quiet who may not be; a
contact without a date leaves that open, but for one from before the hub, which ended before its
launch. Which contacts count follows the filter, but for its
places and its period: the period never moves the day of the data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

import sqlalchemy as sa

from data import schema
from data.attention.days import eve_of_launch, months_before, whole_months, without_period
from data.counting import selection as pick
from data.counting.asking import HELD
from data.counting.rules import Question
from data.filters import Filters
from data.reference import City, Reference
from data.values import PROGRAMMES

Silence = Literal["quiet", "never", "open", "recent"]
"""Without contact for long; none on record; perhaps, as a contact has no date; neither."""
MEMBER = "member"
"""Every member city, whatever its silence."""
SILENCES: tuple[Silence, ...] = ("quiet", "never", "open")

_STEPS = ("completed", "started", "requested")


@dataclass(frozen=True, slots=True)
class MemberContact:
    """One member city: the last possible day of its last dated contact, whole months ago.

    `undated`: it took part in a held activity that may lie on any day up to now. `earlier` is the
    last possible day of its last contact before the hub, read where the hub's programme has none.
    """

    city: City
    last: date | None
    months: int | None
    undated: bool
    silence: Silence
    earlier: date | None = None


def read_contacts(question: Question, reference: Reference) -> tuple[MemberContact, ...]:
    """Read every member city in the filter's places, in the workbook's order."""
    filters, as_of = question.filters, question.as_of
    known = _read(question)
    members = [city for city in reference.cities.values() if is_member_in(city, filters)]
    cutoff = months_before(as_of, question.attention.quiet_months)
    contacts = tuple(
        _contact(city, last, as_of, cutoff, undated=undated)
        for city in members
        for last, undated in (known.get(city.id, (None, False)),)
    )
    return _with_earlier(question, contacts)


def _with_earlier(
    question: Question, contacts: tuple[MemberContact, ...]
) -> tuple[MemberContact, ...]:
    if question.filters.programme != "hub" or all(one.silence != "never" for one in contacts):
        return contacts
    known = _read(question.under(replace(question.filters, programme="earlier")))
    return tuple(
        replace(one, earlier=known.get(one.city.id, (None,))[0]) if one.silence == "never" else one
        for one in contacts
    )


def is_member_in(city: City, filters: Filters) -> bool:
    """Whether a city is a member, in the chosen countries and among the chosen cities."""
    return (
        city.membership == "member"
        and (not filters.countries or city.country in filters.countries)
        and (not filters.cities or city.id in filters.cities)
    )


def _contact(
    city: City, last: date | None, as_of: date, cutoff: date, *, undated: bool
) -> MemberContact:
    months = None if last is None else whole_months(last, as_of)
    return MemberContact(city, last, months, undated, _silence(last, cutoff, undated=undated))


def _silence(last: date | None, cutoff: date, *, undated: bool) -> Silence:
    if last is not None and last > cutoff:
        return "recent"
    if undated:
        return "open"
    return "never" if last is None else "quiet"


def silent_cities(question: Question, silence: str) -> sa.ColumnElement[bool]:
    """The members of one silence, or all of them, as a condition on the sheet of cities."""
    cutoff = months_before(question.as_of, question.attention.quiet_months)
    member = schema.cities.c.membership == "member"
    if silence == MEMBER:
        return member
    recent = _in_contact(question, after=cutoff)
    if silence == "open":
        return member & _perhaps_lately(question) & ~recent
    dated = _in_contact(question, after=date.min)
    if silence == "never":
        return member & ~dated & ~_perhaps_lately(question)
    return member & dated & ~recent & ~_perhaps_lately(question)


def _read(question: Question) -> dict[str, tuple[date | None, bool]]:
    """Read the last day of each city's contacts, and whether it has one without a date."""
    known: dict[str, tuple[date | None, bool]] = {}
    for query, eve in (*_activities(question), *_support(question)):
        rows: Sequence[Any] = question.connection.execute(query).all()
        for city, dated, undated in rows:
            before, was_undated = known.get(city, (None, False))
            days = (before, dated, eve if undated else None)
            latest = max(filter(None, days), default=None)
            known[city] = latest, was_undated or (bool(undated) and eve is None)
    return known


Read = tuple[sa.Select[Any], date | None]
"""What is read, and the last day that an undated contact in it may lie on; None = any day."""


def _activities(question: Question) -> Iterator[Read]:
    """Seek the last day of each member and programme: an index gives it without reading others."""
    column, city = schema.city_facts.c, schema.cities.c
    for here, eve in _by_programme(question):
        last = _held(here, column.last_day).where(
            column.city == city.id, _has_begun(column, question.as_of)
        )
        last = last.order_by(column.last_day.desc()).limit(1).correlate(schema.cities)
        undated = _held(here, column.city).where(column.city == city.id, column.quarter == 0)
        yield (
            sa.select(
                city.id, last.scalar_subquery(), sa.exists(undated.correlate(schema.cities))
            ).where(city.membership == "member"),
            eve,
        )


def _by_programme(question: Question) -> Iterator[tuple[Question, date | None]]:
    """Ask of one programme at a time; what was before the hub ended before its launch."""
    asked = question.filters.programme
    for programme in PROGRAMMES if asked == "all" else (asked,):
        eve = eve_of_launch(question.connection) if programme == "earlier" else None
        yield question.under(replace(question.filters, programme=programme)), eve


def _has_begun(column: Any, as_of: date) -> sa.ColumnElement[bool]:
    return sa.and_(column.last_day.is_not(None), column.first_day <= as_of)


def _support(question: Question) -> Iterator[Read]:
    for links in _support_links():
        step = last_step(question.as_of)
        query = _steps(question, links, links.c.value, sa.func.max(step), sa.literal(0))
        yield query.group_by(links.c.value), None


def _in_contact(question: Question, *, after: date) -> sa.ColumnElement[bool]:
    """Whether the last possible day of a city's contact is after a day."""
    column, key = schema.city_facts.c, schema.cities.c.id
    held = _held(question, column.city).where(
        column.first_day <= question.as_of, column.last_day > after
    )
    steps = [
        _steps(question, links, links.c.value).where(last_step(question.as_of) > after)
        for links in _support_links()
    ]
    before_launch = [
        key.in_(_undated(here)) for here, eve in _by_programme(question) if eve and eve > after
    ]
    return sa.or_(key.in_(held), *(key.in_(query) for query in steps), *before_launch)


def _perhaps_lately(question: Question) -> sa.ColumnElement[bool]:
    """Whether a city has a contact that may lie on any day up to now."""
    key = schema.cities.c.id
    anywhen = [key.in_(_undated(here)) for here, eve in _by_programme(question) if eve is None]
    return sa.or_(sa.false(), *anywhen)


def _undated(question: Question) -> sa.Select[Any]:
    column = schema.city_facts.c
    return _held(question, column.city).where(column.quarter == 0)


def last_step(as_of: date) -> sa.ColumnElement[date]:
    """The last possible day of the last dated step of support that has begun; null = none."""
    column = schema.support.c
    steps = [(column[f"{step}_first"] <= as_of, column[f"{step}_last"]) for step in _STEPS]
    return sa.case(*steps, else_=sa.null())


def _support_links() -> tuple[sa.Table, ...]:
    return schema.LINKS["support", "cities"], schema.LINKS["support", "providers"]


def _held(question: Question, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    return pick.selected(pick.ACTIVITY_CITIES, contact_filters(question), *columns, statuses=HELD)


def _steps(question: Question, links: sa.Table, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    query = pick.selected(pick.SUPPORT, contact_filters(question), *columns)
    return query.join_from(schema.support, links, links.c.record == schema.support.c.id)


def contact_filters(question: Question) -> Filters:
    """The filter by which contacts count: its places choose cities, and its period is let go."""
    return replace(without_period(question.filters), countries=(), cities=())

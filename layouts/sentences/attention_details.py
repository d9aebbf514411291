"""What the page Attention says beside the name of each record: how long, how late."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from data.attention.aims import Aim
from data.attention.contacts import MemberContact
from data.attention.days import whole_months, without_period
from data.attention.half_year import CountryActivity
from data.attention.parts import NAME, PERHAPS, PLANNED
from data.attention.reading import Attention
from data.attention.requests import Wait, WaitingRequest
from data.attention.sources import ClosedSource
from data.dates import DateSpan
from data.evidence.asked import figure_key
from data.filters import Filters
from layouts import formats, results_words
from layouts.addresses import page_address
from layouts.language import is_english
from layouts.records_links import records_address
from layouts.sentences.sentence import (
    Said,
    Sentence,
    derived_said,
    figure_said,
    in_row,
    records_said,
    say,
)

_YEARS_FROM = 24
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Links:
    """What the addresses of lists take along; `profile` as the address of the page has it."""

    filters: Filters
    profile: str | None

    @property
    def over_all_days(self) -> Filters:
        """The filter without its period, for what does not follow the period."""
        return without_period(self.filters)

    def records(self, sheet: str, part: str, filters: Filters | None = None) -> str:
        """The list of the records that a rule finds."""
        return records_address(sheet, filters or self.filters, self.profile, **{NAME: part})

    def quality(self, sheet: str, name: str) -> str:
        """The list of the records in want of something."""
        return page_address(f"/records/{sheet}", self.filters, profile=self.profile, quality=name)


def months(number: int) -> Said:
    """Say a number of months."""
    return derived_said("{n} month", "{n} months", number)


def months_of(first: date, last: date) -> str:
    """Name the months from a day to another of the same year: July–December 2024."""
    ends = [DateSpan(day, day, "month") for day in (first, last)]
    if ends[0].first.month == ends[1].first.month or not is_english():
        return formats.interval(ends[0], ends[1])
    return f"{formats.MONTHS[first.month - 1]}–{formats.MONTHS[last.month - 1]} {last.year}"


def days(number: int) -> Said:
    """Say a number of days."""
    return derived_said("{n} day", "{n} days", number)


def age(number: int) -> Said:
    """Say how many months lie between, as whole years from two years on."""
    if number >= _YEARS_FROM:
        return derived_said("{n} year", "{n} years", number // _MONTHS_A_YEAR)
    return months(number)


def records_of(sheet: str, number: int, address: str) -> Said:
    """Say a number of records of a sheet that names sources."""
    match sheet:
        case "activities":
            said = records_said("{n} activity", "{n} activities", number, address)
        case "support":
            said = records_said("{n} support record", "{n} support records", number, address)
        case "cities":
            said = records_said("{n} city", "{n} cities", number, address)
        case "needs":
            said = records_said("{n} need", "{n} needs", number, address)
        case "practices":
            said = records_said("{n} good practice", "{n} good practices", number, address)
        case "voices":
            said = records_said("{n} voice", "{n} voices", number, address)
        case "outputs":
            said = records_said("{n} policy output", "{n} policy outputs", number, address)
        case _:
            said = records_said("{n} published figure", "{n} published figures", number, address)
    return said


def contact_of(one: MemberContact) -> Sentence:
    """Say since when a city is a member, and when it was last in contact."""
    said: list[Sentence] = []
    if one.city.joined:
        said.append(say("member since {joined}", joined=formats.date_span(one.city.joined)))
    if one.months is not None:
        said.append(_silence(one.months))
    return in_row(said)


def _silence(number: int) -> Sentence:
    if not number:
        return say("in contact less than a month ago")
    return say("no contact for {age}", age=age(number))


def no_contact_of(one: MemberContact, attention: Attention) -> Sentence:
    """Say since when a city is a member, and of a contact before the hub."""
    said = [contact_of(one)] if one.city.joined else []
    if one.earlier is not None:
        before = age(whole_months(one.earlier, attention.as_of))
        said.append(say("before the hub at least {age} ago", age=before))
    return in_row(said)


def request_of(one: WaitingRequest, wait: Wait) -> Sentence:
    """Say who asked, and how long a request has waited or is late."""
    said = [say("{beneficiary}", beneficiary=one.beneficiary)]
    since = one.due if wait == "past-due" else one.requested
    if since is not None and one.days is not None:
        day, number = formats.date_span(since), days(one.days)
        exact = since.precision == "day"
        if wait == "past-due" and exact:
            said.append(say("due {day}, {days} late", day=day, days=number))
        elif wait == "past-due":
            said.append(say("due {day}, at least {days} late", day=day, days=number))
        elif exact:
            said.append(say("asked for {day}, {days} ago", day=day, days=number))
        else:
            said.append(say("asked for {day}, at least {days} ago", day=day, days=number))
    return in_row(said)


def country_of(one: CountryActivity, attention: Attention, links: Links) -> Sentence:
    """Say when a country last had an activity, and what is planned there."""
    there = _in_country(attention, one.country)
    said = [_last_activity(one, attention)]
    if one.perhaps:
        address = links.records("activities", PERHAPS, there)
        perhaps = records_said("{n} activity", "{n} activities", one.perhaps, address)
        said.append(say("perhaps {activities} now", activities=perhaps))
    address = links.records("activities", PLANNED, there)
    planned = records_said("{n} planned", "{n} planned", one.planned, address)
    said.append(say("{planned}", planned=planned) if one.planned else say("nothing planned"))
    return in_row(said)


def _last_activity(one: CountryActivity, attention: Attention) -> Sentence:
    if one.last is None:
        return say("no dated activity on record")
    since = whole_months(one.last, attention.as_of)
    if not since:
        return say("last dated activity less than a month ago")
    return say("no dated activity for {age}", age=age(since))


def _in_country(attention: Attention, code: str) -> Filters:
    return replace(without_period(attention.filters), countries=(code,))


def steep_of(aim: Aim) -> Sentence:
    """Say what is reached of a target, what it needs a quarter, and the best quarter so far."""
    assert aim.needed is not None
    assert aim.best is not None
    return say(
        "{actual} of {value} {period}; needs {needed} a quarter, the best brought {best} ({when})",
        actual=_actual(aim),
        value=_value(aim),
        period=results_words.target_period(aim.target),
        needed=derived_said("{n}", "{n}", round(aim.needed, 1)),
        best=derived_said("{n}", "{n}", aim.best.rise),
        when=months_of(aim.best.first, aim.best.last),
    )


def below_of(aim: Aim) -> Sentence:
    """Say what is reached of a target."""
    return say(
        "{actual} of {value} {period}",
        actual=_actual(aim),
        value=_value(aim),
        period=results_words.target_period(aim.target),
    )


def unsure_of(aim: Aim) -> Sentence:
    """Say why it cannot be said how a target stands."""
    doubt = results_words.DOUBTS[aim.standing.doubt] if aim.standing.doubt else ""
    return in_row([below_of(aim), say("{doubt}", doubt=doubt)])


def source_of(one: ClosedSource) -> Sentence:
    """Say who published a source, and when."""
    said = [say("{publisher}", publisher=one.publisher)] if one.publisher else []
    if one.published:
        said.append(say("{published}", published=formats.date_span(one.published)))
    return in_row(said)


def _actual(aim: Aim) -> Said:
    assert aim.target.actual is not None
    assert aim.over is not None
    parts = dict(aim.over.parts())
    key = figure_key(aim.indicator.id, {"from": parts["from"], "to": parts["to"]})
    title = f"{aim.indicator.title}, {results_words.target_period(aim.target)}"
    unit = aim.indicator.unit
    return figure_said("{n}", "{n}", aim.target.actual, unit=unit, figure=key, title=title)


def _value(aim: Aim) -> str:
    return results_words.number(aim.target.value, aim.indicator.unit)

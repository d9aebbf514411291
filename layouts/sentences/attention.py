"""The sentences of the page Attention: one for each rule, with its numbers."""

from __future__ import annotations

from data.attention.contacts import MEMBER, Silence
from data.attention.days import HalfYear
from data.attention.parts import CLOSED
from data.attention.reading import Attention
from data.attention.requests import ANY_WAIT, Wait
from layouts.sentences.attention_details import (
    Links,
    days,
    months,
    months_of,
    records_of,
)
from layouts.sentences.sentence import (
    Said,
    Sentence,
    derived_said,
    in_row,
    records_said,
    say,
    say_many,
    together,
)


def half_year(span: HalfYear) -> str:
    """Name a half-year by its months: July–December 2024."""
    return months_of(span.first, span.last)


def members_said(attention: Attention, links: Links, silence: Silence) -> Said:
    """Say how many members have one silence."""
    number = len(attention.silent(silence))
    address = links.records("cities", silence)
    return records_said("{n} member city", "{n} member cities", number, address)


def all_members_said(attention: Attention, links: Links) -> Said:
    """Say how many member cities there are."""
    number, address = len(attention.contacts), links.records("cities", MEMBER)
    return records_said("{n} member city", "{n} member cities", number, address)


def lead(attention: Attention, links: Links) -> Sentence:
    """Say what it comes to: the requests past due, the members and countries long without."""
    if attention.requests.numbers["past-due"]:
        first = requests(attention, links, "past-due")
    else:
        first = say("No request is known to be past due.")
    missed: list[Sentence] = []
    if attention.silent("quiet"):
        missed.append(say("{members}", members=members_said(attention, links, "quiet")))
    without = len(attention.half_year.without)
    if without:
        countries = derived_said("{n} country", "{n} countries", without)
        missed.append(say("{countries}", countries=countries))
    if not missed:
        return together([first, say("No member and no country is known to have been missed out.")])
    return together([first, say("Long without the hub: {missed}.", missed=in_row(missed))])


def quiet(attention: Attention, links: Links) -> Sentence:
    """Say how many members were last in contact long ago."""
    return say_many(
        "{quiet} of {members} was last in contact {threshold} ago or longer.",
        "{quiet} of {members} were last in contact {threshold} ago or longer.",
        len(attention.silent("quiet")),
        quiet=_some(attention, links, "quiet"),
        members=all_members_said(attention, links),
        threshold=months(attention.thresholds.quiet_months),
    )


def never(attention: Attention, links: Links) -> Sentence:
    """Say how many members have no contact on record."""
    return say_many(
        "{never} of {members} has no contact on record: none took place, or none was noted.",
        "{never} of {members} have no contact on record: none took place, or none was noted.",
        len(attention.silent("never")),
        never=_some(attention, links, "never"),
        members=all_members_said(attention, links),
    )


def perhaps_quiet(attention: Attention, links: Links) -> Sentence:
    """Say of how many members it is not known, as a contact has no date."""
    return say_many(
        "{members} may have been without contact for {threshold}: one contact has no date.",
        "{members} may have been without contact for {threshold}: one contact each has no date.",
        len(attention.silent("open")),
        members=members_said(attention, links, "open"),
        threshold=months(attention.thresholds.quiet_months),
    )


def requests(attention: Attention, links: Links, wait: Wait) -> Sentence:
    """Say how many open requests wait in one way."""
    number, opened = attention.requests.numbers[wait], attention.requests.open
    some = records_said("{n}", "{n}", number, links.records("support", wait))
    everything = links.records("support", ANY_WAIT)
    of = records_said("{n} open request", "{n} open requests", opened, everything)
    if wait == "past-due":
        return say_many(
            "{some} of {of} is past its due date.",
            "{some} of {of} are past their due dates.",
            number,
            some=some,
            of=of,
        )
    if wait == "long-open":
        return say_many(
            "{some} of {of} has waited for more than {threshold}.",
            "{some} of {of} have waited for more than {threshold}.",
            number,
            some=some,
            of=of,
            threshold=days(attention.thresholds.open_days),
        )
    return say_many(
        "{some} of {of} has no date of request: how long it has waited is not known.",
        "{some} of {of} have no date of request: how long they have waited is not known.",
        number,
        some=some,
        of=of,
    )


def countries_without(attention: Attention) -> Sentence:
    """Say how many countries had no activity in the half-year."""
    without, asked = attention.half_year.without, attention.half_year.countries
    if len(asked) == 1:
        return say(
            "No activity in {half_year}.", half_year=half_year(attention.half_year.half_year)
        )
    return say_many(
        "{countries} of {asked} had no activity in {half_year}.",
        "{countries} of {asked} had no activity in {half_year}.",
        len(without),
        countries=derived_said("{n}", "{n}", len(without)),
        asked=derived_said("{n} country", "{n} countries", len(asked)),
        half_year=half_year(attention.half_year.half_year),
    )


def countries_unsure(attention: Attention) -> Sentence:
    """Say of how many countries it is not known whether they had an activity."""
    unsure = attention.half_year.unsure
    return say_many(
        "{countries} may have had an activity in {half_year}: its date is not known well enough.",
        "{countries} may have had an activity in {half_year}: the dates are not known well enough.",
        len(unsure),
        countries=derived_said("{n} country", "{n} countries", len(unsure)),
        half_year=half_year(attention.half_year.half_year),
    )


def closed_sources(attention: Attention, links: Links) -> Sentence:
    """Say how many sources have no address, and what rests on them alone or on none."""
    sources = attention.sources
    some = records_said(
        "{n} source", "{n} sources", sources.closed, links.records("sources", CLOSED)
    )
    everything = derived_said("{n}", "{n}", sources.all)
    first = say_many(
        "{some} of {everything} has no address, so that nobody can open it.",
        "{some} of {everything} have no address, so that nobody can open them.",
        sources.closed,
        some=some,
        everything=everything,
    )
    return together([first, _resting(attention, links)])


def _resting(attention: Attention, links: Links) -> Sentence:
    records = [
        say("{records}", records=records_of(sheet, number, links.records(sheet, CLOSED)))
        for sheet, number in attention.sources.resting
    ]
    if not records:
        return Sentence(())
    return say("On these alone rest {records}.", records=in_row(records))


def without_source(attention: Attention, links: Links) -> Sentence:
    """Say how many records name no source at all."""
    records = [
        say(
            "{records}",
            records=records_of(one.sheet, one.number, links.quality(one.sheet, one.name)),
        )
        for one in attention.qualities
        if one.name == "no-source" and one.number
    ]
    return say("No source is named for {records}.", records=in_row(records))


def steep(attention: Attention, links: Links) -> Sentence:
    """Say how many targets need more than the best quarter so far."""
    number = len(attention.aims.steep)
    address = links.records("targets", "steep")
    return say_many(
        "{targets} needs more in each quarter left than its best quarter so far brought.",
        "{targets} need more in each quarter left than their best quarters so far brought.",
        number,
        targets=records_said("{n} target", "{n} targets", number, address),
    )


def women_below(attention: Attention, links: Links) -> Sentence:
    """Say that the share of women is below its target."""
    number = len(attention.aims.women_below)
    address = links.records("targets", "women-below")
    return say_many(
        "The share of women is below {targets}.",
        "The share of women is below {targets}.",
        number,
        targets=records_said("{n} target", "{n} targets", number, address),
    )


def aims_unsure(attention: Attention) -> Sentence:
    """Say of how many targets it cannot be said how they stand."""
    number = len(attention.aims.unsure)
    return say_many(
        "Of {targets} it cannot be said how it stands.",
        "Of {targets} it cannot be said how they stand.",
        number,
        targets=derived_said("{n} target", "{n} targets", number),
    )


def strip(attention: Attention, links: Links) -> Sentence:
    """Say of all members how many were in contact lately, long ago, or never on record."""
    recent = sum(one.silence == "recent" for one in attention.contacts)
    said = [
        say(
            "Of {members}, {recent} in contact within the last {threshold}, {quiet} longer ago.",
            members=all_members_said(attention, links),
            recent=derived_said("{n} was", "{n} were", recent),
            quiet=_some(attention, links, "quiet"),
            threshold=months(attention.thresholds.quiet_months),
        )
    ]
    if attention.silent("never"):
        never_said = _some(attention, links, "never")
        said.append(say("Without any contact on record: {never}.", never=never_said))
    if attention.silent("open"):
        said.append(say("Not known: {open}.", open=_some(attention, links, "open")))
    return together(said)


def _some(attention: Attention, links: Links, silence: Silence) -> Said:
    number = len(attention.silent(silence))
    return records_said("{n}", "{n}", number, links.records("cities", silence))

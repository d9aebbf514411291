"""How each rule of attention is read under a filter, and what is said where it finds nothing."""

from __future__ import annotations

from data.attention.reading import Attention
from layouts import formats
from layouts.sentences.attention import half_year
from layouts.sentences.attention_details import days, months
from layouts.sentences.sentence import Sentence, say


def requests_reading(attention: Attention) -> Sentence:
    """Say which requests are asked about, and how their days are counted."""
    return say(
        "Support requested or agreed that the filter selects; days run to {day}, from the last "
        "day that a date can mean. What is past due is not said again as waiting.",
        day=_day(attention),
    )


def members_reading(attention: Attention) -> Sentence:
    """Say which members are asked about, and what counts as contact."""
    return say(
        "Members in the filter’s places. Contact is a held activity that the city took part in, or "
        "a dated step of support to it or by it, of the filter’s programme, kinds, themes, funders "
        "and channels; months run to {day}, whatever the period.",
        day=_day(attention),
    )


def countries_reading(attention: Attention) -> Sentence:
    """Say which countries are asked about, and what counts as an activity of the half-year."""
    return say(
        "The filter’s countries, or those of its cities; activities held wholly within "
        "{half_year}, the calendar half-year of {day}, whatever the period.",
        half_year=half_year(attention.half_year.half_year),
        day=_day(attention),
    )


def aims_reading() -> Sentence:
    """Say which targets are asked about."""
    return say(
        "Targets of the chosen country, or of the region where none is chosen, as on the page "
        "Results without a period. A quarter’s rise is that of the running total."
    )


def sources_reading() -> Sentence:
    """Say which sources are asked about."""
    return say(
        "All sources, whatever the filter; records that the filter selects, of which no source "
        "can be opened."
    )


def gaps_reading() -> Sentence:
    """Say which records are asked what they lack."""
    return say(
        "Of the approved records that the filter selects, its period included; each number opens "
        "its records."
    )


def calm(attention: Attention) -> list[Sentence]:
    """Say what is in order: one sentence for each rule that finds nothing."""
    return [
        *_calm_requests(attention),
        *_calm_members(attention),
        *_calm_countries(attention),
        *_calm_aims(attention),
        *_calm_sources(attention),
    ]


def _calm_requests(attention: Attention) -> list[Sentence]:
    numbers, said = attention.requests.numbers, []
    if not attention.requests.open:
        return [say("No request is open.")]
    if not numbers["past-due"]:
        said.append(say("No request is known to be past due."))
    if not numbers["long-open"]:
        threshold = days(attention.thresholds.open_days)
        said.append(say("No request is known to have waited for more than {days}.", days=threshold))
    return said


def _calm_members(attention: Attention) -> list[Sentence]:
    if not attention.contacts:
        return [say("There is no member city here.")]
    if attention.silent("quiet"):
        return []
    threshold = months(attention.thresholds.quiet_months)
    return [say("No member is known to be without contact for {months}.", months=threshold)]


def _calm_countries(attention: Attention) -> list[Sentence]:
    if attention.half_year.without or attention.half_year.unsure:
        return []
    named = half_year(attention.half_year.half_year)
    return [say("Every country had an activity in {half_year}.", half_year=named)]


def _calm_aims(attention: Attention) -> list[Sentence]:
    said, aims = [], attention.aims
    if not aims.growing:
        said.append(say("No target of a count that is to grow belongs to this filter."))
    elif not aims.steep:
        said.append(say("No target is known to need more than its best quarter so far."))
    if not aims.women:
        said.append(say("No target for the share of women belongs to this filter."))
    elif not aims.women_below:
        said.append(say("The share of women is not known to be below its target."))
    return said


def _calm_sources(attention: Attention) -> list[Sentence]:
    if not attention.sources.all:
        return [say("No source is loaded.")]
    return [] if attention.sources.closed else [say("Every source has an address.")]


def _day(attention: Attention) -> str:
    return formats.day(attention.as_of)

"""One sentence for each figure: what was counted, under which filter, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from data.figures import Figure, Published, Target
from data.filters import Filters
from data.reference import Reference
from layouts import formats
from layouts.records_links import RecordLinks
from layouts.sentences.context import context, under
from layouts.sentences.figures_counted import counted_clause
from layouts.sentences.figures_unknown import FigureRecords, unknown
from layouts.sentences.places import country_said
from layouts.sentences.sentence import Said, Sentence, derived_said, say, say_many, together

_ACTIVITIES = ("period", "place", "kinds", "themes", "funders", "programme")
_SUPPORT = ("period", "place", "themes", "funders", "channels", "programme")
PARTS: Mapping[str, tuple[str, ...]] = {
    "member-cities": ("stock", "place"),
    "cities-engaged": _ACTIVITIES,
    "activities-held": _ACTIVITIES,
    "attendances": _ACTIVITIES,
    "people-engaged": _ACTIVITIES,
    "mayors-engaged": _ACTIVITIES,
    "women-share": _ACTIVITIES,
    "support-delivered": _SUPPORT,
    "support-open": _SUPPORT,
    "cities-supported": _SUPPORT,
    "follow-through": _ACTIVITIES,
    "outputs": ("period", "place", "programme"),
    "published": ("period", "place"),
}
"""Counting rule → the parts of a filter that play a role in it."""

_NAMED = 2
"""So many countries are named; more are counted."""


def figure_sentence(
    figure: Figure,
    filters: Filters,
    reference: Reference,
    profile: str,
    key: str | None = None,
    *,
    page: RecordLinks | None = None,
) -> Sentence:
    """Say a figure under its own filter; `key` is its name in addresses on the page it stands on.

    What was left out is said where it was counted; what was published stands as published. With
    the links of a `page` the lists keep the page's filter, else they have the figure's own.
    """
    indicator = figure.indicator
    named = key or indicator.id
    phrases = context(filters, reference, profile, PARTS[indicator.rule])
    links, listed = (page, named) if page else (RecordLinks(filters, {}), indicator.id)
    return together(
        [
            under(phrases, counted_clause(figure, filters, named)),
            *_countries(figure, filters, profile),
            *unknown(FigureRecords(figure, filters, links, listed), reference),
            *(_published(item, indicator.unit, named) for item in figure.published[:1]),
            *_target(figure.target, indicator.unit, named),
        ]
    )


def _countries(figure: Figure, filters: Filters, profile: str) -> list[Sentence]:
    """Say which countries activities concern, where none was chosen and all are shown."""
    around, value = figure.around, figure.count.value
    if around is None or filters.has_place or not value:
        return []
    if not around.countries:
        return [
            say_many("It concerns no single country.", "They concern no single country.", value)
        ]
    countries = _named_or_counted(around.countries, profile)
    if around.some_regional:
        return [
            say(
                "Some concern no single country, the others {countries}.",
                countries=countries,
            )
        ]
    return [
        say_many(
            "It concerns {countries}.", "They concern {countries}.", value, countries=countries
        )
    ]


def _named_or_counted(countries: tuple[str, ...], profile: str) -> str | Said:
    if len(countries) <= _NAMED:
        return formats.joined([country_said(code, profile) for code in countries])
    return derived_said("{n} country", "{n} countries", len(countries))


def _published(item: Published, unit: str, key: str) -> Sentence:
    when = formats.date_span(item.as_of) if item.as_of else formats.no_date()
    if item.value is None:
        return say("Published without its number ({date}).", date=when)
    number = formats.percent(item.value) if unit == "percent" else formats.number(item.value)
    text = formats.at_least(number) if item.status == "at-least" else number
    said = Said(text, item.value, figure=key, label=text, of="published")
    return say("Published: {number} ({date}).", number=said, date=when)


def _target(target: Target | None, unit: str, key: str) -> list[Sentence]:
    if target is None:
        return []
    text = formats.percent(target.value) if unit == "percent" else formats.number(target.value)
    number = Said(text, target.value, figure=key, label=text, of="target")
    begin, end, year = formats.day(target.start), formats.day(target.end), target.start.year
    if target.kind == "cumulative":
        return [say("The target is {number} in all by {date}.", number=number, date=end)]
    if (target.start, target.end) == (date(year, 1, 1), date(year, 12, 31)):
        return [say("The target for {date} is {number}.", number=number, date=str(year))]
    return [
        say("The target from {begin} to {end} is {number}.", number=number, begin=begin, end=end)
    ]

"""What the page Cities says of all of them."""

from __future__ import annotations

from data.cities.listed import CitiesListed
from layouts import formats
from layouts.cities_links import CitiesLinks
from layouts.language import forms
from layouts.sentences.sentence import (
    Said,
    Sentence,
    figure_said,
    listed,
    records_said,
    say,
    say_many,
    together,
)

_MEMBER = forms("{n} member of the network", "{n} members of the network")
_OTHERS = {
    "participant": forms("{n} that takes part", "{n} that take part"),
    "former": forms("{n} former member", "{n} former members"),
}


def head_said(shown: CitiesListed, links: CitiesLinks) -> Sentence:
    """Say how many cities there are by membership, and how many had nothing under this filter."""
    if not shown.reference.cities:
        return say("No city is recorded in this dataset yet: they stand in its sheet of cities.")
    if not shown.rows:
        return say("No city belongs to this filter: choose another country, or all cities.")
    cities = records_said("{n} city", "{n} cities", len(shown.rows), links.all())
    return together(
        [
            say("{cities}: {memberships}.", cities=cities, memberships=_memberships(shown, links)),
            _idle(shown, links),
        ]
    )


def _memberships(shown: CitiesListed, links: CitiesLinks) -> Sentence:
    return listed([*_members(shown, links), *_others(shown, links)])


def _members(shown: CitiesListed, links: CitiesLinks) -> list[Said | Sentence]:
    """Say the members: the figure, which is a stock at the period's end, where there is one."""
    number, later = shown.number("member"), shown.joined_later
    if not number:
        return []
    if shown.members is None:
        return [records_said(*_MEMBER, number, links.all(membership="member"))]
    indicator, count = shown.members.indicator, shown.members.count
    said = figure_said(
        *_MEMBER, count, unit=indicator.unit, figure=indicator.id, title=indicator.title
    )
    end = shown.filters.last_day
    if not later or end is None:
        return [said]
    address = links.all(membership="member", joined="later")
    joined = records_said("{n} that joined later", "{n} that joined later", later, address)
    return [say("{members} by {date}", members=said, date=formats.day(end)), joined]


def _others(shown: CitiesListed, links: CitiesLinks) -> list[Said]:
    return [
        records_said(*said, number, links.all(membership=membership))
        for membership, said in _OTHERS.items()
        if (number := shown.number(membership))
    ]


def _idle(shown: CitiesListed, links: CitiesLinks) -> Sentence:
    number, cities = shown.idle, len(shown.rows)
    if not number:
        return say_many(
            "It has a held activity or support under this filter.",
            "Each has a held activity or support under this filter.",
            cities,
        )
    if number == cities:
        return say_many(
            "It has neither a held activity nor support under this filter.",
            "None of them has a held activity or support under this filter.",
            cities,
        )
    idle = records_said("{n} of them", "{n} of them", number, links.all(idle="yes"))
    return say_many(
        "{cities} has neither a held activity nor support under this filter.",
        "{cities} have neither a held activity nor support under this filter.",
        number,
        cities=idle,
    )

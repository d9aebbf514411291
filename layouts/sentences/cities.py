"""What the page Cities says of all of them."""

from __future__ import annotations

from data.cities.listed import CitiesListed
from layouts.cities_links import CitiesLinks
from layouts.language import forms
from layouts.sentences.figures import figure_sentence
from layouts.sentences.sentence import Said, Sentence, records_said, say, say_many, together

_MEMBERSHIPS = {
    "member": forms("{n} member of the network", "{n} members of the network"),
    "participant": forms("{n} that takes part", "{n} that take part"),
    "former": forms("{n} former member", "{n} former members"),
}


def head_said(shown: CitiesListed, links: CitiesLinks, profile: str) -> Sentence:
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
            *_members_then(shown, profile),
        ]
    )


def _memberships(shown: CitiesListed, links: CitiesLinks) -> Sentence:
    said: list[Said] = []
    for membership, (one, many) in _MEMBERSHIPS.items():
        number = sum(row.city.membership == membership for row in shown.rows)
        if number:
            said.append(records_said(one, many, number, links.all(membership=membership)))
    row = Sentence((said[0],))
    for item in said[1:-1]:
        row = say("{first}, {next}", first=row, next=item)
    return say("{first} and {last}", first=row, last=said[-1]) if len(said) > 1 else row


def _idle(shown: CitiesListed, links: CitiesLinks) -> Sentence:
    if not shown.idle:
        return say("Each has an activity or support under this filter.")
    number = shown.idle
    idle = records_said("{n} of them", "{n} of them", number, links.all(idle="yes"))
    return say_many(
        "{cities} has neither an activity nor support under this filter.",
        "{cities} have neither an activity nor support under this filter.",
        number,
        cities=idle,
    )


def _members_then(shown: CitiesListed, profile: str) -> list[Sentence]:
    """Say the members at the period's end, where the period has one."""
    if shown.members is None or shown.filters.last_day is None:
        return []
    return [figure_sentence(shown.members, shown.filters, shown.reference, profile)]

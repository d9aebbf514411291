"""The sentences of the page of one city."""

from __future__ import annotations

from collections.abc import Sequence

from data.cities.journey_shapes import SHEETS, Entry, Journey, Stretch
from data.cities.neighbours import Neighbour
from data.reference import Reference
from layouts import formats, needs_words
from layouts.journey_links import JourneyLinks
from layouts.parts.record_values import shortened
from layouts.sentences.journey_chain import chain_said
from layouts.sentences.sentence import (
    Said,
    Sentence,
    derived_said,
    listed,
    records_said,
    say,
    say_many,
    together,
)

NOTHING = Sentence(())


def head_said(shown: Journey, links: JourneyLinks) -> Sentence:
    """Say how much is on record, and of the latest support that arose from something its chain."""
    counted = [_counted(sheet, shown.totals[sheet], links.told(sheet)) for sheet in SHEETS]
    there = [said for said in counted if said.value]
    if not there and shown.is_whole and not shown.earlier:
        return say("Nothing that happened with {city} is on record yet.", city=_name(shown))
    if not there:
        return say("Nothing that happened with {city} belongs to this filter.", city=_name(shown))
    return together([say("On record: {things}.", things=listed(there)), chain_said(shown)])


def _name(shown: Journey) -> str:
    return shortened(shown.city.name)


def _counted(sheet: str, number: int, records: str) -> Said:
    match sheet:
        case "activities":
            return records_said("{n} activity", "{n} activities", number, records)
        case "support":
            return records_said("{n} support record", "{n} support records", number, records)
        case "needs":
            return records_said("{n} need or concern", "{n} needs and concerns", number, records)
        case "voices":
            return records_said("{n} quote", "{n} quotes", number, records)
        case _:
            return records_said("{n} policy output", "{n} policy outputs", number, records)


def reading_said(shown: Journey, links: JourneyLinks) -> Sentence:
    """Say what the filter does on this page, and what was left out as it was before the hub."""
    read = say(
        "This page tells of {city} alone, whatever country or city is chosen; period, theme, kind,"
        " funder, channel and programme narrow it. Declined requests and activities that were"
        " postponed or cancelled are left out.",
        city=_name(shown),
    )
    return together([read, _earlier(shown, links)])


def _earlier(shown: Journey, links: JourneyLinks) -> Sentence:
    if not shown.earlier:
        return NOTHING
    counted = [
        _counted(sheet, number, links.earlier(sheet)) for sheet, number in shown.earlier.items()
    ]
    return say("Earlier records, from before the hub, are not told here: {things}.",
               things=listed(counted))  # fmt: skip


def timeline_said(shown: Journey) -> Sentence:
    """Say how the entries are ordered, or that nothing has a place in time."""
    if shown.entries:
        return say(
            "Ordered by what led to what, then by date; dates are as precise as they are recorded."
        )
    if shown.unplaced:
        return say("Nothing of this filter that names {city} has a date.", city=_name(shown))
    return say(
        "No activity, support, need, quote or policy output of this filter names {city}.",
        city=_name(shown),
    )


def gap_said(months: int, shown: Journey) -> Sentence:
    """Name a gap: of the record where all of it is told, else of what is shown."""
    length = derived_said("{n} month", "{n} months", months)
    if not shown.is_whole or shown.earlier:
        return say("Nothing dated is shown for {months}", months=length)
    if any(_is_undated(entry) for entry in (*shown.entries, *shown.unplaced)):
        return say("Nothing with a date on record for {months}", months=length)
    return say("Nothing on record for {months}", months=length)


def _is_undated(entry: Entry) -> bool:
    return entry.what != "underway" and entry.start is None and entry.end is None


def undated_said(shown: Journey) -> Sentence:
    """Say how many entries nothing places in time."""
    number = len(shown.unplaced)
    entries = derived_said("{n} entry", "{n} entries", number)
    return say_many(
        "{entries} has no date, and nothing on record places it among the others.",
        "{entries} have no date, and nothing on record places them among the others.",
        number,
        entries=entries,
    )


def more_said(rest: Sequence[Stretch], year: int | None, links: JourneyLinks) -> Sentence:
    """Say how many records of a year are not told, with the lists of all of them."""
    hidden = sum(stretch.records - stretch.told for stretch in rest)
    more = derived_said("and {n} more", "and {n} more", hidden)
    lists = listed(
        [_counted(item.sheet, item.records, links.told(item.sheet, year)) for item in rest]
    )
    if year is None:
        return say("{more} without a date: {lists} in all.", more=more, lists=lists)
    return say("{more} in {year}: {lists} in all.", more=more, year=f"{year}", lists=lists)


def peers_said(shown: Journey) -> Sentence:
    """Say from how many cities it learned and how many it taught."""
    peers = shown.peers
    learned = len(peers.learned) + peers.more_learned
    taught = len(peers.taught) + peers.more_taught
    if not learned and not taught and not peers.unnamed:
        return say("No support here names a city that shared its practice with {city}, or that"
                   " {city} shared its practice with.", city=_name(shown))  # fmt: skip
    parts = []
    if learned:
        number = derived_said("{n} city", "{n} cities", learned)
        parts.append(say_many("{cities} shared its practice with {city}.",
                              "{cities} shared their practice with {city}.", learned,
                              cities=number, city=_name(shown)))  # fmt: skip
    if taught:
        number = derived_said("{n} city", "{n} cities", taught)
        parts.append(say("{city} shared its practice with {cities}.", cities=number,
                         city=_name(shown)))  # fmt: skip
    return together(parts)


def needs_said(shown: Journey, links: JourneyLinks) -> Sentence:
    """Say how many needs there are, and how many have no answer."""
    number = shown.needs.total
    if not number:
        return say("No need, concern or barrier of {city} is on record here.", city=_name(shown))
    unanswered = shown.needs.number(answer="none")
    needs = _counted("needs", number, links.needs.needs())
    none = records_said("{n} has no answer on record yet", "{n} have no answer on record yet",
                        unanswered, links.needs.needs(answer="none"))  # fmt: skip
    if not unanswered:
        return say("{needs}.", needs=needs)
    return say("{needs}; {none}.", needs=needs, none=none)


def practices_said(shown: Journey, links: JourneyLinks) -> Sentence:
    """Say how many practices there are, and how many were never shared."""
    number, unshared = shown.needs.practice_number, shown.needs.unshared
    if not number:
        return say("No practice of {city} is on record here.", city=_name(shown))
    practices = records_said("{n} practice", "{n} practices", number, links.needs.practices())
    never = records_said(
        "{n} of them not shared at an activity on record",
        "{n} of them not shared at an activity on record",
        unshared,
        links.needs.practices(shared="no"),
    )
    if not unshared:
        return say("{practices}.", practices=practices)
    return say("{practices}, {never}.", practices=practices, never=never)


def neighbours_said(shown: Journey) -> Sentence:
    """Say on which themes other cities have a practice, or that none has."""
    if not shown.needs.total:
        return say("Without a need on record there is no theme to look for.")
    known = shown.reference
    if not shown.neighbours:
        themes = own_themes(shown)
        if not themes:
            return say("Its needs name no theme, so no practice can be matched.")
        named = formats.joined([needs_words.theme(known, key) for key in themes])
        return say("No other city has a practice on record on the themes of its needs: {themes}.",
                   themes=named)  # fmt: skip
    number = derived_said("{n} city", "{n} cities", len(shown.neighbours))
    return say_many(
        "{cities} with a practice on a theme of its needs, at first those that named such a need"
        " too.",
        "{cities} with a practice on a theme of its needs, at first those that named such a need"
        " too.",
        len(shown.neighbours),
        cities=number,
    )


def own_themes(shown: Journey) -> list[str]:
    """The themes of the city's needs, in the order of themes."""
    named = {tally.theme for tally in shown.needs.tallies}
    return [theme.id for theme in shown.reference.themes if theme.id in named]


def neighbour_said(item: Neighbour, known: Reference) -> Sentence:
    """Say on which theme a city has a practice, and whether it named such a need."""
    theme = needs_words.theme(known, item.theme)
    if item.shares:
        return say("{theme}; has raised it as well", theme=theme)
    return say("{theme}", theme=theme)

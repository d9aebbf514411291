"""What a filter selects, as phrases that stand before what is said of it: "in 2023, for Kosovo"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from data.filters import Filters
from data.reference import Reference
from layouts import formats, words
from layouts.sentences.sentence import Said, Sentence, say


def context(
    filters: Filters, reference: Reference, profile: str, parts: tuple[str, ...]
) -> list[Sentence]:
    """Say the parts of a filter that play a role in a figure, one phrase each.

    `parts` are of: period, stock (the period's end alone), place, kinds, themes, funders, channels,
    programme.
    """
    said = {
        "period": _period(filters),
        "stock": _stock(filters.last_day, reference.dataset.as_of),
        "place": _place(words.places(filters, reference, profile)),
        "kinds": _kinds([words.KINDS_MANY[kind] for kind in filters.kinds]),
        "themes": _themes([t.name for t in reference.themes if t.id in filters.themes]),
        "funders": _funders([words.organisation(reference, key) for key in filters.funders]),
        "channels": _channels([words.CHANNELS[channel] for channel in filters.channels]),
        "programme": _programme(filters.programme),
    }
    return [phrase for part in parts if (phrase := said[part]) is not None]


def under(phrases: list[Sentence], clause: Sentence) -> Sentence:
    """Say a clause under the phrases that stand before it, as a sentence of its own."""
    if not phrases:
        return say("{clause}.", clause=capital(clause))
    first, *others = phrases
    before = capital(first)
    for phrase in others:
        before = say("{phrases}, {phrase}", phrases=before, phrase=phrase)
    return say("{phrases}, {clause}.", phrases=before, clause=clause)


def capital(said: Sentence) -> Sentence:
    """Begin with a capital letter."""
    first, *others = said.pieces
    if isinstance(first, Said):
        return Sentence((replace(first, text=_capital(first.text)), *others))
    return Sentence((type(first)(_capital(first)), *others))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _period(filters: Filters) -> Sentence | None:
    start, end = filters.start, filters.end
    if start is None and end is None:
        return None
    if end is None and start is not None:
        return say("since {date}", date=formats.date_span(start))
    if start is None and end is not None:
        return say("until {date}", date=formats.date_span(end))
    fiscal = words.fiscal_period(filters)
    if fiscal or start == end:
        return say("in {date}", date=fiscal or words.period(filters))
    return say("from {period}", period=words.period(filters))


def _stock(end: date | None, as_of: date) -> Sentence | None:
    """Say the day of a stock, which nobody knows beyond the day of the data."""
    return None if end is None else say("on {date}", date=formats.day(min(end, as_of)))


def _place(places: str) -> Sentence | None:
    return say("for {places}", places=places) if places else None


def _kinds(kinds: list[str]) -> Sentence | None:
    return say("of {kinds}", kinds=formats.joined(kinds)) if kinds else None


def _themes(themes: list[str]) -> Sentence | None:
    return say("on {themes}", themes=formats.joined(themes)) if themes else None


def _funders(funders: list[str]) -> Sentence | None:
    return say("funded by {funders}", funders=formats.joined(funders)) if funders else None


def _channels(channels: list[str]) -> Sentence | None:
    return say("through {channels}", channels=formats.joined(channels)) if channels else None


def _programme(programme: str) -> Sentence | None:
    match programme:
        case "earlier":
            return say("before the hub")
        case "all":
            return say("in the hub’s programme and the years before it")
        case _:
            return None

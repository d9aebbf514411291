"""What a filter selects, as phrases that stand before what is said of it: "in 2023, for Kosovo"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from data.filters import Filters
from data.reference import Reference
from layouts import formats, words
from layouts.language import translated
from layouts.sentences.places import country_said
from layouts.sentences.sentence import Said, Sentence, say, say_many


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
        "place": _place(filters, reference, profile),
        "kinds": _kinds(named(words.KINDS_MANY, filters.kinds)),
        "themes": _themes(_joined(t.name for t in reference.themes if t.id in filters.themes)),
        "funders": _funders(_joined(words.organisation(reference, key) for key in filters.funders)),
        "channels": _channels(filters.channels),
        "programme": _programme(filters.programme),
    }
    return [phrase for part in parts if (phrase := said[part]) is not None]


def named(words_of: Mapping[str, str], values: Iterable[str]) -> str:
    """Say the words of some values as a list; the words are messages of the catalogue."""
    return _joined(translated(words_of[value]) for value in values)


def under(phrases: list[Sentence], clause: Sentence) -> Sentence:
    """Say a clause under the phrases that stand before it, as a sentence of its own."""
    if not phrases:
        return capital(say("{clause}.", clause=clause))
    before, *others = phrases
    for phrase in others:
        before = say("{phrases}, {phrase}", phrases=before, phrase=phrase)
    return capital(say("{phrases}, {clause}.", phrases=before, clause=clause))


def capital(said: Sentence) -> Sentence:
    """Begin with a capital letter."""
    first, *others = said.pieces
    if isinstance(first, Said):
        return Sentence((replace(first, text=_capital(first.text)), *others))
    return Sentence((type(first)(_capital(first)), *others))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _joined(names: Iterable[str]) -> str:
    return formats.joined(list(names))


def _period(filters: Filters) -> Sentence | None:
    start, end = filters.start, filters.end
    if start is None or end is None:
        return _open_period(filters)
    if start == end and start.precision == "day":
        return say("on {date}", date=formats.date_span(start))
    fiscal = words.fiscal_period(filters)
    if fiscal or start == end:
        return say("in {date}", date=fiscal or formats.date_span(start))
    begin, until = formats.date_span(start), formats.date_span(end)
    return say("from {begin} to {end}", begin=begin, end=until)


def _open_period(filters: Filters) -> Sentence | None:
    if filters.start is not None:
        return say("since {date}", date=formats.date_span(filters.start))
    if filters.end is not None:
        return say("until {date}", date=formats.date_span(filters.end))
    return None


def _stock(end: date | None, as_of: date) -> Sentence | None:
    """Say the day of a stock, which nobody knows beyond the day of the data."""
    return None if end is None else say("by {date}", date=formats.day(min(end, as_of)))


def _place(filters: Filters, reference: Reference, profile: str) -> Sentence | None:
    countries = _joined(country_said(code, profile) for code in filters.countries)
    cities = _joined(reference.cities[city].name for city in filters.cities)
    if cities and countries:
        return say("for {cities}, within {countries}", cities=cities, countries=countries)
    return say("for {places}", places=cities or countries) if filters.has_place else None


def _kinds(kinds: str) -> Sentence | None:
    return say("counting {kinds} only", kinds=kinds) if kinds else None


def _themes(themes: str) -> Sentence | None:
    return say("on {themes}", themes=themes) if themes else None


def _funders(funders: str) -> Sentence | None:
    return say("funded by {funders}", funders=funders) if funders else None


def _channels(channels: tuple[str, ...]) -> Sentence | None:
    if not channels:
        return None
    return say_many(
        "through the channel {channels}",
        "through the channels {channels}",
        len(channels),
        channels=named(words.CHANNELS, channels),
    )


def _programme(programme: str) -> Sentence | None:
    match programme:
        case "earlier":
            return say("before the hub")
        case "all":
            return say("in the hub’s programme and the years before it")
        case _:
            return None

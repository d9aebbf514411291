"""Writes what the timeline of a city says of an entry: its title, its dates, where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dash import html

from data.cities.journey_entries import ids_of, interval_of
from data.cities.journey_shapes import Entry, Journey, Tie
from data.geography import place_country_name
from layouts import evidence_words, formats, journey_words, words
from layouts.journey_links import JourneyLinks
from layouts.parts.record_values import outbound, shortened

Parts = list[Any]
MOST_SOURCES = 3
MOST_TIES = 4
MOST_CITIES = 6
LONGEST_SOURCE = 84
LONGEST_QUOTE = 220
_CAUSES = {"need": "Raised at: ", "output": "Named with: "}


@dataclass(frozen=True)
class JourneyWriter:
    """Writes entries under the links and the profile of the page."""

    shown: Journey
    links: JourneyLinks
    profile: str

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every entry that is told, by its anchor."""
        return {entry.key: entry for entry in (*self.shown.entries, *self.shown.unplaced)}

    def when(self, entry: Entry) -> str:
        """The dates of an entry, as precisely as they are recorded."""
        if entry.what == "underway":
            return f"as of {formats.day(self.shown.reference.dataset.as_of)}"
        if entry.start is None and entry.end is None:
            return journey_words.NO_DATE
        return formats.interval(entry.start, entry.end)

    def small(self, entry: Entry) -> str:
        """What stands beside the date: of which kind it was, and where."""
        match entry.what:
            case "activity":
                return " · ".join(self._kind_and_place(entry))
            case "output":
                return evidence_words.OUTPUT_KINDS[self._text(entry, "kind")]
            case "requested" | "started" | "delivered" | "underway":
                channels = [words.CHANNELS[name] for name in self._ids(entry, "channels")]
                return formats.joined(channels)
            case _:
                return ""

    def _kind_and_place(self, entry: Entry) -> list[str]:
        status = self._text(entry, "status")
        kind = words.KINDS[self._text(entry, "kind")]
        if status != "held":
            kind = f"{kind}, {words.STATUSES[status]}"
        place, country = self._text(entry, "place"), self._text(entry, "place_country")
        named = [place] if place else []
        named += [place_country_name(country, self.profile)] if country else []
        return [kind, *([", ".join(named)] if named else [])]

    def title(self, entry: Entry) -> Parts:
        """What happened, with the link to its record."""
        if entry.record is None:
            return [journey_words.JOINED]
        record = entry.record
        title = shortened(self.name(entry))
        linked = html.A(title, href=self.links.record(record.sheet, record.key))
        before = journey_words.TITLES.get(entry.what)
        if entry.what == "need":
            before = journey_words.NEEDS_RAISED[self._text(entry, "kind")]
        return [f"{before}: ", linked] if before else [linked]

    def name(self, entry: Entry) -> str:
        """The name of what happened in plain words."""
        if entry.record is None:
            return journey_words.JOINED
        if entry.what == "voice":
            return f"“{_cut(self._text(entry, 'text'), LONGEST_QUOTE)}”"
        column = "statement" if entry.what == "need" else "title"
        return self._text(entry, column)

    def details(self, entry: Entry) -> list[Parts]:
        """The lines below the title, in ink."""
        match entry.what:
            case "activity":
                return [self._part_in(entry), *self._practices(entry)]
            case "requested":
                return [[self._how_it_waits(entry)]]
            case "started":
                return self._providers(entry)
            case "delivered" | "underway":
                outcome = self._text(entry, "outcome")
                shared = self._providers(entry) if entry.what == "delivered" else []
                return [*shared, [outcome or journey_words.NO_OUTCOME]]
            case "voice":
                return [[f"{self._text(entry, 'speaker')}, {self._text(entry, 'role')}"]]
            case _:
                return []

    def doubt(self, entry: Entry) -> Parts:
        """Say where a date on record is at odds with what an entry arose from."""
        last = interval_of(entry, self.shown.reference.dataset.as_of)[1]
        return [journey_words.AT_ODDS] if entry.day and last and last < entry.day else []

    def _part_in(self, entry: Entry) -> Parts:
        cities, own = self._ids(entry, "cities"), self.shown.city.id
        planned = self._text(entry, "status") == "planned"
        hosts = self._text(entry, "host_city") == own
        if own not in cities:
            here = "To be held here" if planned else "Held here"
            return [f"{here}; the city itself is not named as taking part"]
        others = [key for key in cities if key != own]
        if hosts:
            said = "Is to host it" if planned else "Hosted it"
        else:
            said = "Is to take part" if planned else "Took part"
        return [said, *([", with ", *self.cities(others)] if others else [])]

    def _how_it_waits(self, entry: Entry) -> str:
        beneficiary, status = self._text(entry, "beneficiary"), self._text(entry, "status")
        asked = "" if beneficiary == self.shown.city.name else f"For {beneficiary}. "
        if status not in ("requested", "agreed"):
            return asked.strip()
        as_of = formats.day(self.shown.reference.dataset.as_of)
        waits = "Agreed, not begun" if status == "agreed" else "Requested, not begun"
        return f"{asked}{waits} on record as of {as_of}."

    def _providers(self, entry: Entry) -> list[Parts]:
        providers = self._ids(entry, "providers")
        return [["Practice shared by ", *self.cities(providers)]] if providers else []

    def _practices(self, entry: Entry) -> list[Parts]:
        return [
            [
                "Shared its practice: ",
                html.A(
                    shortened(self.shown.practices[key]), href=self.links.record("practices", key)
                ),
            ]
            for key in entry.practices
        ]

    def cities(self, keys: Sequence[str]) -> Parts:
        """Name cities with links to their own journeys, the first of many."""
        known = self.shown.reference.cities
        names = [html.A(known[key].name, href=self.links.journey(key)) for key in keys]
        return listed(names, MOST_CITIES)

    def ties(self, entry: Entry) -> list[Parts]:
        """What an entry came from and led to, each a link within the page where it is told."""
        groups = (
            ("cause", "", _CAUSES.get(entry.what, "Arose from: ")),
            ("place", "activities", "Given at: "),
            ("effect", "support", "Led to: "),
            ("effect", "needs", "Raised at it: "),
            ("effect", "outputs", "Policy output named with it: "),
            ("place", "support", "Support given at it: "),
        )
        lines = []
        for way, sheet, before in groups:
            found = [tie for tie in entry.ties if tie.way == way and sheet in ("", tie.sheet)]
            if found:
                lines.append([before, *listed([self._tied(tie) for tie in found], MOST_TIES)])
        return lines

    def _tied(self, tie: Tie) -> html.A:
        if tie.entry is None:
            name = self.shown.names[tie.sheet][tie.id]
            return html.A(shortened(name), href=self.links.record(tie.sheet, tie.id))
        entry = self.entries[tie.entry]
        name = shortened(self.name(entry))
        return html.A(f"{name}{self._asked(entry)}", href=f"#{entry.key}")

    def _asked(self, entry: Entry) -> str:
        return ", asked for" if entry.what == "requested" else ""

    def sources(self, keys: Sequence[str], more: str) -> Parts:
        """Name sources, each with a link to where it was published; `more` leads to all."""
        if not keys:
            return [journey_words.NO_SOURCE]
        found = [self.shown.sources[key] for key in keys[:MOST_SOURCES]]
        linked = [
            html.Span(
                outbound(_cut(source.title, LONGEST_SOURCE), source.url)
                if source.url
                else html.A(
                    _cut(source.title, LONGEST_SOURCE), href=self.links.record("sources", source.id)
                ),
                title=source.title,
            )
            for source in found
        ]
        hidden = len(keys) - len(found)
        rest = [html.A(f"{formats.number(hidden)} more", href=more)] if hidden else []
        return ["Source: " if len(keys) == 1 else "Sources: ", *_parted([*linked, *rest])]

    def _text(self, entry: Entry, column: str) -> str:
        assert entry.record is not None
        return str(entry.record.values.get(column) or "")

    def _ids(self, entry: Entry, column: str) -> tuple[str, ...]:
        assert entry.record is not None
        return ids_of(entry.record, column)


def listed(items: Sequence[Any], most: int) -> Parts:
    """Put linked names in a row, the first of many."""
    hidden = len(items) - most
    if hidden > 0:
        return [*_commas(items[:most]), f" and {formats.number(hidden)} more"]
    return [*_commas(items[:-1]), " and ", items[-1]] if len(items) > 1 else list(items)


def _commas(items: Sequence[Any]) -> Parts:
    return [part for item in items for part in (", ", item)][1:]


def _parted(items: Sequence[Any]) -> Parts:
    return [part for item in items for part in ("; ", item)][1:]


def _cut(text: str, longest: int) -> str:
    plain = " ".join(text.split())
    if len(plain) <= longest:
        return plain
    start = plain[:longest]
    return f"{start.rsplit(' ', 1)[0] if ' ' in start else start} …"

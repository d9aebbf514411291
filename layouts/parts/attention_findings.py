"""What the rules of attention found, most urgent first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from data.attention.aims import Aim
from data.attention.contacts import MemberContact
from data.attention.parts import CLOSED
from data.attention.reading import MOST_NAMED, Attention
from data.attention.requests import Wait
from data.geography import country_name
from layouts.addresses import page_address
from layouts.attention_words import TITLES, Urgency
from layouts.parts.attention_finding import Finding, Line
from layouts.records_links import RecordLinks
from layouts.sentences import attention as said
from layouts.sentences import attention_details as details
from layouts.sentences import attention_readings as readings
from layouts.sentences.attention_details import Links
from layouts.sentences.sentence import Sentence, together


@dataclass(frozen=True, slots=True)
class Shown:
    """What findings are drawn from: the answer, the names of countries, and where links lead."""

    attention: Attention
    profile: str
    links: Links

    def city(self, one: MemberContact, beside: Sentence) -> Line:
        """Name a member city with its country."""
        country = country_name(one.city.country, self.profile)
        path = f"/cities/{one.city.id}"
        href = page_address(path, self.links.filters, profile=self.links.profile)
        return Line(f"{one.city.name}, {country}", href, beside)

    def record(self, sheet: str, key: str) -> str:
        """The page of a record."""
        extras = {"profile": self.links.profile} if self.links.profile else {}
        return RecordLinks(self.links.filters, extras).record(sheet, key)


def findings(shown: Shown) -> list[Finding]:
    """Say what needs a hand, most urgent first, each rule in its order."""
    found = [
        *_requests(shown),
        *_quiet(shown),
        *_countries(shown),
        *_aims(shown),
        *_never(shown),
        *_sources(shown),
    ]
    order = list(Urgency)
    return sorted(found, key=lambda finding: order.index(finding.urgency))


def _requests(shown: Shown) -> Iterator[Finding]:
    waits: tuple[tuple[Wait, Urgency], ...] = (
        ("past-due", Urgency.NOW),
        ("long-open", Urgency.SOON),
    )
    attention = shown.attention
    for wait, urgency in waits:
        if attention.requests.numbers[wait]:
            yield Finding(
                wait,
                urgency,
                TITLES[wait],
                said.requests(attention, shown.links, wait),
                request_lines(shown, wait),
                attention.requests.numbers[wait],
                shown.links.records("support", wait),
                readings.requests_reading(attention) if _comes_first(attention, wait) else None,
            )


def _comes_first(attention: Attention, wait: Wait) -> bool:
    """Whether the reading that two findings share is due with this one."""
    return wait == "past-due" or not attention.requests.numbers["past-due"]


def request_lines(shown: Shown, wait: Wait) -> tuple[Line, ...]:
    """Name the first requests that wait in one way."""
    return tuple(
        Line(one.title, shown.record("support", one.id), details.request_of(one, wait))
        for one in shown.attention.requests.first[wait]
    )


def _quiet(shown: Shown) -> Iterator[Finding]:
    attention = shown.attention
    cities = attention.silent("quiet")
    if cities:
        yield Finding(
            "quiet",
            Urgency.SOON,
            TITLES["quiet"],
            said.quiet(attention, shown.links),
            tuple(shown.city(one, details.contact_of(one)) for one in cities[:MOST_NAMED]),
            len(cities),
            shown.links.records("cities", "quiet"),
            readings.members_reading(attention),
        )


def _never(shown: Shown) -> Iterator[Finding]:
    attention = shown.attention
    cities = attention.silent("never")
    if cities:
        lines = [shown.city(one, details.no_contact_of(one, attention)) for one in cities]
        yield Finding(
            "never",
            Urgency.LOOK,
            TITLES["never"],
            said.never(attention, shown.links),
            tuple(lines[:MOST_NAMED]),
            len(cities),
            shown.links.records("cities", "never"),
            None if attention.silent("quiet") else readings.members_reading(attention),
        )


def _countries(shown: Shown) -> Iterator[Finding]:
    attention = shown.attention
    if attention.half_year.without:
        lines = tuple(
            Line(
                country_name(one.country, shown.profile),
                None,
                details.country_of(one, attention, shown.links),
            )
            for one in attention.half_year.without
        )
        yield Finding(
            "countries",
            Urgency.SOON,
            TITLES["countries"],
            said.countries_without(attention),
            lines,
            reading=readings.countries_reading(attention),
        )


def _aims(shown: Shown) -> Iterator[Finding]:
    aims, reading = shown.attention.aims, readings.aims_reading()
    if aims.steep:
        yield _of_targets(shown, "steep", aims.steep, details.steep_of, said.steep, reading=reading)
    if aims.women_below:
        once = None if aims.steep else reading
        yield _of_targets(
            shown, "women-below", aims.women_below, details.below_of, said.women_below, reading=once
        )


def _of_targets(
    shown: Shown,
    name: str,
    aims: Sequence[Aim],
    detail: Callable[[Aim], Sentence],
    sentence: Callable[[Attention, Links], Sentence],
    *,
    reading: Sentence | None,
) -> Finding:
    """Tell of targets that are missed in one way, each leading to its indicator's results."""
    lines = [
        Line(aim.indicator.title, results_address(shown, aim.indicator.id), detail(aim))
        for aim in aims
    ]
    return Finding(
        name,
        Urgency.LOOK,
        TITLES[name],
        sentence(shown.attention, shown.links),
        tuple(lines[:MOST_NAMED]),
        len(lines),
        shown.links.records("targets", name),
        reading,
    )


def results_address(shown: Shown, indicator: str) -> str:
    """The page Results with an indicator drawn, over all days as targets are judged here."""
    filters = shown.links.over_all_days
    return page_address("/results", filters, profile=shown.links.profile, indicator=indicator)


def _sources(shown: Shown) -> Iterator[Finding]:
    attention, links = shown.attention, shown.links
    sources = attention.sources
    sentences = [said.closed_sources(attention, links)] if sources.closed else []
    if any(one.name == "no-source" and one.number for one in attention.qualities):
        sentences.append(said.without_source(attention, links))
    if not sentences:
        return
    lines = tuple(
        Line(one.title, shown.record("sources", one.id), details.source_of(one))
        for one in sources.first
    )
    yield Finding(
        "sources",
        Urgency.LOOK,
        TITLES["sources"],
        together(sentences),
        lines,
        sources.closed,
        links.records("sources", CLOSED),
        readings.sources_reading(),
    )

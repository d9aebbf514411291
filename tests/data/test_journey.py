"""Journeys held against a naive recount, and their order, over random filters."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from counted_twice import YEARS, Loaded
from data.cities.journey_records import ALL_OF_A_YEAR, MOST_A_YEAR
from data.cities.journey_shapes import SHEETS, Journey
from data.cities.neighbours import MOST_NEIGHBOURS
from data.cities.peers import MOST_PEERS
from data.filters import ALL, Filters
from random_filters import seeded_filters
from recount_journey import JourneyRecount


def asked(case: Loaded, seed: int) -> list[tuple[Filters, str]]:
    drawn = seeded_filters(seed, 4, case.vocabulary, YEARS)
    filters = [ALL, Filters(programme="all"), *drawn]
    cities = case.vocabulary.cities[:3]
    return [(item, cities[place % len(cities)]) for place, item in enumerate(filters)]


def test_records_are_counted_and_told(synthetic: Loaded):
    for filters, city in asked(synthetic, 51):
        shown = synthetic.repository.journey(filters, city)
        ours = JourneyRecount(synthetic.recount, filters, city)
        words = (filters.to_query(), city)
        told = {(entry.record.sheet, entry.record.key)
                for entry in (*shown.entries, *shown.unplaced) if entry.record}  # fmt: skip
        for sheet in SHEETS:
            stretches = [item for item in shown.stretches if item.sheet == sheet]
            years = {item.year: item.records for item in stretches}
            assert years == dict(ours.years(sheet)), (words, sheet)
            here = {key for name, key in told if name == sheet}
            assert here <= {row["id"] for row in ours.rows(sheet)}, (words, sheet)
            assert len(here) == sum(item.told for item in stretches), (words, sheet)
        earlier = JourneyRecount(synthetic.recount, replace(filters, programme="earlier"), city)
        numbers = {s: len(earlier.rows(s)) for s in ("activities", "support", "outputs")}
        hidden = {sheet: number for sheet, number in numbers.items() if number}
        assert shown.earlier == (hidden if filters.programme == "hub" else {}), words


def test_a_full_year_is_told_in_part(synthetic: Loaded):
    for filters, city in asked(synthetic, 52)[:3]:
        shown = synthetic.repository.journey(filters, city)
        for year in {item.year for item in shown.stretches}:
            there = [item for item in shown.stretches if item.year == year]
            records, told = (
                sum(x) for x in zip(*((i.records, i.told) for i in there), strict=True)
            )
            assert told == records if records <= ALL_OF_A_YEAR else told <= MOST_A_YEAR


def test_peers_and_neighbours_are_counted(synthetic: Loaded):
    for filters, city in asked(synthetic, 53):
        shown = synthetic.repository.journey(filters, city)
        ours = JourneyRecount(synthetic.recount, filters, city)
        taught, unnamed = ours.taught()
        for found, more, counted in (
            (shown.peers.learned, shown.peers.more_learned, ours.learned()),
            (shown.peers.taught, shown.peers.more_taught, taught),
        ):
            ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
            assert [(peer.city, peer.records) for peer in found] == ranked[:MOST_PEERS]
            assert more == max(0, len(ranked) - MOST_PEERS)
        assert shown.peers.unnamed == unnamed
        offers = ours.offers()
        cities = {place for place, _ in offers}
        assert len(shown.neighbours) == min(MOST_NEIGHBOURS, len(cities))
        for item in shown.neighbours:
            assert offers[item.city, item.theme] == item.records


def test_order_holds_for_every_city(synthetic: Loaded):
    everything = Filters(programme="all")
    for city in synthetic.vocabulary.cities[:6]:
        assert_in_order(synthetic.repository.journey(everything, city))


def assert_in_order(shown: Journey) -> None:
    entries = [*shown.entries, *shown.unplaced]
    place = {entry.key: number for number, entry in enumerate(entries)}
    assert len(place) == len(entries)
    steps = Counter(
        entry.record.key for entry in entries if entry.record and entry.record.sheet == "support"
    )
    for entry in entries:
        for tie in entry.ties:
            if tie.way == "cause" and tie.entry:
                assert place[tie.entry] < place[entry.key]
            if tie.way == "effect":
                assert place[entry.key] < place[str(tie.entry)]
    for key in steps:
        order = ("requested", "started", "delivered", "underway")
        names = [f"support-{key}-{name}" for name in order if f"support-{key}-{name}" in place]
        assert [place[name] for name in names] == sorted(place[name] for name in names)

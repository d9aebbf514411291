"""Journeys of the public record, entry by entry: what happened, when, and by which sources."""

from __future__ import annotations

import pytest

from data.cities.journey_shapes import Journey
from data.errors import UnknownRecord
from data.filters import ALL, Filters
from data.repository import Repository
from layouts.journey_links import JourneyLinks
from layouts.parts.journey_writer import JourneyWriter

EVERYTHING = Filters(programme="all")
INAUGURAL = ("scn-inaugural-workshop scn-hub-page scn-spotlight-danilovgrad scn-spotlight-brcko"
             " scn-fact-sheet-2023")  # fmt: skip
COUNCIL = ("scn-fact-sheet-2023 scn-danilovgrad-workshop scn-spotlight-danilovgrad"
           " vijesti-danilovgrad scn-spotlight-novi-pazar strumica-municipality")  # fmt: skip
AT_DANILOVGRAD = ("scn-danilovgrad-workshop vijesti-danilovgrad strumica-municipality"
                  " scn-spotlight-novi-pazar scn-fact-sheet-2023")  # fmt: skip
AT_ELBASAN = ("scn-elbasan-workshop scn-spotlight-elbasan scn-spotlight-hani-i-elezit"
              " scn-spotlight-prizren scn-fact-sheet-2023")  # fmt: skip
EXCHANGE = ("interreligious-centre-exchange scn-spotlight-elbasan scn-spotlight-kumanovo"
            " scn-city-exchanges")  # fmt: skip
AT_BUDVA = ("scn-budva-workshop media24-strumica kanalvis-strumica scn-spotlight-prizren"
            " scn-fact-sheet-2023")  # fmt: skip
TEAM = "scn-spotlight-kumanovo scn-kumanovo-evaluation scn-lpn-model"
BETWEEN_TEAMS = "scn-kumanovo-exchange scn-spotlight-kumanovo strumica-municipality"
ROUNDTABLE = "scn-kosovo-roundtable scn-spotlight-prizren scn-fact-sheet-2023"
NO_DATE = "no date on record"

Line = tuple[str, str, str, str]
"""What an entry tells, of which record, when it says it was, and the ids of its sources."""

DANILOVGRAD: list[Line] = [
    ("activity", "sarajevo-workshop-2023", "8–9 February 2023", INAUGURAL),
    ("requested", "danilovgrad-local-safety-council", "2023", COUNCIL),
    ("joined", "", "July 2023", "scn-spotlight-danilovgrad vijesti-danilovgrad"),
    ("activity", "danilovgrad-workshop-2023", "25–26 July 2023", AT_DANILOVGRAD),
    ("started", "danilovgrad-local-safety-council", "25 July 2023", COUNCIL),
    ("underway", "danilovgrad-local-safety-council", "as of 21 December 2024", COUNCIL),
    ("need", "danilovgrad-hate-speech", NO_DATE, "scn-spotlight-danilovgrad"),
]
ELBASAN: list[Line] = [
    ("joined", "", "2017", "scn-spotlight-elbasan"),
    ("activity", "skopje-gostivar-exchange-2019", "25 November 2019", EXCHANGE),
    ("activity", "elbasan-exchange-2021", "2021", "scn-spotlight-elbasan scn-spotlight-kumanovo"),
    ("activity", "elbasan-workshop-2023", "3–4 June 2023", AT_ELBASAN),
    ("delivered", "elbasan-youth", "3–4 June 2023", "scn-fact-sheet-2023 scn-elbasan-workshop"),
    ("activity", "gctf-side-event-2023", "September 2023",
     "scn-spotlight-elbasan scn-fact-sheet-2023"),
    ("delivered", "elbasan-gctf", "September 2023", "scn-spotlight-elbasan"),
    ("output", "guide-for-mayors", "September 2023", "scn-mayoral-meeting scn-spotlight-elbasan"),
    ("need", "elbasan-youth-engagement", NO_DATE, "scn-fact-sheet-2023"),
    ("need", "elbasan-former-hotspot", NO_DATE, "scn-spotlight-elbasan"),
]  # fmt: skip
KUMANOVO: list[Line] = [
    ("joined", "", "2016", "scn-spotlight-kumanovo"),
    ("activity", "kumanovo-cat-launch-2019", "September 2019",
     "scn-kumanovo-evaluation scn-lpn-model"),
    ("started", "kumanovo-community-action-team", "September 2019", TEAM),
    ("activity", "skopje-gostivar-exchange-2019", "25 November 2019", EXCHANGE),
    ("started", "kumanovo-evaluation", "February 2020",
     "scn-kumanovo-evaluation scn-spotlight-kumanovo"),
    ("delivered", "kumanovo-evaluation", NO_DATE,
     "scn-kumanovo-evaluation scn-spotlight-kumanovo"),
    ("activity", "elbasan-exchange-2021", "2021", "scn-spotlight-elbasan scn-spotlight-kumanovo"),
    ("delivered", "kumanovo-community-action-team", "2021", TEAM),
    ("activity", "kumanovo-exchange-2023", "13–14 June 2023", BETWEEN_TEAMS),
    ("delivered", "north-macedonia-cat-exchange", "13–14 June 2023", BETWEEN_TEAMS),
    ("activity", "kumanovo-action-plan-roundtable", NO_DATE, "scn-policy-to-action"),
    ("delivered", "kumanovo-action-plan", NO_DATE, "scn-policy-to-action"),
    ("output", "kumanovo-local-action-plan", NO_DATE, "scn-policy-to-action"),
    ("need", "kumanovo-interethnic-division", NO_DATE, "scn-spotlight-kumanovo"),
    ("output", "kumanovo-resilience-study", NO_DATE, "scn-kumanovo-evaluation"),
    ("output", "kumanovo-technical-evaluation", NO_DATE, "scn-kumanovo-evaluation"),
    ("voice", "dimitrievski-2023", NO_DATE, "scn-fact-sheet-2023"),
]  # fmt: skip
PRISHTINA: list[Line] = [
    ("activity", "prishtina-roundtable-2023", "March 2023", ROUNDTABLE),
    ("delivered", "kosovo-city-needs", "March 2023", "scn-fact-sheet-2023 scn-kosovo-roundtable"),
]
PRIZREN: list[Line] = [
    ("activity", "city-consultations-2018", "2018", "scn-city-consultations scn-where-we-work"),
    ("joined", "", "2022", "scn-spotlight-prizren scn-city-consultations"),
    ("activity", "prishtina-roundtable-2023", "March 2023", ROUNDTABLE),
    ("activity", "elbasan-workshop-2023", "3–4 June 2023", AT_ELBASAN),
    ("activity", "budva-workshop-2023", "5–6 September 2023",
     AT_BUDVA),
    ("need", "prizren-intercommunal-tension", NO_DATE, "scn-spotlight-prizren"),
    ("need", "prizren-attacks", NO_DATE, "scn-spotlight-prizren"),
]  # fmt: skip
BRCKO: list[Line] = [
    ("activity", "sarajevo-workshop-2023", "8–9 February 2023", INAUGURAL),
    ("activity", "danilovgrad-workshop-2023", "25–26 July 2023", AT_DANILOVGRAD),
    ("need", "brcko-segregation", NO_DATE, "scn-spotlight-brcko"),
    ("need", "brcko-youth-intolerance", NO_DATE, "scn-spotlight-brcko"),
    ("requested", "brcko-action-plan", NO_DATE, "scn-fact-sheet-2023"),
]
JOURNEYS = {
    "danilovgrad": DANILOVGRAD,
    "elbasan": ELBASAN,
    "kumanovo": KUMANOVO,
    "prishtina": PRISHTINA,
    "prizren": PRIZREN,
    "brcko-district": BRCKO,
}


def lines(shown: Journey) -> list[Line]:
    writer = JourneyWriter(shown, JourneyLinks(shown.city.id, shown.filters, {}), "plain")
    return [
        (
            entry.what,
            str(entry.record.key) if entry.record else "",
            writer.when(entry),
            " ".join(entry.sources),
        )
        for entry in (*shown.entries, *shown.unplaced)
    ]


def test_journeys_read_as_the_record_has_them(public_record: Repository):
    for city, expected in JOURNEYS.items():
        shown = public_record.journey(EVERYTHING, city)
        assert lines(shown) == expected
        undated = [line for line in expected if line[2] == NO_DATE]
        # The evaluation of Kumanovo was delivered after its start: that much is on record.
        placed = [line for line in undated if line[:2] == ("delivered", "kumanovo-evaluation")]
        assert len(shown.unplaced) == len(undated) - len(placed)
        assert shown.earlier == {}


def test_the_chain_of_danilovgrad_is_seen(public_record: Repository):
    shown = public_record.journey(ALL, "danilovgrad")
    assert lines(shown) == DANILOVGRAD
    chain = {entry.key: entry for entry in shown.entries}
    council = "support-danilovgrad-local-safety-council"
    workshop, request = chain["activity-sarajevo-workshop-2023"], chain[f"{council}-requested"]
    assert [(tie.way, tie.entry) for tie in workshop.ties] == [("effect", request.key)]
    assert [(tie.way, tie.entry) for tie in request.ties] == [("cause", workshop.key)]
    hosted, started = chain["activity-danilovgrad-workshop-2023"], chain[f"{council}-started"]
    assert [(tie.way, tie.entry) for tie in started.ties] == [("place", hosted.key)]
    assert hosted.practices == ("danilovgrad-local-safety-council",)
    assert {entry.key: entry.months for entry in shown.entries if entry.months} == {
        f"{council}-underway": 16
    }
    peers = [(peer.city, peer.records) for peer in shown.peers.learned]
    assert peers == [(c, 1) for c in ("brcko-district", "novi-pazar", "podgorica", "strumica")]
    assert shown.peers.taught == ()


def test_what_was_before_the_hub_is_counted_apart(public_record: Repository):
    for city, earlier in (
        ("kumanovo", {"activities": 4, "support": 3, "outputs": 3}),
        ("elbasan", {"activities": 2}),
        ("prizren", {"activities": 1}),
        ("danilovgrad", {}),
    ):
        shown = public_record.journey(ALL, city)
        assert shown.earlier == earlier
        assert lines(shown) == [line for line in JOURNEYS[city] if line in lines(shown)]
        whole = public_record.journey(EVERYTHING, city)
        hidden = sum(whole.totals.values()) - sum(shown.totals.values())
        assert hidden == sum(earlier.values())


def test_a_host_that_did_not_take_part_is_told_of(public_record: Repository):
    shown = public_record.journey(EVERYTHING, "skopje")
    assert [line[1] for line in lines(shown)] == ["skopje-gostivar-exchange-2019",
                                                  "gpm-summit-2023"]  # fmt: skip
    assert shown.since == 13
    (taught,) = [
        peer
        for peer in public_record.journey(ALL, "strumica").peers.taught
        if peer.city == "kumanovo"
    ]
    assert taught.title == "Exchange between the Community Action Teams of North Macedonia"


def test_places_of_the_filter_play_no_part(public_record: Repository):
    elsewhere = Filters(countries=("RS",), cities=("novi-pazar",))
    assert lines(public_record.journey(elsewhere, "danilovgrad")) == DANILOVGRAD
    with pytest.raises(UnknownRecord):
        public_record.journey(ALL, "nowhere")

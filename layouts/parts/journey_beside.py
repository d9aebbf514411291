"""What stands beside the timeline of a city: its peers, its needs and practices, and neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from data.cities.neighbours import Neighbour
from data.cities.peers import Peer
from data.geography import country_name
from data.needs.shapes import Need, Practice
from data.values import ANSWERS
from layouts import formats, journey_words, needs_words
from layouts.parts.journey_writer import JourneyWriter
from layouts.parts.needs_table import need_answers, need_status
from layouts.parts.number_link import number_link
from layouts.parts.record_values import shortened
from layouts.parts.sentence import sentence_parts
from layouts.sentences.journey import neighbour_said

Parts = list[Any]
MOST_NEEDS = 6
MOST_PRACTICES = 6


def peers(writer: JourneyWriter) -> Parts:
    """Draw from which cities it learned and which it taught, with the support."""
    shown, links = writer.shown.peers, writer.links
    drawn: Parts = []
    if shown.learned:
        rows = [_peer(peer, links.learned(peer.city), writer) for peer in shown.learned]
        drawn += [
            html.H3(journey_words.LEARNED),
            *_rows(rows, shown.more_learned, "city", "cities"),
        ]
    if shown.taught or shown.unnamed:
        rows = [_peer(peer, links.taught(peer.city), writer) for peer in shown.taught]
        rows += [_unnamed(writer)] if shown.unnamed else []
        drawn += [html.H3(journey_words.TAUGHT), *_rows(rows, shown.more_taught, "city", "cities")]
    return drawn


def _rows(rows: Sequence[html.Li], more: int, one: str, many: str) -> Parts:
    said = f"and {formats.number(more)} more {one if more == 1 else many}"
    rest = [html.P(said, className="quiet")] if more else []
    return [html.Ul(list(rows), className="journey-rows"), *rest]


def _peer(peer: Peer, address: str, writer: JourneyWriter) -> html.Li:
    name = writer.shown.reference.cities[peer.city].name
    said = f"all {formats.plural(peer.records, 'record', 'records')}"
    all_of_them = number_link(peer.records, address, f"{name}: {said}", content=said)
    return html.Li(
        [
            html.A(name, href=writer.links.journey(peer.city), className="journey-city"),
            html.Span(
                [
                    html.A(
                        shortened(peer.title), href=writer.links.record("support", peer.support)
                    ),
                    *([" · ", all_of_them] if peer.records > 1 else []),
                ]
            ),
        ]
    )


def _unnamed(writer: JourneyWriter) -> html.Li:
    number = writer.shown.peers.unnamed
    said = formats.plural(number, "support record", "support records")
    linked = number_link(number, writer.links.taught_unnamed(), said, content=said)
    return html.Li([html.Span("No city named", className="journey-city muted"), html.Span(linked)])


def needs(writer: JourneyWriter) -> Parts:
    """Draw the first needs, those without an answer before the others, with what answers them."""
    groups = writer.shown.needs.groups
    first = [need for answer in ANSWERS for need in groups.get(answer, ())][:MOST_NEEDS]
    number, links = writer.shown.needs.total, writer.links.needs
    rows = [_need(need, writer) for need in first]
    return _bounded(rows, number, links.needs(), "need")


def _need(need: Need, writer: JourneyWriter) -> html.Li:
    links, known = writer.links.needs, writer.shown.reference
    raised = formats.date_span(need.raised) if need.raised else formats.no_date()
    line = " · ".join([need.kind, needs_words.theme(known, need.theme), raised])
    how = html.P(needs_words.GROUPS[need.answer], className="quiet")
    return html.Li(
        [
            html.A(shortened(need.statement), href=links.record("needs", need.id)),
            html.Div(line, className="quiet"),
            html.Div([need_status(need.status), how], className="journey-stands"),
            *need_answers(need, links),
        ]
    )


def practices(writer: JourneyWriter) -> Parts:
    """Draw the practices, with where they were shared."""
    shown = writer.shown.needs
    rows = [_practice(practice, writer) for practice in shown.practices[:MOST_PRACTICES]]
    number, address = shown.practice_number, writer.links.needs.practices()
    return _bounded(rows, number, address, "practice")


def _practice(practice: Practice, writer: JourneyWriter) -> html.Li:
    known = writer.shown.reference
    themes = [needs_words.theme(known, theme) for theme in practice.themes]
    shared = needs_words.NOT_SHARED
    if practice.shared:
        times = formats.plural(practice.shared, "activity", "activities")
        address = writer.links.needs.answers("activities", practice=practice.id)
        label = f"{practice.title}: {times} where it was shared"
        linked: Any = ["shared at ", number_link(practice.shared, address, label, content=times)]
    else:
        linked = [shared]
    before = [f"{formats.joined(themes) or needs_words.NO_THEME.lower()} · "]
    return html.Li(
        [
            html.A(shortened(practice.title), href=writer.links.record("practices", practice.id)),
            html.Div([*before, *linked], className="quiet"),
        ]
    )


def _bounded(rows: Sequence[html.Li], number: int, address: str, noun: str) -> Parts:
    if not rows:
        return []
    drawn: list[Component] = [html.Ul(list(rows), className="journey-rows journey-texts")]
    if number > len(rows):
        said = f"and {formats.number(number - len(rows))} more"
        all_of_them = f"all {formats.plural(number, noun, f'{noun}s')}"
        linked = number_link(number, address, all_of_them, content=all_of_them)
        drawn.append(html.P([f"{said}: ", linked], className="quiet"))
    return drawn


def neighbours(writer: JourneyWriter) -> Parts:
    """Draw the cities with a practice on the theme of a need."""
    rows = [_neighbour(item, writer) for item in writer.shown.neighbours]
    return [html.Ul(rows, className="journey-rows")] if rows else []


def _neighbour(item: Neighbour, writer: JourneyWriter) -> html.Li:
    known, links = writer.shown.reference, writer.links
    city = known.cities[item.city]
    said = f"all {formats.plural(item.records, 'practice', 'practices')}"
    address = links.practices(item.city, item.theme)
    all_of_them = number_link(item.records, address, f"{city.name}: {said}", content=said)
    theme = sentence_parts(neighbour_said(item, known))
    return html.Li(
        [
            html.Span(
                [
                    html.A(city.name, href=links.journey(item.city), className="journey-city"),
                    html.Span(country_name(city.country, writer.profile), className="quiet"),
                ]
            ),
            html.Span(
                [
                    html.A(shortened(item.title), href=links.record("practices", item.practice)),
                    html.Div(
                        [*theme, *([" · ", all_of_them] if item.records > 1 else [])],
                        className="quiet",
                    ),
                ]
            ),
        ]
    )

"""Synthetic activities: what, where, when, and with which cities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.workbook.synthetic.chance import Chance, Deck
from data.workbook.synthetic.inventory import FUNDERS, PARTNERS, theme_labels
from data.workbook.synthetic.oddities import odd_text
from data.workbook.synthetic.period import (
    AS_OF,
    BEGINNING,
    HORIZON,
    LAUNCHED,
    SPAN_STYLES,
    WrittenSpan,
    draw_span,
)
from data.workbook.synthetic.places import Venue, draw_venue
from data.workbook.synthetic.plan import Plan
from data.workbook.synthetic.writing import Row

KINDS = {
    "workshop": ("Workshop on {topic}, {place}", 34),
    "roundtable": ("Roundtable on {topic}, {place}", 18),
    "training": ("Training on {topic}, {place}", 14),
    "exchange": ("City exchange on {topic}, {place}", 12),
    "consultation": ("Consultation on {topic}, {place}", 8),
    "partner-event": ("Partner event on {topic}, {place}", 4),
    "summit": ("Summit on {topic}, {place}", 4),
    "launch": ("Launch of local work on {topic}, {place}", 3),
    "side-event": ("Side event on {topic}, {place}", 3),
}
PROGRAMMES = {"hub": 17, "earlier": 3}
REACHES = {"city": 40, "country": 28, "region": 26, "global": 6}
STATUSES = {
    "hub": {"held": 83, "planned": 11, "postponed": 3, "cancelled": 3},
    "earlier": {"held": 94, "planned": 1, "postponed": 2, "cancelled": 3},
}
DELIVERIES = {"hub": 11, "joint": 6, "partner": 3}
REVIEWS = {"approved": 19, "draft": 1}


@dataclass(frozen=True, slots=True)
class Activity:
    """What later sheets need of an activity; `countries` are those that it concerns."""

    id: str
    kind: str
    reach: str
    status: str
    programme: str
    first: date | None
    last: date | None
    cities: tuple[str, ...]
    countries: tuple[str, ...]
    themes: tuple[str, ...]
    funders: tuple[str, ...]


class _Decks:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.stream = stream = plan.chance("activities")
        self.kind = Deck(stream, {kind: cards for kind, (_, cards) in KINDS.items()})
        self.programme = Deck(stream, PROGRAMMES)
        self.reach = Deck(stream, REACHES)
        self.status = {name: Deck(stream, cards) for name, cards in STATUSES.items()}
        self.style = Deck(stream, SPAN_STYLES)
        self.delivery = Deck(stream, DELIVERIES)
        self.review = Deck(stream, REVIEWS)


def activity_rows(plan: Plan, made: list[Activity]) -> Iterator[Row]:
    """Give the rows of the sheet, and note in `made` what later sheets need of each."""
    decks = _Decks(plan)
    for place in range(plan.activity_count):
        venue = draw_venue(decks.stream, plan.cities, decks.reach.deal())
        activity, span = _activity(decks, place, venue)
        made.append(activity)
        yield _row(decks, place, activity, venue, span)


def _activity(decks: _Decks, place: int, venue: Venue) -> tuple[Activity, WrittenSpan]:
    stream = decks.stream
    programme = decks.programme.deal()
    status = decks.status[programme].deal()
    span = draw_span(stream, decks.style.deal(), *_period(stream, programme, status))
    themes = stream.sample(tuple(theme_labels()), stream.choice((1, 1, 2, 2, 3)))
    activity = Activity(
        id=f"activity-{place + 1:06d}",
        kind=decks.kind.deal(),
        reach=venue.reach,
        status=status,
        programme=programme,
        first=span.first,
        last=span.last,
        cities=venue.cities,
        countries=venue.concerned,
        themes=tuple(themes) if stream.often(0.95) else (),
        funders=tuple(stream.some(tuple(FUNDERS), 2)),
    )
    return activity, span


def _row(decks: _Decks, place: int, activity: Activity, venue: Venue, span: WrittenSpan) -> Row:
    stream = decks.stream
    return {
        "id": activity.id,
        "title": odd_text(place, _title(stream, activity, venue)),
        "kind": activity.kind,
        "start": span.start,
        "end": span.end,
        "programme": activity.programme,
        "reach": activity.reach,
        "place": venue.place,
        "place_country": venue.place_country,
        "host_city": venue.host,
        "cities": activity.cities,
        "countries": venue.countries,
        "themes": activity.themes,
        "delivery": decks.delivery.deal(),
        "status": activity.status,
        "review": decks.review.deal(),
        "funders": activity.funders,
        "partners": stream.some(tuple(PARTNERS), 2),
        "summary": odd_text(place + 5, "Invented for trials; nothing of this took place."),
        "sources": stream.some(decks.plan.sources, 2),
        "note": "Postponed once (synthetic)." if stream.often(0.05) else "",
    }


def _title(stream: Chance, activity: Activity, venue: Venue) -> str:
    theme = activity.themes[0] if activity.themes else stream.choice(tuple(theme_labels()))
    pattern, _ = KINDS[activity.kind]
    return pattern.format(topic=theme_labels()[theme], place=venue.label)


def _period(stream: Chance, programme: str, status: str) -> tuple[date, date]:
    if programme == "earlier":
        return BEGINNING, date(2022, 10, 31)
    if status == "held":
        # Later years are a little busier.
        return (LAUNCHED if stream.often(0.8) else date(2023, 9, 1)), AS_OF
    if status == "planned":
        is_overdue = stream.often(0.1)
        return (date(2024, 9, 1), AS_OF) if is_overdue else (date(2025, 1, 1), HORIZON)
    return LAUNCHED, HORIZON

"""Synthetic needs, practices, voices, outputs and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from data.dates import Precision
from data.workbook.synthetic.activities import PROGRAMMES, Activity
from data.workbook.synthetic.chance import Chance, Deck
from data.workbook.synthetic.inventory import public_rows, theme_labels
from data.workbook.synthetic.oddities import ODDITIES, odd_text
from data.workbook.synthetic.period import AS_OF, BEGINNING, LAUNCHED, PRECISIONS, written
from data.workbook.synthetic.places import COUNTRY_NAMES
from data.workbook.synthetic.plan import Plan
from data.workbook.synthetic.writing import Row

NEED_KINDS = {
    "need": ("More help with {topic}", 5),
    "concern": ("Concern that work stops on {topic}", 2),
    "barrier": ("Too few staff for {topic}", 2),
}
NEED_STATUSES = {"open": 4, "being-addressed": 3, "addressed": 2, "unknown": 1}
OUTPUT_KINDS = {
    "guide": "Guide on {topic}",
    "report": "Report on {topic}",
    "strategy": "Strategy for {topic}",
    "declaration": "Declaration on {topic}",
    "legal-framework": "Legal framework for {topic}",
}
CONSENTS = {"granted": 2, "published": 1}
SCOPES = {"city": 6, "city-and-country": 2, "country": 2, "none": 1}
NOTE_PRECISIONS: dict[Precision | None, int] = {"day": 6, "month": 2, "year": 1}
ROLES = ("Municipal officer", "Youth worker", "Teacher", "Local coordinator")


def needs(plan: Plan, made: Sequence[Activity]) -> Iterator[Row]:
    """Give one need for ten activities, 5,000 at most."""
    stream = plan.chance("needs")
    kinds = Deck(stream, {kind: cards for kind, (_, cards) in NEED_KINDS.items()})
    statuses, places = Deck(stream, NEED_STATUSES), _Places(plan, stream)
    precisions = Deck(stream, PRECISIONS)
    for place in range(plan.share(10, 5000)):
        kind, theme = kinds.deal(), stream.choice(tuple(theme_labels()))
        root = stream.choice(made) if stream.often(0.6) else None
        day = (root.first if root else None) or stream.day(LAUNCHED, AS_OF)
        text = NEED_KINDS[kind][0].format(topic=theme_labels()[theme])
        yield {
            "id": f"need-{place + 1:05d}",
            "statement": odd_text(place + 3, f"{text} (synthetic no. {place + 1})"),
            "kind": kind,
            "theme": theme if stream.often(0.85) else "",
            **places.draw(root.cities if root else ()),
            "raised": written(min(day, AS_OF), precisions.deal()),
            "activity": root.id if root else "",
            "status": statuses.deal(),
            "sources": stream.some(plan.sources, 1),
            "note": "Invented for trials." if stream.often(0.2) else "",
        }


def practices(plan: Plan, made: Sequence[Activity]) -> Iterator[Row]:
    """Give one practice for twenty activities, 400 at most."""
    stream = plan.chance("practices")
    for place in range(plan.share(20, 400)):
        city = plan.cities.draw(stream, 1)[0]
        themes = stream.sample(tuple(theme_labels()), stream.randint(1, 2))
        title = f"Local practice on {theme_labels()[themes[0]]}, {plan.cities.name_of[city]}"
        yield {
            "id": f"practice-{place + 1:03d}",
            "title": odd_text(place + 7, title),
            "city": city if stream.often(0.9) else "",
            "themes": themes,
            "summary": "Invented for trials.",
            "activities": [activity.id for activity in stream.some(made, 3)],
            "sources": stream.some(plan.sources, 1),
            "note": "Shared in writing (synthetic)." if stream.often(0.2) else "",
        }


def voices(plan: Plan) -> Iterator[Row]:
    """Give one quote for twenty activities, 200 at most; nobody said it."""
    stream = plan.chance("voices")
    places, precisions = _Places(plan, stream), Deck(stream, PRECISIONS)
    consents = Deck(stream, CONSENTS)
    for place in range(plan.share(20, 200)):
        topic = theme_labels()[stream.choice(tuple(theme_labels()))]
        yield {
            "id": f"voice-{place + 1:03d}",
            "text": f"Synthetic quote no. {place + 1}: nobody said this about {topic}.",
            "speaker": f"Speaker {place + 1} (synthetic)",
            "role": stream.choice(ROLES),
            **places.draw(),
            "said": written(stream.day(LAUNCHED, AS_OF), precisions.deal()),
            "consent": consents.deal(),
            "sources": stream.some(plan.sources, 1),
        }


def outputs(plan: Plan, made: Sequence[Activity]) -> Iterator[Row]:
    """Give one output for twenty activities."""
    stream = plan.chance("outputs")
    kinds, programmes = Deck(stream, dict.fromkeys(OUTPUT_KINDS, 1)), Deck(stream, PROGRAMMES)
    precisions = Deck(stream, PRECISIONS)
    for place in range(plan.share(20)):
        kind, programme = kinds.deal(), programmes.deal()
        topic = theme_labels()[stream.choice(tuple(theme_labels()))]
        country = stream.choice(plan.cities.countries) if stream.often(0.5) else ""
        within = f", {COUNTRY_NAMES[country]}" if country else ""
        yield {
            "id": f"output-{place + 1:05d}",
            "title": odd_text(place + 17, OUTPUT_KINDS[kind].format(topic=topic) + within),
            "programme": programme,
            "kind": kind,
            "date": written(_output_day(stream, programme), precisions.deal()),
            "country": country,
            "cities": plan.cities.draw(stream, stream.choice((0, 0, 1, 2)), country or None),
            "activities": [activity.id for activity in stream.some(made, 1)],
            "summary": "Invented for trials.",
            "sources": stream.some(plan.sources, 2),
            "note": "Second edition (synthetic)." if stream.often(0.1) else "",
        }


def notes(plan: Plan, made: Sequence[Activity]) -> Iterator[Row]:
    """Give one note for each odd text, and one more for fifty activities, 100 at most."""
    stream = plan.chance("notes")
    precisions = Deck(stream, NOTE_PRECISIONS)
    countries = Deck(stream, {**dict.fromkeys(plan.cities.countries, 1), "": 8})
    indicator_ids = [row["id"] for row in public_rows("indicators")]
    usual = [f"Synthetic note no. {place + 1}" for place in range(plan.share(50, 100))]
    for place, text in enumerate([*ODDITIES, *usual]):
        yield {
            "id": f"note-{place + 1:03d}",
            "date": written(stream.day(LAUNCHED, AS_OF), precisions.deal()),
            "text": text,
            "country": countries.deal(),
            "activity": stream.choice(made).id if made and stream.often(0.4) else "",
            "indicator": stream.choice(indicator_ids) if stream.often(0.3) else "",
        }


class _Places:
    """Where needs and voices come from: every country in turn, but for what an activity says."""

    def __init__(self, plan: Plan, stream: Chance) -> None:
        self._cities, self._stream = plan.cities, stream
        self._scopes = Deck(stream, SCOPES)
        self._countries = Deck(stream, dict.fromkeys(plan.cities.countries, 1))

    def draw(self, cities: Sequence[str] = ()) -> dict[str, str]:
        """Draw city and country, of these cities where there are any; either may be empty."""
        scope = self._scopes.deal()
        own = cities or self._cities.draw(self._stream, 1, self._countries.deal())
        city = self._stream.choice(own)
        return {
            "city": city if "city" in scope else "",
            "country": self._cities.country_of[city] if "country" in scope else "",
        }


def _output_day(stream: Chance, programme: str) -> date:
    if programme == "earlier":
        return stream.day(BEGINNING, date(2022, 10, 31))
    return stream.day(LAUNCHED, AS_OF)

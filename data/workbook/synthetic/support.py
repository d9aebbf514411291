"""Synthetic support: most of it arose from an activity, and some is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.dates import Precision
from data.workbook.synthetic.activities import REVIEWS, Activity
from data.workbook.synthetic.chance import Chance, Deck
from data.workbook.synthetic.inventory import FUNDERS, theme_labels
from data.workbook.synthetic.oddities import odd_text
from data.workbook.synthetic.period import (
    AS_OF,
    BEGINNING,
    LAUNCHED,
    working_day,
    written,
)
from data.workbook.synthetic.places import COUNTRY_NAMES
from data.workbook.synthetic.plan import Plan
from data.workbook.synthetic.writing import Cell, Row

CHANNELS = {
    "hub-guidance": ("Guidance on {topic}, {name}", 8),
    "peer-learning": ("Peer learning on {topic}, {name}", 7),
    "technical-support-fund": ("Technical support for {topic}, {name}", 5),
    "training": ("Training of staff on {topic}, {name}", 4),
    "expert-pool": ("Expert advice on {topic}, {name}", 4),
    "event-participation": ("Participation in an event on {topic}, {name}", 3),
    "grant": ("Grant for {topic}, {name}", 2),
    "policy-input": ("Input to a policy on {topic}, {name}", 2),
    "evaluation": ("Evaluation of work on {topic}, {name}", 1),
}
BENEFICIARIES = {
    "city": 12,
    "city-group": 3,
    "national-body": 2,
    "organisation": 2,
    "delegation": 2,
    "entity-government": 1,
}
STATUSES = {"delivered": 10, "in-progress": 4, "requested": 3, "agreed": 2, "declined": 1}
FILLED = {
    "delivered": {"rsc": 6, "c": 4, "sc": 3, "rc": 2, "rs": 1, "r": 1, "s": 1, "": 1},
    "in-progress": {"rs": 4, "s": 3, "r": 1, "": 1},
    "agreed": {"r": 4, "rs": 1, "": 1},
    "requested": {"r": 6, "": 1},
    "declined": {"r": 3, "": 1},
}
"""Which of requested, started and completed are written."""
CARDS_OF_PRECISION: dict[Precision | None, int] = {"day": 6, "month": 3, "year": 1}
AMOUNTS = {"round": 15, "cents": 4, "zero": 1}
CURRENCIES = {"EUR": 8, "USD": 4, "GBP": 1, "CHF": 1, "RSD": 1, "BAM": 1, "ALL": 1, "MKD": 1}


class _Decks:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.stream = stream = plan.chance("support")
        self.channel = Deck(stream, {name: cards for name, (_, cards) in CHANNELS.items()})
        self.beneficiary = Deck(stream, BENEFICIARIES)
        self.status = Deck(stream, STATUSES)
        self.filled = {status: Deck(stream, cards) for status, cards in FILLED.items()}
        self.precision = Deck(stream, CARDS_OF_PRECISION)
        self.amount = Deck(stream, AMOUNTS)
        self.currency = Deck(stream, CURRENCIES)
        self.review = Deck(stream, REVIEWS)


@dataclass(frozen=True, slots=True)
class _Beneficiary:
    label: str
    kind: str
    cities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


def support_rows(plan: Plan, made: Sequence[Activity]) -> Iterator[Row]:
    """Give one support for five activities."""
    decks = _Decks(plan)
    held = [activity for activity in made if activity.status == "held"]
    roots = [activity for activity in held if activity.last and activity.last < date(2024, 11, 1)]
    for place in range(plan.share(5)):
        root = decks.stream.choice(roots) if roots and decks.stream.often(0.65) else None
        yield _row(decks, place, root, held)


def _row(decks: _Decks, place: int, root: Activity | None, held: Sequence[Activity]) -> Row:
    stream, plan = decks.stream, decks.plan
    channel, status = decks.channel.deal(), decks.status.deal()
    beneficiary = _beneficiary(stream, plan, decks.beneficiary.deal(), root)
    themes = root.themes if root else stream.some(tuple(theme_labels()), 2)
    topic = theme_labels()[themes[0] if themes else "city-needs"]
    title = CHANNELS[channel][0].format(topic=topic, name=beneficiary.label)
    is_earlier = root.programme == "earlier" if root else stream.often(0.1)
    amount, currency = _amount(decks)
    is_known = status == "delivered" and stream.often(0.8)
    return {
        "id": f"support-{place + 1:06d}",
        "title": odd_text(place + 11, title),
        "programme": "earlier" if is_earlier else "hub",
        "channels": list(dict.fromkeys([channel, *stream.some(tuple(CHANNELS), 1)])),
        "beneficiary": beneficiary.label,
        "beneficiary_kind": beneficiary.kind,
        "cities": beneficiary.cities,
        "countries": beneficiary.countries,
        "providers": _providers(stream, plan, beneficiary) if channel == "peer-learning" else (),
        "themes": themes,
        "status": status,
        **_dates(decks, status, root, earlier=is_earlier),
        "amount": amount,
        "currency": currency,
        "arose_from": _arose_from(stream, root, held),
        "activities": [stream.choice(held).id] if held and stream.often(0.3) else (),
        "outcome": odd_text(place + 20, "Invented outcome, for trials.") if is_known else "",
        "review": decks.review.deal(),
        "funders": root.funders if root else stream.some(tuple(FUNDERS), 2),
        "sources": stream.some(plan.sources, 2),
        "note": "Amount is an estimate (synthetic)." if amount and stream.often(0.2) else "",
    }


def _beneficiary(stream: Chance, plan: Plan, kind: str, root: Activity | None) -> _Beneficiary:
    own = root.cities if root else ()
    first = stream.choice(own) if own else plan.cities.draw(stream, 1)[0]
    country = plan.cities.country_of[first]
    name = COUNTRY_NAMES[country]
    if kind == "city":
        return _Beneficiary(plan.cities.name_of[first], kind, (first,))
    if kind == "city-group":
        several = own if len(own) > 1 else plan.cities.draw(stream, 3, country)
        return _Beneficiary(f"Cities of {name}", kind, several, (country,))
    if kind == "delegation":
        return _Beneficiary("Delegation of the region", kind)
    if kind == "entity-government":
        return _Beneficiary("Government of an entity (synthetic)", kind, (), ("BA",))
    label = "National body" if kind == "national-body" else "Organisation"
    return _Beneficiary(f"{label}, {name} (synthetic)", kind, (), (country,))


def _providers(stream: Chance, plan: Plan, beneficiary: _Beneficiary) -> list[str]:
    drawn = plan.cities.draw(stream, stream.randint(1, 3))
    return [city for city in drawn if city not in beneficiary.cities]


def _arose_from(stream: Chance, root: Activity | None, held: Sequence[Activity]) -> list[str]:
    if root is None:
        return []
    second = [stream.choice(held).id] if stream.often(0.1) else []
    return list(dict.fromkeys([root.id, *second]))


def _amount(decks: _Decks) -> tuple[Cell, str]:
    stream = decks.stream
    if stream.often(0.6):
        return None, ""
    amount = 500 * stream.randint(1, 60)
    currency = decks.currency.deal()
    form = decks.amount.deal()
    if form == "cents":
        return f"{amount + stream.randint(1, 99) / 100:.2f}", currency
    return 0 if form == "zero" else amount, currency


def _dates(decks: _Decks, status: str, root: Activity | None, *, earlier: bool) -> dict[str, str]:
    stream = decks.stream
    requested = _requested(stream, root, earlier=earlier)
    started = _by_now(stream, requested, stream.randint(5, 90))
    completed = _by_now(stream, started, stream.randint(10, 200))
    due = requested + timedelta(days=stream.randint(60, 420))
    filled = decks.filled[status].deal()
    has_due = stream.often(0.2 if status in {"delivered", "declined"} else 0.6)
    days = {"requested": requested, "started": started, "completed": completed}
    dates = {
        name: written(day, decks.precision.deal()) if name[0] in filled else ""
        for name, day in days.items()
    }
    return {**dates, "due": written(due, decks.precision.deal()) if has_due else ""}


def _requested(stream: Chance, root: Activity | None, *, earlier: bool) -> date:
    if root and root.last:
        delay = stream.randint(5, 170) if stream.often(0.85) else stream.randint(190, 400)
        return _by_now(stream, root.last, delay)
    if earlier:
        return working_day(stream, BEGINNING, date(2022, 6, 30))
    return working_day(stream, LAUNCHED, AS_OF)


def _by_now(stream: Chance, before: date, delay: int) -> date:
    """Give the day after a delay; any day until the data's date where that is sooner."""
    day = before + timedelta(days=delay)
    return day if day <= AS_OF else stream.day(before, AS_OF)

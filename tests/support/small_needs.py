"""Small workbooks with needs and practices: written by hand, or at random by a seed."""

from __future__ import annotations

from random import Random

from data import values
from small_workbooks import DATES, THEMES, TOWNS, Sheets, activity, support

_TOWNS, _COUNTRIES = tuple(TOWNS), ("AL", "XK", "MK")


def need(id_: str, **changes: object) -> dict[str, object]:
    """Give an open need on youth that names no place, date or activity."""
    own = {"id": id_, "statement": f"We need {id_}.", "kind": "need", "theme": "youth"}
    return own | {"city": None, "country": None, "raised": None, "status": "open"} | changes


def practice(id_: str, **changes: object) -> dict[str, object]:
    """Give a practice on youth that names no city and was never shared."""
    return {"id": id_, "title": f"Practice {id_}", "themes": "youth"} | changes


def random_needs(seed: int, number: int = 24) -> Sheets:
    """Make needs, practices, support and activities that often share theme, place and time."""
    random = Random(seed)
    activities = [_activity(random, place) for place in range(number // 2)]
    keys = [str(row["id"]) for row in activities]
    return {
        "activities": activities,
        "support": [_support(random, place, keys) for place in range(number)],
        "needs": [_need(random, place, keys) for place in range(number)],
        "practices": [
            practice(
                f"p{place}",
                city=_maybe(random, _TOWNS),
                themes=random.sample(THEMES, random.randint(0, 2)),
                activities=random.sample(keys, random.randint(0, 2)),
            )
            for place in range(number // 4)
        ],
    }


def _maybe(random: Random, choices: tuple[str, ...], often: float = 0.6) -> str | None:
    return random.choice(choices) if random.random() < often else None


def _placed(random: Random) -> dict[str, object]:
    return {
        "cities": random.sample(_TOWNS, random.choice((0, 0, 1, 1, 2))),
        "countries": random.sample(_COUNTRIES, random.choice((0, 0, 1, 2))),
        "themes": random.sample(THEMES, random.choice((0, 1, 1, 2))),
        "review": random.choice(("approved", "approved", "approved", "draft")),
    }


def _activity(random: Random, place: int) -> dict[str, object]:
    status = random.choice(("held", "held", "held", "planned"))
    start = _maybe(random, DATES, 0.8)
    return activity(f"a{place}", start=start, status=status, **_placed(random))


def _support(random: Random, place: int, keys: list[str]) -> dict[str, object]:
    date = random.choice(("requested", "started", "completed"))
    return support(
        f"s{place}",
        status=random.choice(values.SUPPORT_STATUSES),
        arose_from=random.sample(keys, random.choice((0, 0, 1, 2))),
        **{date: _maybe(random, DATES, 0.7)},
        **_placed(random),
    )


def _need(random: Random, place: int, keys: list[str]) -> dict[str, object]:
    city = _maybe(random, _TOWNS, 0.4)
    country = TOWNS[city][0] if city else _maybe(random, _COUNTRIES, 0.5)
    return need(
        f"n{place}",
        kind=random.choice(values.NEED_KINDS),
        theme=_maybe(random, THEMES, 0.85),
        city=city,
        country=country,
        raised=_maybe(random, DATES, 0.6),
        activity=_maybe(random, tuple(keys), 0.4),
        status=random.choice(("open", "open", "unknown", *values.NEED_STATUSES)),
    )

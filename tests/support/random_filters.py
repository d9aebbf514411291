"""Random filters: drawn by Hypothesis for small workbooks, by a seed for large ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from hypothesis import strategies as st

from data import values
from data.dates import DateSpan, parse_date
from data.filters import PROGRAMME_CHOICES, Filters, Vocabulary

Period = tuple[DateSpan | None, DateSpan | None]
PARTS = ("countries", "cities", "kinds", "themes", "funders", "channels")


def choices_of(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """List what each part of a filter may name."""
    return {
        "countries": values.COUNTRY_CODES,
        "cities": vocabulary.cities,
        "kinds": values.ACTIVITY_KINDS,
        "themes": vocabulary.themes,
        "funders": vocabulary.funders,
        "channels": values.CHANNELS,
    }


def in_order(start: str | None, end: str | None) -> Period:
    """Read both bounds; a `to` before the `from` is left open."""
    first, last = (parse_date(text) if text else None for text in (start, end))
    if first and last and first.first > last.last:
        last = None
    return first, last


@st.composite
def drawn_filters(
    draw: st.DrawFn, choices: Mapping[str, Sequence[str]], dates: Sequence[str]
) -> Filters:
    """Draw filters that choose in at most two parts; periods begin and end at the given dates."""
    # Places take part in most rules, and chosen together they are hardest to count.
    weighted = ["countries", "cities"] * 3 + sorted(choices)
    parts = draw(st.lists(st.sampled_from(weighted), max_size=2, unique=True))
    chosen = {
        part: tuple(draw(st.lists(st.sampled_from(choices[part]), min_size=1, unique=True)))
        for part in parts
    }
    has_period = draw(st.integers(0, 2)) == 2
    bound = st.none() | st.sampled_from(dates)
    start, end = in_order(draw(bound), draw(bound)) if has_period else (None, None)
    programme = draw(st.sampled_from(("all", *PROGRAMME_CHOICES)))
    return Filters(start=start, end=end, programme=programme, **chosen)


def seeded_filters(
    seed: int, number: int, vocabulary: Vocabulary, years: tuple[int, int]
) -> list[Filters]:
    """Make filters by a seed: each part is chosen in one of three, with one to three values."""
    random = Random(seed)
    choices = choices_of(vocabulary)
    return [_seeded(random, choices, years) for _ in range(number)]


def _seeded(random: Random, choices: dict[str, tuple[str, ...]], years: tuple[int, int]) -> Filters:
    chosen = {
        part: _some(random, known) if known and random.random() < 0.3 else ()
        for part, known in choices.items()
    }
    bounds = (random_date(random, years) if random.random() < 0.35 else None for _ in range(2))
    start, end = in_order(*bounds)
    programme = random.choice(PROGRAMME_CHOICES)
    return Filters(start=start, end=end, programme=programme, **chosen)


def _some(random: Random, known: tuple[str, ...]) -> tuple[str, ...]:
    wanted = random.sample(known, k=min(len(known), random.randint(1, 3)))
    return tuple(value for value in known if value in wanted)


def random_date(random: Random, years: tuple[int, int]) -> str:
    """Write a year, a month or a day."""
    year, month, day = random.randint(*years), random.randint(1, 12), random.randint(1, 28)
    return random.choice((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"))

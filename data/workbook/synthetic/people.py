"""Synthetic head-counts and participants; a person is an opaque key and nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.values import GENDERS, GROUPS
from data.workbook.synthetic.activities import Activity
from data.workbook.synthetic.chance import Chance, Deck
from data.workbook.synthetic.plan import Plan
from data.workbook.synthetic.writing import Row

SHAPES = {"total": 7, "genders": 4, "groups": 4, "countries": 3, "full": 2, "empty": 1}
BASES = {"exact": 6, "at-least": 3, "estimate": 2}
GROUP_CARDS = {
    "municipal-officials": 7,
    "practitioners": 4,
    "mayors-local-leaders": 3,
    "civil-society": 3,
    "youth": 2,
    "national-officials": 2,
    "unspecified": 1,
}
GENDER_CARDS = {"female": 20, "male": 24, "other": 1, "unspecified": 5}
PLACE_CARDS = {"city-and-country": 9, "city": 5, "country": 4, "none": 2}

ACTIVITIES_COUNTED, ACTIVITIES_LISTED = 0.55, 0.09
PEOPLE_FOR_ACTIVITY = 0.5


@dataclass(frozen=True, slots=True)
class HeadCount:
    """One row of attendance before its activity, basis and scope are known."""

    group: str = "unspecified"
    gender: str = "unspecified"
    country: str = ""
    count: int = 0


def attendance(plan: Plan, made: Sequence[Activity]) -> Iterator[Row]:
    """Give head-counts for about half of the activities, none overlapping within a scope."""
    stream = plan.chance("attendance")
    shapes, bases = Deck(stream, SHAPES), Deck(stream, BASES)
    for activity in made:
        if activity.status != "held" or not stream.often(ACTIVITIES_COUNTED):
            continue
        basis = bases.deal()
        counts = _head_counts(stream, shapes.deal(), activity)
        for head_count in counts:
            yield _attendance_row(stream, plan, activity, head_count, basis=basis, scope="region")
        if stream.often(0.12) or activity.reach == "global":
            everybody = HeadCount(count=sum(c.count for c in counts) + stream.randint(0, 60))
            yield _attendance_row(stream, plan, activity, everybody, basis="estimate", scope="all")


def _head_counts(stream: Chance, shape: str, activity: Activity) -> list[HeadCount]:
    total = int(stream.triangular(8, 90 if activity.kind == "summit" else 55, 20))
    if shape == "genders":
        some = [HeadCount(gender=gender) for gender in GENDERS]
    elif shape == "groups":
        some = [HeadCount(group=group) for group in stream.sample(GROUPS, stream.randint(2, 4))]
    elif shape == "countries":
        # One that the activity does not concern may be among them, and people of unknown origin.
        strays = stream.some(["AL", "RS"], 1) if stream.often(0.2) else []
        named = dict.fromkeys([*activity.countries, *strays, ""])
        some = [HeadCount(country=country) for country in named]
    elif shape == "full":
        groups = stream.sample(GROUPS, 2)
        some = [HeadCount(group, gender) for group in groups for gender in GENDERS[:2]]
    else:
        some = [HeadCount()]
    return _shared(stream, some, 0 if shape == "empty" else total)


def _shared(stream: Chance, some: Sequence[HeadCount], total: int) -> list[HeadCount]:
    # The later ones (other, unspecified, unknown origin) are the smaller ones, sometimes zero.
    left, counts = total, []
    for head_count in some[:-1]:
        count = round(left * stream.uniform(0.3, 0.7))
        left -= count
        counts.append(replace(head_count, count=count))
    rest = left if len(some) == 1 or stream.often(0.7) else 0
    return [*counts, replace(some[-1], count=rest)]


def _attendance_row(
    stream: Chance, plan: Plan, activity: Activity, head_count: HeadCount, *, basis: str, scope: str
) -> Row:
    return {
        "activity": activity.id,
        "group": head_count.group,
        "gender": head_count.gender,
        "country": head_count.country,
        "count": head_count.count,
        "basis": basis,
        "scope": scope,
        "sources": stream.some(plan.sources, 1),
        "note": "Rounded (synthetic)." if basis == "estimate" and stream.often(0.5) else "",
    }


@dataclass(frozen=True, slots=True)
class _Person:
    key: str
    group: str
    gender: str
    home: str


class _Population:
    """Everybody who may take part, and those of each city."""

    def __init__(self, plan: Plan, stream: Chance) -> None:
        groups, genders = Deck(stream, GROUP_CARDS), Deck(stream, GENDER_CARDS)
        self.everybody = []
        self.at_home: dict[str, list[_Person]] = {}
        for place in range(12 + int(plan.activity_count * PEOPLE_FOR_ACTIVITY)):
            home = plan.cities.draw(stream, 1)[0]
            person = _Person(f"p-{place + 1:06d}", groups.deal(), genders.deal(), home)
            self.everybody.append(person)
            self.at_home.setdefault(home, []).append(person)

    def draw(self, stream: Chance, activity: Activity) -> list[_Person]:
        """Draw 6 to 12 people, most of them from the activity's cities; different ones."""
        wanted = stream.randint(6, 12)
        known = [self.at_home[city] for city in activity.cities if city in self.at_home]
        drawn = [stream.choice(stream.choice(known)) for _ in range(wanted - 2)] if known else []
        drawn += stream.choices(self.everybody, k=wanted - len(drawn))
        return list(dict.fromkeys(drawn))


def participants(plan: Plan, made: Sequence[Activity]) -> Iterator[Row]:
    """Give the people of about every twelfth activity; some of these have head-counts too."""
    stream = plan.chance("participants")
    population = _Population(plan, stream)
    places = Deck(stream, PLACE_CARDS)
    for activity in made:
        if activity.status == "held" and stream.often(ACTIVITIES_LISTED):
            for person in population.draw(stream, activity):
                yield _participant_row(plan, activity, person, places.deal())


def _participant_row(plan: Plan, activity: Activity, person: _Person, place: str) -> Row:
    return {
        "activity": activity.id,
        "person": person.key,
        "group": person.group,
        "gender": person.gender,
        "country": plan.cities.country_of[person.home] if "country" in place else "",
        "city": person.home if "city" in place else "",
    }

"""The words of the page of one city."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.records.parts import NONE
from data.reference import City, Reference
from layouts import formats, words

TIMELINE = "What happened, in order"
UNDATED = "No date on record"
LEARNED = "Learned from"
TAUGHT = "Shared its practice with"
NEEDS = "Needs"
PRACTICES = "Practices"
NEIGHBOURS = "Practices elsewhere on the same themes"
NO_SUCH_CITY = (
    "There is no city of that name in the loaded dataset; the list names those there are."
)
SHOW_EARLIER = "Show them"
SHOW_EVERYTHING = "Show all that is on record"
RECORD = "All that is recorded"
NO_SOURCE = "No source is named"
NO_DATE = "no date on record"
NO_OUTCOME = "What came of it is not recorded."
AT_ODDS = "The date on record is earlier than that of what it followed."
JOINED = "Joined the network"

TITLES = {
    "requested": "Asked for",
    "started": "Support began",
    "delivered": "Support delivered",
    "underway": "In progress",
    "output": "Policy output",
}
"""What an entry tells → the words before its title."""

NEEDS_RAISED = {
    "need": "Raised a need",
    "concern": "Raised a concern",
    "barrier": "Named a barrier",
}


def city_line(city: City, country: str) -> str:
    """Say of a city its local name, its country, and since when it is a member."""
    named = [city.local_name] if city.local_name and city.local_name != city.name else []
    return " · ".join([*named, country, membership(city)])


def membership(city: City) -> str:
    """Say the membership of a city, and since when."""
    said = words.MEMBERSHIPS[city.membership]
    if city.joined:
        since = "joined" if city.membership == "former" else "since"
        return f"{said}, {since} {formats.date_span(city.joined)}"
    return f"{said}, joining date not recorded" if city.membership == "member" else said


def _of_year(value: str) -> str:
    return "no date" if value == NONE else f"of {int(value)}"


def _journey(city: str, known: Reference) -> str:
    return f"{known.cities[city].name} took part or was the host, held or planned"


PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {
    ("activities", "journey"): _journey,
    **{
        (sheet, "year"): lambda value, _: _of_year(value)
        for sheet in ("activities", "support", "needs", "voices", "outputs")
    },
}

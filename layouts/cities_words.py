"""The words of the pages of cities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from data.reference import City, Reference
from layouts import formats, words

PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {
    ("cities", "membership"): lambda value, _: words.MEMBERSHIPS[value],
    ("cities", "idle"): lambda _, __: "with neither an activity nor support",
    ("activities", "status"): lambda value, _: words.STATUSES[value],
}


@dataclass(frozen=True, slots=True)
class CityColumn:
    """One column of the list; `sort` is its name in addresses, `downwards` how it begins."""

    name: str
    sort: str = ""
    downwards: bool = False
    number: bool = False


COLUMNS = (
    CityColumn("City", "name"),
    CityColumn("Membership", "joined"),
    CityColumn("Activities", "activities", downwards=True, number=True),
    CityColumn("Support delivered", "support", downwards=True, number=True),
    CityColumn("Support open", "open", downwards=True, number=True),
    CityColumn("Needs", "needs", downwards=True, number=True),
    CityColumn("Practices", "practices", downwards=True, number=True),
    CityColumn("Last contact", "contact", downwards=True),
)
BY_COUNTRY = "country"
SORTS = (BY_COUNTRY, *(column.sort for column in COLUMNS))
NO_CONTACT = "none on record"
NOTES = (
    "Activities are those held that the city took part in; open is requested, agreed or in"
    " progress. A record that names several cities stands beside each of them. The last contact is"
    " the latest of them with a date."
)


def since(city: City) -> str:
    """Say when a city joined, where that is recorded."""
    if city.joined is None:
        return ""
    joined = formats.date_span(city.joined)
    return f"since {joined}" if city.membership == "member" else f"joined {joined}"

"""The words of the pages of cities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from data.filters import Filters
from data.reference import City, Reference
from layouts import formats, words

PART_WORDS: Mapping[tuple[str, str], Callable[[str, Reference], str]] = {
    ("cities", "membership"): lambda value, _: words.MEMBERSHIPS[value],
    ("cities", "idle"): lambda _, __: "with neither a held activity nor support",
    ("cities", "joined"): lambda _, __: "joined after the end of the period",
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
    " the latest activity held or step of support that has a date, also where the city shared its"
    " practice, whatever the period."
)


def columns(filters: Filters) -> tuple[CityColumn, ...]:
    """The columns of the list; the last contact does not follow a period, and then says so."""
    *others, contact = COLUMNS
    if filters.start is None and filters.end is None:
        return COLUMNS
    return (*others, replace(contact, name=f"{contact.name}, all dates"))


def since(city: City) -> str:
    """Say when a city joined, where that is recorded."""
    if city.joined is None:
        return ""
    joined = formats.date_span(city.joined)
    return f"since {joined}" if city.membership == "member" else f"joined {joined}"

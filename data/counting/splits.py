"""The people of a filter and of its neighbours, in parts that share nobody.

A filter's neighbours differ from it in kinds and places alone. Each row of people is of one
programme, one kind of activity, and at most one country and one city, so that whatever these
filters count is a sum of the parts read here, in one statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting import whole_months as whole
from data.counting.asking import HELD, Asking
from data.counting.slots import KINDS_A_MONTH, kind_in
from data.filters import Filters
from data.small_numbers import Place, Split


class Part(NamedTuple):
    """What no neighbour parts further; cities are told apart where the filter chooses some."""

    programme: str
    kind: str
    place: Place


@dataclass(frozen=True, slots=True)
class Splits:
    """The splits of every part: women against others, office holders against others."""

    genders: Mapping[Part, Split]
    office_holders: Mapping[Part, Split]


def is_chosen(part: Part, filters: Filters) -> bool:
    """Whether a filter counts the people of a part of its programmes."""
    return kind_is_chosen(part.kind, filters) and place_is_chosen(part.place, filters)


def kind_is_chosen(kind: str, filters: Filters) -> bool:
    """Whether a filter counts the people of a kind of activity."""
    return not filters.kinds or kind in filters.kinds


def place_is_chosen(place: Place, filters: Filters) -> bool:
    """Whether a filter counts the people of a place."""
    country, city = place
    in_country = not filters.countries or country & filters.country_bits != 0
    return in_country and (not filters.cities or city in filters.cities)


def without_parts(filters: Filters) -> Iterator[Filters]:
    """Give the filters that leave away one of a filter's further parts: themes, funders, period."""
    if filters.themes:
        yield replace(filters, themes=())
    if filters.funders:
        yield replace(filters, funders=())
    if filters.has_period:
        yield replace(filters, start=None, end=None)


def read_splits(asking: Asking) -> Splits:
    """Read the parts of a filter and its neighbours; one statement."""
    neighbours = replace(asking.filters, kinds=(), countries=(), cities=())
    if not asking.filters.cities and whole.of_whole_months(neighbours, asking.as_of):
        return _splits_of_months(asking.connection.execute(_of_months(neighbours)))
    row = schema.head_count_facts.c
    city = _city() if asking.filters.cities else sa.literal("")
    grain = (row.programme, row.slot % KINDS_A_MONTH, country_of_row(), city)
    sums = (row.female, row.gendered, row.mayor_people, row.all_people)
    query = pick.selected(
        pick.HEAD_COUNTS,
        neighbours,
        *(column.label(f"part_{place}") for place, column in enumerate(grain)),
        *(sa.func.sum(column) for column in sums),
        statuses=HELD,
    ).group_by(*(sa.text(f"part_{place}") for place in range(len(grain))))
    return _splits(asking.connection.execute(query).all())


def _of_months(filters: Filters) -> sa.Select[Any]:
    """Add the people of each programme, kind and place up from the sums of months."""
    month = schema.activity_months.c
    grain = (month.programme, month.kind, month.place)
    sums = (month.female, month.gendered, month.mayor_sum, month.all_sum)
    places = (whole.ANYWHERE, *whole.PLACES)
    return whole.selected_months(
        whole.ACTIVITY_MONTHS, filters, places, *grain, *(sa.func.sum(column) for column in sums)
    ).group_by(*grain)


def _splits_of_months(rows: Iterable[Any]) -> Splits:
    """Part the people by place: what counts for no country is what the countries leave of all."""
    genders: dict[Part, Split] = defaultdict(Split)
    office_holders: dict[Part, Split] = defaultdict(Split)
    for programme, kind, place, female, gendered, mayors, people in rows:
        women = Split(int(female), int(gendered - female))
        holders = Split(int(mayors), int(people - mayors))
        of_none = Part(programme, kind, (0, ""))
        for splits, split in ((genders, women), (office_holders, holders)):
            if place == whole.ANYWHERE:
                splits[of_none] += split
            else:
                splits[Part(programme, kind, (place, ""))] = split
                splits[of_none] -= split
    return Splits(dict(genders), dict(office_holders))


def _splits(rows: Any) -> Splits:
    genders, office_holders = {}, {}
    for programme, kind, country, city, female, gendered, mayors, people in rows:
        part = Part(programme, kind_in(kind), (country, city))
        genders[part] = Split(int(female), int(gendered - female))
        office_holders[part] = Split(int(mayors), int(people - mayors))
    return Splits(genders, office_holders)


def country_of_row() -> sa.ColumnElement[int]:
    """The bit of the one country for which a row counts, 0 where it counts for none."""
    row = schema.head_count_facts.c
    return sa.case(
        (row.row_bits != 0, row.row_bits.bitwise_and(row.country_bits)),
        ((row.listed == 0) & row.of_one_country, row.country_bits),
        else_=0,
    )


def _city() -> sa.ColumnElement[str]:
    """The one city for which a row counts, empty where it counts for none."""
    row, links = schema.head_count_facts.c, schema.LINKS["activities", "cities"].alias("there").c
    took_part = sa.exists().where(links.record == row.id, links.value == row.row_city)
    of_only_city = (row.row_bits == row.city_bits) | ((row.row_bits == 0) & row.of_one_country)
    return sa.case(
        ((row.row_city != "") & took_part, row.row_city),
        (
            (row.row_city == "") & (row.listed == 0) & of_only_city,
            sa.func.coalesce(row.only_city, ""),
        ),
        else_="",
    )

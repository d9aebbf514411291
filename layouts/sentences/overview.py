"""What the pictures of the overview show, in one sentence each."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import pandas as pd

from data.geography import COUNTRIES
from layouts import formats
from layouts.language import message, translated
from layouts.sentences.places import country_said
from layouts.sentences.sentence import Said, Sentence, derived_said, in_row, say, say_many

_NAMED = 3
"""So many of the most active cities are named; more are counted."""
_LANES = {
    "workshops": message("Workshops and roundtables {n}"),
    "exchanges": message("Exchanges {n}"),
    "summits": message("Summits {n}"),
    "other": message("Other events {n}"),
    "support": message("Support {n}"),
}


def map_said(city_marks: pd.DataFrame, countries: Collection[str], profile: str) -> Sentence:
    """Say what the map shows: cities, members, the most active; a row of marks is a city."""
    chosen = city_marks[city_marks["chosen"]]
    names = [country_said(c.code, profile) for c in COUNTRIES if c.code in countries]
    where = formats.joined(names) if names else translated("the Western Balkans")
    if not len(chosen):
        return say("Map of {places}: no city in this selection.", places=where)
    return say(
        "Map of {places}: {cities}; {active}.",
        places=where,
        cities=_cities(chosen),
        active=_most_active(chosen),
    )


def _cities(chosen: pd.DataFrame) -> Sentence:
    members = int((chosen["membership"] == "member").sum())
    cities = derived_said("{n} city", "{n} cities", len(chosen))
    if len(chosen) == 1 and members:
        return say("{cities}, a member", cities=cities)
    if len(chosen) == 1:
        return say("{cities}, not recorded as a member", cities=cities)
    return say_many(
        "{cities}, {members} of them a member",
        "{cities}, {members} of them members",
        members,
        cities=cities,
        members=derived_said("{n}", "{n}", members),
    )


def _most_active(chosen: pd.DataFrame) -> Sentence:
    most = int(chosen["activities"].max())
    if most == 0:
        return say("no activity in this selection")
    names = sorted(chosen.loc[chosen["activities"] == most, "name"])
    activities = derived_said("{n} activity", "{n} activities", most)
    if len(names) == 1:
        return say(
            "{city} took part in the most, {activities}", city=names[0], activities=activities
        )
    if len(names) > _NAMED:
        cities: Said | str = derived_said("{n} city", "{n} cities", len(names))
    else:
        cities = formats.joined(names)
    return say(
        "{cities} took part in the most, {activities} each", cities=cities, activities=activities
    )


def timeline_said(
    lanes: pd.DataFrame, marks: pd.DataFrame, months: pd.DataFrame, first: date, last: date
) -> Sentence:
    """Say what the timeline shows: its months, the records of every lane, the undated."""
    counted = [
        _lane(lane, int(records))
        for lane, records in zip(lanes["lane"], lanes["records"], strict=True)
    ]
    undated = int(marks["first"].isna().sum())
    undated += int(months.loc[months["month"].isna(), "records"].sum())
    begin, end = formats.month(first.isoformat()), formats.month(last.isoformat())
    period: str | Sentence = begin
    if begin != end:
        period = say("{begin} to {end}", begin=begin, end=end)
    if not undated:
        return say("Timeline, {period}: {lanes}.", period=period, lanes=in_row(counted))
    return say(
        "Timeline, {period}: {lanes}; {undated} without a date.",
        period=period,
        lanes=in_row(counted),
        undated=derived_said("{n}", "{n}", undated),
    )


def _lane(lane: str, records: int) -> Sentence:
    return say(_LANES[lane], n=derived_said("{n}", "{n}", records))

"""What follow-through counts: workshops and roundtables that are old enough to tell."""

from __future__ import annotations

from typing import Any, NamedTuple

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting import whole_months as whole
from data.counting.asking import HELD, Asking
from data.dates import days_before

FOLLOW_UP_DAYS = 183
FOLLOWED_KINDS = ("workshop", "roundtable")


class FollowedTally(NamedTuple):
    """Selected workshops and roundtables that are old enough, and those that support arose from."""

    records: int
    followed: int


def followed_candidates(asking: Asking) -> sa.Select[Any]:
    """Select last day, countries and whether support arose, one row per activity counted."""
    activity = schema.activity_facts.c
    youngest = days_before(asking.as_of, FOLLOW_UP_DAYS)
    return pick.selected(
        pick.ACTIVITIES,
        asking.filters,
        activity.last_day,
        activity.country_bits,
        activity.followed_up,
        statuses=HELD,
        kinds=FOLLOWED_KINDS,
    ).where(activity.last_day <= youngest)


def read_followed(asking: Asking) -> FollowedTally:
    """Count the selected workshops and roundtables; one statement."""
    place = whole.place_of(asking.filters)
    if place is not None and whole.of_whole_months(asking.filters, asking.as_of):
        sums = whole.sums_of(schema.activity_months, ("tellable", "followed"))
        query = whole.selected_months(whole.ACTIVITY_MONTHS, asking.filters, (place,), *sums)
        return FollowedTally(*map(int, asking.connection.execute(query).one()))
    each = followed_candidates(asking).subquery("each")
    followed = sa.func.coalesce(sa.func.sum(sa.case((each.c.followed_up, 1), else_=0)), 0)
    row = asking.connection.execute(sa.select(sa.func.count(), followed)).one()
    return FollowedTally(int(row[0]), int(row[1]))

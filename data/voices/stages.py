"""Where cities are heard beyond their own region and before national bodies.

An activity is an international stage when its reach goes beyond the region, and a national one
when its reach is a country and its kind one at which cities speak to others than cities.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from data import values

INTERNATIONAL_REACH, NATIONAL_REACH = "global", "country"


def stage_of(activity: Any) -> sa.ColumnElement[str]:
    """The stage that an activity's row is, from its reach and kind; null when it is none."""
    speaks = activity.kind.in_(values.NATIONAL_STAGE_KINDS)
    return sa.case(
        (activity.reach == INTERNATIONAL_REACH, "international"),
        ((activity.reach == NATIONAL_REACH) & speaks, "national"),
        else_=sa.null(),
    )


def is_stage(activity: Any, stage: str) -> sa.ColumnElement[bool]:
    """Whether an activity's row is a stage of a sort."""
    return sa.func.coalesce(stage_of(activity), "") == stage

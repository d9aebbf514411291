"""Steps of time: the last days up to which figures are counted, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa


def step_of(last_day: sa.ColumnElement[Any], steps: Sequence[date]) -> sa.ColumnElement[int]:
    """The number of the first step on or after a record's last day; 0 where there are none."""
    if not steps:
        return sa.literal_column("0", sa.Integer)
    whens = [
        (last_day <= day, sa.literal_column(str(place), sa.Integer))
        for place, day in enumerate(steps)
    ]
    return sa.case(*whens, else_=sa.literal_column(str(len(steps)), sa.Integer))

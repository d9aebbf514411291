"""The column contract of each frame: an answer with no rows keeps its columns and types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

FrameContract = Mapping[str, str]

CITY_MARKS: FrameContract = {
    "id": "str",
    "name": "str",
    "country": "str",
    "latitude": "float64",
    "longitude": "float64",
    "membership": "str",
    "activities": "int64",
    "support": "int64",
    "chosen": "bool",
}
"""One row per city: held activities and support of the filter that name it.

`chosen`: the filter's countries and cities include it (true for all when none is chosen).
"""

TIMELINE_LANES: FrameContract = {
    "lane": "str",
    "records": "int64",
    "drawn_as": "str",
}
"""One row per lane, in order: the records counted; drawn as `marks`, `months` or `nothing`."""

TIMELINE_MARKS: FrameContract = {
    "lane": "str",
    "sheet": "str",
    "id": "str",
    "label": "str",
    "title": "str",
    "kind": "str",
    "status": "str",
    "first": "datetime64[s]",
    "last": "datetime64[s]",
    "precision": "str",
}
"""One row per record of a lane drawn as marks.

`precision`: `day` (one day), `span` (several known days), `vague` (a month or a year, or a span
with such an end), `none` (no date: first and last are NaT). Open support has no last day known:
its `last` is its latest start, and its status says that it is in progress.
"""

TIMELINE_MONTHS: FrameContract = {
    "lane": "str",
    "month": "datetime64[s]",
    "status": "str",
    "records": "int64",
}
"""One row per lane drawn as months, month and status; month NaT = no date."""


def conform(
    rows: Iterable[Mapping[str, Any]] | pd.DataFrame, contract: FrameContract
) -> pd.DataFrame:
    """Return the rows as a frame with exactly the contract's columns and types."""
    frame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    return frame.reindex(columns=list(contract)).astype(dict(contract))

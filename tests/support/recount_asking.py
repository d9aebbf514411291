"""Short questions to the naive recount, as its tests ask them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from data.dates import parse_date
from data.filters import Filters
from recount import Recount

Make = Callable[..., Recount]
"""Makes a recount of a workbook from the rows of some sheets."""


def asked(start: str | None = None, end: str | None = None, **parts: Any) -> Filters:
    bounds = (parse_date(text) if text else None for text in (start, end))
    return Filters(**parts, **dict(zip(("start", "end"), bounds, strict=True)))


def value(recount: Recount, rule: str, filters: Filters) -> tuple[float | None, str | None]:
    count = recount.figure(filters, rule)
    return count.value, count.bound


def reasons(recount: Recount, rule: str, filters: Filters) -> dict[str, str | None]:
    return {id_: reason for _, id_, reason in recount.evidence(filters, rule)}


AL = asked(countries=("AL",))
ELBASAN = asked(cities=("elbasan",))

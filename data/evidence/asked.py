"""Which figure is asked about: an indicator, and how its filter differs from its page's.

`member-cities` is the figure of the page's own filter. `member-cities~country.AL~to.2023` is the
same page's filter with the countries and the last day replaced; an empty value clears a part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.errors import InvalidFilter, UnknownRecord
from data.figures import Indicator
from data.filters import FILTER_KEYS, Filters, require_filters
from data.reference import Reference

_BETWEEN_PARTS, _BEFORE_VALUE = "~", "."


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """One figure: its indicator, the filter that it is counted under, and its name in addresses."""

    indicator: Indicator
    filters: Filters
    key: str


def figure_key(indicator: str, replaced: Mapping[str, str] | None = None) -> str:
    """Write the name of a figure; `replaced` are the filter keys that differ from its page."""
    parts = (replaced or {}).items()
    return _BETWEEN_PARTS.join([indicator, *(f"{key}{_BEFORE_VALUE}{text}" for key, text in parts)])


def read_figure_key(key: str, filters: Filters, reference: Reference) -> AskedFigure:
    """Read the name of a figure on a page with a filter.

    UnknownRecord where there is no such indicator, InvalidFilter where a replaced part is wrong.
    """
    name, *parts = key.split(_BETWEEN_PARTS)
    indicator = reference.indicators.get(name)
    if indicator is None:
        raise UnknownRecord(f"There is no indicator {name}.")
    return AskedFigure(indicator, _replaced(filters, parts, reference), key)


def _replaced(filters: Filters, parts: list[str], reference: Reference) -> Filters:
    if not parts:
        return filters
    query = dict(filters.parts())
    for part in parts:
        name, dot, text = part.partition(_BEFORE_VALUE)
        if not dot or name not in FILTER_KEYS:
            raise InvalidFilter(f"{part}: there is no such part of a filter")
        query[name] = text
    return require_filters(
        {name: text for name, text in query.items() if text}, reference.vocabulary
    )

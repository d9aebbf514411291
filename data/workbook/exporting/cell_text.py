"""How a stored value is written in a cell, so that reading the cell gives the same value back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from data.dates import DateSpan, Precision

_MOST = Decimal(10) ** 18 - 1
"""The largest number that the workbook can write: 18 digits."""

_TRUTH = {True: "yes", False: "no"}


def cell_text(value: object) -> str:
    """Write one value; what is not recorded becomes an empty cell."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return _TRUTH[value]
    if isinstance(value, float | Decimal):
        return number_text(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def date_text(first: date | None, last: date | None, precision: Precision | None) -> str:
    """Write a date as precisely as it is known; an unknown one becomes an empty cell."""
    if first is None or last is None or precision is None:
        return ""
    return str(DateSpan(first, last, precision))


def number_text(number: float | Decimal) -> str:
    """Write a number in full: a point, no exponent, as few digits as tell it from all others."""
    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    # 18 nines are read as the float above them, which 18 digits cannot write.
    within = max(min(exact, _MOST), -_MOST)
    return f"{within.normalize():f}"


def list_text(values: Iterable[object]) -> str:
    """Write a list in its order; ids, codes and choices hold no semicolon."""
    return ";".join(map(str, values))

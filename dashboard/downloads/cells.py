"""Cells that a spreadsheet reads as what they are: text that cannot run, plain numbers."""

from __future__ import annotations

import math
import re
from decimal import Decimal

# Spreadsheets run what begins so, also in full-width signs; a tab or a line break before it is
# dropped when a file is read.
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def inert(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run; a number stays as it is."""
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def finite(number: float | Decimal) -> bool:
    """Say whether a number is one; frames write what is not recorded as NaN."""
    return math.isfinite(number)


def plain_number(number: float | Decimal) -> str:
    """Write a number with a point, without an exponent and without needless zeros."""
    if isinstance(number, int):
        return str(number)
    if not finite(number):
        return ""
    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

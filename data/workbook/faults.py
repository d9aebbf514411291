"""Faults of a workbook: where one is, what is wrong there and what was expected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from data.errors import HubError

_LONGEST_QUOTE = 60
_LIKENESS = 65.0


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell and what was expected there."""

    wrong: str
    expected: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; `sheet` is the file's name where there is no row."""

    sheet: str
    row: int | None
    column: str | None
    problem: str
    expected: str

    def __str__(self) -> str:
        """Write the fault as `sheet:row:column: what is wrong, and what was expected`."""
        return f"{self.where}: {self.problem}; expected {self.expected}"

    @property
    def where(self) -> str:
        """The place, as precisely as it is known; rows as a spreadsheet numbers them."""
        parts = (self.sheet, self.row, self.column)
        return ":".join(quoted_plain(str(part)) for part in parts if part is not None)


class WorkbookFaulty(HubError):
    """The workbook can be read, but holds faults; each is in `faults`."""

    status = 400

    def __init__(self, faults: Sequence[Fault]) -> None:
        number = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(f"The workbook has {number}; nothing was changed.")
        self.faults = tuple(faults)


def quoted(text: str) -> str:
    """Quote a cell for a message: one line, of bearable length, without control characters."""
    short = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return f"'{quoted_plain(short)}'"


def quoted_plain(text: str) -> str:
    """Write control characters and line breaks as escapes: a terminal would obey them."""
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text
    )


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like a mistyped one; None when none is like it."""
    found = process.extractOne(
        name, list(known), scorer=fuzz.ratio, processor=_plain, score_cutoff=_LIKENESS
    )
    return found[0] if found else None


def _plain(name: str) -> str:
    return name.casefold().replace(" ", "-").replace("_", "-")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Suggest the nearest known name in brackets; empty text when there is none."""
    guess = nearest(name, known)
    return f" (did you mean {quoted(guess)}?)" if guess is not None else ""

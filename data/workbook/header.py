"""The header row of a sheet: which column is where, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from data.workbook.faults import Fault, did_you_mean, nearest, quoted
from data.workbook.raw import RawSheet
from data.workbook.sheets import SHEETS_BY_NAME, Sheet


@dataclass(frozen=True, slots=True)
class Header:
    """The names of row 1 in order, trimmed; `known` are those that the sheet has."""

    names: tuple[str, ...]
    known: frozenset[str]
    has_key: bool
    faults: tuple[Fault, ...]

    def name(self, place: int) -> str:
        """Name a column for a message; one without a name by its letter."""
        return self.names[place] or column_letters(place)


def column_letters(place: int) -> str:
    """Name a column as a spreadsheet does: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_header(raw: RawSheet, cells: Sequence[str]) -> Header:
    """Read row 1: unknown, repeated and missing columns are faults."""
    sheet = SHEETS_BY_NAME[raw.name]
    names = tuple(cell.strip() for cell in cells)
    if not any(names):
        wrong = "there is no header row"
        return _unusable(Fault(raw.file, None, None, wrong, f"{_listed(sheet)} in row 1"))
    separator = _other_separator(sheet, names)
    if separator:
        wrong = f"the columns are separated by {separator}"
        return _unusable(Fault(raw.name, 1, "A", wrong, "commas"))
    known = frozenset(name for name in names if name in sheet.by_name)
    guesses = {nearest(name, sheet.by_name) for name in names if name not in sheet.by_name}
    missing = [
        column.name
        for column in sheet.columns
        if column.required and column.name not in known and column.name not in guesses
    ]
    strange = [name for name in names if name and name not in sheet.by_name]
    repeated = [name for name, times in Counter(names).items() if name and times > 1]
    faults = [_unknown(sheet, name) for name in strange]
    faults += [_missing(sheet, name) for name in missing]
    faults += [_repeated(sheet, name) for name in repeated]
    return Header(names, known, "id" not in sheet.by_name or "id" in known, tuple(faults))


def _unusable(fault: Fault) -> Header:
    return Header((), frozenset(), has_key=False, faults=(fault,))


def _listed(sheet: Sheet) -> str:
    return ", ".join(column.name for column in sheet.columns)


def _other_separator(sheet: Sheet, names: Sequence[str]) -> str | None:
    """Name the separator when the whole header stands in one cell."""
    filled = [name for name in names if name]
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        parts = {part.strip(' "') for part in filled[0].split(sign)} if len(filled) == 1 else set()
        if len(parts & set(sheet.by_name)) > 1:
            return name
    return None


def _unknown(sheet: Sheet, name: str) -> Fault:
    wanted = f"one of {_listed(sheet)}{did_you_mean(name, sheet.by_name)}"
    return Fault(sheet.name, 1, name[:60], f"there is no column {quoted(name)}", wanted)


def _missing(sheet: Sheet, name: str) -> Fault:
    return Fault(sheet.name, 1, name, "the column is missing", "it, as it is required")


def _repeated(sheet: Sheet, name: str) -> Fault:
    return Fault(sheet.name, 1, name[:60], "the column is there more than once", "each name once")

"""Reading a workbook, folder or XLSX file, into columns of text; what the cells say comes later."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from data.errors import WorkbookUnreadable
from data.workbook.csv_folder import read_folder
from data.workbook.faults import Fault, Problem, quoted, quoted_plain
from data.workbook.header import Header, column_letters, read_header
from data.workbook.raw import UNUSABLE, RawSheet
from data.workbook.sheets import SHEETS, SHEETS_BY_NAME, Sheet
from data.workbook.xlsx_file import open_xlsx

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


@dataclass(slots=True)
class SheetText:
    """One sheet as text: its columns by name, and each row's number in the spreadsheet.

    `whole` is False when rows or the key column could not be read: what refers to the sheet can
    then not be judged.
    """

    sheet: Sheet
    file: str
    rows: array[int] = field(default_factory=lambda: array("L"))
    columns: dict[str, Sequence[str]] = field(default_factory=dict)
    whole: bool = True
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Workbook:
    """Every sheet of the contract as text, missing ones empty, and the faults of its form."""

    path: Path
    sheets: dict[str, SheetText]
    faults: tuple[Fault, ...]


def read_workbook(path: Path, progress: Progress | None = None) -> Workbook:
    """Read a folder of CSV files or an XLSX file; WorkbookUnreadable when it is neither."""
    sheets = {sheet.name: SheetText(sheet, _file_name(path, sheet)) for sheet in SHEETS}
    faults: list[Fault] = []
    with _opened(path) as (raw_sheets, strays):
        faults += strays
        for done, raw in enumerate(raw_sheets):
            if progress:
                progress(f"reading {raw.name}", done, len(raw_sheets))
            sheets[raw.name] = _read_sheet(raw)
            faults += sheets[raw.name].faults
    if not any(raw.name == "dataset" for raw in raw_sheets):
        sheets["dataset"].whole = False
        faults.append(_no_dataset(path))
    return Workbook(path, sheets, tuple(faults))


def _opened(path: Path) -> AbstractContextManager[tuple[list[RawSheet], list[Fault]]]:
    if path.is_dir():
        return nullcontext(read_folder(path))
    if not path.exists():
        raise WorkbookUnreadable(f"{quoted_plain(str(path))} is not there.")
    if path.suffix.casefold() != ".xlsx":
        raise WorkbookUnreadable(
            f"{quoted_plain(str(path))} is no workbook: one is a folder of CSV files or an XLSX"
            " file."
        )
    return open_xlsx(path)


def _file_name(path: Path, sheet: Sheet) -> str:
    return path.name if path.suffix.casefold() == ".xlsx" else f"{sheet.name}.csv"


def _no_dataset(path: Path) -> Fault:
    if path.is_dir():
        return Fault("dataset.csv", None, None, "the file is missing", "the sheet dataset")
    return Fault(path.name, None, None, "the sheet dataset is missing", "it, with one row")


def _read_sheet(raw: RawSheet) -> SheetText:
    """Read one sheet; one that cannot be decoded or taken apart has that as its only fault."""
    text = SheetText(SHEETS_BY_NAME[raw.name], raw.file)
    reading = _RowReader(raw, text)
    try:
        reading.read()
    except UnicodeDecodeError:
        wanted = 'UTF-8 (in a spreadsheet: save as "CSV UTF-8")'
        problem = Problem("the file is not written in UTF-8", wanted)
        return _unread(raw, None, None, problem)
    except csv.Error as error:
        wanted = "cells separated by commas, with text in double quotes closed in the same cell"
        problem = Problem(f"the row cannot be taken apart ({error})", wanted)
        return _unread(raw, reading.number + 1, reading.first_column, problem)
    return text


def _unread(raw: RawSheet, row: int | None, column: str | None, problem: Problem) -> SheetText:
    name = raw.name if row else raw.file
    fault = Fault(name, row, column, problem.wrong, problem.expected)
    return SheetText(SHEETS_BY_NAME[raw.name], raw.file, whole=False, faults=[fault])


class _RowReader:
    """Takes the rows of one sheet apart: the header, rows with content, rows of wrong width."""

    def __init__(self, raw: RawSheet, text: SheetText) -> None:
        self.raw = raw
        self.text = text
        self.number = 0
        self.first_column = "A"

    def read(self) -> None:
        rows = iter(self.raw.rows())
        cells = next(rows, [])
        self.number = 1
        header = read_header(self.raw, cells)
        self.text.faults += header.faults
        self.text.whole = header.has_key
        if header.names:
            self.first_column = header.name(0)
            self._keep(header, self._body(header, rows))
            self._tell_problems(header)

    def _body(self, header: Header, rows: Iterator[Sequence[str]]) -> Iterator[Sequence[str]]:
        """Give the rows with content, each as wide as the header."""
        width = len(header.names)
        for cells in rows:
            self.number += 1
            if not any(cells) or not any(map(str.strip, cells)):
                continue
            self.text.rows.append(self.number)
            yield cells if len(cells) == width else self._fitted(header, cells)

    def _fitted(self, header: Header, cells: Sequence[str]) -> Sequence[str]:
        width = len(header.names)
        if len(cells) > width:
            self._tell_surplus(width, cells)
            return cells[:width]
        if self.raw.elastic:
            return [*cells, *[""] * (width - len(cells))]
        wrong = f"the row is shorter than the header: it ends after {len(cells)} cells"
        self._fault(header.name(len(cells)), wrong, f"{width} cells")
        return [*cells, *[UNUSABLE] * (width - len(cells))]

    def _tell_surplus(self, width: int, cells: Sequence[str]) -> None:
        filled = [place for place in range(width, len(cells)) if cells[place].strip()]
        if self.raw.elastic and not filled:
            return
        place = filled[0] if filled else width
        what = quoted(cells[place].strip()) if filled else "an empty cell"
        hint = "" if self.raw.elastic else " (does a text with a comma lack its double quotes?)"
        wrong = f"the row is longer than the header: {what} stands beyond the last column"
        self._fault(column_letters(place), wrong, f"{width} cells{hint}")

    def _fault(self, column: str, wrong: str, expected: str) -> None:
        self.text.faults.append(Fault(self.raw.name, self.number, column, wrong, expected))

    def _keep(self, header: Header, rows: Iterator[Sequence[str]]) -> None:
        columns = list(zip(*rows, strict=True)) or [()] * len(header.names)
        for place, name in enumerate(header.names):
            if name in header.known:
                self.text.columns.setdefault(name, columns[place])
            elif not name:
                self._tell_nameless(place, columns[place])

    def _tell_nameless(self, place: int, cells: Sequence[str]) -> None:
        filled = (row for row, cell in zip(self.text.rows, cells, strict=True) if cell.strip())
        row = next(filled, None)
        if row is not None:
            wrong = f"the column has no name, but holds content in row {row}"
            fault = Fault(self.raw.name, 1, column_letters(place), wrong, "a name in row 1")
            self.text.faults.append(fault)

    def _tell_problems(self, header: Header) -> None:
        for row, place, problem in self.raw.problems:
            if row > 1 and place < len(header.names):
                fault = Fault(
                    self.raw.name, row, header.name(place), problem.wrong, problem.expected
                )
                self.text.faults.append(fault)

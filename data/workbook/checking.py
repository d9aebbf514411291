"""Checking a workbook: every fault of every sheet at once.

A column is judged by its distinct values, so that a long sheet costs little more than a short one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from data.workbook.cells import WRONG, Value, judge_of
from data.workbook.content import Content, SheetContent
from data.workbook.crossing import crossing_faults
from data.workbook.faults import Fault
from data.workbook.reading import Progress, SheetText, Workbook, read_workbook
from data.workbook.sheets import SHEETS, SHEETS_BY_NAME, Column


def check(path: Path, progress: Progress | None = None) -> tuple[Content | None, list[Fault]]:
    """Read and check a workbook: its content when it is clean, else None and every fault.

    Faults come sheet by sheet, row by row. WorkbookUnreadable when there is nothing to check.
    """
    workbook = read_workbook(path, progress)
    faults = list(workbook.faults)
    content = _judge(workbook, faults, progress)
    if progress:
        progress("checking across sheets", len(SHEETS), len(SHEETS))
    for sheet in content.sheets.values():
        faults += _row_count_faults(sheet)
        faults += _repeated_keys(sheet)
    faults += crossing_faults(content)
    return (None, sorted(faults, key=_place)) if faults else (content, [])


def _judge(workbook: Workbook, faults: list[Fault], progress: Progress | None) -> Content:
    """Read every cell as its type, giving up each sheet's text once it is read."""
    content = Content()
    for done, sheet in enumerate(SHEETS):
        if progress:
            progress(f"checking {sheet.name}", done, len(SHEETS))
        text = workbook.sheets.pop(sheet.name)
        columns = {column.name: _judge_column(text, column, faults) for column in sheet.columns}
        present = frozenset(text.columns)
        content.sheets[sheet.name] = SheetContent(
            sheet, text.file, text.rows, columns, present, text.whole
        )
        text.columns.clear()
    return content


def _judge_column(text: SheetText, column: Column, faults: list[Fault]) -> Sequence[Value]:
    cells = text.columns.get(column.name)
    if cells is None:
        nothing: Value = WRONG if column.required else (() if column.many else None)
        return [nothing] * len(text.rows)
    judge = judge_of(text.sheet.name, column)
    judged = {cell: judge(cell) for cell in set(cells)}
    bad = {cell for cell, found in judged.items() if found.problems}
    if bad:
        faults += [
            Fault(text.sheet.name, row, column.name, problem.wrong, problem.expected)
            for row, cell in zip(text.rows, cells, strict=True)
            if cell in bad
            for problem in judged[cell].problems
        ]
    return [judged[cell].value for cell in cells]


def _row_count_faults(sheet: SheetContent) -> Iterator[Fault]:
    if not sheet.sheet.single or not sheet.whole:
        return
    name, first = sheet.sheet.name, sheet.sheet.columns[0].name
    for row in sheet.rows[1:]:
        yield Fault(name, row, first, "there is more than one row", "exactly one row")
    if not sheet.rows:
        yield Fault(sheet.file, None, None, f"the sheet {name} has no row", "exactly one row")


def _repeated_keys(sheet: SheetContent) -> Iterator[Fault]:
    """Find rows that are the same in the columns that are unique together; empty equals empty."""
    unique = sheet.sheet.unique
    if not unique:
        return
    seen: dict[tuple[Value, ...], int] = {}
    keys = zip(*(sheet.columns[name] for name in unique), strict=True)
    for row, key in zip(sheet.rows, keys, strict=True):
        if WRONG in key:
            continue
        first = seen.setdefault(key, row)
        if first != row:
            wrong = f"{_joined(unique)} {'is' if len(unique) == 1 else 'are'} as in row {first}"
            yield Fault(sheet.sheet.name, row, unique[0], wrong, f"each {_joined(unique)} once")


def _joined(names: Sequence[str]) -> str:
    return " and ".join([*([", ".join(names[:-1])] if names[:-1] else []), names[-1]])


_SHEET_PLACES = {sheet.name: place for place, sheet in enumerate(SHEETS)}


def _place(fault: Fault) -> tuple[int, int, int]:
    """Order faults as a reader goes through the workbook; those of files come first."""
    if fault.row is None or fault.sheet not in _SHEET_PLACES:
        return (-1, 0, 0)
    names = list(SHEETS_BY_NAME[fault.sheet].by_name)
    column = names.index(fault.column) if fault.column in names else len(names)
    return (_SHEET_PLACES[fault.sheet], fault.row, column)

"""What a file format hands over: sheets as rows of text cells, not yet judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from data.workbook.faults import Problem

RawRows = Callable[[], Iterator[Sequence[str]]]

UNUSABLE = "\udc80"
"""Stands for a cell whose problem is told already; no file can hold this text."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet: `rows` gives every row from the first on, blank ones too.

    `elastic`: rows are as wide as their last cell with content, so that width tells nothing.
    `problems` fills while rows are read: (row, place from 0, problem) of cells that hold no value.
    """

    name: str
    file: str
    rows: RawRows
    elastic: bool = False
    problems: list[tuple[int, int, Problem]] = field(default_factory=list)

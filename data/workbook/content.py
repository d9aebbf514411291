"""A checked workbook: every cell read as its type, column by column."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.dates import DateSpan
from data.workbook.cells import Value
from data.workbook.sheets import Sheet


@dataclass(frozen=True, slots=True)
class SheetContent:
    """The rows of one sheet: `columns` has every column of the contract, in its order.

    `rows` are the numbers that a spreadsheet gives the rows; `whole` as in `SheetText`;
    `present` names the columns that the workbook has.
    """

    sheet: Sheet
    file: str
    rows: array[int]
    columns: dict[str, Sequence[Value]]
    present: frozenset[str] = frozenset()
    whole: bool = True

    def __len__(self) -> int:
        return len(self.rows)

    def texts(self, name: str) -> list[str | None]:
        """Return a column of texts, ids or choices; what is no text counts as not recorded."""
        return [value if isinstance(value, str) else None for value in self.columns[name]]

    def lists(self, name: str) -> list[tuple[str, ...]]:
        """Return a list column; what is no list counts as an empty one."""
        return [value if isinstance(value, tuple) else () for value in self.columns[name]]

    def spans(self, name: str) -> list[DateSpan | None]:
        """Return a date column; what is no date counts as unknown."""
        return [value if isinstance(value, DateSpan) else None for value in self.columns[name]]


@dataclass(frozen=True, slots=True)
class Content:
    """Every sheet of a workbook, in the order of the contract."""

    sheets: dict[str, SheetContent] = field(default_factory=dict)

    def __getitem__(self, name: str) -> SheetContent:
        return self.sheets[name]

    @property
    def records(self) -> int:
        """The number of rows in all sheets."""
        return sum(len(sheet) for sheet in self.sheets.values())

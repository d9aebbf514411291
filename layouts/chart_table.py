"""What a chart shows, as rows: the same for its table on the page and for its download."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Cell = str | int | float | None
"""None is not recorded."""


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """One column; `hxl` is its tag of the Humanitarian Exchange Language, empty = none."""

    name: str
    hxl: str = ""
    kind: Literal["text", "number"] = "text"


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row; its first cell opens `show` (a record), `evidence` (a figure) or an `address`."""

    cells: tuple[Cell, ...]
    show: str | None = None
    evidence: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A chart as rows; `name` is its name in addresses, `caption` says what the rows are."""

    name: str
    title: str
    caption: str
    columns: tuple[ChartColumn, ...]
    rows: tuple[ChartRow, ...]

"""Sheets as CSV files, row by row, and the guard of folders that hold something else."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from data.errors import HubError
from data.workbook.sheets import SHEETS_BY_NAME

Cell = str | int | float | Sequence[str] | None
Row = Mapping[str, Cell]


class FolderTaken(HubError):
    """Something else than a synthetic workbook is where the workbook should go."""

    status = 400


def write_sheet(folder: Path, name: str, rows: Iterable[Row]) -> None:
    """Write one sheet; columns that a row does not name stay empty."""
    columns = [column.name for column in SHEETS_BY_NAME[name].columns]
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_written(row.get(column)) for column in columns] for row in rows)


def require_free(out: Path) -> None:
    """Raise FolderTaken unless `out` is new, empty, or a synthetic workbook made before."""
    if out.exists() and not out.is_dir():
        raise FolderTaken(f"{out} is a file; a synthetic workbook is a folder.")
    if out.is_dir() and any(out.iterdir()) and not _is_synthetic(out):
        raise FolderTaken(f"{out} holds something else; choose a new or an empty folder.")


def _is_synthetic(folder: Path) -> bool:
    dataset = folder / "dataset.csv"
    if not dataset.is_file():
        return False
    with dataset.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return [row.get("kind") for row in csv.DictReader(file)] == ["synthetic"]


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str | int | float):
        return str(cell)
    return ";".join(cell)

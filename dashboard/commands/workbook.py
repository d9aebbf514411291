"""`hub-dashboard check` and `hub-dashboard load`: the workbook's way into the database."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from dashboard.commands.progress import LateBar
from dashboard.settings import read_settings
from data.database import open_for_loading
from data.errors import HubError, WorkbookUnreadable
from data.workbook.checking import check as check_workbook
from data.workbook.comparing import SheetChange
from data.workbook.faults import Fault, WorkbookFaulty
from data.workbook.loading import LoadReport
from data.workbook.loading import load as load_workbook

FAULTS, UNREADABLE, DATABASE_TROUBLE = 1, 2, 3
_MOST_NAMES = 8

_workbook = click.argument("workbook", type=click.Path(path_type=Path))


@click.command()
@_workbook
def check(workbook: Path) -> None:
    """Check WORKBOOK, a folder of CSV files or an .xlsx file, and print every fault.

    Exit code 0: clean. 1: it has faults. 2: it cannot be read at all.
    """
    with LateBar() as bar:
        try:
            content, faults = check_workbook(workbook, bar)
        except WorkbookUnreadable as error:
            _fail(error, UNREADABLE)
    if content is None:
        _tell_faults(faults)
    else:
        click.echo(f"No faults in {_number(content.records, 'row')}.")


@click.command()
@_workbook
def load(workbook: Path) -> None:
    """Check WORKBOOK and replace the database's contents with it; with any fault nothing changes.

    Exit code 0: loaded. 1: it has faults. 2: it cannot be read at all. 3: the database refused.
    """
    engine = open_for_loading(read_settings().database_url)
    with LateBar() as bar:
        try:
            report = load_workbook(engine, workbook, bar)
        except WorkbookFaulty as error:
            _tell_faults(error.faults)
        except HubError as error:
            _fail(error, DATABASE_TROUBLE if error.status >= 500 else UNREADABLE)
        finally:
            engine.dispose()
    for line in report_lines(report):
        click.echo(line)


def report_lines(report: LoadReport) -> list[str]:
    """Write a load's report: rows of each sheet before and after, and the records that differ."""
    if not report.replaced:
        return ["The database held this workbook already; nothing was changed."]
    lines = [f"{'Sheet':<18}{'before':>9}{'now':>9}{'new':>9}{'gone':>9}{'changed':>9}"]
    for sheet in report.sheets:
        numbers = (sheet.before, sheet.after, *map(len, _differences(sheet)))
        lines.append(f"{sheet.sheet:<18}" + "".join(f"{number:>9}" for number in numbers))
    if any(sheet.before for sheet in report.sheets):
        lines += [line for sheet in report.sheets for line in _named_differences(sheet)]
    return [*lines, "Loaded."]


def _differences(sheet: SheetChange) -> tuple[tuple[str, ...], ...]:
    return sheet.added, sheet.removed, sheet.changed


def _named_differences(sheet: SheetChange) -> list[str]:
    pairs = zip(("new", "gone", "changed"), _differences(sheet), strict=True)
    return [f"{sheet.sheet}, {word}: {_shortened(names)}" for word, names in pairs if names]


def _shortened(names: Sequence[str]) -> str:
    """Name the first few records; a person's key is no reading matter, but neither a secret."""
    rest = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {rest} more" if rest > 0 else "")


def _tell_faults(faults: Sequence[Fault]) -> NoReturn:
    for fault in faults:
        click.echo(str(fault))
    click.echo(f"{_number(len(faults), 'fault')}.", err=True)
    sys.exit(FAULTS)


def _fail(error: HubError, code: int) -> NoReturn:
    click.echo(error.sentence, err=True)
    sys.exit(code)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

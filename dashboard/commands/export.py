"""`hub-dashboard export`: the records, or a document about them, as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import click

from dashboard.commands.progress import LateBar
from dashboard.commands.whole_file import whole_file
from dashboard.filter_options import filter_options
from dashboard.settings import Settings, read_settings
from data.database import open_for_reading
from data.errors import HubError, InvalidFilter
from data.workbook.exporting.records import export_records
from data.workbook.faults import did_you_mean, quoted

Export = Callable[[Settings, Mapping[str, str], Path], str]
"""Writes a file of one format for the FILTER options that were given, and says what is in it."""


class UnknownFormat(HubError):
    """There is no export of that name."""

    status = 400


def _records(form: str, settings: Settings, asked: Mapping[str, str], out: Path) -> str:
    if asked:
        given = ", ".join(f"--{key}" for key in asked)
        raise InvalidFilter(f"A workbook is always whole: {form} takes no filter ({given}).")
    engine = open_for_reading(settings.database_url)
    try:
        with LateBar() as bar:
            rows = export_records(engine, form, out, bar)
    finally:
        engine.dispose()
    return "1 row" if rows == 1 else f"{rows} rows"


FORMATS: dict[str, Export] = {
    "records.xlsx": partial(_records, "records.xlsx"),
    "records.zip": partial(_records, "records.zip"),
}
"""Format → what writes it; its ending is that of the file."""


@click.command()
@click.argument("form", metavar="FORMAT")
@click.argument("out", type=click.Path(path_type=Path))
@filter_options
def export(form: str, out: Path, asked: dict[str, str]) -> None:
    """Write FORMAT to the file OUT, which is replaced if it is there.

    FORMAT is records.xlsx or records.zip: the whole workbook as it was loaded, drafts, notes and
    participants included. A .zip holds one CSV file a sheet; unpack it to check or load it.
    """
    write = _writer(form)
    with whole_file(out, Path(form).suffix) as part:
        content = write(read_settings(), asked, part)
    click.echo(f"Wrote {content} to {out}")


def _writer(form: str) -> Export:
    if form in FORMATS:
        return FORMATS[form]
    guess = did_you_mean(form, FORMATS)
    raise UnknownFormat(
        f"There is no format {quoted(form)}{guess}; known are {' and '.join(FORMATS)}."
    )

"""`hub-dashboard template`: an empty workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.commands.whole_file import whole_file
from data.workbook.template import write_template


@click.command()
@click.argument("out", metavar="OUT.xlsx", type=click.Path(path_type=Path))
def template(out: Path) -> None:
    """Write an empty workbook to OUT.xlsx: every sheet with drop-downs, and a guide first."""
    with whole_file(out, ".xlsx") as part:
        write_template(part)
    click.echo(f"Wrote an empty workbook to {out}")

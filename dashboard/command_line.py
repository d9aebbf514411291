"""The command `hub-dashboard`: serve, check, load, template, figures, export, synthetic."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from dashboard.commands.export import export
from dashboard.commands.figures import figures
from dashboard.commands.serve import serve
from dashboard.commands.synthetic import synthetic
from dashboard.commands.template import template
from dashboard.commands.workbook import check, load
from data.errors import HubError


class Commands(click.Group):
    """A group whose commands tell a user's error in one sentence, never with a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except HubError as error:
            click.echo(error.sentence, err=True)
            sys.exit(3 if error.status >= 500 else 2)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="western-balkans-hub-dashboard")
def main() -> None:
    """Where the Western Balkans hub stands: which cities, how many, when."""


_COMMANDS: tuple[Callable[..., Any], ...] = (
    serve,
    check,
    load,
    template,
    figures,
    export,
    synthetic,
)
for command in _COMMANDS:
    main.add_command(command)  # type: ignore[arg-type]

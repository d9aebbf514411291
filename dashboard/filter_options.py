"""The FILTER options of the command line, the same as the keys of the address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from data.filters import FILTER_KEYS

_HELP = {
    "country": "countries: AL,BA,XK,ME,MK,RS",
    "city": "ids of cities",
    "from": "first date: 2023, 2023-01 or 2023-01-31",
    "to": "last date, in the same forms",
    "kind": "kinds of activity",
    "theme": "ids of themes",
    "funder": "ids of organisations",
    "channel": "support channels",
    "programme": "hub, earlier or all",
}


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the FILTER options; it gets those that were set as `asked`."""

    @wraps(command)
    def with_filter(**options: Any) -> Any:
        names = {key: f"filter_{key}" for key in FILTER_KEYS}
        given = {key: options.pop(name) for key, name in names.items()}
        return command(asked={key: text for key, text in given.items() if text}, **options)

    for key in reversed(FILTER_KEYS):
        with_filter = click.option(f"--{key}", f"filter_{key}", help=_HELP[key])(with_filter)
    return with_filter

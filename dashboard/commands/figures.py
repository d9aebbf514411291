"""`hub-dashboard figures`: the figures of a filter as JSON, the same object as the API."""

from __future__ import annotations

import json

import click

from dashboard.answers import figures_object
from dashboard.filter_options import filter_options
from dashboard.opening import open_repository
from dashboard.settings import read_settings
from data.filters import require_filters
from layouts.language import speak


@click.command()
@filter_options
def figures(asked: dict[str, str]) -> None:
    """Print the figures of a filter as JSON."""
    settings = read_settings()
    speak(settings.language)
    repository = open_repository(settings)
    reference = repository.reference()
    filters = require_filters(asked, reference.vocabulary)
    answer = figures_object(reference, filters, repository.figures(filters), settings.profile)
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))

"""`hub-dashboard serve`: serve the dashboard with gunicorn."""

from __future__ import annotations

import os
import sys

import click

from dashboard.opening import prepare_embedded_database
from dashboard.settings import read_settings


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="address to listen on")
@click.option("--port", default=8050, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", type=click.IntRange(1, 64), help="processes; default HUB_WORKERS")
def serve(host: str, port: int, workers: int | None) -> None:
    """Serve the dashboard; without a database, make it from the public record first."""
    settings = read_settings()
    if prepare_embedded_database(settings):
        click.echo("Made the reporting database from the public record.")
    click.echo(f"The dashboard is at http://{host}:{port}")
    arguments = [
        "-m", "gunicorn", "-c", "python:dashboard.gunicorn",
        "--bind", f"{host}:{port}", "--workers", str(workers or settings.workers),
        "--log-level", settings.log_level, "dashboard.wsgi:server()",
    ]  # fmt: skip
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606

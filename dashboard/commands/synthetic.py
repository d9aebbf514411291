"""`hub-dashboard synthetic`: a workbook of invented records for trials and load tests."""

from __future__ import annotations

from pathlib import Path

import click

from data.workbook.synthetic import write_synthetic


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--activities", required=True, type=click.IntRange(0, 999_999), help="how many activities"
)
@click.option("--seed", required=True, type=int, help="the same seed gives the same workbook")
@click.option("--cities", type=click.IntRange(min=1), help="how many towns; default 8 to 60")
def synthetic(out: Path, activities: int, seed: int, cities: int | None) -> None:
    """Write a synthetic workbook into the folder OUT: real towns, nothing else real."""
    write_synthetic(out, activities, seed, cities)
    click.echo(f"Wrote a synthetic workbook of {activities} activities to {out}")

"""Synthetic workbooks of any size, for trials, tests and load tests: real towns, nothing else real.

They use every sheet, value list and precision of date that the contract allows. One seed gives
one workbook, byte for byte; its dataset says that it is synthetic.
"""

from __future__ import annotations

from pathlib import Path

from data.workbook.synthetic import indicators, inventory, learning, people
from data.workbook.synthetic.activities import Activity, activity_rows
from data.workbook.synthetic.plan import make_plan
from data.workbook.synthetic.support import support_rows
from data.workbook.synthetic.writing import require_free, write_sheet


def write_synthetic(out: Path, activities: int, seed: int, cities: int | None = None) -> None:
    """Write a synthetic workbook of so many activities into the folder `out`, the same for a seed.

    `cities` is 8 to 60 by itself, growing with the activities. A workbook that is not synthetic is
    never written over: FolderTaken. More cities than towns are shipped: TooManyCities.
    """
    require_free(out)
    plan = make_plan(activities, seed, cities)
    out.mkdir(parents=True, exist_ok=True)
    made: list[Activity] = []
    write_sheet(out, "dataset", inventory.dataset(plan))
    write_sheet(out, "sources", inventory.sources(plan))
    write_sheet(out, "organisations", inventory.organisations())
    write_sheet(out, "themes", inventory.themes())
    write_sheet(out, "cities", inventory.cities(plan))
    write_sheet(out, "activities", activity_rows(plan, made))
    write_sheet(out, "attendance", people.attendance(plan, made))
    write_sheet(out, "participants", people.participants(plan, made))
    write_sheet(out, "support", support_rows(plan, made))
    write_sheet(out, "needs", learning.needs(plan, made))
    write_sheet(out, "practices", learning.practices(plan, made))
    write_sheet(out, "voices", learning.voices(plan))
    write_sheet(out, "outputs", learning.outputs(plan, made))
    write_sheet(out, "indicators", indicators.indicators(plan))
    write_sheet(out, "targets", indicators.targets(plan))
    write_sheet(out, "published_figures", indicators.published_figures(plan))
    write_sheet(out, "notes", learning.notes(plan, made))

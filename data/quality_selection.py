"""Which records of a sheet a filter selects, drafts among them: for questions of data quality."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.filters import Filters
from data.quality import Condition

_NEEDS, _PRACTICES, _VOICES = schema.needs, schema.practices, schema.voices
PARTS: dict[str, pick.SheetParts] = {
    "cities": pick.CITIES,
    "activities": pick.ACTIVITY_SHEET,
    "support": pick.SUPPORT,
    "outputs": pick.OUTPUTS,
    "needs": pick.SheetParts(_NEEDS, one_city=_NEEDS.c.city, one_theme=_NEEDS.c.theme),
    "practices": pick.SheetParts(
        _PRACTICES, one_city=_PRACTICES.c.city, themes=schema.LINKS["practices", "themes"]
    ),
    "voices": pick.SheetParts(_VOICES, one_city=_VOICES.c.city),
}


def selects(sheet: str, filters: Filters) -> list[Condition]:
    """The filter as conditions on the sheet's own table; a draft is judged like any record."""
    if sheet in PARTS:
        return _selected(PARTS[sheet], filters)
    if sheet == "attendance":
        activities = sa.select(schema.activities.c.id)
        chosen: Any = activities.where(*_selected(pick.ACTIVITY_SHEET, filters))
        return [schema.attendance.c.activity.in_(chosen)]
    return []


def _selected(parts: pick.SheetParts, filters: Filters) -> list[Condition]:
    columns = parts.table.c
    steps = pick.reason_before_kind(parts, filters, None) + pick.reason_from_kind(parts, filters)
    conditions = [sa.not_(sa.func.coalesce(condition, sa.false())) for condition, _ in steps]
    if "programme" in columns and filters.programme != "all":
        conditions.append(columns.programme == filters.programme)
    return conditions

"""Which records of a sheet a filter selects, drafts among them: for questions of data quality."""

from __future__ import annotations

from collections.abc import Sequence
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
    """The filter as conditions on the sheet's own table; a draft is judged like any record.

    A head-count is selected with its activity.
    """
    if sheet in PARTS:
        return _selected(PARTS[sheet], filters)
    if sheet == "attendance":
        activities: Any = sa.select(schema.activities.c.id)
        chosen = activities.where(*_selected(pick.ACTIVITY_SHEET, filters))
        return [schema.attendance.c.activity.in_(chosen)]
    assert sheet == "published_figures"
    return _published(filters)


def _published(filters: Filters) -> list[Condition]:
    """Published figures of the chosen countries and of the period; a city has none."""
    column = schema.published_figures.c
    place: list[Condition] = [column.country.in_(filters.countries)] if filters.countries else []
    if filters.cities:
        place.append(sa.false())
    steps = pick.reason_of_period(column.as_of_first, column.as_of_last, filters)
    return [*place, *_none_of(steps)]


def _selected(parts: pick.SheetParts, filters: Filters) -> list[Condition]:
    columns = parts.table.c
    steps = pick.reason_before_kind(parts, filters, None) + pick.reason_from_kind(parts, filters)
    conditions = _none_of(steps)
    if "programme" in columns and filters.programme != "all":
        conditions.append(columns.programme == filters.programme)
    return conditions


def _none_of(steps: Sequence[pick.Step]) -> list[Condition]:
    return [sa.not_(sa.func.coalesce(condition, sa.false())) for condition, _ in steps]

"""The overview's map and timeline as rows."""

from __future__ import annotations

import pandas as pd

from data.geography import country_name
from data.overview.lane_figures import NO_FIGURES, LaneFigures
from layouts import words
from layouts.chart_table import ChartColumn, ChartRow, ChartTable
from layouts.figures.timeline_words import timeline_rows

MAP_TITLE = "Map of cities"
TIMELINE_TITLE = "Timeline of activities and support"
TIMELINE_KEY = (
    "Dot: one day · bar: several days · pale band: only month or year known · hollow: planned · "
    "turquoise: support; half filled in progress, hollow requested"
)

_CITY_COLUMNS = (
    ChartColumn("City", "#loc +name"),
    ChartColumn("Country", "#country +name"),
    ChartColumn("Membership", "#status"),
    ChartColumn("Activities", "#activity +num", "number"),
    ChartColumn("Support", "#service +num", "number"),
)
_TIMELINE_COLUMNS = (
    ChartColumn("What", "#activity +name"),
    ChartColumn("When", "#date"),
    ChartColumn("Kind", "#activity +type"),
    ChartColumn("Status", "#status"),
)


def city_table(city_marks: pd.DataFrame, profile: str) -> ChartTable:
    """List the cities of the filter first, each with its activities and support."""
    ordered = city_marks.sort_values(
        ["chosen", "activities", "name"], ascending=[False, False, True]
    )
    rows = tuple(
        ChartRow(
            (
                city["name"],
                country_name(city["country"], profile),
                words.MEMBERSHIPS_SHORT[city["membership"]],
                city["activities"],
                city["support"],
            ),
            show=f"city:{city['id']}",
        )
        for city in ordered.to_dict("records")
    )
    caption = "Cities, with activities held and support under the filter"
    return ChartTable("city-map", MAP_TITLE, caption, _CITY_COLUMNS, rows)


def timeline_table(
    marks: pd.DataFrame, months: pd.DataFrame, figures: LaneFigures = NO_FIGURES
) -> ChartTable:
    """List what the timeline shows: single records, and months where there are many."""
    rows = tuple(
        ChartRow((row.what, row.when, row.kind, row.status), show=row.show, evidence=row.evidence)
        for row in timeline_rows(marks, months, figures)
    )
    caption = "Activities and support"
    return ChartTable("timeline", TIMELINE_TITLE, caption, _TIMELINE_COLUMNS, rows)

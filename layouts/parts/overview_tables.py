"""The tables that stand for the overview's map and timeline."""

from __future__ import annotations

import pandas as pd
from dash import html

from data.geography import country_name
from layouts import formats, words
from layouts.figures.timeline_words import timeline_rows
from layouts.parts.table import TableRow, table

_KIND_OF_SHEET = {"activities": "activity", "support": "support"}


def city_table(city_marks: pd.DataFrame, profile: str) -> html.Table:
    """List the cities of the filter first, each with its activities and support."""
    ordered = city_marks.sort_values(
        ["chosen", "activities", "name"], ascending=[False, False, True]
    )
    rows = [
        TableRow(
            (
                city["name"],
                country_name(city["country"], profile),
                words.MEMBERSHIPS_SHORT[city["membership"]],
                formats.number(city["activities"]),
                formats.number(city["support"]),
            ),
            show=f"city:{city['id']}",
        )
        for city in ordered.to_dict("records")
    ]
    columns = ("City", "Country", "Membership", "Activities", "Support")
    return table("Cities, with activities held and support under the filter", columns, rows)


def timeline_table(marks: pd.DataFrame, months: pd.DataFrame) -> html.Table:
    """List what the timeline shows: single records, and months where there are many."""
    rows = [
        TableRow((row.what, row.when, row.kind, row.status), show=row.show)
        for row in timeline_rows(marks, months)
    ]
    return table("Activities and support", ("What", "When", "Kind", "Status"), rows)

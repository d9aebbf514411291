"""The map of the page Cities as rows."""

from __future__ import annotations

from data.cities.listed import CitiesListed
from data.geography import country_name
from layouts import words
from layouts.chart_table import ChartColumn, ChartRow, ChartTable
from layouts.cities_links import CitiesLinks

NAME = "cities-map"
_COLUMNS = (
    ChartColumn("City", "#loc +name"),
    ChartColumn("Country", "#country +name"),
    ChartColumn("Membership", "#status"),
    ChartColumn("Activities", "#activity +num", "number"),
    ChartColumn("Support", "#service +num", "number"),
)


def cities_table(shown: CitiesListed, links: CitiesLinks, profile: str) -> ChartTable:
    """List the cities of the filter, the most active first, each leading to its journey."""
    ordered = sorted(shown.rows, key=lambda row: (-row.held, row.city.name))
    rows = tuple(
        ChartRow(
            (
                row.city.name,
                country_name(row.city.country, profile),
                words.MEMBERSHIPS_SHORT[row.city.membership],
                row.held,
                row.support,
            ),
            address=links.journey(row.city.id),
        )
        for row in ordered
    )
    caption = "Cities, with activities held and support under the filter"
    return ChartTable(NAME, "Map of cities", caption, _COLUMNS, rows)

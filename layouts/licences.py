"""What others made, and on which terms: as the repository's notice has it, for the reader."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credit:
    """One thing that the dashboard carries of others; `address` leads to its terms."""

    what: str
    whom: str
    terms: str
    address: str


CREDITS = (
    Credit(
        "Boundaries of countries",
        "© OpenStreetMap contributors, through geo-maps",
        "Open Database License 1.0",
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ),
    Credit(
        "Places: names, other spellings, points; names of countries",
        "GeoNames",
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    Credit(
        "Typeface Source Sans 3, cut down to the letters in use",
        "Adobe",
        "SIL Open Font License 1.1",
        "https://openfontlicense.org/",
    ),
    Credit("plotly.js, which draws map and charts", "Plotly, Inc.", "MIT", "https://plotly.com/"),
)
"""What is sent to the reader's browser of others' work."""

SOFTWARE = {
    "MIT": (
        "alembic",
        "brotli",
        "dash",
        "gunicorn",
        "openpyxl",
        "pydantic-settings",
        "rapidfuzz",
        "rich",
        "setuptools",
        "sqlalchemy",
    ),
    "BSD": ("babel", "click", "geopandas", "pandas", "shapely", "xlsxwriter"),
    "Apache 2.0": ("dash-bootstrap-components",),
    "LGPL 3.0": ("psycopg",),
}
"""Licence → the software packages under it that the dashboard is made with."""

OWN = "The dashboard’s own code is under the MIT licence."

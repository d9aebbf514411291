"""Filter changes as the browser asks for them, one of every kind."""

from __future__ import annotations

from typing import Any

from dash import Dash

CHANGES: dict[str, tuple[str, ...]] = {
    "everything": ("", "programme=all"),
    "country": ("country=AL", "country=XK", "country=ME,MK", "country=BA,RS"),
    "year": ("from=2023&to=2023", "from=2024&to=2024", "from=2022-10&to=2023-09"),
    "days": ("from=2023-01-15&to=2024-03-20", "from=2022-12-05&to=2023-11-28"),
    "kind": ("kind=workshop", "kind=summit,exchange"),
    "theme": ("theme={theme}",),
    "funder": ("funder={funder}",),
    "city": ("city={city}",),
    "several": ("country=AL,XK&from=2023&to=2023&kind=workshop,roundtable",),
}
"""Kind of change → queries; names in braces are filled from the dataset."""


def change_body(app: Dash, query: str, turn: int) -> dict[str, Any]:
    """Write the body that the browser posts when the address becomes `query`."""
    output = next(key for key in app.callback_map if "figures.children" in key)
    names = output.strip(".").split("...")
    request = {"query": query, "turn": turn, "tables": False, "map": [456, 540],
               "timeline": [744, 232], "em": 16}  # fmt: skip
    return {
        "output": output,
        "outputs": [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True))
                    for name in names],
        "inputs": [{"id": "request", "property": "data", "value": request}],
        "changedPropIds": ["request.data"],
        "parsedChangedPropsIds": ["request.data"],
    }  # fmt: skip

"""What every page stands in: stores, top line, filter bar, notice, bottom line."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data.reference import Reference
from layouts import words
from layouts.attributes import attributes
from layouts.ids import Id
from layouts.parts.filter_bar import filter_bar
from layouts.parts.footer import footer
from layouts.parts.header import header
from layouts.parts.key_help import key_help


def shell(
    page: Component,
    pages: Sequence[tuple[str, str]],
    current: str,
    reference: Reference,
    profile: str,
) -> html.Div:
    """Put a page into the house; `pages` are (path, name) of what there is to open.

    `current` is the name of the page in that list.
    """
    synthetic = reference.dataset.kind == "synthetic"
    banner = html.Aside(
        words.SYNTHETIC,
        id=Id.DATASET_KIND,
        className="banner",
        **attributes({"aria-label": "Kind of data"}),
    )
    return html.Div(
        [
            html.A("Skip to the content", href="#main", className="skip"),
            header(pages, current, reference.dataset),
            *([banner] if synthetic else []),
            html.Div(
                [
                    filter_bar(reference, profile),
                    html.Div(
                        [
                            html.P(
                                id=Id.SCOPE,
                                className="scope",
                                **attributes({"aria-live": "polite"}),
                            ),
                            html.Div(id=Id.ACTIVE_FILTERS, className="active-filters"),
                        ],
                        className="scope-line",
                    ),
                    html.Div(id=Id.NOTICE, className="notice", role="status"),
                    html.Main(page, id=Id.MAIN, className="main", tabIndex="-1"),
                ],
                id=Id.PAGE,
                className="page",
            ),
            html.Aside(
                id=Id.EVIDENCE,
                className="evidence",
                hidden=True,
                **attributes({"aria-labelledby": "evidence-title"}),
            ),
            footer(profile),
            key_help(),
        ],
        className="shell shell-synthetic" if synthetic else "shell",
    )

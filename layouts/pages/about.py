"""The page About: the dataset, how it is counted, what it rests on and what is missing in it."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from data.about import About
from data.filters import Filters
from layouts import about_words
from layouts.attributes import attributes
from layouts.canvas import Canvas
from layouts.parts.about_dataset import dataset_section
from layouts.parts.about_indicators import indicators_section
from layouts.parts.about_licences import licences_section
from layouts.parts.about_quality import quality_section
from layouts.parts.about_sources import sources_section

NARROW_EM = 62
"""Below this width of the page, in rem, reference sheets are folded."""


def layout(
    about: About, filters: Filters, profile: str, profile_asked: str | None, canvas: Canvas
) -> list[Component]:
    """Lay out the page for a filter; addresses keep the filter and the profile asked for."""
    scope = about_words.filter_line(filters, about.reference, profile)
    sections = {
        "dataset": dataset_section(about, filters, profile_asked),
        "counting": _counting(),
        "indicators": indicators_section(
            about, scope, folded=canvas.width < NARROW_EM * canvas.em - 2 * canvas.em
        ),
        "quality": quality_section(about, filters, scope, profile_asked),
        "sources": sources_section(about, filters, profile_asked),
        "licences": licences_section(about.reference.dataset.copyright),
    }
    return [
        html.Div(
            [
                html.Div([html.H1("About"), _contents()], className="about-side"),
                html.Div([_section(key, parts) for key, parts in sections.items()]),
            ],
            className="about",
        )
    ]


def _contents() -> html.Nav:
    links = [html.Li(html.A(title, href=f"#{key}")) for key, title in about_words.SECTIONS.items()]
    return html.Nav(
        html.Ul(links), className="about-contents", **attributes({"aria-label": "On this page"})
    )


def _section(key: str, parts: list[Any]) -> html.Section:
    name = f"{key}-title"
    return html.Section(
        [html.H2(about_words.SECTIONS[key], id=name), *parts],
        id=key,
        className=f"about-section about-section-{key}",
        **attributes({"aria-labelledby": name}),
    )


def _counting() -> list[Component]:
    return [
        html.Div(
            [
                html.Div([html.H3(name), html.P(text)])
                for name, text in about_words.COUNTING.items()
            ],
            className="about-principles",
        )
    ]

"""The reference sheet of each indicator: what it means, how it is counted, what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from data.about import About, IndicatorSheet
from data.evidence.asked import figure_key
from data.figures import Indicator
from data.sources_used import SourceUse
from layouts import about_words, formats
from layouts.attributes import attributes
from layouts.evidence_words import rule
from layouts.parts.number_button import number_button
from layouts.parts.terms import terms
from layouts.rule_words import UNITS

Parts = list[Any]


def indicators_section(about: About, scope: str, *, folded: bool) -> Parts:
    """Draw a reference sheet for every indicator; `scope` says for which filter figures stand."""
    if not about.indicators:
        return [html.P(about_words.NO_INDICATORS)]
    sources = {source.id: source for source in about.sources}
    return [
        html.P(["Figures beside the definitions are for: ", html.B(scope), "."]),
        *(_sheet(item, sources, folded=folded) for item in about.indicators),
    ]


def _sheet(item: IndicatorSheet, sources: Mapping[str, SourceUse], *, folded: bool) -> html.Article:
    indicator = item.indicator
    title = f"indicator-{indicator.id}"
    button = number_button(item.count, indicator.unit, figure_key(indicator.id), indicator.title)
    return html.Article(
        [
            html.Div(
                [html.H3(indicator.title, id=title), html.P(button, className="about-figure")]
            ),
            html.Div(
                [
                    html.P(indicator.definition),
                    html.Details(
                        [
                            html.Summary("Reference sheet"),
                            _short(indicator),
                            terms(_long(item, sources)),
                        ],
                        open=not folded,
                        className="about-sheet",
                    ),
                ]
            ),
        ],
        className="about-indicator",
        **attributes({"aria-labelledby": title}),
    )


def _short(indicator: Indicator) -> html.Dl:
    facts = [
        ("Unit", UNITS[indicator.unit]),
        ("Level", about_words.LEVELS[indicator.level]),
        ("Direction", about_words.DIRECTIONS[indicator.direction]),
        ("Frequency", _frequency(indicator)),
    ]
    return html.Dl(
        [html.Div([html.Dt(name), html.Dd(what)]) for name, what in facts],
        className="about-facts",
    )


def _long(item: IndicatorSheet, sources: Mapping[str, SourceUse]) -> list[tuple[str, Any]]:
    indicator = item.indicator
    return [
        ("Counting rule", rule(indicator)),
        ("Disaggregation", about_words.disaggregation(indicator)),
        ("Verification", indicator.verification or formats.NOT_RECORDED),
        ("Sources", _sources(item, sources)),
    ]


def _frequency(indicator: Indicator) -> str:
    known = indicator.frequency
    return about_words.FREQUENCIES[known] if known else formats.NOT_RECORDED


def _sources(item: IndicatorSheet, sources: Mapping[str, SourceUse]) -> Any:
    if not item.sources:
        return "none named"
    links = [html.A(sources[key].title, href=f"#source-{key}") for key in item.sources]
    return [part for link in links for part in (link, "; ")][:-1]

"""The cards of the overview: the figures that the hub publishes above, the counts below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import html

from data.figures import Figure, Trend
from data.overview.scope import Scope
from layouts import formats
from layouts.parts.figure_card import figure_card

MOST_LEADS = 3
NOTHING_SAID: Mapping[str, str] = {}
_OF_CITIES = ("cities-engaged", "cities-supported")


def cards(
    figures: Sequence[Figure],
    trends: Mapping[str, Trend],
    scope: Scope,
    published: frozenset[str],
    said: Mapping[str, str] = NOTHING_SAID,
) -> list[html.Div]:
    """Draw a card for each headline; `published` are the indicators with published figures.

    `said` are their sentences by indicator.
    """
    headlines = [figure for figure in figures if figure.indicator.headline]
    if not headlines:
        return [html.Div(html.P("The workbook defines no headline indicator.", className="label"))]
    leads = [item for item in headlines if item.indicator.id in published][:MOST_LEADS]
    others = [item for item in headlines if item not in leads]
    open_support = next((f for f in figures if f.indicator.rule == "support-open"), None)
    rows = (
        [
            _lead(item, trends.get(item.indicator.id), said.get(item.indicator.id, ""))
            for item in leads
        ],
        [_other(item, trends.get(item.indicator.id), scope, open_support, said) for item in others],
    )
    return [
        html.Div(row, className=name)
        for row, name in zip(rows, ("cards-lead", "cards-rest"), strict=True)
        if row
    ]


def _lead(figure: Figure, trend: Trend | None, said: str) -> html.Section:
    return figure_card(figure, trend, lead=True, beside_published=True, said=said)


def _other(
    figure: Figure,
    trend: Trend | None,
    scope: Scope,
    open_support: Figure | None,
    said: Mapping[str, str],
) -> html.Section:
    remark = ""
    if figure.indicator.rule in _OF_CITIES:
        remark = f"of {formats.number(scope.cities)}"
    if figure.indicator.rule == "support-delivered" and open_support:
        remark = f"and {formats.number(open_support.count.value or 0)} open"
    return figure_card(
        figure, trend, lead=False, remark=remark, said=said.get(figure.indicator.id, "")
    )

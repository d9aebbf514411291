"""The filter bar: every control is a button that says in its data- attributes what it changes.

One listener in the browser turns a click into a new address; the address is the state. Buttons
carry `data-key` and `data-value`; `data-mode` is `toggle` (one of several) or `set` (only one).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import dash_bootstrap_components as dbc
from dash import html

from data.geography import COUNTRIES, Country, country_name
from data.geography.spelling import spellings
from data.reference import City, Reference
from data.values import ACTIVITY_KINDS, CHANNELS
from layouts import words
from layouts.attributes import attributes
from layouts.ids import Id, country_button
from layouts.parts.icon import icon


def filter_bar(reference: Reference, profile: str) -> html.Div:
    """Draw the bar: countries with their number of cities, city search, period, more, reset."""
    return html.Div(
        [
            _countries(reference, profile),
            _city_search(reference),
            _panel("period", Id.PERIOD_LABEL, "All dates", _periods(reference)),
            _panel("more", Id.MORE_LABEL, "More filters", _more(reference)),
            html.Button(
                [icon("reset"), "Reset"],
                id=Id.RESET,
                type="button",
                className="button button-quiet",
                **attributes({"data-mode": "reset", "aria-keyshortcuts": "R"}),
            ),
        ],
        className="filters dense" if _counts_are_long(reference) else "filters",
        role="search",
        **attributes({"aria-label": "Filters"}),
    )


def _counts_are_long(reference: Reference) -> bool:
    counts = Counter(city.country for city in reference.cities.values())
    return max(counts.values(), default=0) > 9


def _countries(reference: Reference, profile: str) -> html.Div:
    counts = Counter(city.country for city in reference.cities.values())
    everything = html.Button(
        [html.Span("All"), html.Span(f"{len(reference.cities)} cities", className="count")],
        id="country-all",
        type="button",
        className="button",
        **attributes(
            {
                "data-key": "country",
                "data-mode": "clear",
                "aria-pressed": "true",
                "aria-keyshortcuts": "0",
            }
        ),
    )
    buttons = [
        html.Button(
            [
                *_country_names(country, profile),
                html.Span(str(counts[country.code]), className="count"),
            ],
            id=country_button(country.code),
            type="button",
            className="button",
            title="The number counts the cities on record",
            **attributes(
                {
                    "data-key": "country",
                    "data-value": country.code,
                    "data-mode": "toggle",
                    "aria-pressed": "false",
                    "aria-keyshortcuts": str(place),
                }
            ),
        )
        for place, country in enumerate(COUNTRIES, start=1)
    ]
    return html.Div(
        [everything, *buttons],
        className="countries",
        role="group",
        **attributes({"aria-label": "Countries"}),
    )


def _country_names(country: Country, profile: str) -> list[html.Span]:
    """The name, and a narrow one; the name that carries a designation follows the profile."""
    name = country_name(country.code, profile)
    if country.code == "XK":
        return [html.Span(name, id=Id.KOSOVO_NAME)]
    if name == country.short_name:
        return [html.Span(name)]
    return [html.Span(name, className="long"), html.Span(country.short_name, className="short")]


def _city_search(reference: Reference) -> html.Div:
    """A search that forgives diacritics: each city carries its spellings, folded."""
    cities = sorted(reference.cities.values(), key=lambda city: city.name)
    return html.Div(
        [
            icon("search"),
            html.Label("Find a city", htmlFor="city-search", className="visually-hidden"),
            dbc.Input(
                id="city-search",
                type="search",
                placeholder="Find a city",
                autocomplete="off",
                class_name="search",
            ),
            html.Div(
                [_city_option(city) for city in cities],
                id="city-options",
                role="listbox",
                className="options",
                hidden=True,
                **attributes({"aria-label": "Cities"}),
            ),
        ],
        className="city-search",
    )


def _city_option(city: City) -> html.Div:
    return html.Div(
        [html.Span(city.name), html.Span(city.local_name or "", className="count")],
        id=f"city-option-{city.id}",
        role="option",
        className="option",
        **attributes(
            {
                "data-key": "city",
                "data-value": city.id,
                "data-mode": "toggle",
                "aria-selected": "false",
                "data-spellings": "|".join(spellings(city.name, city.local_name)),
            }
        ),
    )


def _panel(name: str, label: Id, text: str, content: list[html.Div]) -> html.Details:
    return html.Details(
        [
            html.Summary([html.Span(text, id=label), icon("chevron-down")], className="button"),
            html.Div(content, className=f"panel panel-{name}"),
        ],
        id=f"filter-{name}",
        className="drop",
    )


def _periods(reference: Reference) -> list[html.Div]:
    """Presets in calendar and US fiscal years, counted from the data's date, and free dates."""
    dataset = reference.dataset
    today, launch = dataset.as_of, dataset.launched
    first_year = launch.first.year if launch else today.year - 2
    begin = launch.first if launch else date(first_year, 1, 1)
    fiscal = today.year + (today.month >= 10)
    first_fiscal = begin.year + (begin.month >= 10)
    return [
        _choices(
            "Period",
            [
                _period("All dates", "", ""),
                *([_period("Since launch", str(launch), "")] if launch else []),
            ],
        ),
        _choices(
            "Calendar years",
            [
                _period(_year_name(year, today.year), str(year), str(year))
                for year in range(max(first_year, today.year - 5), today.year + 1)
            ],
        ),
        _choices(
            "US fiscal years (October to September)",
            [
                _period(f"FY {year}", f"{year - 1}-10", f"{year}-09")
                for year in range(max(first_fiscal, fiscal - 5), fiscal + 1)
            ],
        ),
        _choices(f"Quarters of FY {fiscal - 1}", _fiscal_quarters(fiscal - 1)),
        _choices(f"Quarters of FY {fiscal}", _fiscal_quarters(fiscal)),
        _custom(),
    ]


def _year_name(year: int, this_year: int) -> str:
    if year == this_year:
        return f"{year} (this year)"
    return f"{year} (last year)" if year == this_year - 1 else str(year)


def _fiscal_quarters(fiscal: int) -> list[html.Button]:
    months = ((fiscal - 1, 10), (fiscal, 1), (fiscal, 4), (fiscal, 7))
    return [
        _period(f"Q{quarter}", f"{year}-{month:02d}", f"{year}-{month + 2:02d}")
        for quarter, (year, month) in enumerate(months, start=1)
    ]


def _period(label: str, start: str, end: str) -> html.Button:
    return html.Button(
        label,
        type="button",
        className="chip",
        **attributes(
            {"data-mode": "period", "data-from": start, "data-to": end, "aria-pressed": "false"}
        ),
    )


def _custom() -> html.Div:
    fields = [
        html.Div(
            [
                html.Label(label, htmlFor=f"period-{key}"),
                dbc.Input(id=f"period-{key}", type="date", class_name="date"),
            ],
            className="date-field",
        )
        for key, label in (("from", "From"), ("to", "To"))
    ]
    apply = html.Button(
        "Show", type="button", className="button", **attributes({"data-mode": "custom-period"})
    )
    return html.Div(
        [html.H3("Own dates"), html.Div([*fields, apply], className="choices")],
        className="choice-group",
    )


def _more(reference: Reference) -> list[html.Div]:
    funders = [(key, words.organisation(reference, key)) for key in reference.funders]
    themes = [(theme.id, theme.name) for theme in reference.themes]
    groups = [
        _choices(
            "Programme",
            [
                _chip("programme", value, label, mode="set")
                for value, label in (("", "Hub"), ("earlier", "Before the hub"), ("all", "Both"))
            ],
        ),
        _choices(
            "Activities", _chips("kind", ((kind, words.KINDS[kind]) for kind in ACTIVITY_KINDS))
        ),
        _choices(
            "Support channels",
            _chips("channel", ((channel, words.CHANNELS[channel]) for channel in CHANNELS)),
        ),
    ]
    if themes:
        groups.append(_choices("Themes", _chips("theme", themes)))
    if funders:
        groups.append(_choices("Funders", _chips("funder", funders)))
    return groups


def _choices(title: str, buttons: list[html.Button]) -> html.Div:
    return html.Div(
        [html.H3(title), html.Div(buttons, className="choices")],
        className="choice-group",
        role="group",
        **attributes({"aria-label": title}),
    )


def _chips(key: str, options: Iterable[tuple[str, str]]) -> list[html.Button]:
    return [_chip(key, value, label) for value, label in options]


def _chip(key: str, value: str, label: str, mode: str = "toggle") -> html.Button:
    return html.Button(
        label,
        type="button",
        className="chip",
        **attributes(
            {"data-key": key, "data-value": value, "data-mode": mode, "aria-pressed": "false"}
        ),
    )

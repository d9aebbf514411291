"""What is chosen beside countries, as buttons that take it away again."""

from __future__ import annotations

from dash import html

from data.filters import Filters
from data.reference import Reference
from layouts import words
from layouts.attributes import attributes
from layouts.parts.icon import icon

MOST_SHOWN = 4


def active_filters(filters: Filters, reference: Reference) -> list[html.Button | html.Span]:
    """Draw one button per chosen city, kind, theme, funder, channel and programme."""
    themes = {theme.id: theme.name for theme in reference.themes}
    chosen = [
        *(("city", city, reference.cities[city].name) for city in filters.cities),
        *(("kind", kind, words.KINDS[kind]) for kind in filters.kinds),
        *(("theme", theme, themes[theme]) for theme in filters.themes),
        *(("funder", key, words.organisation(reference, key)) for key in filters.funders),
        *(("channel", channel, words.CHANNELS[channel]) for channel in filters.channels),
    ]
    if filters.programme != "hub":
        chosen.append(("programme", "", words.PROGRAMMES[filters.programme]))
    buttons: list[html.Button | html.Span] = [_button(*item) for item in chosen[:MOST_SHOWN]]
    hidden = len(chosen) - MOST_SHOWN
    return buttons + ([html.Span(f"and {hidden} more", className="count")] if hidden > 0 else [])


def _button(key: str, value: str, label: str) -> html.Button:
    return html.Button(
        [html.Span(label), icon("close")],
        type="button",
        className="chip chip-on",
        title=f"Take away: {label}",
        **attributes(
            {
                "data-key": key,
                "data-value": value,
                "data-mode": "toggle" if value else "set",
                "aria-label": f"Take away: {label}",
            }
        ),
    )

"""The page's one picture: months since the last contact, a line of dots for each country."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from data.attention.contacts import MemberContact
from data.attention.half_year import countries_asked
from data.geography import country_name
from layouts import attention_words
from layouts.addresses import page_address
from layouts.attributes import attributes
from layouts.canvas import Canvas
from layouts.contact_places import NAME_SIZE, Place, places
from layouts.country_short import country_short
from layouts.parts.attention_findings import Shown
from layouts.parts.section import section
from layouts.parts.sentence import sentence_parts
from layouts.sentences.attention import strip
from layouts.sentences.attention_details import contact_of, no_contact_of
from layouts.sentences.sentence import derived_said
from layouts.text_width import text_width

NARROW_EM = 60
NAMES_EM, TRAY_EM = 8.0, 15.0
"""Widths beside the lane, as the style sheet has them: names of countries, none on record."""
MOST_IN_TRAY = 4
_STEPS = (3, 6, 12, 24, 48, 120)
_MOST_TICKS, _AIR = 6, 8.0


def contact_strip(shown: Shown, main: Canvas) -> html.Section:
    """Draw when each member city was last in contact, by country."""
    attention = shown.attention
    if not attention.contacts:
        drawn: list[Any] = [html.P(attention_words.STRIP_NO_MEMBER)]
    else:
        drawn = [_figure(shown, main)]
    return section("attention-contact", attention_words.STRIP_TITLE, drawn)


def longest_of(shown: Shown) -> int:
    """The months to which the lane runs: twice the threshold, or the longest silence if longer."""
    months = [one.months or 0 for one in shown.attention.contacts]
    return max(2 * shown.attention.thresholds.quiet_months, *months)


def _figure(shown: Shown, main: Canvas) -> html.Figure:
    longest = longest_of(shown)
    threshold = shown.attention.thresholds.quiet_months
    lanes = [
        _lane(shown, country, longest, main)
        for country in countries_asked(shown.attention.filters, shown.attention.reference)
    ]
    style: Any = {"--threshold": f"{100 * threshold / longest:.2f}%"}
    caption = html.Figcaption(
        sentence_parts(strip(shown.attention, shown.links)), className="caption sentence"
    )
    return html.Figure(
        [
            html.Div([*lanes, _axis(longest, threshold, lane_width(main))], className="strip-rows"),
            caption,
        ],
        className="strip",
        style=style,
    )


def _lane(shown: Shown, country: str, longest: int, main: Canvas) -> html.Div:
    here = [one for one in shown.attention.contacts if one.city.country == country]
    placed = places(here, longest, lane_width(main))
    rows: Any = {"--rows": str(1 + max((place.row for place in placed), default=0))}
    name = html.Span(
        country_short(country, shown.profile),
        className="strip-country",
        title=country_name(country, shown.profile),
    )
    lane = html.Div([_dot(shown, place) for place in placed], className="strip-lane", style=rows)
    none = [one for one in here if one.months is None]
    tray = _tray(shown, none) if here else _no_city()
    return html.Div([name, lane, tray], className="strip-row")


def lane_width(main: Canvas) -> float:
    """The width of a lane in CSS pixels at a root of 16 px."""
    em = main.width / main.em
    beside = 0 if em < NARROW_EM else NAMES_EM + TRAY_EM
    return 16 * max(em - beside - 1, 8)


def _dot(shown: Shown, place: Place) -> html.A | html.Span:
    """Draw a city; one that was in contact lately leads nowhere, as it needs no hand."""
    one = place.contact
    hidden = "strip-name" if place.named else "strip-name strip-hidden"
    style: Any = {"--at": f"{100 * place.share:.2f}%", "--row": str(place.row)}
    given: dict[str, Any] = {
        "className": "strip-city strip-before" if place.before else "strip-city",
        "style": style,
        "title": f"{one.city.name}: {contact_of(one).text}",
    }
    drawn = [_mark(one), html.Span(one.city.name, className=hidden)]
    if not place.leads:
        return html.Span(drawn, **given)
    return html.A(drawn, href=_city(shown, one), **given)


def _mark(one: MemberContact) -> html.Span:
    return html.Span(
        className=f"strip-mark strip-{one.silence}", **attributes({"aria-hidden": "true"})
    )


def _tray(shown: Shown, none: Sequence[MemberContact]) -> html.Div:
    """Name the members without a dated contact, and how many more there are."""
    links: list[Any] = [
        html.A(
            [_mark(one), one.city.name],
            href=_city(shown, one),
            className="strip-none",
            title=no_contact_of(one, shown.attention).text or None,
        )
        for one in none[:MOST_IN_TRAY]
    ]
    rest = len(none) - MOST_IN_TRAY
    more = derived_said("and {n} more", "and {n} more", rest).text
    return html.Div([*links, *([html.Span(more)] if rest > 0 else [])], className="strip-tray")


def _no_city() -> html.Div:
    return html.Div(attention_words.STRIP_NO_CITY, className="strip-tray strip-empty")


def _axis(longest: int, threshold: int, width: float) -> html.Div:
    ticks = [_tick(months, longest) for months in ticks_of(longest, threshold, width)]
    return html.Div(
        [
            html.Span(className="strip-country"),
            html.Div(ticks, className="strip-lane"),
            html.Div(attention_words.STRIP_NONE, className="strip-tray"),
        ],
        className="strip-row strip-axis",
        **attributes({"aria-hidden": "true"}),
    )


def ticks_of(longest: int, threshold: int, width: float) -> list[int]:
    """Choose the months that the axis names: now, the threshold, and steps that leave room."""
    step = next((one for one in _STEPS if longest / one <= _MOST_TICKS), _STEPS[-1])
    twice = [2 * threshold] if 2 * threshold <= longest else []
    chosen: list[int] = []
    for months in (threshold, 0, *twice, *range(step, longest + 1, step)):
        left, right = _span(months, longest, width)
        spans = [_span(other, longest, width) for other in chosen]
        if all(right <= other[0] or left >= other[1] for other in spans):
            chosen.append(months)
    return sorted(chosen)


def _span(months: int, longest: int, width: float) -> tuple[float, float]:
    """From where to where the name of a tick lies: at its left, at its right, or in the middle."""
    at, name = months / longest * width, text_width(_tick_name(months), NAME_SIZE) + _AIR
    left = at - name * {0: 0.0, longest: 1.0}.get(months, 0.5)
    return left, left + name


def _tick_name(months: int) -> str:
    if not months:
        return attention_words.STRIP_NOW
    return derived_said("{n} month ago", "{n} months ago", months).text


def _tick(months: int, longest: int) -> html.Span:
    style: Any = {"--at": f"{100 * months / longest:.2f}%"}
    side = {0: " strip-tick-first", longest: " strip-tick-last"}.get(months, "")
    return html.Span(_tick_name(months), className=f"strip-tick{side}", style=style)


def _city(shown: Shown, one: MemberContact) -> str:
    filters = shown.links.filters
    return page_address(f"/cities/{one.city.id}", filters, profile=shown.links.profile)

"""The panel that tells what a mark on the map or the timeline is, with its sources."""

from __future__ import annotations

from typing import Any

from dash import html

from data.details import ActivityDetail, CityDetail, CityEvent, Detail, Source, SupportDetail
from data.geography import country_name, place_country_name
from layouts import formats, words
from layouts.attributes import attributes
from layouts.parts.co_funding import co_funding_of
from layouts.parts.icon import icon

Parts = list[Any]


def detail(shown: Detail, profile: str) -> Parts:
    """Write the details of an activity, a support or a city."""
    match shown:
        case ActivityDetail():
            line, body = _activity_line(shown, profile), _activity(shown)
            return _panel(shown.title, line, [*body, _record("activities", shown.id)])
        case SupportDetail():
            body = _support(shown)
            return _panel(shown.title, _support_line(shown), [*body, _record("support", shown.id)])
        case CityDetail():
            body = [_journey(shown), *_city(shown), _record("cities", shown.id)]
            return _panel(shown.name, _city_line(shown, profile), body)


def _journey(shown: CityDetail) -> html.P:
    return html.P(
        html.A(
            f"Journey of {shown.name}",
            href=f"/cities/{shown.id}",
            **attributes({"data-keeps-view": ""}),
        )
    )


def _record(sheet: str, key: str) -> html.P:
    return html.P(
        html.A(
            "All that is recorded",
            href=f"/records/{sheet}/{key}",
            **attributes({"data-keeps-view": ""}),
        )
    )


def _panel(title: str, line: str, body: Parts) -> Parts:
    return [
        html.Div(
            [
                html.H2(title, id="detail-title"),
                html.Button(
                    icon("close"),
                    type="button",
                    className="close",
                    **attributes({"data-mode": "close", "aria-label": "Close details"}),
                ),
            ],
            className="detail-heading",
        ),
        html.P(line, className="detail-line"),
        html.Div(body, className="detail-body"),
    ]


def _activity_line(shown: ActivityDetail, profile: str) -> str:
    kind = words.KINDS[shown.kind]
    status = "" if shown.status == "held" else f", {words.STATUSES[shown.status]}"
    place = shown.place or ""
    if shown.place_country:
        country = place_country_name(shown.place_country, profile)
        place = f"{place}, {country}" if place else country
    when = formats.interval(shown.start, shown.end)
    return " · ".join(part for part in (f"{kind}{status}", when, place) if part)


def _activity(shown: ActivityDetail) -> Parts:
    return [
        _paragraph(shown.summary),
        _fact("Cities named", formats.joined(shown.cities) or "none named"),
        _funders(shown.funders),
        _note(shown.note),
        _sources(shown.sources),
    ]


def _support_line(shown: SupportDetail) -> str:
    channels = ", ".join(words.CHANNELS[channel] for channel in shown.channels)
    return f"Support, {words.STATUSES[shown.status]} · {channels} · {shown.beneficiary}"


def _support(shown: SupportDetail) -> Parts:
    steps = (
        ("Requested", shown.requested),
        ("Started", shown.started),
        ("Completed", shown.completed),
    )
    return [
        *(_fact(name, formats.date_span(when)) for name, when in steps if when),
        _fact("Outcome", shown.outcome or ""),
        _fact("Practice shared by", formats.joined(shown.providers)),
        _funders(shown.funders),
        _note(shown.note),
        _sources(shown.sources),
    ]


def _city_line(shown: CityDetail, profile: str) -> str:
    membership = words.MEMBERSHIPS[shown.membership]
    if shown.membership == "member":
        since = formats.date_span(shown.joined) if shown.joined else ""
        membership = f"member since {since}" if since else "member, joining date not recorded"
    local = f"{shown.local_name} · " if shown.local_name and shown.local_name != shown.name else ""
    return f"{local}{country_name(shown.country, profile)}, {membership}"


def _city(shown: CityDetail) -> Parts:
    if not shown.events:
        return [
            _paragraph("No activity or support on record names this city."),
            _note(shown.note),
            _sources(shown.sources),
        ]
    more = f"and {shown.more_events} earlier or undated" if shown.more_events else ""
    return [
        html.Ul([_event(event) for event in shown.events], className="events"),
        _paragraph(more),
        _note(shown.note),
        _sources(shown.sources),
    ]


def _event(event: CityEvent) -> html.Li:
    when = formats.interval(event.start, event.end)
    if event.sheet == "support":
        what = f"Support, {words.STATUSES[event.status]}: {event.title}"
        when = f"Since {when}" if event.status == "in-progress" and event.start else when
        show = f"support:{event.id}"
    else:
        place = f", {event.place}" if event.place else ""
        what, show = f"{words.KINDS[event.kind]}{place}", f"activity:{event.id}"
    return html.Li(
        html.Button(
            [html.B(_sentence(when)), html.Span(what)],
            type="button",
            title=event.title,
            **attributes({"data-mode": "show", "data-value": show}),
        ),
        className=f"event event-{event.sheet} event-{event.status}",
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _paragraph(text: str | None) -> html.P | None:
    return html.P(text) if text else None


def _fact(name: str, value: str) -> html.P | None:
    return html.P([html.B(f"{name}: "), value]) if value else None


def _funders(names: tuple[str, ...]) -> html.P | None:
    mark = co_funding_of(names)
    return html.P(mark) if mark is not None else _fact("Funder", formats.joined(names))


def _note(text: str | None) -> html.P | None:
    return html.P([html.B("Note: "), text], className="detail-note") if text else None


def _sources(sources: tuple[Source, ...]) -> html.Div:
    if not sources:
        return html.Div(html.P("No source is named."), className="detail-sources")
    return html.Div(
        [html.H3("Sources"), html.Ul([html.Li(_source(source)) for source in sources])],
        className="detail-sources",
    )


def _source(source: Source) -> Parts:
    title: Any = source.title
    if source.url and source.url.startswith(("https://", "http://")):
        title = html.A(source.title, href=source.url, target="_blank", rel="noopener noreferrer")
    rest = [
        part
        for part in (
            source.publisher,
            formats.date_span(source.published) if source.published else None,
        )
        if part
    ]
    return [title, f" · {', '.join(rest)}" if rest else ""]

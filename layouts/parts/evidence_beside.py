"""What stands beside a counted figure in its evidence: published figures, target, baseline."""

from __future__ import annotations

from typing import Any

from dash import html

from data.details import Source
from data.evidence.explaining import Explanation
from data.figures import Figure, Published, Target
from layouts import formats

Parts = list[Any]


def published_list(shown: Explanation) -> Parts:
    """List the published figures that belong here, with their words and sources."""
    published = shown.figure.published
    if not published:
        return []
    unit = shown.asked.indicator.unit
    rows = [_published(item, unit, shown.published_sources[item.id]) for item in published]
    return [html.Dl(rows, className="evidence-published")]


def _published(item: Published, unit: str, sources: tuple[Source, ...]) -> html.Div:
    when = formats.date_span(item.as_of) if item.as_of else "undated"
    words = [html.P(f"“{item.as_published}”")] if item.as_published else []
    note = [html.P(item.note, className="muted")] if item.note else []
    named = [html.P(source_line(source), className="muted") for source in sources]
    return html.Div(
        [
            html.Dt([html.B(published_value(item, unit)), f" {when}"]),
            html.Dd(
                [*words, *note, *(named or [html.P("No source is named.", className="muted")])]
            ),
        ]
    )


def published_value(item: Published, unit: str) -> str:
    """Write a published figure: 23; at least 40; not reported."""
    if item.value is None:
        return formats.NOT_REPORTED
    text = formats.percent(item.value) if unit == "percent" else formats.number(item.value)
    return f"at least {text}" if item.status == "at-least" else text


def source_line(source: Source) -> Parts:
    """Write a source with its publisher and date; its title leads to where it was published."""
    title: Any = source.title
    if source.url and source.url.startswith(("https://", "http://")):
        title = html.A(source.title, href=source.url, target="_blank", rel="noopener noreferrer")
    date = formats.date_span(source.published) if source.published else "undated"
    rest = ", ".join(part for part in (source.publisher, date) if part)
    return [title, f" · {rest}"]


def target_lines(figure: Figure) -> Parts:
    """Write target, what it has reached, and baseline; empty where no target belongs."""
    target, unit = figure.target, figure.indicator.unit
    if target is None:
        return []
    wanted = formats.percent(target.value) if unit == "percent" else formats.number(target.value)
    reached = "no day of it lies before the period's end"
    if target.actual is not None:
        reached = f"so far {formats.count(target.actual, unit)}"
    lines = [f"{wanted} {_period(target)}; {reached}."]
    if target.baseline is not None:
        when = f" ({formats.date_span(target.baseline_date)})" if target.baseline_date else ""
        lines.append(f"Baseline: {formats.number(target.baseline)}{when}; it is added to nothing.")
    return [html.P(line) for line in lines]


def _period(target: Target) -> str:
    if target.kind == "cumulative":
        return f"from the beginning to {formats.day(target.end)}"
    return f"between {formats.day(target.start)} and {formats.day(target.end)}"

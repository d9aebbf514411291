"""A card: one figure with its definition, what was published, its target and its trend."""

from __future__ import annotations

from datetime import date

from dash import html
from dash.development.base_component import Component

from data.evidence.asked import figure_key
from data.figures import Figure, Indicator, Published, Target, Trend
from layouts import formats, theme
from layouts.attributes import attributes
from layouts.evidence_words import WITHHELD
from layouts.ids import figure_card as card_id
from layouts.parts.evidence_beside import published_value
from layouts.sparkline import sparkline, trend_caption

LEAD_TREND = (200, 22)
TREND = (96, 22)
_NO_POINTS = {
    "activity": "No activity in this selection: a true zero",
    "quarter": "",
    "year": "",
}
_SUPPORT_RULES = ("support-delivered", "support-open", "cities-supported")


def figure_card(
    figure: Figure,
    trend: Trend | None,
    *,
    lead: bool,
    beside_published: bool = False,
    remark: str = "",
    said: str = "",
) -> html.Section:
    """Draw the card of a figure; `remark` stands behind the number ("of 21").

    `said` is its sentence, which stands before its definition.
    """
    count, indicator = figure.count, figure.indicator
    return html.Section(
        [
            _heading(figure, said),
            _pair(figure, remark) if beside_published else _number(figure, remark),
            _target(figure.target, indicator.unit),
            _trend(trend, indicator.rule, lead=lead),
        ],
        id=card_id(indicator.id),
        className="card card-lead" if lead else "card",
        **attributes(
            {
                "data-value": "" if count.value is None else f"{count.value:.12g}",
                "data-bound": count.bound or "",
                "aria-labelledby": f"{card_id(indicator.id)}-title",
            }
        ),
    )


def _heading(figure: Figure, said: str) -> html.Div:
    """The name of the figure is a button: hover, focus or touch says it, and its definition."""
    indicator = figure.indicator
    name, tip = f"{card_id(indicator.id)}-title", f"{card_id(indicator.id)}-definition"
    sentences: list[Component] = [html.B(said)] if said else []
    sentences.append(html.Span(indicator.definition))
    if indicator.verification:
        sentences.append(html.Span(f"Means of verification: {indicator.verification}"))
    if figure.count.withheld:
        sentences.append(html.Span(WITHHELD.format(figure.count.withheld_below)))
    return html.Div(
        [
            html.H2(
                html.Button(
                    indicator.title,
                    id=name,
                    type="button",
                    className="definition",
                    **attributes({"aria-describedby": tip}),
                )
            ),
            html.Div(sentences, id=tip, role="tooltip", className="tip"),
        ],
        className="card-heading",
    )


def _pair(figure: Figure, remark: str) -> html.Div:
    """Counted and published side by side, equal in size, never merged."""
    published = figure.published[0] if figure.published else None
    return html.Div(
        [
            html.Div(
                [
                    _value(figure, remark),
                    html.P(
                        ["counted", html.Span(" from records", className="from-records")],
                        className="label",
                    ),
                ],
                className="counted",
            ),
            html.Div(
                [
                    _published_value(published, figure.indicator),
                    html.P(
                        _published_label(published),
                        className="label",
                        title=published.as_published if published else None,
                    ),
                ],
                className="published",
            ),
        ],
        className="pair",
    )


def _number(figure: Figure, remark: str) -> html.Div:
    return html.Div(_value(figure, remark), className="alone")


def _value(figure: Figure, remark: str) -> html.P:
    count, unit = figure.count, figure.indicator.unit
    if count.value is None:
        text = formats.count(count, unit)
        return html.P(_evidence(figure.indicator, text, text), className="value value-words")
    number = formats.percent(count.value) if unit == "percent" else formats.number(count.value)
    before = [html.Span("at least ", className="bound")] if count.bound == "at-least" else []
    after = [html.Span(f" {remark}", className="remark")] if remark else []
    opener = _evidence(figure.indicator, html.Strong(number), formats.count(count, unit))
    return html.P([*before, opener, *after], className="value")


def _published_value(published: Published | None, indicator: Indicator) -> html.P:
    if published is None:
        return html.P("none", className="value value-words")
    text = published_value(published, indicator.unit)
    if published.value is None:
        return html.P(_evidence(indicator, text, f"{text} in print"), className="value value-words")
    number = text.removeprefix("at least ")
    before = [html.Span("at least ", className="bound")] if number != text else []
    opener = _evidence(indicator, html.Span(number, className="figure"), f"{text} as published")
    return html.P([*before, opener], className="value")


def _evidence(indicator: Indicator, content: str | Component, said: str) -> html.Button:
    """Make a number the button that opens its evidence."""
    return html.Button(
        content,
        type="button",
        className="number-button",
        **attributes(
            {
                "data-mode": "evidence",
                "data-value": figure_key(indicator.id),
                "aria-label": f"{indicator.title}: {said}. How it is known",
            }
        ),
    )


def _published_label(published: Published | None) -> str:
    if published is None:
        return "published"
    return f"published, {formats.date_span(published.as_of) if published.as_of else 'undated'}"


def _target(target: Target | None, unit: str) -> html.P | None:
    if target is None:
        return None
    wanted = formats.percent(target.value) if unit == "percent" else formats.number(target.value)
    title = (
        f"{'From the beginning' if target.kind == 'cumulative' else formats.day(target.start)}"
        f" to {formats.day(target.end)}"
    )
    if target.baseline is not None:
        title += f"; baseline {formats.number(target.baseline)}"
        if target.baseline_date:
            title += f" ({formats.date_span(target.baseline_date)})"
    return html.P(
        ["Target ", html.B(wanted), f" by {_end(target.end)}"],
        className="target",
        title=title,
    )


def _end(day: date) -> str:
    """Write a target's end shortly: its year where it ends with the year, else its month."""
    return str(day.year) if (day.month, day.day) == (12, 31) else formats.month(day.isoformat())


def _trend(trend: Trend | None, rule: str, *, lead: bool) -> html.Div | None:
    if trend is None:
        return None
    if not trend.points:
        return html.Div(html.P(_NO_POINTS[trend.grain], className="label"), className="trend")
    width, height = LEAD_TREND if lead else TREND
    caption = trend_caption(trend)
    picture = html.Img(
        src=sparkline(trend, width, height, _colour(rule)),
        alt=f"Trend: {caption}",
        className="spark",
    )
    return html.Div([picture, html.P(_ends(caption), className="label")], className="trend")


def _colour(rule: str) -> str:
    """Turquoise is support, navy what cities did."""
    return theme.TURQUOISE if rule in _SUPPORT_RULES else theme.NAVY


def _ends(caption: str) -> list[html.Span] | str:
    """Set the first and last year of a short caption at the two ends of the line."""
    first, gap, last = caption.partition(" … ")
    return [html.Span(first), html.Span(last)] if gap else caption

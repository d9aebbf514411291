"""The evidence panel: how a figure is known, with the records behind it."""

from __future__ import annotations

from typing import Any

from dash import html

from data.evidence.explaining import Explanation, LeftOut
from data.evidence.lines import RecordLine
from data.evidence.reasons import reason_name
from data.filters import Filters
from data.reference import Reference
from layouts import evidence_words, formats, words
from layouts.addresses import page_address
from layouts.attributes import attributes
from layouts.parts.co_funding import co_funding
from layouts.parts.evidence_beside import published_list, published_value, target_lines
from layouts.parts.icon import icon
from layouts.parts.sentence import sentence
from layouts.records_links import RecordLinks
from layouts.sentences.figures import figure_sentence

Parts = list[Any]


def evidence(
    shown: Explanation,
    reference: Reference,
    page_filters: Filters,
    profile: str,
    profile_asked: str | None = None,
) -> Parts:
    """Write the panel; addresses of records keep the page's filter and the profile asked for."""
    links = _Links(shown, page_filters, profile_asked, reference)
    filters = shown.asked.filters
    return [
        _heading(shown, words.filter_line(filters, reference, profile)),
        _side_by_side(shown),
        sentence(
            figure_sentence(
                shown.figure, filters, reference, profile, shown.asked.key, page=links.page
            ),
            "sentence evidence-sentence",
        ),
        _section(
            "How it is counted",
            [
                html.P(shown.asked.indicator.definition),
                html.P(evidence_words.rule(shown.asked.indicator), className="muted"),
                *_paragraphs(evidence_words.arithmetic(shown)),
            ],
        ),
        *_counted(shown, links, profile),
        *_left_out(shown, links, profile),
        *_optional("Published", published_list(shown)),
        *_optional("Target", target_lines(shown.figure)),
        _section("How it is known", _paragraphs(evidence_words.verification(shown))),
    ]


class _Links:
    """Addresses of the records behind a figure."""

    def __init__(
        self, shown: Explanation, filters: Filters, profile: str | None, reference: Reference
    ) -> None:
        self._shown, self._filters, self._profile = shown, filters, profile
        self.page = RecordLinks(filters, {"profile": profile} if profile else {})
        self._reference = reference

    def record(self, line: RecordLine) -> str:
        return page_address(
            f"/records/{line.sheet}/{line.id}", self._filters, profile=self._profile
        )

    def co_funding(self, line: RecordLine) -> Parts:
        """The mark of a record with several funders; the others where some are chosen."""
        chosen = self._shown.asked.filters.funders
        mark = co_funding(line.funders, self._reference, chosen)
        return [] if mark is None else [" ", mark]

    def all(self, reason: str | None = None) -> str:
        return page_address(
            f"/records/{self._shown.sheet}",
            self._filters,
            profile=self._profile,
            figure=self._shown.asked.key,
            reason=reason_name(reason) if reason else None,
        )


def _heading(shown: Explanation, filter_line: str) -> html.Div:
    indicator = shown.asked.indicator
    return html.Div(
        [
            html.Div(
                [
                    html.H2(indicator.title, id="evidence-title", tabIndex="-1"),
                    html.P(filter_line, className="muted"),
                ]
            ),
            html.Button(
                icon("close"),
                type="button",
                className="close",
                **attributes({"data-mode": "close-evidence", "aria-label": "Close evidence"}),
            ),
        ],
        className="evidence-heading",
    )


def _side_by_side(shown: Explanation) -> html.Div:
    """Counted and published, equal in size, never merged."""
    unit, published = shown.asked.indicator.unit, shown.figure.published
    when = "published"
    if published:
        as_of = published[0].as_of
        when = f"published, {formats.date_span(as_of) if as_of else 'undated'}"
    printed = published_value(published[0], unit) if published else "none"
    pairs = (
        (formats.count(shown.figure.count, unit), "counted from records"),
        (printed, when),
    )
    return html.Div(
        [
            html.Div([html.P(value, className="evidence-value"), html.P(label, className="muted")])
            for value, label in pairs
        ],
        className="evidence-pair",
    )


def _counted(shown: Explanation, links: _Links, profile: str) -> Parts:
    number = shown.figure.count.counted
    title = evidence_words.counted_title(number, shown.sheet)
    if not number:
        return [_section(title, [])]
    more = number - len(shown.counted)
    last = f"All {formats.number(number)} as a table" if more > 0 else "As a table"
    return [
        _section(
            title,
            [
                html.Ul(
                    [_line(line, links, profile) for line in shown.counted],
                    className="evidence-records",
                ),
                html.P(html.A(last, href=links.all())),
            ],
        )
    ]


def _left_out(shown: Explanation, links: _Links, profile: str) -> Parts:
    if not shown.left_out:
        return [_section("Left out: none", [])]
    number = sum(group.number for group in shown.left_out)
    groups = [_group(group, links, profile) for group in shown.left_out]
    return [_section(f"Left out: {formats.number(number)}", groups)]


def _group(group: LeftOut, links: _Links, profile: str) -> html.Details:
    return html.Details(
        [
            html.Summary(
                [
                    icon("chevron-down"),
                    html.Span(evidence_words.reason(group.reason)),
                    html.B(formats.number(group.number)),
                ]
            ),
            html.Ul(
                [_line(line, links, profile) for line in group.records],
                className="evidence-records",
            ),
            html.P(html.A("As a table", href=links.all(group.reason))),
        ],
        className="fold evidence-group",
        open=any(line.mixed for line in group.records),
    )


def _line(line: RecordLine, links: _Links, profile: str) -> html.Li:
    remark = evidence_words.remark(line, profile)
    return html.Li(
        [
            html.A(line.title, href=links.record(line)),
            html.Span([f" {remark}", *links.co_funding(line)], className="muted"),
        ]
    )


def _optional(title: str, parts: Parts) -> Parts:
    return [_section(title, parts)] if parts else []


def _section(title: str, parts: Parts) -> html.Section:
    return html.Section([html.H3(title), *parts], className="evidence-section")


def _paragraphs(sentences: list[str]) -> Parts:
    return [html.P(sentence) for sentence in sentences]

"""The page Support: what support the hub gave, from request to change."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from data.support.shapes import Support
from layouts.canvas import Canvas
from layouts.figures.support_courses import support_courses
from layouts.figures.support_months import support_months
from layouts.figures.support_rows import support_rows
from layouts.parts.graph import drawn_graph
from layouts.parts.page_head import page_head
from layouts.parts.section import section, sections
from layouts.parts.sentence import sentence
from layouts.parts.support_ages import support_ages
from layouts.parts.support_board import support_board
from layouts.parts.support_exchange import is_wide, support_exchange
from layouts.parts.support_legend import support_legend
from layouts.parts.support_money import support_money
from layouts.parts.support_places import support_places
from layouts.parts.support_undated import support_undated
from layouts.sentences import support as said
from layouts.sentences import support_waiting as waiting_said
from layouts.support_links import SupportLinks

TITLE = "Support"
Parts = list[Any]


def layout(
    shown: Support, profile: str, profile_asked: str | None, main: Canvas, turn: int
) -> list[Component]:
    """Lay out the page; addresses keep the profile asked for, `turn` marks what is drawn."""
    links = SupportLinks(shown.filters, profile_asked)
    head = page_head(TITLE, said.head_said(shown, links))
    follow_through = _follow_through(shown, links, wide=is_wide(shown.exchange))
    if not shown.board.records:
        return [head, sections(follow_through)]
    return [
        head,
        sections(
            section(
                "board",
                "From request to delivery",
                support_board(shown.board, shown.reference, links),
                said=said.board_said(shown),
            ),
            _over_time(shown, links, main, turn),
            *_places(shown, links, profile),
            _exchange(shown, links),
            _money(shown, links),
            _ages(shown, links),
            follow_through,
        ),
    ]


def _over_time(shown: Support, links: SupportLinks, main: Canvas, turn: int) -> html.Section:
    timeline, caption = shown.timeline, said.timeline_said(shown, links)
    drawn: Parts = []
    if timeline.months and any(item.month for item in timeline.months):
        drawn = [support_months(timeline.months, shown.as_of, main, links)]
    elif any(course.is_dated for course in timeline.courses):
        drawn = [support_courses(timeline.courses, shown.as_of, main)]
    rows = support_rows(shown, links)
    graphs: Parts = [
        drawn_graph(figure.update_layout(meta={"turn": turn}), rows, caption.text)
        for figure in drawn
    ]
    if graphs and not timeline.months:
        has_due = any(course.due for course in timeline.courses if course.is_dated)
        graphs.append(support_legend(has_due=has_due))
    undated = support_undated(timeline, links)
    parts = [*graphs, *([undated] if undated else [])]
    return section("over-time", "Over time", parts, said=caption)


def _places(shown: Support, links: SupportLinks, profile: str) -> Parts:
    if not shown.places:
        return []
    drawn = support_places(shown.places, shown.reference, links, profile)
    return [section("places", "Who received what", [drawn], said=said.places_said(shown))]


def _exchange(shown: Support, links: SupportLinks) -> html.Section:
    exchange = shown.exchange
    return section(
        "exchange",
        "Who shared its practice with whom",
        support_exchange(exchange, shown.reference, links),
        said=said.exchange_said(shown, links),
        wide=is_wide(exchange),
    )


def _money(shown: Support, links: SupportLinks) -> html.Section:
    return section(
        "amounts",
        "Amounts by currency",
        support_money(shown.money, links),
        said=waiting_said.money_said(shown, links),
        wide=False,
    )


def _ages(shown: Support, links: SupportLinks) -> html.Section:
    return section(
        "waiting",
        "How long requests have been waiting",
        support_ages(shown, links),
        said=waiting_said.ages_said(shown, links),
        wide=False,
    )


def _follow_through(shown: Support, links: SupportLinks, *, wide: bool) -> html.Section:
    lines: Parts = []
    for item in shown.follow_through:
        lines.append(sentence(waiting_said.followed_said(item, links)))
        lines.append(html.P(item.indicator.definition, className="quiet"))
    if not lines:
        lines = [sentence(waiting_said.no_follow_through())]
    return section("follow-through", "From workshops to support", lines, wide=wide)

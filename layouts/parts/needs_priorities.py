"""The needs by the hub's stated priorities: each with its words, its numbers and its themes."""

from __future__ import annotations

from dash import html

from data.needs.shapes import NeedsAndPractices, Priority
from data.records.parts import NONE
from layouts import formats, needs_words
from layouts.attributes import attributes
from layouts.needs_links import NeedsLinks
from layouts.parts.needs_numbers import number_cell
from layouts.parts.number_link import number_link

MOST_THEMES, MOST_NAMED = 8, 3
"""So many themes of a priority are drawn, and so many that no need is on are named."""


def priorities(shown: NeedsAndPractices, links: NeedsLinks) -> html.Div:
    """Draw a column for each priority, for the other themes, and for needs without a theme."""
    drawn = [_priority(shown, links, priority) for priority in shown.priorities]
    if shown.number(theme=None):
        drawn.append(_without_theme(shown, links))
    return html.Div(drawn, className="needs-priorities")


def _priority(shown: NeedsAndPractices, links: NeedsLinks, priority: Priority) -> html.Section:
    by_kind = {
        kind: sum(shown.number(theme=theme, kind=kind) for theme in priority.themes)
        for kind in needs_words.KINDS
    }
    unanswered = sum(shown.number(theme=theme, answer="none") for theme in priority.themes)
    return html.Section(
        [
            html.H3(priority.words or needs_words.OTHER_THEMES),
            _table(by_kind, unanswered, priority.key, links, _themes(shown, links, priority)),
        ],
        className="needs-priority" if priority.words else "needs-priority needs-priority-other",
    )


def _without_theme(shown: NeedsAndPractices, links: NeedsLinks) -> html.Section:
    by_kind = {kind: shown.number(theme=None, kind=kind) for kind in needs_words.KINDS}
    return html.Section(
        [html.H3(needs_words.NO_THEME), _table(by_kind, 0, NONE, links, [])],
        className="needs-priority needs-priority-other",
    )


def _table(
    by_kind: dict[str, int], unanswered: int, key: str, links: NeedsLinks, rows: list[html.Tr]
) -> html.Table:
    """Draw the totals as the heads of the columns, and the themes below."""
    total = _total(sum(by_kind.values()), links.needs(priority=key), needs_words.IN_ALL)
    heads = [
        html.Th([total, *_unanswered(unanswered, key, links)], scope="col"),
        *(
            html.Th(
                _total(number, links.needs(priority=key, kind=kind), _kind_word(kind, number)),
                scope="col",
            )
            for kind, number in by_kind.items()
        ),
    ]
    return html.Table([html.Thead(html.Tr(heads)), html.Tbody(rows)], className="needs-themes")


def _unanswered(number: int, key: str, links: NeedsLinks) -> list[html.Div]:
    if not number:
        return []
    words = f"{formats.number(number)} {needs_words.WITHOUT_ANSWER}"
    address = links.needs(priority=key, answer="none")
    return [
        html.Div(number_link(number, address, words, content=words), className="needs-unanswered")
    ]


def _total(number: int, href: str, word: str) -> html.Div:
    linked = number_link(number, href, f"{formats.number(number)} {word}")
    return html.Div([html.Strong(linked), html.Span(word)], className="needs-kind-total")


def _kind_word(kind: str, number: int) -> str:
    return kind if number == 1 else needs_words.KINDS_MANY[kind]


def _themes(shown: NeedsAndPractices, links: NeedsLinks, priority: Priority) -> list[html.Tr]:
    """Draw the themes with needs in their order, the largest where there are too many."""
    named = [theme for theme in priority.themes if shown.number(theme=theme)]
    if len(named) > MOST_THEMES:
        named.sort(key=lambda theme: -shown.number(theme=theme))
    rows = [_theme(shown, links, theme) for theme in named[:MOST_THEMES]]
    if named[MOST_THEMES:]:
        more = formats.plural(len(named) - MOST_THEMES, "more theme", "more themes")
        rows.append(_aside(f"and {more}"))
    without = [theme for theme in priority.themes if not shown.number(theme=theme)]
    return [*rows, *([_aside(_none_on(shown, without))] if named and without else [])]


def _none_on(shown: NeedsAndPractices, themes: list[str]) -> str:
    if len(themes) > MOST_NAMED:
        return f"{needs_words.NONE_ON} {formats.number(len(themes))} other themes"
    names = [needs_words.theme(shown.reference, theme) for theme in themes]
    return f"{needs_words.NONE_ON} {'; '.join(names)}"


def _aside(words: str) -> html.Tr:
    return html.Tr(html.Td(words, colSpan=4, className="quiet"))


def _theme(shown: NeedsAndPractices, links: NeedsLinks, theme: str) -> html.Tr:
    name, largest = needs_words.theme(shown.reference, theme), _largest(shown)
    cells = []
    for kind in needs_words.KINDS:
        number = shown.number(theme=theme, kind=kind)
        label = f"{name}: {formats.number(number)} {_kind_word(kind, number)}"
        cells.append(number_cell(number, largest, links.needs(theme=theme, kind=kind), label))
    return html.Tr([html.Th(name, scope="row", **attributes({"data-theme": theme})), *cells])


def _largest(shown: NeedsAndPractices) -> int:
    """The largest number of one kind of one theme: all bars have one scale."""
    found: dict[tuple[str | None, str], int] = {}
    for tally in shown.tallies:
        key = tally.theme, tally.kind
        found[key] = found.get(key, 0) + tally.records
    return max(found.values(), default=0)

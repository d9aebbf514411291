"""The pictures of the page Needs and practices as rows."""

from __future__ import annotations

from data.needs.shapes import NeedsAndPractices
from layouts import needs_words
from layouts.chart_table import ChartColumn, ChartRow, ChartTable

NAME = "needs-answers"


def shown_themes(shown: NeedsAndPractices) -> list[str | None]:
    """The themes that needs are on, those with most needs without an answer first; None = none."""
    known: list[str | None] = [theme.id for theme in shown.reference.themes]
    present = [theme for theme in [*known, None] if shown.number(theme=theme)]
    return sorted(
        present,
        key=lambda theme: (
            theme is None,
            -shown.number(theme=theme, answer="none"),
            -shown.number(theme=theme),
        ),
    )


def answers_table(shown: NeedsAndPractices) -> ChartTable:
    """Give one row per theme that needs are on: how many, and how they are answered."""
    numbers = [ChartColumn(word.capitalize(), kind="number") for word in _heads()]
    return ChartTable(
        name=NAME,
        title="What answers the needs, by theme",
        caption="Needs, concerns and barriers by theme and by what answers them",
        columns=(
            ChartColumn("Theme", "#sector"),
            ChartColumn("All", "#indicator+num", "number"),
            *numbers,
        ),
        rows=tuple(_row(shown, theme) for theme in shown_themes(shown)),
    )


def _heads() -> list[str]:
    return list(needs_words.ANSWERS.values())


def _row(shown: NeedsAndPractices, theme: str | None) -> ChartRow:
    return ChartRow(
        (
            needs_words.theme_name(shown.reference, theme),
            shown.number(theme=theme),
            *(shown.number(theme=theme, answer=answer) for answer in needs_words.ANSWERS),
        )
    )

"""Stages where cities were heard: planned ones first, then the latest, and how many each year."""

from __future__ import annotations

from typing import Any

from dash import html

from data.records.parts import NONE
from data.voices.shapes import Stage
from layouts import voices_words
from layouts.parts.number_link import number_link
from layouts.parts.voices_entry import entries, entry, more
from layouts.parts.voices_writer import VoicesWriter

Parts = list[Any]
MOST_YEARS = 8


def stages(stage: Stage, writer: VoicesWriter) -> Parts:
    """Draw the stages of one sort, with the rule by which they are stages."""
    name = voices_words.STAGES_TITLES[stage.name]
    href = writer.links.stages
    lines = [
        entry(writer.when(record), writer.title(record), writer.href(record),
              writer.stage(record), planned=record.values["status"] == "planned")
        for group in (stage.planned, stage.held)
        for record in writer.shown.first_of(group)
    ]  # fmt: skip
    return [
        html.P(voices_words.STAGE_RULES[stage.name], className="quiet"),
        *([entries(lines)] if lines else []),
        *more(stage.held.more, href(stage.name, "held"), name, stage.held.number),
        *(_years(stage, writer) if stage.held.more else []),
    ]


def _years(stage: Stage, writer: VoicesWriter) -> Parts:
    """Lead to the stages of each of the latest years, and to those without a date."""
    dated = [year for year in stage.years if year][:MOST_YEARS]
    listed = [*dated, *([None] if None in stage.years else [])]
    items = [html.Li(_year(stage, year, writer)) for year in listed]
    return [html.Ul([html.Li("Held by year:"), *items], className="voices-years")]


def _year(stage: Stage, year: int | None, writer: VoicesWriter) -> Parts:
    named, value = (str(year), f"{year:04d}") if year else (voices_words.NO_DATE, NONE)
    address = writer.links.stages(stage.name, "held", begins=value)
    label = f"{voices_words.STAGES_TITLES[stage.name]}, {named}"
    return [html.Span(named, className="quiet"), " ",
            number_link(stage.years[year], address, label)]  # fmt: skip

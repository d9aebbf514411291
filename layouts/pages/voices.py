"""The page Voices: what cities said, where they were heard, and who made it possible."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from data.filters import ALL
from data.voices.shapes import Stage, Voices
from layouts import voices_words
from layouts.parts.page_head import page_head
from layouts.parts.section import section, sections
from layouts.parts.voices_funding import funder_choice, funder_lens, funding_split
from layouts.parts.voices_organisations import organisations
from layouts.parts.voices_outputs import outputs
from layouts.parts.voices_quotes import quotes
from layouts.parts.voices_stages import stages
from layouts.parts.voices_writer import VoicesWriter
from layouts.sentences.voices import (
    funder_names,
    head_sentence,
    organisations_sentence,
    outputs_sentence,
    quotes_sentence,
    stage_sentence,
)
from layouts.voices_links import VoicesLinks

TITLE = "Voices and influence"


def layout(shown: Voices, profile: str, extras: Mapping[str, str]) -> list[Component]:
    """Lay out the page; `extras` are the view keys of its address."""
    writer = VoicesWriter(shown, VoicesLinks(shown.filters, extras), profile)
    funding, chosen = _funding(writer), bool(shown.filters.funders)
    return [
        page_head(TITLE, head_sentence(shown, writer.links)),
        *_not_selected_by(shown),
        sections(
            *([funding] if chosen else []),
            _quotes(writer),
            _outputs(writer),
            *(_stage(stage, writer) for stage in shown.stages),
            *([] if chosen else [funding]),
            _organisations(writer),
        ),
    ]


def _not_selected_by(shown: Voices) -> list[Component]:
    """Say which of the chosen filters have no hold on quotes and outputs."""
    filters = shown.filters
    chosen = filters.kinds or filters.themes or filters.funders or filters.channels
    return [html.P(voices_words.NOT_SELECTED_BY, className="voices-aside")] if chosen else []


def _quotes(writer: VoicesWriter) -> html.Section:
    shown = writer.shown.quotes
    drawn = quotes(shown, writer) or _way_out(writer, "quotes")
    said, wide = quotes_sentence(shown, writer.links), _says_something(writer.shown)
    return section("quotes", "Quotes", drawn, said=said, wide=wide)


def _outputs(writer: VoicesWriter) -> html.Section:
    shown = writer.shown.outputs
    drawn = outputs(shown, writer) or _way_out(writer, "outputs")
    said, wide = outputs_sentence(shown, writer.links), _says_something(writer.shown)
    return section("outputs", "Policy outputs", drawn, said=said, wide=wide)


def _says_something(shown: Voices) -> bool:
    """Whether there is a quote or an output; the two parts stand side by side where not."""
    return bool(shown.quotes.number or shown.outputs.number)


def _stage(stage: Stage, writer: VoicesWriter) -> html.Section:
    title = voices_words.STAGES_TITLES[stage.name]
    nothing = not stage.held.number and not stage.planned.number
    return section(
        f"{stage.name}-stages",
        title,
        [*stages(stage, writer), *(_way_out(writer, "stages") if nothing else [])],
        said=stage_sentence(stage, writer.links),
        wide=False,
    )


def _funding(writer: VoicesWriter) -> html.Section:
    shown, chosen = writer.shown, writer.shown.filters.funders
    drawn: list[Any] = [funder_choice(shown.reference, chosen)] if shown.reference.funders else []
    if chosen:
        title = f"Made possible by {funder_names(chosen, shown.reference)}"
        drawn += funder_lens(shown.funding, writer)
    else:
        title = voices_words.FUNDERS_TITLE
        drawn += funding_split(shown.funding, writer) or [html.P(voices_words.NOTHING_FUNDED)]
    note = html.P(voices_words.SUPPORT_RULE, className="quiet")
    return section("funding", title, [*drawn, note])


def _organisations(writer: VoicesWriter) -> html.Section:
    shown = writer.shown
    notes = []
    if any(part.targets for part in shown.took_part) and shown.filters != ALL:
        notes = [html.P(voices_words.TARGETS_RULE, className="quiet")]
    return section(
        "organisations",
        "Partners and funders",
        [*organisations(shown.took_part, writer), *notes],
        said=organisations_sentence(shown, writer.links),
    )


def _way_out(writer: VoicesWriter, what: str) -> list[Component]:
    """Lead from nothing to everything, or say where it would come from."""
    if writer.shown.filters == ALL:
        return [html.P(voices_words.WHERE_FROM[what], className="quiet")]
    link = html.A(voices_words.SHOW_ALL, href=writer.links.everything())
    return [html.P(link, className="voices-more")]

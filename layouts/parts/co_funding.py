"""The mark of a record with several funders: an icon, a word, and who they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from dash import html

from data.reference import Reference
from layouts import formats, words
from layouts.parts.icon import icon
from layouts.sentences.sentence import say


def co_funding(
    funders: Sequence[str], reference: Reference, chosen: Collection[str] = ()
) -> html.Span | None:
    """Mark a record by the ids of its funders; None where fewer than two fund it.

    Where some of them are `chosen`, as in a filter, it says who the others are.
    """
    names = {key: words.organisation(reference, key) for key in funders}
    with_others = [name for key, name in names.items() if key not in chosen]
    asked = any(key in chosen for key in funders)
    return co_funding_of(tuple(names.values()), with_others if asked else None)


def co_funding_of(names: Sequence[str], others: Sequence[str] | None = None) -> html.Span | None:
    """Mark a record by the names of its funders; `others` are those beside the ones asked for."""
    if len(names) < 2:
        return None
    return _mark(html.Span(_said(names, others)))


def co_funded(names: Sequence[Any]) -> list[Any]:
    """Mark the names of several funders that are written already, as links."""
    said = say("Co-funded: {funders}", funders="").text.rstrip()
    return [_mark(html.Span(said, className="co-funding-word")), " ", *names]


def _mark(said: html.Span) -> html.Span:
    return html.Span([icon("co-funded"), said], className="co-funding")


def _said(names: Sequence[str], others: Sequence[str] | None) -> str:
    if others:
        return say("Co-funded with {funders}", funders=formats.joined(list(others))).text
    return say("Co-funded: {funders}", funders=formats.joined(list(names))).text

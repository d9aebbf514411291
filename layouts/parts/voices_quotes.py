"""Quotes as a printed page sets them: a bar, large words, and who said them."""

from __future__ import annotations

from typing import Any
from unicodedata import bidirectional

from dash import html

from data.dates import DateSpan
from data.records.record import Record
from data.voices.shapes import Quotes
from layouts import formats, voices_words
from layouts.parts.voices_entry import dotted, more
from layouts.parts.voices_writer import VoicesWriter

Parts = list[Any]
LONGEST = 480
"""So many characters of a quote are shown at once; the rest opens below."""
_TURNING = {"LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI"}
_OUTER = (("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"), ("„", "”"))


def quotes(shown: Quotes, writer: VoicesWriter) -> Parts:
    """Draw the latest quotes in two columns, and the way to the others."""
    if not shown.number:
        return []
    links = writer.links
    first = writer.shown.first_of(shown.shown)
    return [
        html.Div([_quote(record, writer) for record in first], className="quotes"),
        *more(shown.shown.more, links.quotes(), "All quotes that may be shown", shown.number),
    ]


def _quote(record: Record, writer: VoicesWriter) -> html.Figure:
    text = in_marks(str(record.values["text"]))
    return html.Figure(
        [html.Blockquote(_words(text)), html.Figcaption(_speaker(record, writer))],
        className="quote" if len(text) <= LONGEST else "quote quote-long",
    )


def in_marks(text: str) -> str:
    """Set a text in typographic marks, in place of marks that it brings around it."""
    plain = " ".join(text.split())
    for opening, closing in _OUTER:
        inner = plain[1:-1]
        if len(plain) > 1 and plain[0] == opening and plain[-1] == closing:
            plain = inner if opening not in inner and closing not in inner else plain
            break
    return f"“{_isolated(plain)}”"


def _isolated(text: str) -> str:
    """Keep what turns the direction of writing from turning the marks around it."""
    turns = any(bidirectional(sign) in _TURNING for sign in text)
    return f"\u2068{text}\u2069" if turns else text


def _words(text: str) -> Parts:
    if len(text) <= LONGEST:
        return [html.P(text)]
    start = text[:LONGEST].rsplit(" ", 1)[0]
    return [
        html.P(f"{start} …", className="quote-start"),
        html.Details([html.Summary("The whole quote"), html.P(text)], className="quote-whole"),
    ]


def _speaker(record: Record, writer: VoicesWriter) -> Parts:
    values = record.values
    said = values["said"]
    when = formats.date_span(said) if isinstance(said, DateSpan) else "date not recorded"
    city = [writer.city(str(values["city"]))] if values["city"] else []
    where = city or writer.country(record)
    consent = voices_words.CONSENTS[str(values["consent"])]
    named = html.P([html.B(str(values["speaker"])), f", {values['role']}"])
    known = dotted(where, [when], [consent], writer.sources(record))
    return [named, html.P(known, className="quiet")]

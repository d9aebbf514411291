"""A sentence on a page: each of its numbers opens its evidence, or the list of its records."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from layouts.attributes import attributes
from layouts.parts.number_link import number_link
from layouts.sentences.sentence import Name, Piece, Said, Sentence


def sentence(said: Sentence, class_name: str = "sentence") -> html.P:
    """Write a sentence as a paragraph."""
    return html.P(sentence_parts(said), className=class_name)


def sentence_parts(said: Sentence) -> list[Component | str]:
    """Write a sentence as parts, to stand in a caption or heading."""
    return [_piece(piece) for piece in said.pieces]


def _piece(piece: Piece) -> Component | str:
    if isinstance(piece, str):
        return html.Span(str(piece)) if _has_digits(piece) else str(piece)
    if piece.figure is not None:
        return _figure(piece, piece.figure)
    if piece.records is not None and piece.value is not None:
        return number_link(int(piece.value), piece.records, piece.label, content=piece.text)
    return html.Span(piece.text, **attributes({"data-derived": f"{piece.value or 0:g}"}))


def _has_digits(piece: str) -> bool:
    """Whether a name or date brings digits, which stand apart from what the sentence counts."""
    return isinstance(piece, Name) and any(character.isdigit() for character in piece)


def _figure(said: Said, key: str) -> html.Button:
    name = "data-said" if said.of == "value" else f"data-said-{said.of}"
    return html.Button(
        said.text,
        type="button",
        className="number-button",
        **attributes(
            {
                "data-mode": "evidence",
                "data-value": key,
                name: "" if said.value is None else repr(said.value),
                "aria-label": f"{said.label}: {said.text}. How it is known",
            }
        ),
    )

"""What a sentence is: a message of the catalogue with numbers and names put in.

A number is `Said` with where it comes from: the name of a figure in addresses, or the address of
the list of just the records that it counts. So every number of a sentence can be opened, and
checked against what it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import Literal

from data.figures import Count
from layouts import formats
from layouts.language import one_or_many, translated


@dataclass(frozen=True, slots=True)
class Said:
    """A number as a sentence says it, with its noun: "7 activities".

    It comes either from a `figure` (its name in addresses, with its title as `label`) or from the
    `records` at an address; a number derived from such (a remainder, an age) comes from neither.
    """

    text: str
    value: float | None
    figure: str | None = None
    records: str | None = None
    label: str = ""
    of: Literal["value", "numerator", "denominator", "unrecorded", "published", "target"] = "value"


class Name(str):
    """What is put into a message as text: a date, a name, a list of names."""

    __slots__ = ()


Piece = str | Said


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or several that belong together, in pieces: words and numbers."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The sentence as plain words: a caption, a text in place of a picture, a note."""
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)

    @property
    def numbers(self) -> tuple[Said, ...]:
        """The numbers that the sentence says, in its order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Said))


def say(message: str, **put_in: Piece | Sentence) -> Sentence:
    """Say a message of the catalogue; each `{name}` in it stands for what is put in.

    The message itself holds no digits: numbers are put in as `Said`, dates and names as text.
    """
    pieces: list[Piece] = []
    for literal, name, _, _ in Formatter().parse(translated(message)):
        if literal:
            pieces.append(literal)
        if name is not None:
            pieces += _put_in(put_in[name])
    return Sentence(tuple(pieces))


def _put_in(value: Piece | Sentence) -> tuple[Piece, ...]:
    match value:
        case Sentence():
            return value.pieces
        case str():
            return (Name(value),)
        case _:
            return (value,)


def say_many(one: str, many: str, number: float, **put_in: Piece | Sentence) -> Sentence:
    """Say the form of a message that its number asks for, as `say` does."""
    chosen = one_or_many(one, many, number)
    return say(chosen, **put_in)


def together(sentences: Iterable[Sentence]) -> Sentence:
    """Put sentences one behind the other."""
    pieces: list[Piece] = []
    for sentence in sentences:
        if sentence.pieces:
            pieces += [" ", *sentence.pieces] if pieces else sentence.pieces
    return Sentence(tuple(pieces))


def in_row(parts: Iterable[Piece | Sentence]) -> Sentence:
    """Put parts one behind the other: a, b, c; an empty one is left out."""
    row = Sentence(())
    for part in parts:
        pieces = _put_in(part)
        if pieces and row.pieces:
            row = say("{first}, {next}", first=row, next=Sentence(pieces))
        elif pieces:
            row = Sentence(pieces)
    return row


def listed(parts: Sequence[Piece | Sentence]) -> Sentence:
    """Join parts as a sentence does: a, b and c."""
    if len(parts) < 2:
        return in_row(parts)
    return say("{parts} and {last}", parts=in_row(parts[:-1]), last=parts[-1])


def records_said(one: str, many: str, number: int, records: str) -> Said:
    """Say a number of records with its noun (`{n}` stands for the number): "{n} activity"."""
    text = one_or_many(one, many, number).format(n=formats.number(number))
    return Said(text, number, records=records, label=text)


def figure_said(one: str, many: str, count: Count, *, unit: str, figure: str, title: str) -> Said:
    """Say a counted figure with its noun: "at least {n} people", "not recorded"."""
    text = formats.count(count, unit)
    if count.value is not None:
        text = one_or_many(one, many, count.value).format(n=text)
    return Said(text, count.value, figure=figure, label=title)


def derived_said(one: str, many: str, number: float) -> Said:
    """Say a number that follows from others in sight: the rest of a list, an age in days."""
    return Said(one_or_many(one, many, number).format(n=formats.number(number)), number)

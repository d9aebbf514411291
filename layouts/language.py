"""The language that sentences are said in: English, or a catalogue that stands beside it.

A catalogue is `layouts/catalogues/<locale>/sentences.po`; nothing else has to change for a new
language. The messages are English sentences, so that English needs no catalogue.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel import UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal, format_percent

from data.errors import HubError

ENGLISH = "en"
CATALOGUES = Path(__file__).parent / "catalogues"
_NAME = "sentences.po"

log = logging.getLogger(__name__)

_spoken: ContextVar[tuple[str, NullTranslations]] = ContextVar(
    "spoken", default=(ENGLISH, NullTranslations())
)


class UnreadableCatalogue(HubError):
    """A catalogue cannot be read; the sentence says which and why."""

    status = 400


def languages(catalogues: Path | None = None) -> tuple[str, ...]:
    """List the locales that there is a catalogue for, English first."""
    folder = catalogues or CATALOGUES
    return (ENGLISH, *sorted(path.parent.name for path in folder.glob(f"*/{_NAME}")))


@lru_cache
def _catalogue(locale: str, catalogues: Path) -> NullTranslations:
    if locale == ENGLISH:
        return NullTranslations()
    path, compiled = catalogues / locale / _NAME, BytesIO()
    write_mo(compiled, read_catalogue(path))
    compiled.seek(0)
    try:
        return GNUTranslations(compiled)
    except ValueError as error:
        raise UnreadableCatalogue(f"The catalogue {path} cannot be used: {error}.") from error


def read_catalogue(path: Path) -> Catalog:
    """Read a catalogue as translators write it; UnreadableCatalogue where that is not possible."""
    try:
        with path.open("rb") as written:
            return read_po(written, locale=path.parent.name, abort_invalid=True)
    except (PoFileError, UnknownLocaleError, UnicodeError, ValueError, OSError) as error:
        raise UnreadableCatalogue(f"The catalogue {path} cannot be read: {error}.") from error


def require_catalogue(locale: str, catalogues: Path | None = None) -> None:
    """Raise UnreadableCatalogue unless the catalogue of a locale can be used."""
    _catalogue(locale, catalogues or CATALOGUES)


def speak(locale: str, catalogues: Path | None = None) -> None:
    """Say all that follows in this request, or this command, in a language that has a catalogue."""
    _spoken.set((locale, _catalogue(locale, catalogues or CATALOGUES)))


@contextmanager
def speaking(locale: str, catalogues: Path | None = None) -> Iterator[None]:
    """Say what is written inside in a language."""
    token = _spoken.set((locale, _catalogue(locale, catalogues or CATALOGUES)))
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """Return the locale that is spoken now."""
    return _spoken.get()[0]


def is_english() -> bool:
    """Whether English is spoken, which is written by rules of our own."""
    return spoken() == ENGLISH


def translated(message: str) -> str:
    """Say an English message in the language spoken now; English where it has none."""
    return _fitting(_spoken.get()[1].gettext(message), (message,))


def one_or_many(one: str, many: str, number: float) -> str:
    """Choose the form that the language spoken now has for a number."""
    whole = int(number) if float(number).is_integer() else 2
    english = (one, many) if whole == 1 else (many,)
    return _fitting(_spoken.get()[1].ngettext(one, many, whole), english)


def message(text: str) -> str:
    """Name a message that is said later, for the catalogue."""
    return text


def forms(one: str, many: str) -> tuple[str, str]:
    """Name the forms of a message that is said later by `one_or_many`, for the catalogue."""
    return one, many


def _fitting(said: str, english: tuple[str, ...]) -> str:
    """Give the translation, or English where it would put in other things than English does.

    A form for one that names no number ("the latest one") may be translated by one that does.
    """
    if said in english or puts_in_the_same(said, english):
        return said
    _complain(spoken(), english[0])
    return english[0]


def puts_in_the_same(said: str, english: Iterable[str]) -> bool:
    """Whether a translation puts in what one of its English forms does."""
    names = put_in_by(said)
    return names is not None and any(names == put_in_by(form) for form in english)


@lru_cache(maxsize=4096)
def put_in_by(message: str) -> frozenset[str] | None:
    """List what a message puts in, each at its plain `{name}`; None where it is written wrongly."""
    try:
        parts = [part[1:] for part in Formatter().parse(message)]
    except ValueError:
        return None
    named = [part for part in parts if part[0] is not None]
    if any(not str(name).isidentifier() or spec or change for name, spec, change in named):
        return None
    return frozenset(str(name) for name, _, _ in named)


@lru_cache
def _complain(locale: str, message: str) -> None:
    """Log once that a translation cannot be used."""
    log.warning("The %s translation of %r puts in other things: English is said", locale, message)


def number(value: float) -> str:
    """Write a number as the language does."""
    return format_decimal(value, locale=spoken())


def percent(value: int) -> str:
    """Write a whole percentage as the language does."""
    return format_percent(value / 100, locale=spoken())


def day(value: date) -> str:
    """Write a day as the language does."""
    return format_date(value, "long", locale=spoken())


def month(value: date) -> str:
    """Write a month with its year as the language does."""
    return format_skeleton("yMMMM", value, locale=spoken())


def days(first: date, last: date) -> str:
    """Write two days as the language writes an interval."""
    return str(format_interval(first, last, "yMMMMd", locale=spoken()))


def joined(items: Sequence[str]) -> str:
    """Join words as the language does."""
    return format_list(items, locale=spoken())

"""The language that sentences are said in: English, or a catalogue that stands beside it.

A catalogue is `layouts/catalogues/<locale>/sentences.po`; nothing else has to change for a new
language. The messages are English sentences, so that English needs no catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ENGLISH = "en"
CATALOGUES = Path(__file__).parent / "catalogues"
_NAME = "sentences.po"

_spoken: ContextVar[tuple[str, NullTranslations]] = ContextVar(
    "spoken", default=(ENGLISH, NullTranslations())
)


def languages(catalogues: Path = CATALOGUES) -> tuple[str, ...]:
    """List the locales that there is a catalogue for, English first."""
    return (ENGLISH, *sorted(path.parent.name for path in catalogues.glob(f"*/{_NAME}")))


@lru_cache
def _catalogue(locale: str, catalogues: Path) -> NullTranslations:
    if locale == ENGLISH:
        return NullTranslations()
    with (catalogues / locale / _NAME).open("rb") as written:
        catalogue = read_po(written, locale=locale)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def speak(locale: str, catalogues: Path = CATALOGUES) -> None:
    """Say all that follows in this request, or this command, in a language that has a catalogue."""
    _spoken.set((locale, _catalogue(locale, catalogues)))


@contextmanager
def speaking(locale: str, catalogues: Path = CATALOGUES) -> Iterator[None]:
    """Say what is written inside in a language."""
    token = _spoken.set((locale, _catalogue(locale, catalogues)))
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """Return the locale that is spoken now."""
    return _spoken.get()[0]


def translated(message: str) -> str:
    """Say an English message in the language spoken now; English where it has none."""
    return _spoken.get()[1].gettext(message)


def one_or_many(one: str, many: str, number: float) -> str:
    """Choose the form that the language spoken now has for a number."""
    whole = int(number) if float(number).is_integer() else 2
    return _spoken.get()[1].ngettext(one, many, whole)

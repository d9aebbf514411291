"""Collect the messages of all sentences for translators, and check what they wrote.

Usage: python -m scripts.collect_messages            writes the template, and brings catalogues up
                                                     to it
       python -m scripts.collect_messages --new sq   begins a catalogue for a locale
       python -m scripts.collect_messages --check    says what cannot be used, and what is missing
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po
from babel.plural import to_gettext

from data.errors import HubError
from layouts import language
from layouts.language import puts_in_the_same, read_catalogue

LAYOUTS = Path(__file__).parents[1] / "layouts"
TEMPLATE = language.CATALOGUES / "sentences.pot"
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "say": None,
    "message": None,
    "translated": None,
    **dict.fromkeys(
        (
            "say_many",
            "records_said",
            "figure_said",
            "derived_said",
            "one_or_many",
            "forms",
            "_said",
        ),
        (1, 2),
    ),
}
"""Function → which of its arguments are a message; None = the first."""
_CHANGING = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By')


def collected() -> Catalog:
    """Collect every message that the layouts say, in the order of their files."""
    catalogue = _empty()
    found = extract_from_dir(str(LAYOUTS), [("**.py", "python")], keywords=KEYWORDS)
    for file, _, text, comments, context in sorted(found, key=lambda item: item[:2]):
        catalogue.add(
            text, locations=[(f"layouts/{file}", 0)], auto_comments=comments, context=context
        )
    return catalogue


def _empty(locale: Locale | None = None) -> Catalog:
    return Catalog(
        locale=locale,
        project="Western Balkans Hub dashboard",
        version="0.1",
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        charset="utf-8",
    )


def template_text() -> bytes:
    """Write the template as its file holds it."""
    return written(collected())


def written(catalogue: Catalog) -> bytes:
    """Write a catalogue without what changes from day to day."""
    file = BytesIO()
    write_po(file, catalogue, include_lineno=False, ignore_obsolete=True)
    lines = file.getvalue().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(_CHANGING)]
    first = next(place for place, line in enumerate(kept) if line.startswith(b"msgid"))
    return b"".join(kept[first:])


def _path(locale: str) -> Path:
    return language.CATALOGUES / locale / "sentences.po"


def _paths() -> list[Path]:
    return sorted(language.CATALOGUES.glob("*/sentences.po"))


def faults(catalogue: Catalog) -> list[str]:
    """Say what of a catalogue cannot be used; English is said in its place."""
    return [
        fault
        for message in catalogue
        if message.id
        for fault in (*_putting_in_others(message), *_lacking_forms(message, catalogue))
    ]


def _putting_in_others(message: Message) -> list[str]:
    english = (message.id,) if isinstance(message.id, str) else message.id
    return [
        f"{english[-1]!r} is translated by {form!r}, which puts in other things"
        for form in _forms(message)
        if form and not puts_in_the_same(form, english)
    ]


def _lacking_forms(message: Message, catalogue: Catalog) -> list[str]:
    found, needed = sum(map(bool, _forms(message))), catalogue.num_plurals
    if isinstance(message.id, str) or not found:
        return []
    fault = f"{message.id[-1]!r} has {found} of the {needed} plural forms of the language"
    return [] if found == needed else [fault]


def _forms(message: Message) -> list[str]:
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return [str(form or "") for form in forms]


def missing(catalogue: Catalog) -> int:
    """Count the messages that are not translated yet."""
    return sum(not all(_forms(message)) for message in catalogue if message.id)


def _refresh() -> str:
    template = collected()
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(written(template))
    for path in _paths():
        catalogue = read_catalogue(path)
        catalogue.update(template)
        path.write_bytes(written(catalogue))
    return f"Wrote {TEMPLATE.name} with {len(template)} messages."


def _begin(locale: str) -> str:
    try:
        known = Locale.parse(locale)
    except (ValueError, UnknownLocaleError):
        sys.exit(f"{locale} is no locale that is known: write sq, sr_Latn, mk …")
    path = _path(str(known))
    if path.exists():
        sys.exit(f"There is a catalogue for {known} already.")
    catalogue = _empty(known)
    catalogue.update(collected())
    catalogue.mime_headers = [("Plural-Forms", to_gettext(known.plural_form))]
    path.parent.mkdir(parents=True)
    path.write_bytes(written(catalogue))
    return f"Wrote an empty catalogue for {known.english_name}: {path}"


def _check() -> str:
    lines, wrong = [], 0
    for path in _paths():
        catalogue = read_catalogue(path)
        found = faults(catalogue)
        wrong += len(found)
        lines += [f"{path.parent.name}: {fault}" for fault in found]
        lines.append(f"{path.parent.name}: {missing(catalogue)} messages are said in English.")
    if wrong:
        sys.exit("\n".join(lines))
    return "\n".join(lines) or "There is no catalogue but English."


def main(arguments: list[str]) -> None:
    """Do what is asked for."""
    match arguments:
        case []:
            print(_refresh())
        case ["--new", locale]:
            print(_begin(locale))
        case ["--check"]:
            print(_check())
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except HubError as error:
        sys.exit(error.sentence)

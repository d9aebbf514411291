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
from babel.messages.pofile import read_po, write_po

from layouts.language import CATALOGUES, puts_in_the_same

LAYOUTS = Path(__file__).parents[1] / "layouts"
TEMPLATE = CATALOGUES / "sentences.pot"
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
    return _written(collected())


def _written(catalogue: Catalog) -> bytes:
    """Write a catalogue without what changes from day to day."""
    file = BytesIO()
    write_po(file, catalogue, include_lineno=False, ignore_obsolete=True)
    lines = file.getvalue().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(_CHANGING)]
    first = next(place for place, line in enumerate(kept) if not line.startswith(b"#"))
    return b"".join(kept[first:])


def _path(locale: str) -> Path:
    return CATALOGUES / locale / "sentences.po"


def _read(path: Path) -> Catalog:
    with path.open("rb") as written:
        return read_po(written, locale=path.parent.name)


def faults(catalogue: Catalog) -> list[str]:
    """Say of each translation that puts in other things than its message; such are not used."""
    return [
        f"{_english(message)!r} is translated by {form!r}, which puts in other things"
        for message in catalogue
        if message.id
        for english, form in _pairs(message)
        if form and not puts_in_the_same(form, english)
    ]


def _english(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[-1]


def _pairs(message: Message) -> list[tuple[str, str]]:
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return [(_english(message), str(form)) for form in forms]


def missing(catalogue: Catalog) -> int:
    """Count the messages that are not translated yet."""
    return sum(not all(form for _, form in _pairs(message)) for message in catalogue if message.id)


def _refresh() -> str:
    template = collected()
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(_written(template))
    for path in sorted(CATALOGUES.glob("*/sentences.po")):
        catalogue = _read(path)
        catalogue.update(template)
        path.write_bytes(_written(catalogue))
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
    path.parent.mkdir(parents=True)
    path.write_bytes(_written(catalogue))
    return f"Wrote an empty catalogue for {known.english_name}: {path}"


def _check() -> str:
    lines, wrong = [], 0
    for path in sorted(CATALOGUES.glob("*/sentences.po")):
        catalogue = _read(path)
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
    main(sys.argv[1:])

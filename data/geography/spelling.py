"""Spellings of places, folded so that a search forgives diacritics and alphabets.

The browser folds what is typed in the same way (`assets/js/city_search.js`, with the same table).
"""

# Cyrillic letters look like Latin ones: that is what this is about.
# ruff: noqa: RUF001

from __future__ import annotations

import re
import unicodedata
from itertools import product

# fmt: off
LETTERS: dict[str, str] = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ѓ": "gj", "д": "d", "ђ": "dj", "е": "e", "ж": "z",
    "з": "z", "ѕ": "dz", "и": "i", "ј": "j", "к": "k", "ќ": "kj", "л": "l", "љ": "lj", "м": "m",
    "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u",
    "ф": "f", "х": "h", "ц": "c", "ч": "c", "џ": "dz", "ш": "s",
    "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ß": "ss",
}
# fmt: on
"""Letters that do not come apart into a plain letter and its marks → plain Latin letters.

Serbian and Macedonian Cyrillic go to Latin as on the countries' road signs, without the marks.
"""

_DJ = re.compile("[đђ]")
_OTHER = re.compile("[^a-z0-9]+")


def fold(text: str) -> str:
    """Return the text in plain small Latin letters and digits, words parted by one space."""
    composed = unicodedata.normalize("NFC", text.lower())
    letters = "".join(LETTERS.get(letter, letter) for letter in composed)
    plain = (
        mark for mark in unicodedata.normalize("NFD", letters) if not unicodedata.combining(mark)
    )
    return _OTHER.sub(" ", "".join(plain)).strip()


def spellings(name: str, local_name: str | None = None) -> tuple[str, ...]:
    """Return every folded spelling of a place, its name first, each once.

    A local name holds the names in several languages, parted by a slash. Đ is both d and dj.
    """
    names = [name, *(local_name or "").split("/")]
    folded = (fold(_DJ.sub(letter, each.lower())) for each, letter in product(names, ("đ", "dj")))
    return tuple(dict.fromkeys(spelling for spelling in folded if spelling))

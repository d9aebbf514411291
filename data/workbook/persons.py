"""Keeping people's names out of the reporting database: a person is an opaque key."""

from __future__ import annotations

import re

_WORDS = re.compile(r"[-_.'’]+")
_TWO_NAMES = re.compile(r"(?:[A-Z][a-z]+[-_.'’]?){2,}[0-9]{0,4}", re.ASCII)
_CAPITALISED = re.compile(r"[A-Z][a-z]{2,}", re.ASCII)
_ADDRESS_LIKE = re.compile(r"[a-z]{1,20}[._][a-z]{3,20}[0-9]{0,4}", re.ASCII)
_SPEAKABLE = re.compile(
    r"(?![a-f]+$)(?=.*[aeiouy])[b-df-hj-np-tv-z]{0,3}"
    r"(?:[aeiouy]{1,2}[b-df-hj-np-tv-z]{0,3})+",
    re.ASCII,
)
_TELEPHONE = re.compile(
    r"(?:\+|00)[1-9][0-9]{6,14}|0[1-9][0-9]{7,8}|38[1-9][0-9]{8,9}|355[0-9]{8,9}"
)
_PUNCTUATION = re.compile(r"[-./() ]")


def looks_like(person: str) -> str | None:
    """Say what a key looks like that is none: a name, an e-mail address or a telephone number.

    Keys such as p-00017, a3f9, mk-0042 or a UUID are opaque; a key should hold a digit.
    """
    if "@" in person:
        return "an e-mail address"
    if _TELEPHONE.fullmatch(_PUNCTUATION.sub("", person)):
        return "a telephone number"
    return "a name" if _is_name(person) else None


def _is_name(person: str) -> bool:
    if not person.isascii() or any(sign.isspace() for sign in person):
        return True
    if _TWO_NAMES.fullmatch(person) or _ADDRESS_LIKE.fullmatch(person):
        return True
    return not any(sign.isdigit() for sign in person) and _are_names(_WORDS.split(person))


def _are_names(words: list[str]) -> bool:
    """Tell whether words without a digit are names: one that can be spoken, or several."""
    if len(words) == 1:
        (word,) = words
        speakable = len(word) > 3 and _SPEAKABLE.fullmatch(word.lower())
        return bool(_CAPITALISED.fullmatch(word) or speakable)
    return sum(len(word) > 2 for word in words) > 1

"""The font files hold what the region's names are written with, and stay small."""

# ruff: noqa: RUF001

import re

import pytest

from font_files import characters, weights
from repository_files import ROOT

FONTS = ROOT / "assets" / "fonts"
STYLES = (ROOT / "assets" / "css" / "fonts.css").read_text(encoding="utf-8")
FACES = re.findall(r'url\("\.\./fonts/([^"]+)"\).*?unicode-range:([^;]+);', STYLES, re.DOTALL)

LATIN_LETTERS = "ĐđČčĆćŠšŽžËëÇçÁáÉéÓóÖöÜüŁłŐőŰű"
CYRILLIC_LETTERS = "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШабвгдђежзијклљмнњопрстћуфхцчџшЃЌЅѓќѕ"
SIGNS = "“”„‘’–—…≥≤·→←×−%°§©«»•\u00a0\u2009\u202f€"


def ranges(written: str) -> set[int]:
    """Read a unicode-range as code points."""
    points: set[int] = set()
    for span in written.split(","):
        first, _, last = span.strip().removeprefix("U+").partition("-")
        points |= set(range(int(first, 16), int(last or first, 16) + 1))
    return points


def covered() -> set[int]:
    return set().union(*(characters(FONTS / name) & ranges(written) for name, written in FACES))


@pytest.mark.parametrize("text", [LATIN_LETTERS, CYRILLIC_LETTERS, SIGNS, "0123456789"])
def test_every_character_is_in_a_file_that_the_style_sheet_offers_for_it(text):
    assert [character for character in text if ord(character) not in covered()] == []


def test_the_style_sheet_names_every_file_and_no_other():
    assert {name for name, _ in FACES} == {path.name for path in FONTS.glob("*.woff2")}


@pytest.mark.parametrize(("name", "written"), FACES)
def test_a_file_holds_nothing_outside_its_range_and_all_letters_within(name, written):
    held, offered = characters(FONTS / name), ranges(written)
    assert held <= offered
    assert [hex(point) for point in offered - held if chr(point).isalpha()] == []


@pytest.mark.parametrize(("name", "written"), FACES)
def test_the_weights_are_those_of_the_style_sheet(name, written):
    assert weights(FONTS / name) == (400, 700)


def test_all_files_together_stay_small_and_carry_their_licence():
    assert sum(path.stat().st_size for path in FONTS.glob("*.woff2")) <= 60_000
    licence = (FONTS / "LICENSE-source-sans-3.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence

"""Colours are readable where they are used, and the same in style sheets and drawings."""

import re

import pytest

from layouts import theme
from repository_files import ROOT

STYLES = ROOT / "assets" / "css"
TOKENS = dict(
    re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", (STYLES / "tokens.css").read_text("utf-8"))
)
SAME_IN_DRAWINGS = {
    "ink": theme.INK,
    "muted": theme.MUTED,
    "label-off": theme.LABEL_OFF,
    "white": theme.WHITE,
    "surface": theme.SURFACE,
    "tray": theme.TRAY,
    "navy": theme.NAVY,
    "navy-off": theme.NAVY_OFF,
    "navy-band": theme.NAVY_BAND,
    "turquoise": theme.TURQUOISE,
    "turquoise-band": theme.TURQUOISE_BAND,
    "plum": theme.PLUM,
    "orange": theme.ORANGE,
    "charcoal": theme.CHARCOAL,
    "lilac": theme.LILAC,
    "sea": theme.SEA,
    "land": theme.LAND,
    "land-chosen": theme.LAND_CHOSEN,
    "land-neighbour": theme.LAND_NEIGHBOUR,
    "border": theme.BORDER,
    "border-neighbour": theme.BORDER_NEIGHBOUR,
    "hairline": theme.HAIRLINE,
    "button-line": theme.BUTTON_LINE,
    "baseline": theme.BASELINE,
}
TEXT = [
    *(("ink", ground) for ground in ("white", "surface", "tray", "land", "land-chosen")),
    *(("ink", ground) for ground in ("land-neighbour", "navy-band", "turquoise-band")),
    *(("muted", ground) for ground in ("white", "surface", "tray", "land", "land-neighbour")),
    *(("label-off", ground) for ground in ("white", "land", "land-chosen")),
    *(("navy", ground) for ground in ("white", "surface", "land")),
    *(("white", ground) for ground in ("ink", "navy")),
    ("hairline", "ink"),
]
GRAPHICS = [
    *(("navy", ground) for ground in ("white", "land", "land-chosen", "navy-band", "tray")),
    *(("turquoise", ground) for ground in ("white", "tray")),
    *((colour, "white") for colour in ("plum", "charcoal", "lilac", "button-line", "baseline")),
    ("navy-off", "land"),
    ("border", "land"),
    ("orange", "white"),
    ("ink", "land-chosen"),
]


def luminance(colour: str) -> float:
    """Reckon the relative luminance of WCAG 2.2."""
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_is_readable_on_its_ground(text, ground):
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), GRAPHICS)
def test_marks_and_outlines_stand_out_from_their_ground(mark, ground):
    assert contrast(mark, ground) >= 3


def test_black_on_white_has_the_contrast_of_the_standard():
    assert (luminance("#fff") + 0.05) / (luminance("#000000") + 0.05) == pytest.approx(21)


def test_drawings_have_the_colours_of_the_style_sheet():
    assert TOKENS.keys() == SAME_IN_DRAWINGS.keys()
    for name, colour in SAME_IN_DRAWINGS.items():
        assert luminance(TOKENS[name]) == luminance(colour), name


def test_turquoise_and_orange_never_carry_text():
    for path in STYLES.glob("*.css"):
        assert not re.search(
            r"(?<![-\w])color: var\(--(turquoise|orange)\)", path.read_text("utf-8")
        )


def test_every_variable_that_a_style_sheet_uses_is_declared():
    texts = {path.name: path.read_text("utf-8") for path in STYLES.glob("*.css")}
    declared = set(re.findall(r"(--[\w-]+):", "".join(texts.values())))
    used = set(re.findall(r"var\((--[\w-]+)", "".join(texts.values())))
    assert used - declared == set()

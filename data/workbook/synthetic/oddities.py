"""Texts that the contract allows and that careless code breaks on."""

from __future__ import annotations

ODDITIES = (
    "Synthetic \"quotes\", commas; semicolons and 'apostrophes'",
    "Synthetic text\nin two lines",
    "<b>bold</b> & <script>alert(1)</script> is synthetic text",
    "=1+1",
    "+385",
    "@SUM(A1:A9)",
    "-5 synthetic",
    "Synthetic emoji 🏙️🤝",
    "Синтетички запис: ћирилица",
    "نص تجريبي من اليمين إلى اليسار",
    "{{x}} ${y} %s {0} synthetic",
    "Synthetic " + "and very long " * 40 + "title",
    "Ćuprija, Đakovica, Žabljak, Kërçovë: synthetic",
    "NULL",
    "0",
)

GAP = 37
"""Records between two odd ones, so that pictures stay readable."""


def odd_text(place: int, usual: str) -> str:
    """Give the oddity that is due at this place of a sheet, else the usual text."""
    turn, rest = divmod(place, GAP)
    return ODDITIES[turn] if rest == GAP - 1 and turn < len(ODDITIES) else usual

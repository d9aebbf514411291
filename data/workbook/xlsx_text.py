"""Text in the cells of an XLSX file, written so that it reads back sign by sign."""

from __future__ import annotations

import re

from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""The most characters that a cell of an XLSX file may have, as UTF-16 counts them."""

_NOT_IN_XML = "\x00-\x08\x0b-\x1f\ufffe\uffff"
_TO_ESCAPE = re.compile(f"[{_NOT_IN_XML}]|_(?=x[0-9A-Fa-f]{{4}}[_{_NOT_IN_XML}])")


class ExactSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose text cells read back as they were given.

    xlsxwriter's own escaping leaves text ambiguous in which escapes overlap, and it writes text
    between <r> and </r> as markup.
    """

    @staticmethod
    def _escape_control_characters(data: str | float) -> str | float:
        if not isinstance(data, str):
            return data
        text = escaped(data)
        # A space at the end is trimmed by whoever reads the workbook.
        return f"{text} " if text.startswith("<r>") else text


def escaped(text: str) -> str:
    """Write signs that XML cannot hold as _xHHHH_, and text that looks like it as _x005F_xHHHH_."""
    return _TO_ESCAPE.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)


def is_too_long(text: str) -> bool:
    """Say whether a text is too long for a cell of an XLSX file."""
    if len(text) <= LONGEST_CELL // 2:
        return False
    return len(text.encode("utf-16-le")) // 2 > LONGEST_CELL

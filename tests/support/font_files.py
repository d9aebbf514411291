"""Reads which characters and weights a WOFF2 font file holds."""

import struct
from pathlib import Path

import brotli

_TAGS = """
cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT
EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH
CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar
gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill
"""
"""The tags that the format knows by number, in its order."""

_TRANSFORMED = ("glyf", "loca")


def characters(path: Path) -> set[int]:
    """List the code points of a font file."""
    cmap = tables(path)["cmap"]
    (count,) = struct.unpack_from(">H", cmap, 2)
    offsets = {struct.unpack_from(">L", cmap, 8 + 8 * place)[0] for place in range(count)}
    return set().union(*(_of_subtable(cmap[offset:]) for offset in offsets))


def weights(path: Path) -> tuple[float, float]:
    """Give the lowest and the highest weight of a variable font file."""
    fvar = tables(path)["fvar"]
    (offset,) = struct.unpack_from(">H", fvar, 4)
    axis, low, _, high = struct.unpack_from(">4slll", fvar, offset)
    assert axis == b"wght"
    return low / 65536, high / 65536


def tables(path: Path) -> dict[str, bytes]:
    """Unpack the tables that the format leaves as they are."""
    content = path.read_bytes()
    signature, _, _, count, _, _, packed = struct.unpack_from(">4sLLHHLL", content)
    assert signature == b"wOF2"
    at, listed = 48, []
    for _ in range(count):
        flags, at = content[at], at + 1
        tag = _TAGS.split()[flags & 63] if flags & 63 < 63 else content[at : at + 4].decode()
        at += 4 if flags & 63 == 63 else 0
        length, at = _base_128(content, at)
        plain = 3 if tag in _TRANSFORMED else 0
        if flags >> 6 != plain:
            length, at = _base_128(content, at)
        listed.append((tag, length))
    unpacked, found, start = brotli.decompress(content[at : at + packed]), {}, 0
    for tag, length in listed:
        found[tag] = unpacked[start : start + length]
        start += length
    return found


def _base_128(content: bytes, at: int) -> tuple[int, int]:
    number = 0
    while True:
        number = number << 7 | content[at] & 127
        at += 1
        if content[at - 1] < 128:
            return number, at


def _of_subtable(table: bytes) -> set[int]:
    (form,) = struct.unpack_from(">H", table)
    if form == 12:
        (groups,) = struct.unpack_from(">L", table, 12)
        spans = (struct.unpack_from(">LL", table, 16 + 12 * place) for place in range(groups))
    else:
        assert form == 4
        double = struct.unpack_from(">H", table, 6)[0]
        ends = struct.unpack_from(f">{double // 2}H", table, 14)
        starts = struct.unpack_from(f">{double // 2}H", table, 16 + double)
        spans = zip(starts, ends, strict=True)
    return {point for first, last in spans for point in range(first, last + 1)} - {0xFFFF}

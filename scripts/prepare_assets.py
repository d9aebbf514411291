"""Make what the browser gets from others' packages: the plotly.js bundle and the font files.

Run it again after plotly.py was updated: `python scripts/prepare_assets.py`. It needs npm, and
the Python packages fonttools and brotli. What it writes is committed; nothing else calls it.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import brotli
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from plotly.offline import get_plotlyjs_version

ASSETS = Path(__file__).resolve().parents[1] / "assets"
FONT_PACKAGE = "source-sans@3.52.0"
WEIGHTS = (400, 400, 700)
"""Lowest, default and highest weight of the files."""

LATIN = (
    "0020-007E,00A0-00FF,0131,0152-0153,02C6,02DC,2007,2009-200B,2010-2015,2018-201E,2020-2022,"
    "2026,202F,2030,2032-2033,2039-203A,2044,20AC,2116,2122,2190-2193,2212,2215,2248,2260,2264-2265"
)
SUBSETS = {
    "latin": LATIN,
    "latin-extended": "0100-0130,0132-0151,0154-017F,0218-021B",
    "cyrillic": "0400-045F",
}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]
FONT_NAME = "Hub Text"
"""The licence keeps the name Source for the unchanged font: a subset needs a name of its own."""


def main() -> None:
    """Write assets/vendor and assets/fonts."""
    with tempfile.TemporaryDirectory() as folder:
        make_plotly(unpack(f"plotly.js-geo-dist-min@{get_plotlyjs_version()}", Path(folder)))
        make_fonts(unpack(FONT_PACKAGE, Path(folder)))


def unpack(package: str, folder: Path) -> Path:
    """Fetch an npm package and return the folder with its files."""
    command = ["npm", "pack", "--silent", package]
    name = subprocess.check_output(command, cwd=folder, text=True).split()[-1]
    with tarfile.open(folder / name) as archive:
        archive.extractall(folder / name.removesuffix(".tgz"), filter="data")
    return folder / name.removesuffix(".tgz") / "package"


def make_plotly(package: Path) -> None:
    """Store the partial bundle under its version, with its compressed forms and its licence."""
    vendor = ASSETS / "vendor"
    for old in vendor.glob("plotly-geo-*"):
        old.unlink()
    content = (package / "plotly-geo.min.js").read_bytes()
    target = vendor / f"plotly-geo-{get_plotlyjs_version()}.min.js"
    target.write_bytes(content)
    target.with_name(f"{target.name}.br").write_bytes(brotli.compress(content, quality=11))
    target.with_name(f"{target.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    shutil.copyfile(package / "LICENSE", vendor / "LICENSE-plotly.txt")


def make_fonts(package: Path) -> None:
    """Store one file for each script, with the weights that the pages use, and the licence."""
    fonts = ASSETS / "fonts"
    for name, characters in SUBSETS.items():
        font = reduced(package / "VF" / "SourceSans3VF-Upright.ttf", characters)
        font.save(fonts / f"source-sans-3-{name}.woff2")
    shutil.copyfile(package / "LICENSE.md", fonts / "LICENSE-source-sans-3.txt")


def reduced(source: Path, characters: str) -> Any:
    """Cut a variable font down to some characters and to the range of weights."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    font = TTFont(source)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(characters))
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS})
    for number, text in ((1, FONT_NAME), (3, FONT_NAME), (4, FONT_NAME), (6, "HubText")):
        font["name"].setName(text, number, 3, 1, 0x409)
    font.flavor = "woff2"
    return font


if __name__ == "__main__":
    main()

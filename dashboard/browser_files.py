"""The files that the browser gets as they are: read once, each under its fingerprint.

Style sheets and scripts stay separate in assets/css and assets/js and are sent as one file each.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dashboard.compression import Encoding, compressed, is_text
from data.geography.boundaries import boundaries

ASSETS = Path(__file__).resolve().parents[1] / "assets"
PREFIX = "/assets/"
STYLES = "app.css"
SCRIPTS = "app.js"
BOUNDARIES = "countries.geojson"

_FIRST_STYLES = ("fonts.css", "tokens.css", "base.css", "icons.css", "shell.css")
_FIRST_SCRIPTS = ("drawing_library.js", "address.js")
_BESIDE = {"br": ".br", "gzip": ".gz"}
_KINDS = {".woff2": "font/woff2", ".geojson": "application/geo+json", ".js": "text/javascript"}
_PARENT_URL = re.compile(r'url\("\.\./([^"]+)"\)')


@dataclass(frozen=True, slots=True)
class BrowserFile:
    """One file: its name, its bytes, what it is, and the file on disk that it comes from."""

    name: str
    content: bytes = field(repr=False)
    prefix: str = PREFIX
    source: Path | None = None

    @property
    def fingerprint(self) -> str:
        """Twelve digits that change with the content."""
        return _fingerprint(self.content)

    @property
    def url(self) -> str:
        """The address under which the file never changes."""
        stem, _, suffix = self.name.rpartition(".")
        return f"{self.prefix}{stem}.{self.fingerprint}.{suffix}"

    @property
    def mimetype(self) -> str:
        """What the file is."""
        suffix = Path(self.name).suffix
        return _KINDS.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")

    def encoded(self, encoding: Encoding | None) -> bytes | None:
        """Return the compressed form, or None where it has none."""
        if encoding is None or not is_text(self.mimetype):
            return None
        return _encoded(self, encoding)


def browser_file(name: str) -> BrowserFile:
    """Return a file by its name below /assets/; KeyError for a name that there is not."""
    return browser_files()[name]


@cache
def browser_files() -> dict[str, BrowserFile]:
    """Read all files, by name: what others made, our styles and scripts, the boundaries."""
    kept = [*ASSETS.glob("fonts/*.woff2"), *ASSETS.glob("vendor/*.js"), ASSETS / "favicon.svg"]
    files = {name: _read(name, path) for path in kept for name in [_name(path)]}
    files[BOUNDARIES] = BrowserFile(BOUNDARIES, boundaries())
    scripts = b"\n".join(_in_order("js", _FIRST_SCRIPTS))
    files[SCRIPTS] = BrowserFile(SCRIPTS, scripts)
    styles = b"\n".join(_in_order("css", _FIRST_STYLES)).decode()
    files[STYLES] = BrowserFile(STYLES, _with_fingerprints(styles, files).encode())
    return files


def drawing_library() -> BrowserFile:
    """Return the plotly.js bundle; its version stands in its name."""
    (found,) = (file for name, file in browser_files().items() if name.startswith("vendor/plotly-"))
    return found


def _in_order(kind: str, first: tuple[str, ...]) -> list[bytes]:
    """Read the files of a kind: those that others build on first, then by name."""
    paths = {path.name: path for path in sorted((ASSETS / kind).glob(f"*.{kind}"))}
    names = [*first, *(name for name in paths if name not in first)]
    return [paths[name].read_bytes() for name in names]


def _with_fingerprints(styles: str, files: dict[str, BrowserFile]) -> str:
    return _PARENT_URL.sub(lambda found: f'url("{files[found[1]].url}")', styles)


def _read(name: str, path: Path) -> BrowserFile:
    return BrowserFile(name, path.read_bytes(), source=path)


def _name(path: Path) -> str:
    return path.relative_to(ASSETS).as_posix()


@cache
def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


@cache
def _encoded(file: BrowserFile, encoding: Encoding) -> bytes:
    beside = file.source and file.source.with_name(file.source.name + _BESIDE[encoding])
    if beside and beside.exists():
        return beside.read_bytes()
    return compressed(file.content, encoding, thorough=True)

"""The row under the timeline that explains its marks."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from dash import html

from layouts import formats, theme

_DOT = '<circle cx="10" cy="7" r="5" fill="{fill}" stroke="{line}" stroke-width="2"/>'
_BAR = '<rect x="3" y="2" width="14" height="10" rx="1.5" fill="{line}"/>'
_BAND = (
    '<path d="M4 .5H16V13.5H4Z" fill="{pale}"/>'
    '<path d="M6 1.5H4V12.5H6M14 1.5H16V12.5H14" fill="none" stroke="{line}" stroke-width="2"/>'
)
_SQUARE = '<path d="M5 2H15V12H5Z" fill="{fill}" stroke="{line}" stroke-width="2"/>'
_HALF = (
    '<path d="M12 7H24" stroke="{line}" stroke-width="2" stroke-dasharray="3 3"/>'
    '<path d="M2 2H12V12H2Z" fill="#fff" stroke="{line}" stroke-width="2"/>'
    '<path d="M2 2H7V12H2Z" fill="{line}"/>'
)
_AS_OF = '<path d="M10 0V14" stroke="{line}" stroke-width="1.5"/>'


def timeline_legend(as_of: date | None = None) -> html.Ul:
    """Explain each kind of mark; a narrow page also names the as-of line, when it is given."""
    navy = {"line": theme.NAVY, "pale": theme.NAVY_BAND}
    turquoise = {"line": theme.TURQUOISE, "pale": theme.TURQUOISE_BAND}
    entries = [
        _entry(_DOT.format(fill=theme.NAVY, **navy), "one day"),
        _entry(_BAR.format(**navy), "several days"),
        _entry(_BAND.format(**navy), "only month or year known"),
        _entry(_DOT.format(fill=theme.WHITE, **navy), "planned"),
        _entry(_SQUARE.format(fill=theme.TURQUOISE, **turquoise), "support delivered"),
        _entry(_HALF.format(**turquoise), "in progress", width=24),
        _entry(_SQUARE.format(fill=theme.WHITE, **turquoise), "requested"),
    ]
    if as_of is not None:
        line = _AS_OF.format(line=theme.INK)
        entries.append(_entry(line, f"data as of {formats.day(as_of)}", narrow=True))
    return html.Ul(entries, className="timeline-legend")


def _entry(picture: str, text: str, *, width: int = 20, narrow: bool = False) -> html.Li:
    image = html.Img(src=_uri(picture, width), alt="")
    name = "timeline-legend-narrow" if narrow else "timeline-legend-wide" if width > 20 else None
    return html.Li([image, text], className=name)


def _uri(picture: str, width: int) -> str:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="14" '
        f'viewBox="0 0 {width} 14">{picture}</svg>'
    )
    return f"data:image/svg+xml,{quote(svg)}"

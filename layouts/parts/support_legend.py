"""The row under the bars of support that explains them."""

from __future__ import annotations

from urllib.parse import quote

from dash import html

from layouts import theme

_LINE = f'stroke="{theme.TURQUOISE}" stroke-width="2"'
_HOLLOW = f'<path d="M2 3H26V11H2Z" fill="#fff" {_LINE}/>'
_SOLID = f'<path d="M1 2H27V12H1Z" fill="{theme.TURQUOISE}"/>'
_HALF = (
    f'<path d="M12 7H28" {_LINE} stroke-dasharray="3 3"/>'
    f'<path d="M2 3H11V11H2Z" fill="#fff" {_LINE}/><path d="M2 3H6.5V11H2Z" '
    f'fill="{theme.TURQUOISE}"/>'
)
_BAND = (
    f'<path d="M5 .5H23V13.5H5Z" fill="{theme.TURQUOISE_BAND}"/>'
    f'<path d="M8 1.5H6V12.5H8M20 1.5H22V12.5H20" fill="none" {_LINE}/>'
)
_DIAMOND = '<path d="M14 2.5 18.5 7 14 11.5 9.5 7Z" '
_DUE = f'{_DIAMOND}fill="#fff" stroke="{theme.INK}" stroke-width="1.5"/>'
_PAST = f'{_DIAMOND}fill="{theme.PLUM}"/>'
_ENTRIES = (
    (_HOLLOW, "waiting since the request"),
    (_HALF, "in progress"),
    (_SOLID, "from start to delivery"),
    (_BAND, "only month or year known"),
)
_DUE_ENTRIES = ((_DUE, "due"), (_PAST, "past its due date"))


def support_legend(*, has_due: bool) -> html.Ul:
    """Explain the kinds of bars, and due dates where there is one."""
    entries = (*_ENTRIES, *(_DUE_ENTRIES if has_due else ()))
    return html.Ul([_entry(*entry) for entry in entries], className="support-legend")


def _entry(picture: str, text: str) -> html.Li:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="14" viewBox="0 0 28 14">'
        f"{picture}</svg>"
    )
    return html.Li([html.Img(src=f"data:image/svg+xml,{quote(svg)}", alt=""), text])

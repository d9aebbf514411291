"""The thin bar of what a target has reached, with the pace as a tick: an SVG data URI."""

from __future__ import annotations

from urllib.parse import quote

from layouts import theme

TRACK = "#E4E9EF"
_SAFE = " =:/,;()'-.!*"
_OPEN_END = 7.0
_HEIGHT = 10.0


def target_bar(
    reached: float | None, pace: float | None, colour: str | None, width: float, *, is_bound: bool
) -> str:
    """Draw shares of a target's value: `reached` as a bar, `pace` as a tick; 1 is the value.

    `colour` None draws the bar hollow; a lower bound has an open end, as more may be true.
    """
    parts = [_track(width)]
    if reached is not None:
        length = width * min(max(reached, 0.0), 1.0)
        parts.append(_bar(length, colour, is_bound=is_bound))
    if pace is not None:
        at = min(max(width * pace, 0.75), width - 0.75)
        parts.append(
            f'<path d="M{_n(at)} 0V{_n(_HEIGHT)}" stroke="{theme.INK}" stroke-width="1.5"/>'
        )
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}" height="{_n(_HEIGHT)}" '
        f'viewBox="0 0 {_n(width)} {_n(_HEIGHT)}">{"".join(parts)}</svg>'
    )
    return f"data:image/svg+xml,{quote(picture, safe=_SAFE)}"


def _track(width: float) -> str:
    return f'<path fill="{TRACK}" d="M0 2H{_n(width)}V8H0Z"/>'


def _bar(length: float, colour: str | None, *, is_bound: bool) -> str:
    if length <= 0:
        return ""
    tone = colour or theme.BORDER
    whole = max(length - _OPEN_END, 0.0) if is_bound or colour is None else length
    if colour is None:
        whole = 0.0
    solid = f'<path fill="{tone}" d="M0 2H{_n(whole)}V8H0Z"/>' if whole else ""
    if whole >= length:
        return solid
    end = max(length - 0.5, whole + 0.5)
    start = whole + (0 if whole else 0.5)
    line = f"M{_n(start)} 2.5H{_n(end)}V7.5H{_n(start)}{'Z' if not whole else ''}"
    return f'{solid}<path fill="{theme.WHITE}" stroke="{tone}" d="{line}"/>'


def _n(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".") or "0"

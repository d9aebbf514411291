"""The box that a drawing has to fill."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Canvas:
    """Width and height in CSS pixels, and the root font size; height 0 = as the drawing needs.

    The browser tells the size of each box with its request, so labels are placed for that size.
    """

    width: int
    height: int
    em: float = 16.0

    def px(self, size: float) -> float:
        """Scale a length given for a 16 px root to this page's root."""
        return size * self.em / 16

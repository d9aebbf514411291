"""Rectangles, discs and lines in pixels, y down, and whether they meet."""

from __future__ import annotations

import math
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Tell whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Tell whether this one lies wholly inside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def nearest(self, point: Point) -> Point:
        """Return the point of the rectangle that is nearest to a point."""
        return (
            min(max(point[0], self.left), self.right),
            min(max(point[1], self.top), self.bottom),
        )


@dataclass(frozen=True, slots=True)
class Disc:
    """A round mark that labels keep clear of."""

    x: float
    y: float
    radius: float

    def touches(self, box: Box, margin: float = 0.0) -> bool:
        """Tell whether the rectangle reaches into the disc, or nearer than a margin."""
        reach, x, y = self.radius + margin, self.x, self.y
        if not (
            box.left - reach < x < box.right + reach and box.top - reach < y < box.bottom + reach
        ):
            return False
        across = max(box.left - x, x - box.right, 0.0)
        along = max(box.top - y, y - box.bottom, 0.0)
        return across * across + along * along < reach * reach


def boxes_along(start: Point, end: Point, reach: float) -> list[Box]:
    """Return small rectangles strung along a straight line, `reach` to each side."""
    (x0, y0), (x1, y1) = start, end
    steps = max(1, round(math.hypot(x1 - x0, y1 - y0) / (3 * reach)))
    along = [(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps) for i in range(steps + 1)]
    return [Box(x - reach, y - reach, x + reach, y + reach) for x, y in along]

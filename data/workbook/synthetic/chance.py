"""Chance that repeats itself: one stream for each seed and purpose, and decks of cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Chance(Random):
    """A stream of chance with the questions that the generator asks."""

    def often(self, share: float) -> bool:
        """Say yes in this share of the cases."""
        return self.random() < share

    def some(self, items: Sequence[Value], at_most: int) -> list[Value]:
        """Give 0 to `at_most` different items."""
        return self.sample(items, self.randint(0, min(at_most, len(items))))

    def day(self, first: date, last: date) -> date:
        """Give a day of the period; the first where the period is empty."""
        return first + timedelta(days=self.randint(0, max(0, (last - first).days)))


def chance(seed: int, purpose: str) -> Chance:
    """Give the stream of a seed for one purpose, so that sheets do not disturb each other."""
    return Chance(f"{seed} {purpose}")


class Deck(Generic[Value]):
    """Cards dealt without repetition: proportions hold, and every value turns up early."""

    def __init__(self, stream: Chance, cards: Mapping[Value, int]) -> None:
        self._stream = stream
        self._cards = [value for value, count in cards.items() for _ in range(count)]
        self._left: list[Value] = []

    def deal(self) -> Value:
        """Give the next card; a spent deck is shuffled anew."""
        if not self._left:
            self._left = self._cards.copy()
            self._stream.shuffle(self._left)
        return self._left.pop()

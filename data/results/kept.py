"""What was read before: a page that is asked again, or for another indicator, counts less."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar, cast

Kept = TypeVar("Kept")
MOST_KEPT = 128


@dataclass
class KeptResults:
    """The parts of results asked last, by dataset version, filter and what was asked.

    Nothing grows old: a load gives the dataset another version, and so every part another key.
    """

    _parts: OrderedDict[Hashable, object] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, key: Hashable, read: Callable[[], Kept]) -> Kept:
        """Return a part by its key, reading it where it is not kept."""
        with self._lock:
            if key in self._parts:
                self._parts.move_to_end(key)
                return cast("Kept", self._parts[key])
        part = read()
        with self._lock:
            self._parts[key] = part
            while len(self._parts) > MOST_KEPT:
                self._parts.popitem(last=False)
        return part

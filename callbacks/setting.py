"""What the wires need to know of the house that they are in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """The designation profile where the address names none, and where the boundaries lie."""

    profile: str
    boundaries_url: str

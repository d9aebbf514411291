"""Attributes of an element whose names Python cannot write: data-…, aria-…."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def attributes(values: Mapping[str, str]) -> dict[str, Any]:
    """Hand on attributes by name; Dash takes data- and aria- attributes beside its own."""
    return dict(values)

"""The words of components, in the order in which they are read."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component


def spoken(parts: Any) -> str:
    """Join every text among the components with single spaces."""
    return " ".join(" ".join(_texts(parts)).split())


def components(parts: Any) -> list[Component]:
    """List every component, outer ones first."""
    if isinstance(parts, list | tuple):
        return [found for part in parts for found in components(part)]
    if not isinstance(parts, Component):
        return []
    return [parts, *components(getattr(parts, "children", None))]


def _texts(parts: Any) -> list[str]:
    if isinstance(parts, list | tuple):
        return [text for part in parts for text in _texts(part)]
    if isinstance(parts, Component):
        return _texts(getattr(parts, "children", None))
    return [] if parts is None else [str(parts)]

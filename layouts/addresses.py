"""Addresses of pages, written by the server: path, filter, and how it is shown."""

from __future__ import annotations

from urllib.parse import quote

from data.filters import VIEW_KEYS, Filters


def page_address(path: str, filters: Filters, **view: str | None) -> str:
    """Write the address of a page in its canonical order; keys without a value are left out.

    `view` are keys of VIEW_KEYS.
    """
    shown = [(key, view[key]) for key in VIEW_KEYS if view.get(key)]
    written = [f"{key}={quote(value, safe=',:-._~')}" for key, value in shown if value]
    query = "&".join([part for part in (filters.to_query(),) if part] + written)
    return f"{quote(path)}?{query}" if query else quote(path)

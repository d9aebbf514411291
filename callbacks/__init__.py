"""Which question feeds which picture: the table of pages, and the wires of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dash import Dash
from dash.development.base_component import Component

from callbacks import overview
from callbacks.setting import Setting
from data.reference import Reference
from data.repository import Repository
from layouts.pages import overview as overview_page


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path, its name in the top line, its frame and its wires."""

    path: str
    name: str
    layout: Callable[[Reference], Component]
    register: Callable[[Dash, Repository, Setting], None]


PAGES: tuple[Page, ...] = (Page("/", "Overview", overview_page.layout, overview.register),)
"""Every page there is; an address that is not here is not found."""


def register(app: Dash, repository: Repository, setting: Setting) -> None:
    """Put the wires of every page into the app."""
    for page in PAGES:
        page.register(app, repository, setting)

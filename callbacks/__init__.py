"""Which question feeds which picture: the table of pages, and the wires of each."""

from __future__ import annotations

from dash import Dash

from callbacks import (
    about,
    attention,
    cities,
    city,
    documents,
    needs,
    overview,
    record,
    records,
    results,
    support,
    voices,
)
from callbacks.pages import Page
from callbacks.setting import Setting
from data.records.shown import SHOWN_SHEETS
from data.repository import Repository
from layouts.pages import document
from layouts.pages import overview as overview_page

PAGES: tuple[Page, ...] = (
    Page("/", overview_page.layout, "Overview", "/", "Overview"),
    Page("/results", document.layout, "Results", "/results", "Results", results.answer),
    Page("/support", document.layout, "Support", "/support", "Support", support.answer),
    Page("/needs", document.layout, "Needs", "/needs", "Needs", needs.answer),
    Page("/voices", document.layout, "Voices", "/voices", "Voices", voices.answer),
    Page("/cities", document.layout, "Cities", "/cities", "Cities", cities.answer),
    Page("/cities/<city>", document.layout, section="Cities", answer=city.answer),
    Page("/attention", document.layout, "Attention", "/attention", "Attention", attention.answer),
    Page(
        "/records/<sheet>",
        document.layout,
        "Records",
        "/records/activities",
        "Records",
        records.answer,
        {"sheet": SHOWN_SHEETS},
    ),
    Page(
        "/records/<sheet>/<key>",
        document.layout,
        section="Records",
        answer=record.answer,
        choices={"sheet": SHOWN_SHEETS},
    ),
    Page("/about", document.layout, "About", "/about", "About", about.answer),
)
"""Every page there is; an address that is not here is not found."""


def find_page(path: str) -> tuple[Page, dict[str, str]] | None:
    """Return the page at a path with the names that the path holds; None where there is none."""
    for page in PAGES:
        names = page.names_in(path)
        if names is not None:
            return page, names
    return None


def register(app: Dash, repository: Repository, setting: Setting) -> None:
    """Put the wires of every page into the app."""
    overview.register(app, repository, setting)
    documents.register(app, repository, setting, find_page)

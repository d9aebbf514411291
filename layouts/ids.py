"""Every component's id: what scripts, tests and wires call the parts of a page."""

from __future__ import annotations

from enum import StrEnum


class Id(StrEnum):
    """Component ids; those that others rely on keep their names."""

    REQUEST = "request"
    ANSWER = "answer"
    SHOWN = "shown"
    DOCUMENT = "document"
    DOCUMENT_REQUEST = "document-request"
    DOCUMENT_ANSWER = "document-answer"
    DOCUMENT_SHOWN = "document-shown"
    EVIDENCE = "evidence"
    MAIN = "main"
    PAGE = "page"
    RESET = "reset"
    SCOPE = "scope"
    NOTICE = "notice"
    ACTIVE_FILTERS = "active-filters"
    PERIOD_LABEL = "period-label"
    MORE_LABEL = "more-label"
    FIGURES = "figures"
    CITY_MAP = "city-map"
    CITY_MAP_GRAPH = "city-map-graph"
    CITY_MAP_TABLE = "city-map-table"
    CITY_MAP_CAPTION = "city-map-caption"
    TIMELINE = "timeline"
    TIMELINE_GRAPH = "timeline-graph"
    TIMELINE_TABLE = "timeline-table"
    TIMELINE_CAPTION = "timeline-caption"
    TIMELINE_EMPTY = "timeline-empty"
    DETAIL = "detail"
    CREDITS = "credits"
    KOSOVO_NAME = "kosovo-name"
    DESIGNATION = "designation"
    DATASET_KIND = "dataset-kind"
    HELP = "help"


def country_button(code: str) -> str:
    """The id of the button that toggles a country: `country-AL`."""
    return f"country-{code}"


def figure_card(indicator: str) -> str:
    """The id of an indicator's card: `figure-member-cities`."""
    return f"figure-{indicator}"

"""Every sentence and label on screen, and the words for the workbook's values."""

from __future__ import annotations

from data.filters import Filters
from data.geography import COUNTRIES, country_name
from data.overview.scope import Scope
from data.reference import Dataset, Reference
from layouts import formats
from layouts.language import message

PRODUCT = "Western Balkans Hub"

KINDS = {
    "workshop": "Workshop",
    "summit": "Summit",
    "roundtable": "Roundtable",
    "exchange": "Exchange",
    "training": "Training",
    "consultation": "Consultation",
    "launch": "Launch",
    "side-event": "Side event",
    "partner-event": "Partner event",
}
KINDS_MANY = {
    "workshop": message("workshops"),
    "summit": message("summits"),
    "roundtable": message("roundtables"),
    "exchange": message("exchanges"),
    "training": message("trainings"),
    "consultation": message("consultations"),
    "launch": message("launches"),
    "side-event": message("side events"),
    "partner-event": message("partner events"),
}
CHANNELS = {
    "technical-support-fund": message("Technical Support Fund"),
    "hub-guidance": message("Hub guidance"),
    "peer-learning": message("Peer learning"),
    "expert-pool": message("Expert Pool"),
    "event-participation": message("Event participation"),
    "training": message("Training"),
    "evaluation": message("Evaluation"),
    "grant": message("Grant"),
    "policy-input": message("Policy input"),
}
STATUSES = {
    "planned": "planned",
    "held": "held",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "requested": "requested",
    "agreed": "agreed",
    "in-progress": "in progress",
    "delivered": "delivered",
    "declined": "declined",
}
MEMBERSHIPS = {
    "member": "member of the network",
    "participant": "takes part, not a member",
    "former": "former member",
}
MEMBERSHIPS_SHORT = {"member": "member", "participant": "takes part", "former": "former"}
PROGRAMMES = {
    "hub": "hub programme",
    "earlier": "before the hub",
    "all": "hub programme and the years before",
}
LANES = {
    "workshops": "Workshops and roundtables",
    "exchanges": "Exchanges",
    "summits": "Summits",
    "other": "Other events",
    "support": "Support",
}
SYNTHETIC = "Synthetic data for trials: no real activity, city record or person is shown"
KEYS = (
    ("1–6", "toggle a country"),
    ("0", "all countries"),
    ("R", "reset all filters"),
    ("T", "tables instead of pictures"),
    ("/", "find a city"),
    ("Esc", "close what is open"),
    ("?", "this help"),
)


def as_of(dataset: Dataset) -> str:
    """Say for which day the data stand."""
    return f"Data as of {formats.day(dataset.as_of)}"


def period(filters: Filters) -> str:
    """Say the period of a filter: all dates; 2023; March 2023 – June 2023; until 2022."""
    start, end = filters.start, filters.end
    if start is None and end is None:
        return "all dates"
    if start is None:
        return f"until {formats.date_span(end)}" if end else ""
    if end is None:
        return f"since {formats.date_span(start)}"
    fiscal = fiscal_period(filters)
    return fiscal or formats.interval(start, end)


def fiscal_period(filters: Filters) -> str | None:
    """Name a period that is a US fiscal year or quarter: FY 2024, Q1 FY 2024."""
    first, last = filters.first_day, filters.last_day
    if first is None or last is None or first.day != 1:
        return None
    year = last.year + (last.month >= 10)
    if (first.month, first.year, last.month, last.day) == (10, year - 1, 9, 30):
        return f"FY {year}"
    if first.month % 3 != 1 or (last.year, last.month) != (first.year, first.month + 2):
        return None
    if filters.start is None or filters.start.precision != "month":
        return None
    return f"Q{(first.month // 3 + 1) % 4 + 1} FY {year}"


def places(filters: Filters, reference: Reference, profile: str) -> str:
    """Name the chosen countries and cities; empty when none is chosen."""
    countries = [
        country_name(country.code, profile)
        for country in COUNTRIES
        if country.code in filters.countries
    ]
    cities = [reference.cities[city].name for city in filters.cities]
    named = [formats.joined(names) for names in (countries, cities) if names]
    return ", ".join(named)


def parts(filters: Filters, reference: Reference) -> list[str]:
    """Name what else is chosen: kinds, themes, funders, channels."""
    themes = {theme.id: theme.name for theme in reference.themes}
    chosen = (
        [KINDS_MANY[kind] for kind in filters.kinds],
        [themes[theme] for theme in filters.themes],
        [organisation(reference, funder) for funder in filters.funders],
        [CHANNELS[channel] for channel in filters.channels],
    )
    return [formats.joined(names) for names in chosen if names]


def organisation(reference: Reference, key: str) -> str:
    """The name of an organisation that fits a button."""
    named = reference.organisations[key]
    return named.short_name or named.name


def filter_line(filters: Filters, reference: Reference, profile: str) -> str:
    """Write a filter in words: places, period, what else is chosen, programme."""
    named = [
        places(filters, reference, profile) or "whole region",
        period(filters),
        *parts(filters, reference),
        PROGRAMMES[filters.programme],
        "approved records",
    ]
    return " · ".join(named)


def scope_dates(filters: Filters, scope: Scope) -> str:
    """Say the period, and for all dates the months that the records span."""
    if filters.has_period or scope.first_month is None or scope.last_month is None:
        return period(filters)
    first, last = formats.month(scope.first_month), formats.month(scope.last_month)
    return f"all dates, {first} – {last}" if first != last else f"all dates, {first}"


def nothing_found(filters: Filters, reference: Reference, profile: str) -> str:
    """Say that a filter selects no activity and no support."""
    what = "activities or support"
    if filters.kinds and not filters.channels:
        what = f"{formats.joined([KINDS_MANY[kind] for kind in filters.kinds])} or support"
    where = places(filters, reference, profile)
    when = "" if not filters.has_period else f" {_when(filters)}"
    others = [name for name in parts(filters, reference) if not filters.kinds or name not in what]
    about = f" for {'; '.join(others)}" if others else ""
    return f"No {what}{f' in {where}' if where else ''}{when}{about}."


def _when(filters: Filters) -> str:
    text = period(filters)
    return text if text.startswith(("since", "until")) else f"in {text}"


def period_label(filters: Filters) -> str:
    """The label of the period button."""
    text = period(filters)
    return text[:1].upper() + text[1:]


def more_label(filters: Filters) -> str:
    """The label of the button for more filters, with the number of those in use."""
    chosen = len(filters.kinds) + len(filters.themes) + len(filters.funders)
    chosen += len(filters.channels) + (filters.programme != "hub")
    return f"More filters ({chosen})" if chosen else "More filters"


def page_title(filters: Filters, reference: Reference, profile: str) -> str:
    """The title of the window: what is shown, and the product."""
    shown = (places(filters, reference, profile), period(filters) if filters.has_period else "")
    return " · ".join([*(part for part in shown if part), f"{PRODUCT} dashboard"])

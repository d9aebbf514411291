"""The public record's indicators, two more, and synthetic targets and published figures."""

from __future__ import annotations

from collections.abc import Iterator

from data.values import FREQUENCIES
from data.workbook.synthetic.inventory import public_rows
from data.workbook.synthetic.plan import Plan
from data.workbook.synthetic.writing import Row

YEARS = (2023, 2024, 2025)
TARGETS_OF_A_YEAR = (
    # indicator, part of the activities that the target is, baseline
    ("activities-held", 0.35, 3),
    ("workshops-held", 0.2, None),
    ("individual-stakeholders", 0.3, 0),
    ("support-delivered", 0.04, None),
)

_TRUST: Row = {
    "id": "trust-in-prevention",
    "title": "Residents who trust local prevention",
    "definition": "Share of residents who say in a survey that they trust their city's local "
    "prevention body. Synthetic: there is no such survey.",
    "level": "outcome",
    "unit": "percent",
    "rule": "published",
    "direction": "up",
    "frequency": "yearly",
    "verification": "Survey (synthetic).",
    "headline": "no",
}
_LEARNING: Row = {
    "id": "cities-learning",
    "title": "Cities that learned from another city",
    "definition": "Different cities that took part in at least one held exchange or training of "
    "the period, each counted once. Synthetic.",
    "level": "impact",
    "unit": "cities",
    "rule": "cities-engaged",
    "kinds": ("exchange", "training"),
    "direction": "up",
    "frequency": "half-yearly",
    "verification": "Activity records (synthetic).",
    "headline": "no",
}


def indicators(plan: Plan) -> Iterator[Row]:
    """Give the definitions of the public record and two of the generator's own."""
    carried = public_rows("indicators")
    frequencies = ("", *FREQUENCIES)
    for place, row in enumerate(carried):
        own = {"frequency": frequencies[place % len(frequencies)], "sources": plan.sources[:1]}
        yield {**row, **own}
    for place, added in enumerate((_TRUST, _LEARNING)):
        yield {**added, "order": len(carried) + place + 1, "sources": plan.sources[:1]}


def targets(plan: Plan) -> Iterator[Row]:
    """Give targets of past, present and future years, by country and by funder too."""
    for year in YEARS:
        for indicator, part, baseline in TARGETS_OF_A_YEAR:
            value = max(1, round(plan.activity_count * part))
            yield _yearly(indicator, year, value, baseline=baseline, baseline_date="2022")
            yield _yearly(indicator, year, max(1, value // 6), country="AL")
            yield _yearly(indicator, year, max(1, value // 3), funder="funder-a")
        by_kosovo = max(1, plan.activity_count // 30)
        yield _yearly("activities-held", year, by_kosovo, country="XK", funder="funder-b")
        yield _yearly("women-share", year, 47.5, baseline=41.25, baseline_date="2022-11")
    members = len(plan.cities.towns)
    yield _since_launch("member-cities", round(members * 0.7), baseline=12)
    yield _since_launch("member-cities", max(1, members // 8), country="AL")
    yield _since_launch("cities-engaged", members, funder="funder-a")
    yield _since_launch("follow-through", 60)


def published_figures(plan: Plan) -> Iterator[Row]:
    """Give exact, at-least and missing figures, for the region and a country, one undated."""
    figures: tuple[tuple[str, str, str, float | None, str], ...] = (
        ("member-cities", "", "2023", 14, "exact"),
        ("member-cities", "", "2024-06", 20, "at-least"),
        ("member-cities", "", "", 40, "at-least"),
        ("member-cities", "MK", "2024-06-30", 3, "exact"),
        ("individual-stakeholders", "", "2023", None, "missing"),
        ("individual-stakeholders", "AL", "2024", None, "missing"),
        ("mayors-engaged", "", "2023", 23, "exact"),
        ("mayors-engaged", "", "2024-12-31", 0, "exact"),
        ("trust-in-prevention", "", "2023", 52.5, "exact"),
        ("trust-in-prevention", "XK", "2024", 61, "at-least"),
    )
    for place, (indicator, country, as_of, value, status) in enumerate(figures):
        words = "not given" if value is None else f"{value:g}"
        yield {
            "id": f"figure-{place + 1:02d}",
            "indicator": indicator,
            "country": country,
            "as_of": as_of,
            "value": value,
            "status": status,
            "as_published": f"{words} (synthetic)",
            "sources": plan.sources[:2],
            "note": "Undated (synthetic)." if not as_of else "",
        }


def _yearly(
    indicator: str,
    year: int,
    value: float,
    *,
    country: str = "",
    funder: str = "",
    baseline: float | None = None,
    baseline_date: str = "",
) -> Row:
    return {
        "indicator": indicator,
        "country": country,
        "start": f"{year}-01-01",
        "end": f"{year}-12-31",
        "value": value,
        "kind": "incremental",
        "baseline": baseline,
        "baseline_date": baseline_date if baseline is not None else "",
        "funder": funder,
    }


def _since_launch(
    indicator: str,
    value: float,
    *,
    country: str = "",
    funder: str = "",
    baseline: float | None = None,
) -> Row:
    return {
        "indicator": indicator,
        "country": country,
        "start": "2022-11-01",
        "end": "2025-06-30",
        "value": value,
        "kind": "cumulative",
        "baseline": baseline,
        "baseline_date": "2022-11-15" if baseline is not None else "",
        "funder": funder,
        "sources": ("source-001",),
    }

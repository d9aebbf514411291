"""The sentences of the page About."""

from __future__ import annotations

from data.figures import Indicator
from data.filters import Filters
from data.reference import Reference
from layouts import formats, words
from layouts.rule_words import RULE_RECORDED, RULE_SPLITS

NO_BREAK = "\u00a0"

SECTIONS = {
    "dataset": "The dataset",
    "counting": "How figures are counted",
    "indicators": "Indicators",
    "quality": "Data quality",
    "sources": "Sources",
    "licences": "Licences and credits",
}
"""Anchor of a section → its title, in the order of the page."""

DATASET_KINDS = {
    "public-record": (
        "The public record: facts compiled from published sources, each named beside its record. "
        "What was never published is not in it."
    ),
    "operational": "The hub’s own records, as its staff keep them.",
    "synthetic": (
        "Synthetic data for trials: made up by a program. No activity, figure, source or person "
        "in it is real."
    ),
}
SHEETS = {
    "sources": "Sources",
    "organisations": "Funders and partners",
    "themes": "Themes",
    "cities": "Cities",
    "activities": "Activities",
    "attendance": "Head-counts",
    "participants": "Participants",
    "support": "Support",
    "needs": "Needs",
    "practices": "Good practices",
    "voices": "Voices",
    "outputs": "Policy outputs",
    "indicators": "Indicators",
    "targets": "Targets",
    "published_figures": "Published figures",
    "notes": "Staff notes",
}
NOUNS = {
    "cities": ("city", "cities"),
    "activities": ("activity", "activities"),
    "attendance": ("head-count", "head-counts"),
    "support": ("support record", "support records"),
    "needs": ("need", "needs"),
    "practices": ("good practice", "good practices"),
    "voices": ("voice", "voices"),
    "outputs": ("policy output", "policy outputs"),
    "indicators": ("indicator", "indicators"),
    "targets": ("target", "targets"),
    "published_figures": ("published figure", "published figures"),
}
"""Sheet whose records name sources → one of its records, several of them."""

COUNTING = {
    "Approved records only": (
        "A record counts once somebody has approved it. Drafts count nowhere; the table of data "
        "quality says how many there are."
    ),
    "Wholly inside the period": (
        "A record counts in a period when all of it lies inside: from the first day that its date "
        "can mean to the last. “2023” lies inside the year, and inside no single quarter of it. "
        "Without a date it counts only while no period is chosen."
    ),
    "By the places that it concerns": (
        "A record belongs to the countries of its cities, wherever the event took place. One that "
        "concerns no single country is regional: it counts for the region, and for no country."
    ),
    "Unknown is not zero": (
        "What is empty reads “not recorded” and is never added up as nought. Where head-counts "
        "are missing, rough or cannot be told apart, a figure says “at least”."
    ),
    "Published and counted, side by side": (
        "A figure that was published stands beside the one counted from records. The two are "
        "never merged, and neither corrects the other."
    ),
    "Small numbers are withheld": (
        "Where a split of people, by gender or by group, would leave very few on one side, the "
        "figure is withheld, and with it whatever would give it away. That is said, and is "
        "neither zero nor “not recorded”."
    ),
    "Every figure shows its records": (
        "Each number opens the records that it counted and those that it left out, each with one "
        "reason."
    ),
}
"""Principle → what it means."""

LEVELS = {"output": "output", "outcome": "outcome", "impact": "impact"}
DIRECTIONS = {"up": "more is better", "down": "less is better"}
FREQUENCIES = {
    "monthly": "every month",
    "quarterly": "every quarter",
    "half-yearly": "every half-year",
    "yearly": "every year",
}
QUALITIES = {
    ("activities", "undated"): "No date",
    ("activities", "imprecise"): "Date known to the month or year only",
    ("activities", "no-head-count"): "Held, without a head-count of people from the region",
    ("activities", "no-source"): "No source named",
    ("activities", "drafts"): "Draft, counted nowhere",
    ("attendance", "rough"): "Estimate or “at least”, not exact",
    ("attendance", "gender-unspecified"): "Gender not recorded",
    ("support", "undated"): "No date of request, start or completion",
    ("support", "imprecise"): "A date known to the month or year only",
    ("support", "no-source"): "No source named",
    ("support", "drafts"): "Draft, counted nowhere",
    ("cities", "joined-unknown"): "Member, without a joining date",
    ("cities", "no-source"): "No source named",
    ("needs", "undated"): "No date",
    ("needs", "imprecise"): "Date known to the month or year only",
    ("needs", "no-source"): "No source named",
    ("practices", "no-source"): "No source named",
    ("voices", "undated"): "No date",
    ("voices", "imprecise"): "Date known to the month or year only",
    ("voices", "no-source"): "No source named",
    ("outputs", "undated"): "No date",
    ("outputs", "imprecise"): "Date known to the month or year only",
    ("outputs", "no-source"): "No source named",
    ("published_figures", "not-reported"): "Published without its number: not reported",
    ("published_figures", "undated"): "Published without a date",
    ("published_figures", "no-source"): "No source named",
}
"""(sheet, question) → what the records in want of it have in common."""

NO_ROWS = "This dataset has no records: no workbook row beside its own description."
NO_INDICATORS = "This dataset defines no indicators."
NO_SOURCES = "This dataset names no sources."
NO_QUALITY = "There is no record here to ask anything of."
UNDATED_LEFT_OUT = (
    "A period is chosen: records without a date lie outside it and are not in this table."
)
QUALITY_OF = (
    "Of: the records that can be asked. Whether a date is precise is asked of dated records, a "
    "head-count of activities held, a joining date of members; drafts are set against all records."
)
SOURCES_LEAD = (
    "Approved records of the whole dataset, of both programmes, that name each source; "
    "a record may name several."
)


def filter_line(filters: Filters, reference: Reference, profile: str) -> str:
    """Write in words for which filter figures and counts stand."""
    parts = [
        words.places(filters, reference, profile) or "whole region",
        words.period(filters),
        *words.parts(filters, reference),
        words.PROGRAMMES[filters.programme],
    ]
    return " · ".join(parts)


def disaggregation(indicator: Indicator) -> str:
    """Say by what a figure of an indicator can be split."""
    parts = formats.joined(RULE_SPLITS[indicator.rule])
    people = RULE_RECORDED.get(indicator.rule)
    also = f"; of the people counted also {formats.joined(people)}" if people else ""
    return f"by {parts}{also}"


def resting(records: dict[str, int]) -> str:
    """Say how many records of each sheet rest on a source: 9 activities, 3 cities."""
    parts = [formats.plural(records[sheet], *NOUNS[sheet]) for sheet in NOUNS if sheet in records]
    return ", ".join(part.replace(" ", NO_BREAK) for part in parts)


def left_out_sheets(sheets: list[str]) -> str:
    """Name the sheets of which no record is selected."""
    return f"No record selected of: {formats.joined([SHEETS[sheet].lower() for sheet in sheets])}."

"""The sentences of the evidence panel."""

from __future__ import annotations

from data.evidence.explaining import Explanation
from data.evidence.lines import RecordLine
from data.figures import Count, Indicator, Reason
from data.geography import country_name
from layouts import formats, words
from layouts.rule_words import RULE_SENTENCES

NOUNS = {
    "activities": ("activity", "activities"),
    "cities": ("city", "cities"),
    "support": ("support record", "support records"),
    "outputs": ("output", "outputs"),
}
REASONS = {
    Reason.REGIONAL: "regional: concerns no single country",
    Reason.PLACE: "another country or city",
    Reason.KIND: "another kind of activity",
    Reason.THEME: "another theme",
    Reason.FUNDER: "another funder",
    Reason.CHANNEL: "another channel",
    Reason.IMPRECISE: "date too imprecise, or running across the period’s edge",
    Reason.OUTSIDE: "outside the period",
    Reason.UNDATED: "no date",
    Reason.NO_HEAD_COUNT: "no head-count",
    Reason.NO_CITY: "names no city",
    Reason.TOO_RECENT: "too recent to say",
}
WITHHELD = (
    "Withheld: fewer than {} people stand on one side of the split, or could be worked out from "
    "the figures beside it."
)
LOWER_BOUND = (
    "A lower bound: some head-counts are missing or rough, or people cannot be told apart from "
    "one activity to the next."
)
MEMBERSHIP_REASONS = {"participant": "takes part, not a member", "former": "former member"}
OUTPUT_KINDS = {
    "legal-framework": "legal framework",
    "declaration": "declaration",
    "guide": "guide",
    "report": "report",
    "strategy": "strategy",
}


def rule(indicator: Indicator) -> str:
    """Write the counting rule of an indicator."""
    sentence = RULE_SENTENCES[indicator.rule]
    if not indicator.kinds:
        return sentence
    kinds = formats.joined([words.KINDS_MANY[kind] for kind in indicator.kinds])
    return f"{sentence} Here: {kinds} only."


def reason(text: str) -> str:
    """Write why records were left out."""
    named = MEMBERSHIP_REASONS.get(text) or words.STATUSES.get(text)
    return named or REASONS[Reason(text)]


def counted_title(number: int, sheet: str) -> str:
    """Write how many records a figure counted."""
    return f"Counted: {formats.plural(number, *NOUNS[sheet])}"


def arithmetic(shown: Explanation) -> list[str]:
    """Say how the value comes from the records, where that is more than their number."""
    return [*_share(shown.figure.count), *_overlap(shown), *_bound(shown)]


def _share(count: Count) -> list[str]:
    if count.withheld:
        return [WITHHELD.format(count.withheld_below)]
    if count.numerator is None or count.denominator is None:
        return []
    if not count.denominator:
        return [_nothing_to_divide(count.unrecorded)]
    sentence = f"{formats.number(count.numerator)} of {formats.number(count.denominator)}"
    if count.unrecorded:
        sentence += f"; for {formats.number(count.unrecorded)} more it is not recorded"
    return [f"{sentence}."]


def _nothing_to_divide(unrecorded: int | None) -> str:
    if unrecorded:
        return f"Not recorded for any of {formats.number(unrecorded)}."
    return "There is nothing to divide by."


def _overlap(shown: Explanation) -> list[str]:
    overlap = shown.overlap
    if overlap is None:
        return []
    more = overlap.attendances - overlap.people
    people = formats.plural(overlap.people, "person", "people")
    attendances = formats.plural(overlap.attendances, "attendance", "attendances")
    if not more:
        return [f"{attendances} by {people}: nobody came more than once."]
    again = "1 attendance was" if more == 1 else f"{formats.number(more)} attendances were"
    return [f"{attendances} by {people}: {again} by somebody who had come before."]


def _bound(shown: Explanation) -> list[str]:
    if shown.figure.count.bound != "at-least":
        return []
    return [LOWER_BOUND]


def verification(shown: Explanation) -> list[str]:
    """Say by what the figure can be checked, and how old its oldest source is."""
    means = shown.asked.indicator.verification
    sentences = [
        f"Means of verification: {means}" if means else "Means of verification: none named."
    ]
    if not shown.figure.count.counted:
        return sentences
    age = shown.sources
    if age.oldest is not None and age.oldest.published is not None:
        when = formats.date_span(age.oldest.published)
        named = formats.plural(age.sources, "source", "sources")
        sentences.append(f"{named}; the oldest is of {when}: {age.oldest.title}.")
    elif age.sources:
        sentences.append(f"{formats.plural(age.sources, 'source', 'sources')}, none of them dated.")
    else:
        sentences.append("The counted records name no source.")
    return sentences


def remark(line: RecordLine, profile: str) -> str:
    """Say in a few words when a record was, of what kind, and for how many people."""
    when = formats.interval(line.start, line.end) if line.start else ""
    if line.sheet == "cities":
        when = f"joined {when}" if when else "joining date not recorded"
    parts = [_kind(line, profile), when]
    # Where people cannot be told apart, 0 means that none of them could be counted.
    if line.people or (line.people is not None and not line.mixed):
        people = formats.plural(line.people, "person", "people")
        parts.append(f"{people}, mayors not told apart" if line.mixed else people)
    return " · ".join(part for part in parts if part)


def _kind(line: RecordLine, profile: str) -> str:
    match line.sheet:
        case "activities":
            status = "" if line.status == "held" else f", {words.STATUSES[line.status or '']}"
            return f"{words.KINDS[line.kind]}{status}"
        case "cities":
            return country_name(line.kind, profile)
        case "support":
            return words.STATUSES[line.kind]
        case _:
            return OUTPUT_KINDS[line.kind]

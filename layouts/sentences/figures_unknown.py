"""What is not known of a figure: the records that it had to leave out, each with its list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from data.counting.rules import RULES
from data.evidence.reasons import reason_name
from data.figures import Count, Figure, Reason
from data.filters import Filters
from data.reference import Reference
from layouts import formats
from layouts.addresses import page_address
from layouts.language import forms, one_or_many
from layouts.records_links import RecordLinks
from layouts.sentences.sentence import Said, Sentence, records_said, say, say_many

_NOUNS = {
    "activities": forms("{n} activity", "{n} activities"),
    "cities": forms("{n} city", "{n} cities"),
    "support": forms("{n} support record", "{n} support records"),
    "outputs": forms("{n} policy output", "{n} policy outputs"),
}
"""Sheet of the evidence → its records with their number."""


@dataclass(frozen=True, slots=True)
class FigureRecords:
    """Addresses of the records behind a figure; `key` is its name on the page of `links`."""

    figure: Figure
    filters: Filters
    links: RecordLinks
    key: str

    @property
    def sheet(self) -> str:
        """The sheet of the figure's evidence."""
        return RULES[self.figure.indicator.rule].sheet

    def left_out(self, reason: str) -> str:
        """The records left out for a reason."""
        return self.links.list(self.sheet, figure=self.key, reason=reason_name(reason))

    def without_head_count(self) -> str:
        """The activities counted for which nobody wrote down how many came."""
        own, chosen = self.figure.indicator.kinds, self.filters.kinds
        kinds = tuple(kind for kind in own if kind in chosen) if own and chosen else own or chosen
        return self._lacking("activities", "no-head-count", replace(self.filters, kinds=kinds))

    def without_joining_date(self) -> str:
        """The member cities of which nobody wrote down when they joined."""
        return self._lacking("cities", "joined-unknown", self.filters)

    def _lacking(self, sheet: str, quality: str, filters: Filters) -> str:
        profile = self.links.extras.get("profile")
        return page_address(f"/records/{sheet}", filters, profile=profile, quality=quality)


def unknown(records: FigureRecords, reference: Reference) -> list[Sentence]:
    """Say what is not known of the records counted, then which had to be left out."""
    left_out = records.figure.count.left_out
    return [
        *_uncounted(records),
        *_undated_members(records, reference),
        *_ungendered(records.figure.count, records),
        *(
            saying(left_out[reason], records, records.left_out(reason))
            for reason, saying in _LEFT_OUT.items()
            if left_out.get(reason)
        ),
    ]


def _uncounted(records: FigureRecords) -> list[Sentence]:
    around = records.figure.around
    if around is None or not around.without_head_count:
        return []
    if records.figure.count.value == 1:
        return [say("No head-count of it is recorded.")]
    number, address = around.without_head_count, records.without_head_count()
    of_them = records_said("{n} of them", "{n} of them", number, address)
    return [say("For {activities} no head-count is recorded.", activities=of_them)]


def _undated_members(records: FigureRecords, reference: Reference) -> list[Sentence]:
    """Say how many cities are members at the end of a period though nobody knows since when."""
    filters = records.filters
    if records.figure.indicator.rule != "member-cities" or filters.end is None:
        return []
    number = sum(
        city.membership == "member"
        and city.joined is None
        and (not filters.countries or city.country in filters.countries)
        and (not filters.cities or city.id in filters.cities)
        for city in reference.cities.values()
    )
    if not number:
        return []
    of_them = records_said("{n} of them", "{n} of them", number, records.without_joining_date())
    return [say("For {cities} the joining date is not recorded.", cities=of_them)]


def _ungendered(count: Count, records: FigureRecords) -> list[Sentence]:
    if not count.unrecorded or count.withheld:
        return []
    number, title = count.unrecorded, records.figure.indicator.title
    text = one_or_many("{n} attendance", "{n} attendances", number)
    text = text.format(n=formats.number(number))
    said = Said(text, number, figure=records.key, label=title, of="unrecorded")
    if count.value is None:
        return [
            say_many(
                "{attendances} was counted without it.",
                "{attendances} were counted without it.",
                number,
                attendances=said,
            )
        ]
    return [say("For {attendances} it is not recorded.", attendances=said)]


def _no_head_count(number: int, records: FigureRecords, address: str) -> Sentence:
    """Say for how many activities there is no number of just those whom the figure counts."""
    activities = records_said(*_NOUNS["activities"], number, address)
    rule, by_place = records.figure.indicator.rule, records.filters.has_place
    if rule == "women-share" and by_place:
        return say(
            "For {activities} it is not recorded how many people came from there.",
            activities=activities,
        )
    if rule == "mayors-engaged" or by_place:
        return say("No such number is recorded for {activities}.", activities=activities)
    return say("For {activities} no head-count is recorded.", activities=activities)


def _too_recent(number: int, _: FigureRecords, address: str) -> Sentence:
    activities = records_said("{n} more", "{n} more", number, address)
    return say_many(
        "{activities} is too recent to say.",
        "{activities} are too recent to say.",
        number,
        activities=activities,
    )


def _imprecise(number: int, records: FigureRecords, address: str) -> Sentence:
    return say_many(
        "{records} may belong to the period: the date is too imprecise, or runs across its edge.",
        "{records} may belong to the period: the dates are too imprecise, or run across its edge.",
        number,
        records=records_said(*_NOUNS[records.sheet], number, address),
    )


def _undated(number: int, records: FigureRecords, address: str) -> Sentence:
    return say_many(
        "{records} has no date and is left out.",
        "{records} have no date and are left out.",
        number,
        records=records_said(*_NOUNS[records.sheet], number, address),
    )


_LEFT_OUT: Mapping[str, Callable[[int, FigureRecords, str], Sentence]] = {
    Reason.NO_HEAD_COUNT: _no_head_count,
    Reason.TOO_RECENT: _too_recent,
    Reason.IMPRECISE: _imprecise,
    Reason.UNDATED: _undated,
}
"""Reason → how the number of records left out for it is said; others are the filter's own doing."""

"""One sentence for each figure: what was counted, under which filter, and what is not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from data.counting.rules import RULES
from data.evidence.reasons import reason_name
from data.figures import Figure, Published, Reason, Target
from data.filters import Filters
from data.reference import Reference
from layouts import formats
from layouts.addresses import page_address
from layouts.sentences.context import context, under
from layouts.sentences.figures_counted import CLAUSES, clause_of_none
from layouts.sentences.sentence import (
    Said,
    Sentence,
    derived_said,
    records_said,
    say,
    say_many,
    together,
)

_ACTIVITIES = ("period", "place", "kinds", "themes", "funders", "programme")
_SUPPORT = ("period", "place", "themes", "funders", "channels", "programme")
PARTS: Mapping[str, tuple[str, ...]] = {
    "member-cities": ("stock", "place"),
    "cities-engaged": _ACTIVITIES,
    "activities-held": _ACTIVITIES,
    "attendances": _ACTIVITIES,
    "people-engaged": _ACTIVITIES,
    "mayors-engaged": _ACTIVITIES,
    "women-share": _ACTIVITIES,
    "support-delivered": _SUPPORT,
    "support-open": _SUPPORT,
    "cities-supported": _SUPPORT,
    "follow-through": _ACTIVITIES,
    "outputs": ("period", "place", "programme"),
    "published": ("period", "place"),
}
"""Counting rule → the parts of a filter that play a role in it."""


def figure_sentence(
    figure: Figure, filters: Filters, reference: Reference, profile: str, key: str | None = None
) -> Sentence:
    """Say a figure under its own filter; `key` is its name in addresses on the page it stands on.

    What was left out is said where it was counted; what was published stands as published.
    """
    indicator = figure.indicator
    named = key or indicator.id
    phrases = context(filters, reference, profile, PARTS[indicator.rule])
    counted = under(phrases, _clause(figure, named))
    records = _Records(figure, filters, None if profile == "plain" else profile)
    return together(
        [
            counted,
            *_countries(figure, filters),
            *_unknown(figure, records),
            *(_published(item, indicator.unit, named) for item in figure.published[:1]),
            *_target(figure.target, indicator.unit, named),
        ]
    )


@dataclass(frozen=True, slots=True)
class _Records:
    """Addresses of the records behind a figure, under its own filter."""

    figure: Figure
    filters: Filters
    profile: str | None

    def left_out(self, reason: str) -> str:
        """The records left out for a reason."""
        indicator = self.figure.indicator
        return page_address(
            f"/records/{RULES[indicator.rule].sheet}",
            self.filters,
            profile=self.profile,
            figure=indicator.id,
            reason=reason_name(reason),
        )

    def without_head_count(self) -> str:
        """The activities counted for which nobody wrote down how many came."""
        own, chosen = self.figure.indicator.kinds, self.filters.kinds
        kinds = tuple(kind for kind in own if kind in chosen) if own and chosen else own or chosen
        return page_address(
            "/records/activities",
            replace(self.filters, kinds=kinds),
            profile=self.profile,
            quality="no-head-count",
        )


def _clause(figure: Figure, key: str) -> Sentence:
    if figure.count.value is None:
        return clause_of_none(figure)
    return CLAUSES[figure.indicator.rule](figure, key)


def _countries(figure: Figure, filters: Filters) -> list[Sentence]:
    """Say how many countries activities concern, where none was chosen and all are shown."""
    around = figure.around
    if around is None or filters.has_place or not figure.count.value:
        return []
    if not around.countries:
        return [say("No country is named for any of them.")]
    countries = derived_said("{n} country", "{n} countries", len(around.countries))
    return [
        say_many(
            "It concerns {countries}.",
            "They concern {countries}.",
            figure.count.value,
            countries=countries,
        )
    ]


def _unknown(figure: Figure, records: _Records) -> list[Sentence]:
    """Say how many records had to be left out because something about them is not known."""
    said = []
    for reason, saying in _LEFT_OUT.items():
        number = figure.count.left_out.get(reason, 0)
        if number:
            said.append(saying(number, records.left_out(reason)))
    around = figure.around
    if around is not None and around.without_head_count:
        number = around.without_head_count
        address = records.without_head_count()
        of_them = records_said("{n} of them", "{n} of them", number, address)
        said.append(say("For {activities} no head-count is recorded.", activities=of_them))
    return said


def _no_head_count(number: int, address: str) -> Sentence:
    activities = records_said("{n} activity", "{n} activities", number, address)
    return say("For {activities} no head-count is recorded.", activities=activities)


def _too_recent(number: int, address: str) -> Sentence:
    activities = records_said("{n} more", "{n} more", number, address)
    return say_many(
        "{activities} is too recent to say.",
        "{activities} are too recent to say.",
        number,
        activities=activities,
    )


def _imprecise(number: int, address: str) -> Sentence:
    records = records_said("{n} record", "{n} records", number, address)
    return say_many(
        "{records} may belong to the period: the date is too imprecise, or runs across its edge.",
        "{records} may belong to the period: the dates are too imprecise, or run across its edge.",
        number,
        records=records,
    )


def _undated(number: int, address: str) -> Sentence:
    records = records_said("{n} record", "{n} records", number, address)
    return say_many(
        "{records} has no date and is left out.",
        "{records} have no date and are left out.",
        number,
        records=records,
    )


_LEFT_OUT: Mapping[str, Callable[[int, str], Sentence]] = {
    Reason.IMPRECISE: _imprecise,
    Reason.UNDATED: _undated,
    Reason.NO_HEAD_COUNT: _no_head_count,
    Reason.TOO_RECENT: _too_recent,
}


def _published(item: Published, unit: str, key: str) -> Sentence:
    date = formats.date_span(item.as_of) if item.as_of else formats.no_date()
    if item.value is None:
        return say("Published without its number ({date}).", date=date)
    number = formats.percent(item.value) if unit == "percent" else formats.number(item.value)
    text = formats.at_least(number) if item.status == "at-least" else number
    said = Said(text, item.value, figure=key, label=text, of="published")
    return say("Published: {number} ({date}).", number=said, date=date)


def _target(target: Target | None, unit: str, key: str) -> list[Sentence]:
    if target is None:
        return []
    text = formats.percent(target.value) if unit == "percent" else formats.number(target.value)
    said = Said(text, target.value, figure=key, label=text, of="target")
    return [say("The target is {number} by {date}.", number=said, date=formats.day(target.end))]

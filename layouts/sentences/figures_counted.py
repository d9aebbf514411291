"""What each counting rule counted, as a clause: "the hub held 7 activities"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.figures import Figure
from data.filters import Filters
from layouts import formats, words
from layouts.language import forms, one_or_many
from layouts.sentences.context import named
from layouts.sentences.figures_absent import clause_of_none
from layouts.sentences.sentence import Said, Sentence, figure_said, say, say_many

Clause = Callable[[Figure, str], Sentence]


def counted_clause(figure: Figure, filters: Filters, key: str) -> Sentence:
    """Say what was counted, or that there is no figure, and why."""
    if figure.count.value is None:
        return clause_of_none(figure)
    if figure.indicator.rule == "member-cities" and filters.end is not None:
        return _joined_by_then(figure, key)
    return CLAUSES[figure.indicator.rule](figure, key)


def _joined_by_then(figure: Figure, key: str) -> Sentence:
    cities = _said("{n} member city", "{n} member cities", figure, key)
    return say_many(
        "{cities} had joined the network",
        "{cities} had joined the network",
        _value(figure),
        cities=cities,
    )


def _members(figure: Figure, key: str) -> Sentence:
    cities = _said("{n} city", "{n} cities", figure, key)
    return say_many(
        "{cities} is a member of the network",
        "{cities} are members of the network",
        _value(figure),
        cities=cities,
    )


def _cities_engaged(figure: Figure, key: str) -> Sentence:
    cities, kinds = _said("{n} city", "{n} cities", figure, key), figure.indicator.kinds
    if not kinds:
        return say_many(
            "{cities} took part in activities",
            "{cities} took part in activities",
            _value(figure),
            cities=cities,
        )
    return say_many(
        "{cities} took part in {kinds}",
        "{cities} took part in {kinds}",
        _value(figure),
        cities=cities,
        kinds=named(words.KINDS_MANY, kinds),
    )


def _activities(figure: Figure, key: str) -> Sentence:
    kinds = figure.indicator.kinds
    if frozenset(kinds) in _KINDS:
        held = _said(*_KINDS[frozenset(kinds)], figure, key)
        return say_many("{held} was held", "{held} were held", _value(figure), held=held)
    held = _said("{n} activity", "{n} activities", figure, key)
    return say_many(
        "{held} of these kinds was held: {kinds}",
        "{held} of these kinds were held: {kinds}",
        _value(figure),
        held=held,
        kinds=named(words.KINDS_MANY, kinds),
    )


def _attendances(figure: Figure, key: str) -> Sentence:
    said = _said("{n} attendance", "{n} attendances", figure, key)
    return say_many(
        "{attendances} by people from the region was counted",
        "{attendances} by people from the region were counted",
        _value(figure),
        attendances=said,
    )


def _people(figure: Figure, key: str) -> Sentence:
    return _took_part(figure, _said("{n} person", "{n} people", figure, key))


def _mayors(figure: Figure, key: str) -> Sentence:
    mayors = _said("{n} mayor or local leader", "{n} mayors and local leaders", figure, key)
    return _took_part(figure, mayors)


def _took_part(figure: Figure, people: Said) -> Sentence:
    return say_many(
        "{people} from the region took part",
        "{people} from the region took part",
        _value(figure),
        people=people,
    )


def _women(figure: Figure, key: str) -> Sentence:
    return say(
        "{share} of the attendances with a recorded gender are by women, {women} of {all}",
        share=_share(figure, key),
        women=_numerator(figure, key),
        all=_denominator("{n}", "{n}", figure, key),
    )


def _delivered(figure: Figure, key: str) -> Sentence:
    said = _said("{n} support record", "{n} support records", figure, key)
    return say_many(
        "{support} was delivered", "{support} were delivered", _value(figure), support=said
    )


def _open(figure: Figure, key: str) -> Sentence:
    said = _said("{n} support record", "{n} support records", figure, key)
    return say_many(
        "{support} is open: requested, agreed or in progress",
        "{support} are open: requested, agreed or in progress",
        _value(figure),
        support=said,
    )


def _cities_supported(figure: Figure, key: str) -> Sentence:
    cities = _said("{n} city", "{n} cities", figure, key)
    return say_many(
        "{cities} benefits from support that is in progress or delivered",
        "{cities} benefit from support that is in progress or delivered",
        _value(figure),
        cities=cities,
    )


def _followed(figure: Figure, key: str) -> Sentence:
    activities = _KINDS[frozenset({"workshop", "roundtable"})]
    return say(
        "of {all} old enough to say, {followed} led to a documented follow-up within six months"
        " ({share})",
        all=_denominator(*activities, figure, key),
        followed=_numerator(figure, key),
        share=_share(figure, key),
    )


def _outputs(figure: Figure, key: str) -> Sentence:
    said = _said("{n} policy output", "{n} policy outputs", figure, key)
    return say_many(
        "{outputs} is on record", "{outputs} are on record", _value(figure), outputs=said
    )


CLAUSES: Mapping[str, Clause] = {
    "member-cities": _members,
    "cities-engaged": _cities_engaged,
    "activities-held": _activities,
    "attendances": _attendances,
    "people-engaged": _people,
    "mayors-engaged": _mayors,
    "women-share": _women,
    "support-delivered": _delivered,
    "support-open": _open,
    "cities-supported": _cities_supported,
    "follow-through": _followed,
    "outputs": _outputs,
}
"""Counting rule → how a figure of it is said; a rule without a value of its own is not here."""


def _value(figure: Figure) -> float:
    assert figure.count.value is not None
    return figure.count.value


def _said(one: str, many: str, figure: Figure, key: str) -> Said:
    known = figure.indicator
    return figure_said(one, many, figure.count, unit=known.unit, figure=key, title=known.title)


def _share(figure: Figure, key: str) -> Said:
    return _said("{n}", "{n}", figure, key)


def _numerator(figure: Figure, key: str) -> Said:
    number = figure.count.numerator
    assert number is not None
    title = figure.indicator.title
    return Said(formats.number(number), number, figure=key, label=title, of="numerator")


def _denominator(one: str, many: str, figure: Figure, key: str) -> Said:
    number = figure.count.denominator
    assert number is not None
    text = one_or_many(one, many, number).format(n=formats.number(number))
    return Said(text, number, figure=key, label=figure.indicator.title, of="denominator")


_KINDS: Mapping[frozenset[str], tuple[str, str]] = {
    frozenset(): forms("{n} activity", "{n} activities"),
    frozenset({"workshop", "roundtable"}): forms(
        "{n} workshop or roundtable", "{n} workshops and roundtables"
    ),
    frozenset({"workshop"}): forms("{n} workshop", "{n} workshops"),
    frozenset({"summit"}): forms("{n} summit", "{n} summits"),
    frozenset({"roundtable"}): forms("{n} roundtable", "{n} roundtables"),
    frozenset({"exchange"}): forms("{n} exchange", "{n} exchanges"),
    frozenset({"training"}): forms("{n} training", "{n} trainings"),
    frozenset({"consultation"}): forms("{n} consultation", "{n} consultations"),
    frozenset({"launch"}): forms("{n} launch", "{n} launches"),
    frozenset({"side-event"}): forms("{n} side event", "{n} side events"),
    frozenset({"partner-event"}): forms("{n} partner event", "{n} partner events"),
}
"""Kinds of an indicator → its activities with their number."""

"""What each counting rule counted, as a clause: "the hub held 7 activities"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.figures import Count, Figure
from layouts import formats, words
from layouts.language import forms
from layouts.sentences.sentence import Said, Sentence, figure_said, say, say_many

Clause = Callable[[Figure, str], Sentence]
_PEOPLE = ("attendances", "people-engaged", "mayors-engaged")


def clause_of_none(figure: Figure) -> Sentence:
    """Say that there is no figure, and why: withheld, nothing to take a share of, not recorded."""
    count, rule = figure.count, figure.indicator.rule
    if count.withheld:
        return _withheld(count)
    match rule:
        case "published":
            return say("no record here carries this figure: it stands as it was published")
        case "women-share":
            return say("the share of women is not recorded: no gender is")
        case "follow-through":
            return say("no workshop or roundtable is old enough to say what followed from it")
        case _:
            return _people_unknown(rule)


def _withheld(count: Count) -> Sentence:
    few = Said(formats.number(count.withheld_below or 0), count.withheld_below)
    if count.withheld_beside:
        return say(
            "the figure is withheld: it would tell another for which fewer than {number} people"
            " stand",
            number=few,
        )
    return say("the figure is withheld: fewer than {number} people stand behind it", number=few)


def _people_unknown(rule: str) -> Sentence:
    match rule:
        case "attendances":
            return say("attendances are not recorded: no activity has a head-count")
        case "mayors-engaged":
            return say("it is not recorded how many mayors and local leaders took part")
        case _:
            return say("it is not recorded how many people took part")


def _members(figure: Figure, key: str) -> Sentence:
    cities = _said("{n} city", "{n} cities", figure, key)
    return say_many(
        "{cities} is a member of the network",
        "{cities} are members of the network",
        _value(figure),
        cities=cities,
    )


def _cities_engaged(figure: Figure, key: str) -> Sentence:
    cities = _said("{n} city", "{n} cities", figure, key)
    kinds = figure.indicator.kinds
    if kinds:
        named = formats.joined([words.KINDS_MANY[kind] for kind in kinds])
        return say("{cities} took part in {kinds}", cities=cities, kinds=named)
    return say("{cities} took part in activities", cities=cities)


def _activities(figure: Figure, key: str) -> Sentence:
    kinds = figure.indicator.kinds
    if len(kinds) == 1:
        held = _said(*_KINDS[kinds[0]], figure, key)
        return say_many("{held} was held", "{held} were held", _value(figure), held=held)
    held = _said("{n} activity", "{n} activities", figure, key)
    if not kinds:
        return say_many("{held} was held", "{held} were held", _value(figure), held=held)
    named = formats.joined([words.KINDS_MANY[kind] for kind in kinds])
    return say_many(
        "{held} was held, of these kinds: {kinds}",
        "{held} were held, of these kinds: {kinds}",
        _value(figure),
        held=held,
        kinds=named,
    )


def _attendances(figure: Figure, key: str) -> Sentence:
    said = _said("{n} attendance", "{n} attendances", figure, key)
    return say_many(
        "{attendances} was counted", "{attendances} were counted", _value(figure), attendances=said
    )


def _people(figure: Figure, key: str) -> Sentence:
    return say("{people} took part", people=_said("{n} person", "{n} people", figure, key))


def _mayors(figure: Figure, key: str) -> Sentence:
    mayors = _said("{n} mayor or local leader", "{n} mayors and local leaders", figure, key)
    return say("{mayors} took part", mayors=mayors)


def _women(figure: Figure, key: str) -> Sentence:
    return say(
        "{share} of the people whose gender is recorded are women, {women} of {people}",
        share=_share(figure, key),
        women=_part(figure, key, "numerator"),
        people=_part(figure, key, "denominator"),
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
    return say(
        "{followed} of {all} workshops and roundtables led to a documented follow-up within six"
        " months ({share})",
        followed=_part(figure, key, "numerator"),
        all=_part(figure, key, "denominator"),
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


def _part(figure: Figure, key: str, of: str) -> Said:
    """Say the numerator or denominator of a percent."""
    number = figure.count.numerator if of == "numerator" else figure.count.denominator
    text, title = formats.number(number or 0), figure.indicator.title
    if of == "numerator":
        return Said(text, number, figure=key, label=title, of="numerator")
    return Said(text, number, figure=key, label=title, of="denominator")


_KINDS: Mapping[str, tuple[str, str]] = {
    "workshop": forms("{n} workshop", "{n} workshops"),
    "summit": forms("{n} summit", "{n} summits"),
    "roundtable": forms("{n} roundtable", "{n} roundtables"),
    "exchange": forms("{n} exchange", "{n} exchanges"),
    "training": forms("{n} training", "{n} trainings"),
    "consultation": forms("{n} consultation", "{n} consultations"),
    "launch": forms("{n} launch", "{n} launches"),
    "side-event": forms("{n} side event", "{n} side events"),
    "partner-event": forms("{n} partner event", "{n} partner events"),
}

"""What is said in the place of a figure that has no value: withheld, not recorded, not counted."""

from __future__ import annotations

from data.figures import Count, Figure
from layouts import formats
from layouts.sentences.sentence import Said, Sentence, say


def clause_of_none(figure: Figure) -> Sentence:
    """Say that there is no figure, and why: withheld, nothing to take a share of, not recorded."""
    if figure.count.withheld:
        return _withheld(figure.count, figure.indicator.unit)
    match figure.indicator.rule:
        case "published":
            return _carried_by_none(figure)
        case "women-share":
            return say("the share of women is not known: no gender is recorded")
        case "follow-through":
            return say("no workshop or roundtable is old enough to say what followed from it")
        case _:
            return _people_unknown(figure.indicator.rule)


def _carried_by_none(figure: Figure) -> Sentence:
    if figure.published:
        return say("no record here carries this figure: it stands as it was published")
    return say("no record here carries this figure, and none was published for this selection")


def _withheld(count: Count, unit: str) -> Sentence:
    few = Said(formats.number(count.withheld_below or 0), count.withheld_below)
    if count.withheld_beside:
        return say(
            "the figure is withheld: with those beside it, it would tell of fewer than {number}"
            " people",
            number=few,
        )
    if unit == "percent":
        return say(
            "the figure is withheld: fewer than {number} people stand on one side of it", number=few
        )
    return say("the figure is withheld: it tells of fewer than {number} people", number=few)


def _people_unknown(rule: str) -> Sentence:
    match rule:
        case "attendances":
            return say("it is not recorded how many attendances there were")
        case "mayors-engaged":
            return say("it is not recorded how many mayors and local leaders took part")
        case _:
            return say("it is not recorded how many people took part")

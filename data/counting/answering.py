"""The one answer to "how many": a rule's count as it may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data.counting.rules import RULES, Question
from data.counting.withholding import PARTING_RULES, Withheld
from data.figures import Count, Indicator
from data.small_numbers import SmallNumbers


def count_of(question: Question, indicator: Indicator) -> Count:
    """Count an indicator for a question; whatever shows a figure takes it from here."""
    count = RULES[indicator.rule].count(question, indicator)
    parting, rule = PARTING_RULES.get(indicator.rule), question.small_numbers
    if parting is None or rule.off or count.value is None:
        return count
    verdict = parting.judge(question, count)
    return count if verdict is None else _withheld(count, verdict, rule)


def counts_along(questions: Sequence[Question], indicator: Indicator) -> list[Count]:
    """Count an indicator for questions each of which holds the people of the one before.

    The last count stays as it is alone; of those before, one is withheld where the people between
    it and the next one shown would be too few.
    """
    counts = [count_of(question, indicator) for question in questions]
    parting = PARTING_RULES.get(indicator.rule)
    if parting is None or not questions or questions[0].small_numbers.off:
        return counts
    rule, later = questions[0].small_numbers, None
    for place in range(len(counts) - 1, -1, -1):
        if counts[place].withheld:
            continue
        split = parting.split(questions[place])
        if later is not None and not parting.guard(rule).passes(later - split):
            counts[place] = _withheld(counts[place], Withheld.BESIDE, rule)
        else:
            later = split
    return counts


def _withheld(count: Count, verdict: Withheld, rule: SmallNumbers) -> Count:
    return replace(
        count,
        value=None,
        bound=None,
        numerator=None,
        denominator=None,
        withheld_below=rule.threshold,
        withheld_beside=verdict is Withheld.BESIDE,
    )
